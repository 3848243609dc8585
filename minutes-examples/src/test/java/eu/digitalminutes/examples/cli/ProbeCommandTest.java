// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeCommandTest {
    private static final String[] KEYS = {
        "file",
        "bytes",
        "container",
        "mimeType",
        "puid",
        "durationSeconds",
        "tracks",
        "complete",
        "agidPreservation",
        "problems"
    };

    @TempDir
    Path folder;

    private final Locale before = Locale.getDefault();

    private record Answer(int code, String out, String err) {}

    private static Answer minutes(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        int code = MinutesCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Answer(code, out.toString(), err.toString());
    }

    private static Path recording(String name) {
        Path file = Path.of(System.getProperty("minutes.shared", "../../shared"), "media")
                .resolve(name);
        assumeTrue(Files.exists(file), "the recording " + file + " is not here: skipped");
        return file;
    }

    @BeforeEach
    void inEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(before);
    }

    @Test
    void tellsEachFileInOneList() throws IOException {
        Answer answer = minutes(
                "probe", recording("session/session.mp4"), recording("variants/rv-truncated-1-byte.mp4"), "--json");
        assertEquals(1, answer.code, answer.err);
        JsonNode list = new ObjectMapper().readTree(answer.out);
        assertEquals(2, list.size());
        for (String key : KEYS) {
            assertTrue(list.get(0).has(key), key);
        }
        assertEquals("MP4", list.get(0).get("container").asText());
        assertEquals("fmt/199", list.get(0).get("puid").asText());
        assertEquals(600.0, list.get(0).get("durationSeconds").asDouble(), 0.05);
        assertEquals("yes", list.get(0).get("complete").asText());
        assertEquals("conditional", list.get(0).get("agidPreservation").asText());
        assertEquals("video", list.get(0).get("tracks").get(0).get("kind").asText());
        assertEquals("no", list.get(1).get("complete").asText());
        assertEquals("TRUNCATED", list.get(1).get("problems").get(0).get("code").asText());
    }

    @Test
    void aSoundFileIsEnoughForZero() {
        Answer answer = minutes("probe", recording("variants/rv-pcm16k.wav"));
        assertEquals(0, answer.code, answer.err);
        assertTrue(answer.out.contains("AUDIO pcm_s16le, 16000 Hz, 1 ch"), answer.out);
    }

    @Test
    void theDeepLookSeesMore() {
        Path file = recording("variants/rv-zeroed-block.mp4");
        assertEquals(0, minutes("probe", file).code);
        assertEquals(1, minutes("probe", file, "--deep").code);
    }

    @Test
    void aFileThatIsNotThereIsSaidInOneLine() {
        Answer answer = minutes("probe", folder.resolve("none.mp4"));
        assertEquals(66, answer.code, answer.err);
        assertEquals("", answer.out);
        assertEquals(1, answer.err.lines().count(), answer.err);
    }

    @Test
    void speaksItalianToo() throws IOException {
        Locale.setDefault(Locale.ITALIAN);
        Path empty = Files.createFile(folder.resolve("vuoto.mp4"));
        Answer answer = minutes("probe", empty);
        assertEquals(1, answer.code);
        assertTrue(answer.out.contains("da rifiutare"), answer.out);
        assertTrue(minutes("probe", "--help").out.contains("Le registrazioni."));
    }
}
