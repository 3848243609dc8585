// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkAuditScaleTest {
    private static final int BYTES = 20 << 20;

    @TempDir
    Path temp;

    private Path store = Path.of("store");

    @BeforeEach
    void packages() throws IOException {
        store = temp.resolve("store");
        Bags.write(store.resolve("2025/a.zip"), BYTES, 1);
        Bags.write(store.resolve("2026/b.zip"), BYTES, 2);
        Bags.write(store.resolve("2026/c.zip"), 1000, 3);
    }

    /** What a start of the job said, and how it ended. */
    private record Answer(int code, List<String> lines, JsonNode summary) {}

    private Answer audit(String... options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] arguments = new String[options.length + 2];
        arguments[0] = store.toString();
        arguments[1] = temp.resolve("catalogue").toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        int code = SparkAudit.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        return new Answer(
                code, lines.subList(0, lines.size() - 1), new ObjectMapper().readTree(lines.get(lines.size() - 1)));
    }

    @Test
    void packagesAreAuditedByTasksAndRotIsFound() throws Exception {
        Answer first = audit();
        assertEquals(0, first.code(), first.toString());
        assertEquals(3, first.lines().size());
        assertEquals(3, first.summary().path("packages").asInt());
        assertTrue(first.summary().path("bytes").asLong() >= 2 * BYTES, first.toString());

        Answer skipped = audit("--older-than", "90d");
        assertEquals(0, skipped.code());
        assertEquals(0, skipped.summary().path("packages").asInt());

        try (RandomAccessFile file =
                new RandomAccessFile(store.resolve("2026/b.zip").toFile(), "rw")) {
            file.seek(BYTES / 2);
            int old = file.read();
            file.seek(BYTES / 2);
            file.write(old ^ 1);
        }
        Files.delete(store.resolve("2026/c.zip"));
        Answer rotten = audit();
        assertEquals(1, rotten.code());
        assertEquals("INVALID", rotten.summary().path("verdict").asText());
        assertEquals(
                List.of("BIT_ROT", "PACKAGE_LOST"),
                rotten.summary().path("findings").findValuesAsText("code"));
        assertTrue(rotten.lines().stream().anyMatch(line -> line.startsWith("VALID 2025/a.zip ")), rotten.toString());
        assertTrue(
                rotten.lines().stream()
                        .anyMatch(line -> line.startsWith("INVALID 2026/b.zip ") && line.contains("BIT_ROT")),
                rotten.toString());
    }
}
