// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.evidence.AlgorithmPolicy;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What of a store must be renewed by when, and why (<i>scadenzario dei rinnovi</i>). Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998, 5; ETSI TS 119 511, 8.2</a>
 */
public final class EvidenceCalendar {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(EvidenceCalendar.class);

    private final List<DueRenewal> entries;

    private EvidenceCalendar(List<DueRenewal> entries) {
        this.entries = entries;
    }

    /**
     * The calendar of all runs that stand.
     *
     * @param runs all runs of a store, from {@link EvidenceStore#runs()}
     * @param policy until when algorithms may be relied on
     * @param margin how long before the end to renew
     * @return the calendar
     */
    public static EvidenceCalendar of(List<EvidenceRun> runs, AlgorithmPolicy policy, Duration margin) {
        List<DueRenewal> entries = new ArrayList<>();
        for (EvidenceRun run : EvidenceRun.standing(runs)) {
            EvidenceRun last = run.newest(runs);
            String authority = last.stamp().authority();
            last.stamp()
                    .certificateEnd()
                    .ifPresent(end -> entries.add(entry(run, RenewalCause.CERTIFICATE_ENDS, authority, end, margin)));
            for (String algorithm : last.stamp().algorithms()) {
                end(policy, algorithm)
                        .ifPresent(end ->
                                entries.add(entry(run, RenewalCause.STAMP_ALGORITHM_FADES, algorithm, end, margin)));
            }
            String function = run.function().standardName();
            end(policy, function)
                    .ifPresent(end -> entries.add(entry(run, RenewalCause.HASH_FADES, function, end, margin)));
        }
        return new EvidenceCalendar(entries.stream()
                .sorted(Comparator.comparing(DueRenewal::due)
                        .thenComparing(DueRenewal::run)
                        .thenComparing(DueRenewal::cause))
                .toList());
    }

    private static Optional<Instant> end(AlgorithmPolicy policy, String algorithm) {
        return policy.end(algorithm).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static DueRenewal entry(EvidenceRun run, RenewalCause cause, String subject, Instant end, Duration margin) {
        return new DueRenewal(
                run,
                cause,
                subject,
                end,
                end.minus(margin),
                CATALOGUE.text(cause.name(), subject, end, String.valueOf(run.number())));
    }

    /**
     * All dates.
     *
     * @return the next first
     */
    public List<DueRenewal> entries() {
        return entries;
    }

    /**
     * What must be renewed now.
     *
     * @param at the instant
     * @return the entries whose date has come
     */
    public List<DueRenewal> dueAt(Instant at) {
        return entries.stream().filter(entry -> !entry.due().isAfter(at)).toList();
    }

    /**
     * The dates for a calendar program.
     *
     * @param language of the sentences; Italian, or English for all others
     * @return a calendar with an event on the day on which each renewal is due
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545, iCalendar</a>
     */
    public String icalendar(Locale language) {
        return new CalendarText(language).of(entries);
    }
}
