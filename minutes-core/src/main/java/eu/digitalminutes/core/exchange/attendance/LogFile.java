// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.internal.input.InputFile;
import eu.digitalminutes.core.internal.input.InputJson;
import eu.digitalminutes.core.internal.input.InputTable;
import eu.digitalminutes.core.internal.input.InputText;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds out what kind of log a file is, by its content alone, and has it read. */
final class LogFile {
    private static final int HEAD = 512;

    private final InputFile file;
    private final AttendanceOptions options;

    private LogFile(InputFile file, AttendanceOptions options) {
        this.file = file;
        this.options = options;
    }

    static Reading read(InputFile file, AttendanceOptions options) {
        return new LogFile(file, options).read();
    }

    private Reading read() {
        String head = head();
        if (head.startsWith("<")) {
            return reading(AttendanceFormat.BIGBLUEBUTTON, reading -> BbbEventsLog.read(file, reading));
        }
        if (head.startsWith("{") || head.startsWith("[")) {
            return json(InputText.unicode(file).requireIntact().text());
        }
        return table(InputText.any(file).requireIntact());
    }

    /** The first characters, whatever the encoding: enough to tell markup and JSON from a table. */
    private String head() {
        try (InputStream in = file.open()) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1)
                    .replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                    .replace("\0", "")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reading json(String text) {
        boolean lines = text.stripLeading().startsWith("[")
                || text.lines()
                        .filter(line -> !line.isBlank())
                        .limit(2)
                        .allMatch(line -> line.strip().matches("(?s)\\{.*\\}"));
        List<InputJson> documents = lines ? InputJson.sequence(text) : List.of(InputJson.document(text, "the file"));
        if (!documents.isEmpty() && JitsiLog.recognizes(documents.get(0))) {
            return reading(AttendanceFormat.JITSI, reading -> new JitsiLog().read(documents, reading));
        }
        if (documents.size() == 1 && BbbDashboardLog.recognizes(documents.get(0))) {
            return reading(
                    AttendanceFormat.BIGBLUEBUTTON, reading -> new BbbDashboardLog(documents.get(0)).read(reading));
        }
        throw unknown("JSON, but neither the messages of Jitsi's event_sync nor a BigBlueButton learning dashboard");
    }

    private Reading table(InputText text) {
        List<InputTable> tables = InputTable.readings(text.text());
        Reading reading =
                tables.stream().flatMap(table -> of(table).stream()).findFirst().orElseThrow(() -> noTable(tables));
        if (!text.proven()) {
            reading.notice("ENCODING_ASSUMED", "");
        }
        return reading;
    }

    private Optional<Reading> of(InputTable table) {
        return TeamsLog.of(table)
                .map(log -> reading(AttendanceFormat.TEAMS, reading -> log.read(options, reading)))
                .or(() -> TeamsActionsLog.of(table)
                        .map(log -> reading(AttendanceFormat.TEAMS, reading -> log.read(options, reading))))
                .or(() -> MeetLog.of(table)
                        .map(log -> reading(AttendanceFormat.MEET, reading -> log.read(options, reading))))
                .or(() -> rows(table, AttendanceFormat.TEAMS))
                .or(() -> rows(table, AttendanceFormat.ZOOM));
    }

    private Optional<Reading> rows(InputTable table, AttendanceFormat format) {
        return RowsLog.of(table, format).map(log -> reading(format, reading -> log.read(options, reading)));
    }

    private static MinutesException noTable(List<InputTable> tables) {
        if (tables.stream().anyMatch(RowsLog::hasNoTimes)) {
            return new MinutesException(
                    Reading.NO_TIMES,
                    "this is Zoom's list of unique users, which has no times and proves nothing: export the"
                            + " participants without the option to show unique users");
        }
        return tables.stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.cells().size() > 3)
                .findFirst()
                .map(Columns::unknown)
                .orElseGet(() -> unknown("text without the columns of any attendance report"));
    }

    private static MinutesException unknown(String found) {
        return new MinutesException(
                Reading.FORMAT,
                "a log of Teams, Zoom, BigBlueButton, Jitsi or Meet is expected; this is " + found + ", or it is cut");
    }

    private Reading reading(AttendanceFormat format, Consumer<Reading> read) {
        if (options.format().filter(asked -> asked != format).isPresent()) {
            throw new MinutesException(
                    Reading.FORMAT,
                    "this is a log of " + format.code() + ", not of "
                            + options.format().orElseThrow().code());
        }
        ZoneId zone = options.zone().orElse(ZoneOffset.UTC);
        Reading reading = new Reading(format, zone);
        read.accept(reading);
        if (options.date().filter(day -> !reading.roster().hasDay(day)).isPresent()) {
            throw new MinutesException(
                    Reading.DATES_CONTRADICT,
                    "nobody in this log came on " + options.date().orElseThrow() + ", the given date");
        }
        if (options.zone().isEmpty()) {
            reading.notice("ZONE_OF_FILE", "");
        }
        return reading;
    }
}
