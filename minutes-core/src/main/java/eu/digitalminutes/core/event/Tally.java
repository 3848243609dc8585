// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import java.util.Collections;
import java.util.Map;

/**
 * The count of a vote (<i>computo dei voti</i>).
 *
 * @param yes votes in favour
 * @param no votes against
 * @param abstained abstentions
 * @param notVoting members present who did not vote
 * @param blank blank ballots of a secret vote
 * @param spoiled void ballots of a secret vote (<i>schede nulle</i>)
 */
public record Tally(int yes, int no, int abstained, int notVoting, int blank, int spoiled) {
    /**
     * A count.
     *
     * @param yes votes in favour
     * @param no votes against
     * @param abstained abstentions
     * @param notVoting members present who did not vote
     * @param blank blank ballots
     * @param spoiled void ballots
     * @throws IllegalArgumentException if one is negative
     */
    public Tally {
        if (yes < 0 || no < 0 || abstained < 0 || notVoting < 0 || blank < 0 || spoiled < 0) {
            throw new IllegalArgumentException("votes cannot be negative");
        }
    }

    /**
     * The usual count of an open vote.
     *
     * @param yes votes in favour
     * @param no votes against
     * @param abstained abstentions
     * @return the count
     */
    public static Tally of(int yes, int no, int abstained) {
        return new Tally(yes, no, abstained, 0, 0, 0);
    }

    /**
     * The count of a vote in which every choice is known.
     *
     * @param ballots who chose what, by seat
     * @return the count; nobody cast a blank or spoiled ballot
     */
    public static Tally of(Map<String, Choice> ballots) {
        return new Tally(
                Collections.frequency(ballots.values(), Choice.YES),
                Collections.frequency(ballots.values(), Choice.NO),
                Collections.frequency(ballots.values(), Choice.ABSTAINED),
                Collections.frequency(ballots.values(), Choice.NOT_VOTING),
                0,
                0);
    }

    /**
     * All who were counted: must equal the members present.
     *
     * @return the sum of all six, exact
     */
    public int counted() {
        return Math.toIntExact((long) yes + no + abstained + notVoting + blank + spoiled);
    }
}
