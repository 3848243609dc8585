// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.digitalminutes.core.exchange.agenda.AgendaImport;
import eu.digitalminutes.core.exchange.agenda.HallMarks;
import eu.digitalminutes.core.exchange.attendance.AttendanceLog;
import eu.digitalminutes.core.exchange.attendance.AttendanceOptions;
import eu.digitalminutes.core.exchange.captions.Captions;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged input ends in an answer or in a refusal that says something, soon. */
class ImportFuzzTest {
    private static final int MUTATIONS = 1_000;
    private static final byte[] PIECES =
            "\"\"<>{}[],;\t\n\r:0123456789-->&#x;AM PM\u00f2\0\u00ff//".getBytes(StandardCharsets.ISO_8859_1);

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes && bytes.length > 4; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = PIECES[random.nextInt(PIECES.length)];
                case 2 -> {
                    int length = Math.min(bytes.length - at, random.nextInt(40));
                    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
                default -> bytes = Arrays.copyOf(bytes, Math.max(4, bytes.length - random.nextInt(20)));
            }
        }
        return bytes;
    }

    private static void survives(byte[] original, Consumer<byte[]> read) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Random random = new Random(20250310);
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] bytes = mutated(original, random);
                try {
                    read.accept(bytes);
                } catch (MinutesException e) {
                    assertFalse(e.getMessage().isBlank());
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attendance/teams-three-sections.utf16le.csv",
                "attendance/teams-three-sections.utf8-comma.csv",
                "attendance/zoom-participants.preamble.csv",
                "attendance/meet-attendance.csv",
                "attendance/jitsi-event-sync.jsonl",
                "attendance/bbb-learning-dashboard.json",
                "bbb/sample.xml"
            })
    void attendanceLogs(String name) throws IOException {
        Path sample = Path.of(System.getProperty("minutes.shared", "../../shared"), "samples")
                .resolve(name);
        assumeTrue(Files.exists(sample), "the sample " + sample + " is not here: skipped");
        AttendanceOptions options = AttendanceOptions.none()
                .withZone(ZoneId.of("Europe/Rome"))
                .withDate(name.contains("bbb/") ? LocalDate.of(2018, 8, 16) : LocalDate.of(2025, 3, 10));
        survives(Files.readAllBytes(sample), bytes -> AttendanceLog.read("log", bytes, options));
    }

    @Test
    void captions() {
        String vtt = "WEBVTT\nLanguage: it\n\nNOTE x\n\n1\n00:00:04.000 --> 00:01:11.500\n<v Rossi>Buonasera &amp;\n\n";
        String srt =
                "1\n00:00:04,000 --> 00:01:11,500\n<i>Buonasera</i> {\\an8}\n\n2\n00:02:00,000 --> 00:02:01,000\nx\n";
        survives(
                vtt.getBytes(StandardCharsets.UTF_8),
                bytes -> Captions.read("c", bytes).toWebVtt());
        survives(
                srt.getBytes(StandardCharsets.UTF_8),
                bytes -> Captions.read("c", bytes).toWebVtt());
    }

    @Test
    void agendasAndMarks() {
        String agenda = "numero;oggetto;tipo\n1;\"Appello; verifica\";\n2;Bilancio;delibera\n";
        String json = "{\"items\":[{\"number\":1,\"title\":\"Appello\"},{\"number\":\"2\",\"title\":\"Bilancio\"}]}";
        String marks =
                "offset,item,speaker,at\n00:00:10.5,1,s1,2025-03-10T18:00:10.5+01:00\n12,2,s2,2025-03-10T18:00:12+01:00\n";
        survives(agenda.getBytes(StandardCharsets.UTF_8), bytes -> AgendaImport.read("a", bytes));
        survives(json.getBytes(StandardCharsets.UTF_8), bytes -> AgendaImport.read("a", bytes));
        survives(marks.getBytes(StandardCharsets.UTF_8), bytes -> HallMarks.read("m", bytes));
    }
}
