// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code minutes import} answers, and how it fails. */
class ImportCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private record Answer(int code, String out, String err) {
        JsonNode json() throws IOException {
            return MAPPER.readTree(out);
        }
    }

    @BeforeAll
    static void inEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private static Answer minutes(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = MinutesCommand.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    private static Path sample(String name) {
        Path path = Path.of(System.getProperty("minutes.shared", "../../shared"), "samples/attendance", name);
        assumeTrue(Files.exists(path), "the sample " + path + " is not here: skipped");
        return path;
    }

    @ParameterizedTest
    @CsvSource({
        "teams-three-sections.utf16le.csv, teams-three-sections, auto, teams",
        "teams-three-sections.utf8-comma.csv, teams-three-sections, teams, teams",
        "zoom-participants.preamble.csv, zoom-participants, auto, zoom",
        "jitsi-event-sync.jsonl, teams-three-sections, jitsi, jitsi",
        "bbb-learning-dashboard.json, teams-three-sections, bbb, bbb"
    })
    void attendanceIsAnsweredInTheFormOfTheExpectedFiles(String file, String truth, String format, String source)
            throws IOException {
        Path log = sample(file);
        Answer answer = minutes("import", "attendance", log, "--format", format, "--zone", "Europe/Rome", "--json");
        assertEquals(0, answer.code, answer.err);
        JsonNode expected = MAPPER.readTree(sample(truth + ".expected.json").toFile());
        JsonNode json = answer.json();
        assertEquals(source, json.get("source").asText());
        assertEquals("Europe/Rome", json.get("zone").asText());
        json.get("participants").forEach(one -> ((ObjectNode) one).remove("account"));
        assertEquals(
                expected.get("participants").toString(),
                json.get("participants").toString());
        assertEquals("[\"Segretario (Ospite)\"]", json.get("unresolved").toString());
        assertEquals(file, json.at("/evidence/0/file").asText());
        assertEquals(Files.size(log), json.at("/evidence/0/bytes").asLong());
        assertTrue(json.at("/evidence/0/sha256").asText().matches("[0-9a-f]{64}"));
        assertTrue(json.get("notices").isArray());
    }

    @Test
    void seatsTakeTheirAccountsAndTheRestIsUnresolved() throws IOException {
        Path minutes = folder.resolve("minutes.json");
        assertEquals(0, minutes("demo", "--out", folder.resolve("demo")).code);
        ObjectNode facts =
                (ObjectNode) MAPPER.readTree(folder.resolve("demo/minutes.json").toFile());
        String seat = facts.at("/seats/0/id").asText();
        ((ObjectNode) facts.at("/seats/0")).putArray("accounts").add("Laura.Bianchi@comune.valfiorita.example");
        MAPPER.writeValue(minutes.toFile(), facts);
        Answer answer = minutes(
                "import",
                "attendance",
                sample("zoom-participants.preamble.csv"),
                "--zone",
                "Europe/Rome",
                "--seats",
                minutes,
                "--json");
        assertEquals(0, answer.code, answer.err);
        ArrayNode participants = (ArrayNode) answer.json().get("participants");
        assertEquals(seat, participants.get(0).get("seat").asText());
        assertTrue(participants.get(1).get("seat").isNull());
        assertEquals(3, answer.json().get("unresolved").size());
    }

    @Test
    void whatIsImportedGoesIntoTheMinutesAndTheirChainHolds() throws IOException {
        assertEquals(0, minutes("demo", "--out", folder.resolve("demo")).code);
        Path facts = folder.resolve("demo/minutes.json");
        Path agenda = Files.writeString(folder.resolve("odg.csv"), "numero;oggetto\n9;Varie\n");
        Path more = folder.resolve("more.json");
        assertEquals(0, minutes("import", "agenda", agenda, "--minutes", facts, "--out", more).code);
        assertEquals("item-9", MAPPER.readTree(more.toFile()).at("/agenda/4/id").asText());
        Path marks = Files.writeString(folder.resolve("marks.csv"), "offset,item,speaker\n590,9,ferri\n591,,nobody\n");
        Path whole = folder.resolve("whole.json");
        Answer answer = minutes("import", "marks", marks, "--minutes", more, "--out", whole, "--json");
        assertEquals(0, answer.code, answer.err);
        assertEquals(1, answer.json().get("unresolved").size());
        Answer checked = minutes("check", whole, "--json");
        assertFalse(checked.out.contains("EVENT_CHAIN"), checked.out);
        assertTrue(checked.out.contains("LATE_ENTRY"), checked.out);
        assertFails(64, "--out", minutes("import", "marks", marks, "--minutes", more));
    }

    @Test
    void thePersonWhoReadsGetsATable() {
        Answer answer =
                minutes("import", "attendance", sample("zoom-participants.preamble.csv"), "--zone", "Europe/Rome");
        assertTrue(answer.out.startsWith("zoom  Europe/Rome"), answer.out);
        assertTrue(answer.out.contains("To be identified by the secretary: Segretario (Ospite)"), answer.out);
        assertTrue(answer.out.contains("MONTH_FIRST_BY_CLOCK"), answer.out);
    }

    @Test
    void failuresHaveTheirExitCode() throws IOException {
        Path log = sample("zoom-participants.preamble.csv");
        Path broken = Files.writeString(folder.resolve("broken.csv"), "a,b\n");
        assertFails(65, "option zone", minutes("import", "attendance", log));
        assertFails(65, "broken.csv", minutes("import", "attendance", broken, "--zone", "Europe/Rome"));
        assertFails(65, "not of teams", minutes("import", "attendance", log, "--zone", "Z", "--format", "teams"));
        assertFails(66, "absent.csv", minutes("import", "attendance", folder.resolve("absent.csv"), "--zone", "Z"));
        assertFails(64, "--zone", minutes("import", "attendance", log, "--zone", "Europe/Roma"));
        assertFails(64, "--format", minutes("import", "attendance", log, "--format", "webex"));
        assertFails(64, "--date", minutes("import", "attendance", log, "--date", "10/03/2025"));
        assertFails(64, "--dates", minutes("import", "attendance", log, "--dates", "ymd"));
        assertFails(64, "attendance", minutes("import"));
        assertFails(64, "FILE", minutes("import", "attendance"));
        assertFails(65, "broken.csv", minutes("import", "captions", broken));
        assertFails(65, "broken.csv", minutes("import", "agenda", broken));
        assertFails(65, "broken.csv", minutes("import", "marks", broken));
        assertFails(
                73, "nowhere", minutes("import", "captions", captions(), "--out", folder.resolve("nowhere/out.vtt")));
    }

    private static void assertFails(int code, String message, Answer answer) {
        assertEquals(code, answer.code, answer.err);
        assertEquals("", answer.out);
        assertEquals(1, answer.err.lines().count(), answer.err);
        assertTrue(answer.err.contains(message), answer.err);
    }

    private Path captions() throws IOException {
        return Files.writeString(folder.resolve("c.srt"), "1\n00:00:01,000 --> 00:00:02,500\nBuonasera\n");
    }

    @Test
    void captionsAreAnsweredAndWritten() throws IOException {
        Path out = folder.resolve("c.vtt");
        Answer answer = minutes("import", "captions", captions(), "--out", out, "--json");
        assertEquals(0, answer.code, answer.err);
        assertEquals("Buonasera", answer.json().at("/cues/0/text").asText());
        assertEquals(2.5, answer.json().at("/cues/0/to").asDouble());
        assertTrue(Files.readString(out).startsWith("WEBVTT\n"));
        assertTrue(minutes("import", "captions", out).out.contains("Buonasera"));
    }

    @Test
    void agendasAndMarksAreAnswered() throws IOException {
        Path agenda = Files.writeString(folder.resolve("a.csv"), "numero;oggetto;ufficio\n1;Appello;Segreteria\n");
        JsonNode items = minutes("import", "agenda", agenda, "--json").json().get("items");
        assertEquals("Appello", items.at("/0/title").asText());
        assertEquals("Segreteria", items.at("/0/others/ufficio").asText());
        Path marks = Files.writeString(folder.resolve("m.csv"), "offset,item\n00:01:30,2\n");
        assertEquals(
                90,
                minutes("import", "marks", marks, "--json")
                        .json()
                        .at("/marks/0/offset")
                        .asDouble());
        assertTrue(minutes("import", "marks", marks).out.startsWith("90.000  2"));
    }

    @Test
    void everyCommandExplainsItselfInBothLanguages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.ITALIAN)) {
            Locale.setDefault(language);
            try {
                for (String command : List.of("attendance", "captions", "agenda", "marks")) {
                    Answer answer = minutes("import", command, "--help");
                    assertEquals(0, answer.code);
                    assertTrue(answer.out.lines().count() > 5, answer.out);
                    assertFalse(answer.out.lines().findFirst().orElse("").isBlank());
                }
            } finally {
                Locale.setDefault(Locale.ENGLISH);
            }
        }
    }
}
