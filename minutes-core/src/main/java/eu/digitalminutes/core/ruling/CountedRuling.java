// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.ruling;

/** A ruling that rests on a count of members or votes (<i>esito di un computo</i>). */
public sealed interface CountedRuling extends Ruling permits QuorumRuling, VoteRuling, ElectionRuling {
    /**
     * The figures that decide.
     *
     * @return rule, source, base, required and counted together
     */
    Figures figures();

    @Override
    default String rule() {
        return figures().rule();
    }

    @Override
    default String source() {
        return figures().source();
    }

    /**
     * Of how many the part was taken.
     *
     * @return the number
     */
    default int base() {
        return figures().base();
    }

    /**
     * How many are needed.
     *
     * @return the number
     */
    default int required() {
        return figures().required();
    }

    /**
     * How many were counted.
     *
     * @return the number
     */
    default int counted() {
        return figures().counted();
    }
}
