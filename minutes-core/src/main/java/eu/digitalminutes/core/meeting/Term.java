// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From when to when somebody holds an office, or an organ sits (<i>mandato</i>). Immutable; both days are included. */
public final class Term {
    private static final Term OPEN = new Term(null, null);

    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;

    private Term(@Nullable LocalDate from, @Nullable LocalDate to) {
        this.from = from;
        this.to = to;
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a term cannot end on " + to + " before it begins on " + from);
        }
    }

    /**
     * A term of which neither beginning nor end is said.
     *
     * @return the term
     */
    public static Term open() {
        return OPEN;
    }

    /**
     * This term with its first day.
     *
     * @param day the day
     * @return a new term
     * @throws IllegalArgumentException if it would end before it begins
     */
    public Term from(LocalDate day) {
        return new Term(Objects.requireNonNull(day, "day"), to);
    }

    /**
     * This term with its last day.
     *
     * @param day the day
     * @return a new term
     * @throws IllegalArgumentException if it would end before it begins
     */
    public Term to(LocalDate day) {
        return new Term(from, Objects.requireNonNull(day, "day"));
    }

    /**
     * The first day.
     *
     * @return the day, or empty if it is not said
     */
    public Optional<LocalDate> first() {
        return Optional.ofNullable(from);
    }

    /**
     * The last day.
     *
     * @return the day, or empty if it is not said
     */
    public Optional<LocalDate> last() {
        return Optional.ofNullable(to);
    }

    /**
     * Whether a day lies in the term.
     *
     * @param day the day
     * @return true if it is neither before the first nor after the last
     */
    public boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Term term && Objects.equals(from, term.from) && Objects.equals(to, term.to);
    }

    @Override
    public int hashCode() {
        return Objects.hash(from, to);
    }

    @Override
    public String toString() {
        return (from == null ? "…" : from) + " – " + (to == null ? "…" : to);
    }
}
