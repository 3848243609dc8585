// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.EventSource;
import eu.digitalminutes.core.event.Identification;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.exchange.EventChain;
import eu.digitalminutes.core.minutes.Annex;
import eu.digitalminutes.core.minutes.AnnexKind;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.presence.Presence;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Puts the connections of a platform's log into minutes as remote attendance (<i>presenze da registro di
 * piattaforma</i>): each event names the log as its source, and the log becomes an annex by its digest.
 *
 * <p>A log tells when an account was connected, not who sat before the screen: the attendance counts as identified only
 * where the secretary resolved it, or an event of the minutes says so.
 */
public final class LoggedPresence {
    private final Minutes minutes;
    private final List<String> untouched;

    private LoggedPresence(Minutes minutes, List<String> untouched) {
        this.minutes = minutes;
        this.untouched = List.copyOf(untouched);
    }

    /**
     * Minutes with what a log tells of their seats.
     *
     * @param minutes the minutes
     * @param log the log
     * @param match who of the log sat where
     * @param now when this is done: events that are chained already are not moved, and what the log tells follows them as
     *     late entries of this instant
     * @return the minutes with the log's events and evidence; who attends already by other events is left as is
     * @throws IllegalArgumentException if the match names a seat that the minutes lack, or the log is annexed already
     */
    public static LoggedPresence into(Minutes minutes, AttendanceLog log, AttendanceMatch match, OffsetDateTime now) {
        Presence known = Presence.of(minutes.meeting());
        List<String> untouched = new ArrayList<>();
        List<SessionEvent> events = new ArrayList<>();
        EventSource source = EventSource.imported(annexName(log.evidence().get(0)));
        for (String seat : match.seats()) {
            if (match.participants(seat).isEmpty()) {
                continue;
            } else if (!known.of(seat).isEmpty()) {
                untouched.add(seat);
                continue;
            }
            events.addAll(events(seat, log, match, source));
        }
        events.sort(Comparator.comparing(event -> event.at().toInstant()));
        Minutes result = minutes.withMeeting(EventChain.addLater(minutes.meeting(), events, now));
        for (LogEvidence file : log.evidence()) {
            result = result.withAnnex(new Annex(
                    annexName(file), AnnexKind.PLATFORM_LOG, file.file(), mediaType(file), file.fingerprint()));
        }
        return new LoggedPresence(result, untouched);
    }

    /**
     * The minutes with what the log tells.
     *
     * @return new minutes
     */
    public Minutes minutes() {
        return minutes;
    }

    /**
     * The seats that the log speaks of and that attend already by other events: the log changed nothing for them.
     *
     * @return ids of seats, possibly none
     */
    public List<String> untouched() {
        return untouched;
    }

    private static List<SessionEvent> events(
            String seat, AttendanceLog log, AttendanceMatch match, EventSource source) {
        List<Stay> stays = match.stays(seat);
        List<SessionEvent> events = new ArrayList<>();
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.get(i);
            Identification identification = identification(stay, seat, log, match);
            Occurrence arrival = i == 0
                    ? new Attending.Joined(seat, AttendanceMode.REMOTE, identification)
                    : new Attending.ConnectionRegained(seat, identification);
            events.add(SessionEvent.of(stay.from(), arrival).from(source));
            boolean comesBack = i + 1 < stays.size();
            if (comesBack) {
                events.add(SessionEvent.of(stay.to(), new Attending.ConnectionLost(seat))
                        .from(source));
            } else if (stay.end() == Stay.End.RECORDED) {
                events.add(
                        SessionEvent.of(stay.to(), new Attending.Left(seat, "")).from(source));
            }
        }
        return events;
    }

    /** Only the connection that the secretary resolved is identified by his word; an account identifies nobody. */
    private static Identification identification(Stay stay, String seat, AttendanceLog log, AttendanceMatch match) {
        LogParticipant participant = match.participants(seat).stream()
                .filter(one -> one.stays().stream().anyMatch(part -> part.from().equals(stay.from())))
                .findFirst()
                .orElse(match.participants(seat).get(0));
        Identification account = Identification.none().of(log.format().label(), participant.account());
        return match.resolutions().stream()
                .filter(resolution -> resolution.seat().equals(seat)
                        && resolution.participant().equals(participant))
                .findFirst()
                .map(resolution -> account.madeBy(resolution.by()).withNote(resolution.how()))
                .orElse(account);
    }

    private static String mediaType(LogEvidence file) {
        String name = file.file().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xml")) {
            return "application/xml";
        } else if (name.endsWith(".json")) {
            return "application/json";
        }
        return name.endsWith(".csv") ? "text/csv" : "application/octet-stream";
    }

    /** The name of a platform's export is seldom portable. */
    private static String annexName(LogEvidence file) {
        String plain = file.file().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        String name = plain.isEmpty() ? "log" : plain;
        return name.length() > 120 ? name.substring(name.length() - 120) : name;
    }
}
