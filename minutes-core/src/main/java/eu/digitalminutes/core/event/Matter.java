// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import java.util.regex.Pattern;

/**
 * What a vote is about, as far as the majority or the quorum depends on it (<i>materia della deliberazione</i>).
 *
 * <p>The law names some; a statute may name others, so this is an open list of words and not an enumeration.
 *
 * @param code lower-case words joined by hyphens
 */
public record Matter(String code) {
    /** Stands before the matters, which are made with it. */
    private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+){0,15}");

    /** Everything for which neither law nor statute says otherwise. */
    public static final Matter ORDINARY = new Matter("ordinary");

    /** Adoption or change of the municipality's statute, <i>statuto</i> (TUEL 6(4)). */
    public static final Matter STATUTE = new Matter("statute");

    /** The council's own regulation, <i>regolamento del consiglio</i> (TUEL 38(2)). */
    public static final Matter COUNCIL_REGULATION = new Matter("council-regulation");

    /** A motion of no confidence, <i>mozione di sfiducia</i> (TUEL 52). */
    public static final Matter NO_CONFIDENCE = new Matter("no-confidence");

    /**
     * A matter.
     *
     * @param code lower-case words joined by hyphens, at most 64 characters
     * @throws IllegalArgumentException if it is not of that form
     */
    public Matter {
        if (code.length() > 64 || !WORDS.matcher(code).matches()) {
            throw new IllegalArgumentException("not the word for a matter: " + code);
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
