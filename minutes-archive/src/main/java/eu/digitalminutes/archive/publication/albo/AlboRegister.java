// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.albo;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.rules.AlboTerm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The register of the albo on-line (<i>repertorio dell'albo</i>): entries in the order of their numbers. Immutable; each
 * change gives a new register. Numbers have no gaps and no entry is ever taken out: an annulled one stays.
 *
 * @see <a href="https://www.agid.gov.it/it/piattaforme/albo-on-line">AgID, Linee guida sulla pubblicità legale, 2016</a>
 */
public final class AlboRegister {
    private final NavigableMap<AlboNumber, AlboEntry> entries;

    private AlboRegister(NavigableMap<AlboNumber, AlboEntry> entries) {
        this.entries = entries;
    }

    /**
     * A register without entries.
     *
     * @return the register
     */
    public static AlboRegister empty() {
        return new AlboRegister(new TreeMap<>());
    }

    /**
     * A register of entries that were numbered before.
     *
     * @param entries in any order
     * @return the register
     * @throws MinutesException with code {@code ALBO_NUMBERING} if a number is there twice or missing in its year
     */
    static AlboRegister of(List<AlboEntry> entries) {
        TreeMap<AlboNumber, AlboEntry> all = new TreeMap<>();
        for (AlboEntry entry : entries) {
            if (all.put(entry.number(), entry) != null) {
                throw new MinutesException("ALBO_NUMBERING", "the number " + entry.number() + " is there twice");
            }
        }
        for (AlboNumber number : all.keySet()) {
            if (number.number() > 1 && !all.containsKey(new AlboNumber(number.year(), number.number() - 1))) {
                throw new MinutesException(
                        "ALBO_NUMBERING", "the number before " + number + " is missing: entries are never taken out");
            }
        }
        return new AlboRegister(all);
    }

    /**
     * Reads a register.
     *
     * @param file a JSON file that {@link #write} made, at most 64 MiB
     * @return the register
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code ALBO_UNREADABLE} or {@code ALBO_NUMBERING}, naming the file
     */
    public static AlboRegister read(Path file) throws IOException {
        return AlboJson.read(file);
    }

    /**
     * Writes the register as JSON.
     *
     * @param file the file that appears, whole or not at all; replaced if it exists
     * @throws IOException if it cannot be written; then the file is as it was
     */
    public void write(Path file) throws IOException {
        AlboJson.write(this, file);
    }

    /**
     * The register with one more entry, for the fifteen days of TUEL 124.
     *
     * @param registeredAt when; its year is the year of the number
     * @param act what is published
     * @param from the day on which publication begins
     * @return a new register, whose {@link #last()} is the entry
     * @throws IllegalArgumentException if publication begins before the registration
     */
    public AlboRegister register(OffsetDateTime registeredAt, AlboAct act, LocalDate from) {
        return register(registeredAt, act, from, AlboTerm.ORDINARY_DAYS, 0);
    }

    /**
     * The register with one more entry, for as many days as a special law says.
     *
     * @param registeredAt when; its year is the year of the number
     * @param act what is published
     * @param from the day on which publication begins
     * @param days the full days that are due
     * @param visibleAfterDays for how many days after them the entry stays readable, without names
     * @return a new register, whose {@link #last()} is the entry
     * @throws IllegalArgumentException if publication begins before the registration, or the days make no sense
     */
    public AlboRegister register(
            OffsetDateTime registeredAt, AlboAct act, LocalDate from, int days, int visibleAfterDays) {
        int year = registeredAt.getYear();
        AlboNumber before = entries.floorKey(new AlboNumber(year, Integer.MAX_VALUE));
        int next = before == null || before.year() != year ? 1 : before.number() + 1;
        AlboEntry entry = new AlboEntry(
                new AlboNumber(year, next), registeredAt, act, from, days, visibleAfterDays, new TreeSet<>(), null);
        return with(entry);
    }

    /**
     * The register with an annulment. The entry stays, readable as annulled until its days are over.
     *
     * @param number the entry
     * @param at when
     * @param reason why, in words for the public
     * @return a new register
     * @throws MinutesException with code {@code ALBO_ENTRY_UNKNOWN} or, if it is annulled already, {@code ALBO_ANNULLED}
     */
    public AlboRegister annul(AlboNumber number, OffsetDateTime at, String reason) {
        AlboEntry entry = require(number);
        if (entry.annulment().isPresent()) {
            throw new MinutesException("ALBO_ANNULLED", "the entry " + number + " is annulled already");
        }
        return with(entry.annulled(new AlboEntry.Annulment(at, reason)));
    }

    /**
     * The register after a day on which the albo could be read for less than twelve hours: every entry that was being
     * published gets one day more.
     *
     * @param day the day
     * @return a new register
     */
    public AlboRegister interrupted(LocalDate day) {
        Objects.requireNonNull(day, "day");
        return each(entry -> day.isAfter(entry.from()) && !day.isAfter(entry.to()) ? entry.interruptedOn(day) : entry);
    }

    /**
     * The register when the days of entries are over: personal names are masked in it for good. The complete act stays in
     * the body's file.
     *
     * @param day today
     * @return a new register
     */
    public AlboRegister forget(LocalDate day) {
        return each(entry -> entry.shownOn(day));
    }

    /**
     * Every entry.
     *
     * @return an immutable list in the order of numbers
     */
    public List<AlboEntry> entries() {
        return List.copyOf(entries.values());
    }

    /**
     * The entry of a number.
     *
     * @param number the number
     * @return the entry, or empty if there is none
     */
    public Optional<AlboEntry> entry(AlboNumber number) {
        return Optional.ofNullable(entries.get(number));
    }

    /**
     * The entry with the highest number.
     *
     * @return the entry, or empty if there is none
     */
    public Optional<AlboEntry> last() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.lastEntry().getValue());
    }

    /**
     * The register with every act as a page may show it.
     *
     * @param view what to show for an act
     * @return a new register
     */
    public AlboRegister showing(UnaryOperator<AlboAct> view) {
        return each(entry -> entry.about(view.apply(entry.act())));
    }

    private AlboEntry require(AlboNumber number) {
        return entry(number)
                .orElseThrow(() -> new MinutesException("ALBO_ENTRY_UNKNOWN", "the register holds no entry " + number));
    }

    private AlboRegister with(AlboEntry entry) {
        TreeMap<AlboNumber, AlboEntry> more = new TreeMap<>(entries);
        more.put(entry.number(), entry);
        return new AlboRegister(more);
    }

    private AlboRegister each(UnaryOperator<AlboEntry> change) {
        List<AlboEntry> changed = new ArrayList<>();
        entries.values().forEach(entry -> changed.add(change.apply(entry)));
        return of(changed);
    }
}
