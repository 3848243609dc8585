// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import java.math.RoundingMode;

/** What becomes of a fraction of a member (<i>arrotondamento del quorum</i>). */
public enum Rounding {
    /** To the next whole member: the cautious reading, and the default. */
    CEILING("ceiling", RoundingMode.CEILING),
    /** To the nearest whole member, halves up. */
    HALF_UP("half-up", RoundingMode.HALF_UP),
    /** To the whole member below. */
    FLOOR("floor", RoundingMode.FLOOR);

    private final String code;
    private final RoundingMode mode;

    Rounding(String code, RoundingMode mode) {
        this.code = code;
        this.mode = mode;
    }

    /**
     * The word that stands for it in {@code minutes.json}.
     *
     * @return lower-case words joined by hyphens
     */
    public String code() {
        return code;
    }

    RoundingMode mode() {
        return mode;
    }
}
