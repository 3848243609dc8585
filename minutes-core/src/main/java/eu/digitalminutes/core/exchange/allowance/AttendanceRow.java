// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.allowance;

import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.presence.PresenceInterval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one member attended (<i>presenza del componente</i>).
 *
 * @param seat the member
 * @param atRollCall whether the member was there when the legal number was first verified, or else at the opening
 * @param present how long the member was there while the meeting was open; suspensions do not count
 * @param share the part of the open meeting, from 0 to 1, rounded down to four digits
 * @param intervals when the member was there
 * @param votesAttended at how many votes the member was there when they were counted
 * @param votes how many votes were counted and not annulled
 * @param due what is due; empty if no amount was given
 */
public record AttendanceRow(
        Seat seat,
        boolean atRollCall,
        Duration present,
        BigDecimal share,
        List<PresenceInterval> intervals,
        int votesAttended,
        int votes,
        Optional<BigDecimal> due) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /**
     * What one member attended.
     *
     * @param seat the member
     * @param atRollCall whether the member was there at the roll call
     * @param present for how long
     * @param share the part of the open meeting
     * @param intervals when
     * @param votesAttended at how many votes
     * @param votes of how many
     * @param due what is due
     */
    public AttendanceRow {
        intervals = List.copyOf(intervals);
    }

    static List<String> head(Locale language) {
        return language.getLanguage().equals("it")
                ? List.of(
                        "carica",
                        "cognome",
                        "nome",
                        "ruolo",
                        "gruppo",
                        "presente all'appello",
                        "minuti di presenza",
                        "quota di presenza",
                        "intervalli",
                        "modalità",
                        "votazioni presenziate",
                        "votazioni",
                        "importo dovuto")
                : List.of(
                        "seat",
                        "family name",
                        "given name",
                        "role",
                        "group",
                        "present at roll call",
                        "minutes present",
                        "share present",
                        "intervals",
                        "mode",
                        "votes attended",
                        "votes",
                        "amount due");
    }

    List<String> cells(Locale language) {
        boolean italian = language.getLanguage().equals("it");
        return List.of(
                seat.id(),
                seat.person().familyName(),
                seat.person().givenName(),
                seat.role().label().in(language),
                seat.group(),
                atRollCall ? (italian ? "sì" : "yes") : "no",
                BigDecimal.valueOf(present.toSeconds())
                        .divide(BigDecimal.valueOf(60), 2, RoundingMode.DOWN)
                        .toPlainString(),
                share.toPlainString(),
                intervals.stream()
                        .map(one -> CLOCK.format(one.from()) + "-" + CLOCK.format(one.to()))
                        .collect(Collectors.joining("; ")),
                intervals.stream()
                        .map(PresenceInterval::mode)
                        .distinct()
                        .sorted()
                        .map(AttendanceMode::label)
                        .map(label -> label.in(language))
                        .collect(Collectors.joining("; ")),
                Integer.toString(votesAttended),
                Integer.toString(votes),
                due.map(BigDecimal::toPlainString).orElse(""));
    }
}
