// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark runs and counts right; how fast is no test's business. */
class SigningBenchmarkTest {
    private static final Path MODULE = Path.of(System.getProperty("minutes.root"), "minutes-examples");

    /** What lies around the recording: facts, manifest, signatures, directory. */
    private static final double AROUND = 0.1;

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void passesAreCountedForOursAndForDss() throws Exception {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Options options = Options.parse(
                MODULE,
                "--size",
                "2m",
                "--rounds",
                "0",
                "--peers",
                "dss",
                "--only",
                "minutes xades-e (sign-two|validate)|DSS xades-e sign-one",
                "--work",
                folder.toString());
        List<Row> rows = SigningBenchmark.run(MODULE, options, new PrintStream(log, true, StandardCharsets.UTF_8));
        String told = log.toString(StandardCharsets.UTF_8);
        assertPasses(rows, "minutes", "xades-e sign-two", 1, 1, told);
        assertPasses(rows, "minutes", "xades-e validate", 1, 0, told);
        assertPasses(rows, "DSS", "xades-e sign-one", 2, 1, told);
        assertTrue(ResultTable.of(options, rows).contains("| ASiC-E, XAdES: sign by two | minutes | 128m |"));
        assertTrue(BarChart.of(options, rows).startsWith("<svg "));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.sorted(Comparator.naturalOrder()).toList());
        }
    }

    private static void assertPasses(
            List<Row> rows, String tool, String operation, int read, int written, String told) {
        Row row = rows.stream()
                .filter(one -> one.tool().equals(tool) && one.operation().equals(operation))
                .findFirst()
                .orElseThrow();
        assertEquals("", row.failure(), told);
        assertEquals(read, row.passesRead(), AROUND, operation);
        assertEquals(written, row.passesWritten(), AROUND, operation);
    }

    @Test
    void anUnknownOptionOrPeerIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Options.parse(MODULE, "--fast", "yes"));
        assertThrows(IllegalArgumentException.class, () -> Options.parse(MODULE, "--peers", "gpg"));
        assertEquals(20L << 30, Options.parse(MODULE, "--size", "20g").bytes());
        assertEquals("256 MiB", Options.parse(MODULE, "--size", "256m").sizeName());
    }
}
