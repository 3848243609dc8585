// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The sample logs outside the repository, what they must be read as, and readings in a form that can be compared. */
final class Samples {
    static final ZoneId ROME = ZoneId.of("Europe/Rome");
    static final AttendanceOptions IN_ROME = AttendanceOptions.none().withZone(ROME);
    static final AttendanceOptions ON_THE_DAY = IN_ROME.withDate(LocalDate.of(2025, 3, 10));

    static final String TEAMS = "attendance/teams-three-sections.utf16le.csv";
    static final String TEAMS_COMMA = "attendance/teams-three-sections.utf8-comma.csv";
    static final String ZOOM = "attendance/zoom-participants.preamble.csv";
    static final String MEET = "attendance/meet-attendance.csv";
    static final String JITSI = "attendance/jitsi-event-sync.jsonl";
    static final String DASHBOARD = "attendance/bbb-learning-dashboard.json";

    private Samples() {}

    static byte[] bytes(String name) throws IOException {
        Path path = Path.of(System.getProperty("minutes.shared", "../../shared"), "samples")
                .resolve(name);
        assumeTrue(Files.exists(path), "the sample " + path + " is not here: skipped");
        return Files.readAllBytes(path);
    }

    static String text(String name) throws IOException {
        byte[] bytes = bytes(name);
        boolean wide = bytes[0] == (byte) 0xff;
        String text = new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static List<String> truth() throws IOException {
        return truth("attendance/teams-three-sections.expected.json");
    }

    /** Participants and stays of an expected.json, one line each. */
    static List<String> truth(String name) throws IOException {
        List<String> lines = new ArrayList<>();
        for (JsonNode one : new ObjectMapper().readTree(bytes(name)).get("participants")) {
            StringBuilder line = new StringBuilder(
                    one.get("name").asText() + "|" + one.get("email").asText());
            for (JsonNode stay : one.get("intervals")) {
                line.append('|')
                        .append(stay.get(0).asText())
                        .append('/')
                        .append(stay.get(1).asText());
            }
            lines.add(line + "|" + one.get("seconds").asInt());
        }
        return lines;
    }

    /** The same form for what was read. */
    static List<String> lines(AttendanceLog log) {
        List<String> lines = new ArrayList<>();
        for (LogParticipant one : log.participants()) {
            StringBuilder line = new StringBuilder(one.name() + "|" + one.email());
            one.stays()
                    .forEach(stay -> line.append('|')
                            .append(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(stay.from()))
                            .append('/')
                            .append(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(stay.to())));
            lines.add(line + "|" + one.connected().toSeconds());
        }
        return lines;
    }

    static AttendanceLog read(String text, AttendanceOptions options) {
        return AttendanceLog.read("log", text.getBytes(StandardCharsets.UTF_8), options);
    }

    static List<String> codes(AttendanceLog log) {
        return log.notices().stream().map(one -> one.code()).toList();
    }
}
