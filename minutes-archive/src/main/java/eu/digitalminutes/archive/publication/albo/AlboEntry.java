// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.albo;

import eu.digitalminutes.core.rules.AlboTerm;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the albo on-line (<i>registrazione di pubblicazione</i>). What guidelines call immutable never changes once
 * it is registered: number, times, who asked, subject, documents with their digests. Days may be added, an annulment noted,
 * and names masked when the term of oblivion has come.
 *
 * @see <a href="https://www.agid.gov.it/it/piattaforme/albo-on-line">AgID, Linee guida sulla pubblicità legale, ch. 11;
 *     L. 69/2009, art. 32; TUEL, art. 124</a>
 */
public final class AlboEntry {
    private static final int LONGEST = 3660;
    private static final int LAST_YEAR = 9000;

    private final AlboNumber number;
    private final OffsetDateTime registeredAt;
    private final AlboAct act;
    private final LocalDate from;
    private final int days;
    private final int visibleAfterDays;
    private final SortedSet<LocalDate> interrupted;
    private final @Nullable Annulment annulment;

    /**
     * The annulment of an entry (<i>annullamento</i>).
     *
     * @param at when
     * @param reason why, in words for the public
     */
    public record Annulment(OffsetDateTime at, String reason) {
        /**
         * An annulment.
         *
         * @param at when
         * @param reason why, in words for the public
         * @throws IllegalArgumentException if no reason is given
         */
        public Annulment {
            Objects.requireNonNull(at, "at");
            if (reason.isBlank()) {
                throw new IllegalArgumentException("an annulment has a reason");
            }
        }
    }

    AlboEntry(
            AlboNumber number,
            OffsetDateTime registeredAt,
            AlboAct act,
            LocalDate from,
            int days,
            int visibleAfterDays,
            SortedSet<LocalDate> interrupted,
            @Nullable Annulment annulment) {
        this.number = Objects.requireNonNull(number, "number");
        this.registeredAt = Objects.requireNonNull(registeredAt, "registeredAt");
        this.act = Objects.requireNonNull(act, "act");
        this.from = Objects.requireNonNull(from, "from");
        this.days = days;
        this.visibleAfterDays = visibleAfterDays;
        this.interrupted = Collections.unmodifiableSortedSet(new TreeSet<>(interrupted));
        this.annulment = annulment;
        if (days < 1 || days > LONGEST || visibleAfterDays < 0 || visibleAfterDays > LONGEST) {
            throw new IllegalArgumentException("an entry stays for 1 to " + LONGEST + " days, and for as many after");
        }
        if (from.getYear() > LAST_YEAR || interrupted.size() > LONGEST) {
            throw new IllegalArgumentException("publication does not begin on " + from);
        }
        if (from.isBefore(registeredAt.toLocalDate())) {
            throw new IllegalArgumentException("publication cannot begin on " + from + ", before the registration");
        }
    }

    /** The entry with a day that counts no more; itself if the day is noted already. */
    AlboEntry interruptedOn(LocalDate day) {
        TreeSet<LocalDate> more = new TreeSet<>(interrupted);
        more.add(day);
        return new AlboEntry(number, registeredAt, act, from, days, visibleAfterDays, more, annulment);
    }

    AlboEntry annulled(Annulment value) {
        return new AlboEntry(number, registeredAt, act, from, days, visibleAfterDays, interrupted, value);
    }

    AlboEntry about(AlboAct value) {
        return new AlboEntry(number, registeredAt, value, from, days, visibleAfterDays, interrupted, annulment);
    }

    /**
     * The number in the register.
     *
     * @return the number
     */
    public AlboNumber number() {
        return number;
    }

    /**
     * When the entry was made.
     *
     * @return an instant with its zone
     */
    public OffsetDateTime registeredAt() {
        return registeredAt;
    }

    /**
     * What is published, and for whom.
     *
     * @return the act
     */
    public AlboAct act() {
        return act;
    }

    /**
     * The day on which publication begins.
     *
     * @return the day
     */
    public LocalDate from() {
        return from;
    }

    /**
     * The last day of publication, with what interruptions and holidays add.
     *
     * @return the day
     */
    public LocalDate to() {
        return AlboTerm.lastDay(from, days, interrupted);
    }

    /**
     * The full days that are due.
     *
     * @return 15, or what a special law says
     */
    public int days() {
        return days;
    }

    /**
     * For how many days after the term the entry stays readable, without names.
     *
     * @return zero or more
     */
    public int visibleAfterDays() {
        return visibleAfterDays;
    }

    /**
     * The days on which the albo could be read for less than twelve hours.
     *
     * @return immutable, in order
     */
    public SortedSet<LocalDate> interrupted() {
        return interrupted;
    }

    /**
     * The annulment.
     *
     * @return it, or empty if the entry holds
     */
    public Optional<Annulment> annulment() {
        return Optional.ofNullable(annulment);
    }

    /**
     * How the entry stands.
     *
     * @param day the day that is asked about
     * @return the state
     */
    public AlboState state(LocalDate day) {
        if (annulment != null && !day.isBefore(annulment.at().toLocalDate())) {
            return AlboState.ANNULLED;
        }
        if (day.isBefore(from)) {
            return AlboState.SCHEDULED;
        }
        return day.isAfter(to()) ? AlboState.EXPIRED : AlboState.CURRENT;
    }

    /**
     * Whether the entry may be read on a day: within its days, annulled or not, and for as long after as was decided.
     *
     * @param day the day that is asked about
     * @return true if it has a page
     */
    public boolean isVisible(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to().plusDays(visibleAfterDays));
    }

    /**
     * The entry as it may be read on a day: when its days are over, without the names that the act says are personal.
     *
     * @param day the day that is asked about
     * @return this entry, or a new one
     */
    public AlboEntry shownOn(LocalDate day) {
        if (!day.isAfter(to()) || act.personalNames().isEmpty()) {
            return this;
        }
        AlboEntry masked = about(act.masked());
        return annulment == null
                ? masked
                : masked.annulled(new Annulment(annulment.at(), act.hidden(annulment.reason())));
    }

    /**
     * The documents.
     *
     * @return an immutable list
     */
    public List<AlboDocument> documents() {
        return act.documents();
    }
}
