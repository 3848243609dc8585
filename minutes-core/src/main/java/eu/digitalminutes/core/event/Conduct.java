// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import java.util.Objects;

/** How the meeting is led, from its opening to its closing (<i>conduzione della seduta</i>). */
public sealed interface Conduct extends Occurrence {
    /**
     * The chair opened the meeting (<i>apertura della seduta</i>).
     *
     * @param president the seat that presides
     * @param secretary the seat that draws up the minutes
     */
    record Opened(String president, String secretary) implements Conduct {
        /**
         * The chair opened the meeting (<i>apertura della seduta</i>).
         *
         * @param president the seat that presides
         * @param secretary the seat that draws up the minutes
         */
        public Opened {
            Objects.requireNonNull(president, "president");
            Objects.requireNonNull(secretary, "secretary");
        }
    }

    /**
     * The chair verified the legal number (<i>verifica del numero legale</i>).
     */
    record QuorumVerified() implements Conduct {}

    /**
     * The meeting was suspended (<i>sospensione</i>).
     *
     * @param reason why
     */
    record Suspended(String reason) implements Conduct {
        /**
         * The meeting was suspended (<i>sospensione</i>).
         *
         * @param reason why
         */
        public Suspended {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The meeting was resumed (<i>ripresa</i>).
     */
    record Resumed() implements Conduct {}

    /**
     * The chair closed the meeting (<i>chiusura della seduta</i>).
     */
    record Closed() implements Conduct {}
}
