// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ExportCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    static Path folder;

    static Path facts;

    private record Answer(int code, String out, String err) {}

    @BeforeAll
    static void makeTheFacts() throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        facts = folder.resolve("minutes.json");
        StringWriter out = new StringWriter();
        assertEquals(
                0,
                MinutesCommand.run(
                        new PrintWriter(out, true),
                        new PrintWriter(out, true),
                        "demo",
                        "--out",
                        folder.resolve("demo").toString()));
        Files.copy(folder.resolve("demo").resolve("minutes.json"), facts);
    }

    private static Answer export(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = Stream.concat(Stream.of("export", facts), Stream.of(arguments))
                .map(String::valueOf)
                .toArray(String[]::new);
        int code = MinutesCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Answer(code, out.toString(), err.toString());
    }

    /** The command by itself: what its parent will be is not built yet. */
    private static Answer importAkn(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new ImportAknCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setParameterExceptionHandler(Failures::usage);
        line.setExecutionExceptionHandler(Failures::stopped);
        int code = line.execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "akn, <akomaNtoso",
        "popolo, vote_events",
        "oparl, https://schema.oparl.org/1.1/Meeting",
        "ocd, ocd-event/",
        "vtt, WEBVTT",
        "metadata, WEBVTT",
        "chapters, 1.2.0",
        "allowances, minutes present"
    })
    void everyFormIsWrittenAndItsFileNamed(String form, String holds) throws IOException {
        Path target = folder.resolve("out." + form);
        Answer answer = export("--to", form, "--out", target, "--web", "https://dati.example/", "--json");
        assertEquals(0, answer.code, answer.err);
        assertEquals(target.toString(), MAPPER.readTree(answer.out).get("file").asText());
        assertTrue(Files.readString(target).contains(holds));
    }

    @Test
    void withoutAnAddressOfItsOwnAFileSaysSo() throws IOException {
        Answer answer = export("--to", "oparl", "--out", folder.resolve("look.json"));
        assertEquals(0, answer.code, answer.err);
        assertTrue(answer.err.contains("--web"), answer.err);
        assertTrue(Files.readString(folder.resolve("look.json")).contains("https://minutes.invalid/"));
    }

    @ParameterizedTest
    @CsvSource({"popolo, --full", "vtt, --part=other.mp4", "allowances, --amount=0.001", "allowances, --minimum-share=2"
    })
    void whatMakesNoSenseIsWrongUsage(String form, String option) {
        Answer answer = export("--to", form, "--out", folder.resolve("no"), option);
        assertEquals(64, answer.code, answer.err);
        assertEquals(1, answer.err.lines().count());
        assertFalse(Files.exists(folder.resolve("no")));
    }

    @Test
    void anUnknownFormIsWrongUsageAndAMissingFolderCannotBeWrittenTo() {
        assertEquals(64, export("--to", "tei", "--out", folder.resolve("no")).code);
        assertEquals(73, export("--to", "akn", "--out", folder.resolve("no/where/f.xml")).code);
    }

    @Test
    void ourOwnDebateIsImportedAsItWas() throws IOException {
        Path debate = folder.resolve("debate.xml");
        assertEquals(0, export("--to", "akn", "--out", debate).code);
        Path back = folder.resolve("back.json");
        Answer answer = importAkn(debate, "--out", back, "--json");
        assertEquals(0, answer.code, answer.err);
        JsonNode json = MAPPER.readTree(answer.out);
        assertEquals(back.toString(), json.get("file").asText());
        assertTrue(json.get("notices").isEmpty(), answer.out);
        assertEquals(
                MAPPER.readTree(Files.readString(facts)).get("meeting"),
                MAPPER.readTree(Files.readString(back)).get("meeting"));
    }

    @Test
    void aDebateOfOthersNeedsAFrame() throws IOException {
        Path debate = folder.resolve("full.xml");
        assertEquals(0, export("--to", "akn", "--full", "--out", debate).code);
        Path foreign = folder.resolve("foreign.xml");
        Files.writeString(foreign, Files.readString(debate).replaceAll("(?s)<m:facts.*</m:facts>", ""));
        Path made = folder.resolve("made.json");
        Answer refused = importAkn(foreign, "--out", made);
        assertEquals(64, refused.code);
        assertTrue(refused.err.contains("--frame"), refused.err);
        ObjectNode frame = (ObjectNode) MAPPER.readTree(Files.readString(facts));
        frame.putArray("events");
        frame.remove("log");
        Path frameFile = folder.resolve("frame.json");
        MAPPER.writeValue(frameFile.toFile(), frame);
        Answer answer = importAkn(foreign, "--frame", frameFile, "--out", made, "--json");
        assertEquals(0, answer.code, answer.err);
        assertTrue(Files.readString(made).contains("\"spoke\""));
    }

    @Test
    void whatIsNoDebateIsBadData() throws IOException {
        Path bad = folder.resolve("bad.xml");
        Files.writeString(bad, "<a/>");
        Answer answer = importAkn(bad, "--out", folder.resolve("never.json"));
        assertEquals(65, answer.code);
        assertTrue(answer.err.contains("bad.xml"), answer.err);
        assertFalse(Files.exists(folder.resolve("never.json")));
    }

    @Test
    void theSameExportGivesTheSameBytes() throws IOException {
        Path one = folder.resolve("one.xml");
        Path two = folder.resolve("two.xml");
        export("--to", "akn", "--out", one);
        export("--to", "akn", "--out", two);
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    }
}
