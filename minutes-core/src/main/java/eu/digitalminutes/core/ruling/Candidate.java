// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.ruling;

import eu.digitalminutes.core.outcome.MinutesException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** Who got votes in an election, and how many (<i>candidato</i>). Immutable. */
public final class Candidate {
    private final String name;
    private final int votes;
    private final boolean minority;
    private final Optional<LocalDate> born;

    private Candidate(String name, int votes, boolean minority, Optional<LocalDate> born) {
        this.name = Objects.requireNonNull(name, "name");
        this.votes = votes;
        this.minority = minority;
        this.born = born;
        if (votes < 0) {
            throw new MinutesException("VOTES_INVALID", "votes cannot be negative");
        }
    }

    /**
     * Somebody with votes.
     *
     * @param name who it is, unique in the election
     * @param votes on how many ballots the name stands
     * @return the candidate
     * @throws MinutesException with code {@code VOTES_INVALID} if the number is negative
     */
    public static Candidate of(String name, int votes) {
        return new Candidate(name, votes, false, Optional.empty());
    }

    /**
     * The same, of the minority (<i>minoranza</i>).
     *
     * @return a new candidate
     */
    public Candidate ofMinority() {
        return new Candidate(name, votes, true, born);
    }

    /**
     * The same, with the date that decides between equals.
     *
     * @param date date of birth
     * @return a new candidate
     */
    public Candidate withBirth(LocalDate date) {
        return new Candidate(name, votes, minority, Optional.of(date));
    }

    /**
     * Who it is.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * On how many ballots the name stands.
     *
     * @return the votes
     */
    public int votes() {
        return votes;
    }

    /**
     * Whether the candidate is of the minority.
     *
     * @return true if so
     */
    public boolean minority() {
        return minority;
    }

    /**
     * The date of birth.
     *
     * @return the date, where known
     */
    public Optional<LocalDate> born() {
        return born;
    }
}
