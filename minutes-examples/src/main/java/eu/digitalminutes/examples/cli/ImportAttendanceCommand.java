// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.exchange.attendance.AttendanceFormat;
import eu.digitalminutes.core.exchange.attendance.AttendanceLog;
import eu.digitalminutes.core.exchange.attendance.AttendanceMatch;
import eu.digitalminutes.core.exchange.attendance.AttendanceOptions;
import eu.digitalminutes.core.exchange.attendance.DateOrder;
import eu.digitalminutes.core.exchange.attendance.LogEvidence;
import eu.digitalminutes.core.exchange.attendance.LogParticipant;
import eu.digitalminutes.core.exchange.attendance.LoggedPresence;
import eu.digitalminutes.core.exchange.attendance.Stay;
import eu.digitalminutes.core.minutes.Minutes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the log of a meeting platform: who was connected when. */
@Command(
        name = "attendance",
        resourceBundle = "eu.digitalminutes.examples.cli.messages",
        mixinStandardHelpOptions = true)
final class ImportAttendanceCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--format")
    private String format = "auto";

    @Option(names = "--zone")
    private @Nullable String zone;

    @Option(names = "--date")
    private @Nullable String date;

    @Option(names = "--dates")
    private @Nullable String dates;

    @Option(names = "--seats", paramLabel = "MINUTES.json")
    private @Nullable Path seats;

    @Option(names = "--out", paramLabel = "MINUTES.json")
    private @Nullable Path out;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        AttendanceLog log = whole(known());
        if (seats == null && out != null) {
            throw new IllegalArgumentException("--out needs --seats: the minutes into which the attendance goes");
        }
        Optional<Minutes> minutes = seats == null ? Optional.empty() : Optional.of(MinutesJson.read(seats));
        Optional<AttendanceMatch> match = minutes.map(facts -> log.match(facts.meeting()));
        ObjectNode document = tree(log, match);
        if (minutes.isPresent() && match.isPresent() && out != null) {
            LoggedPresence put = LoggedPresence.into(minutes.get(), log, match.get(), OffsetDateTime.now(log.zone()));
            MinutesJson.write(put.minutes(), options.output(out));
            put.untouched().forEach(document.putArray("untouched")::add);
            document.put("file", out.toString());
        }
        options.result(document, table(log, match));
        return ExitCode.OK;
    }

    private AttendanceLog whole(AttendanceOptions known) throws IOException {
        AttendanceLog log = AttendanceLog.read(files.get(0), known);
        for (Path file : files.subList(1, files.size())) {
            log = log.and(AttendanceLog.read(file, known));
        }
        return log;
    }

    private AttendanceOptions known() {
        AttendanceOptions known = AttendanceOptions.none();
        if (!format.equals("auto")) {
            known = known.withFormat(AttendanceFormat.ofCode(format)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--format " + format + " is not known; use auto, teams, zoom, bbb, jitsi or meet")));
        }
        if (dates != null) {
            known = known.withDateOrder(DateOrder.ofCode(dates)
                    .orElseThrow(() -> new IllegalArgumentException("--dates " + dates
                            + " is not known; use dmy where the day comes first, or mdy where the month does")));
        }
        try {
            known = zone == null ? known : known.withZone(ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("--zone " + zone + " is not known; use a name such as Europe/Rome", e);
        }
        try {
            return date == null ? known : known.withDate(LocalDate.parse(date));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("--date " + date + " is no date; write it as 2025-03-10", e);
        }
    }

    private ObjectNode tree(AttendanceLog log, Optional<AttendanceMatch> match) {
        ObjectNode document = CommandOptions.mapper().createObjectNode();
        document.put("source", log.format().code()).put("zone", log.zone().getId());
        ArrayNode participants = document.putArray("participants");
        for (LogParticipant participant : log.participants()) {
            ObjectNode one = participants
                    .addObject()
                    .put("name", participant.name())
                    .put("email", participant.email())
                    .put("account", participant.account());
            match.ifPresent(matched -> one.put("seat", seat(matched, participant)));
            ArrayNode intervals = one.putArray("intervals");
            participant
                    .stays()
                    .forEach(stay -> intervals.addArray().add(iso(stay.from())).add(iso(stay.to())));
            one.put("seconds", participant.connected().toSeconds());
        }
        ArrayNode unresolved = document.putArray("unresolved");
        unresolved(log, match).forEach(one -> unresolved.add(one.name()));
        ArrayNode evidence = document.putArray("evidence");
        for (LogEvidence file : log.evidence()) {
            evidence.addObject()
                    .put("file", file.file())
                    .put("bytes", file.fingerprint().bytes())
                    .put("sha256", file.fingerprint().digest().hex());
        }
        document.set("notices", options.tree(log.notices()));
        return document;
    }

    /** Without seats everybody who has no address; with seats everybody whose account is no seat's. */
    private static List<LogParticipant> unresolved(AttendanceLog log, Optional<AttendanceMatch> match) {
        return match.map(AttendanceMatch::unresolved)
                .orElseGet(() -> log.participants().stream()
                        .filter(one -> one.email().isEmpty())
                        .toList());
    }

    private static @Nullable String seat(AttendanceMatch match, LogParticipant participant) {
        return match.seats().stream()
                .filter(seat -> match.participants(seat).contains(participant))
                .findFirst()
                .orElse(null);
    }

    private static String iso(OffsetDateTime instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant);
    }

    private String table(AttendanceLog log, Optional<AttendanceMatch> match) {
        StringBuilder text = new StringBuilder(log.format().code() + "  " + log.zone());
        for (LogParticipant participant : log.participants()) {
            text.append(System.lineSeparator())
                    .append(String.format(
                            Locale.ROOT,
                            "  %-30s  %-40s  %6d s",
                            participant.name(),
                            participant.account(),
                            participant.connected().toSeconds()));
            match.map(matched -> seat(matched, participant))
                    .ifPresent(seat -> text.append("  -> ").append(seat));
            for (Stay stay : participant.stays()) {
                text.append(System.lineSeparator())
                        .append("      ")
                        .append(iso(stay.from()))
                        .append("  ")
                        .append(iso(stay.to()));
            }
        }
        for (LogParticipant participant : unresolved(log, match)) {
            text.append(System.lineSeparator())
                    .append("  ")
                    .append(options.word("attendance.unresolved"))
                    .append(' ')
                    .append(participant.name());
        }
        for (LogEvidence file : log.evidence()) {
            text.append(System.lineSeparator())
                    .append("  ")
                    .append(file.file())
                    .append("  SHA-256 ")
                    .append(file.fingerprint().digest().hex());
        }
        return text + options.lines(log.notices());
    }
}
