// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmark runs; how fast is no test's business. */
class SessionBenchmarkTest {
    @Test
    void everyRowIsPrinted() throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        SessionBenchmark.run(new int[] {30, 60, 7, 2, 50}, new PrintStream(shown, true, StandardCharsets.UTF_8));
        List<String> rows = shown.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(5, rows.size(), rows.toString());
        assertTrue(rows.get(0).matches("append and quorum after 30 events +[0-9.]+ µs"), rows.get(0));
        assertTrue(rows.get(1).matches("append and quorum after 60 events +[0-9.]+ µs"), rows.get(1));
        assertTrue(rows.get(2).matches("ratio, median of 7 each +[0-9.]+"), rows.get(2));
        assertTrue(rows.get(3).matches("a year of 2 sessions, checked and written +[0-9.]+ CPU s"), rows.get(3));
        assertTrue(rows.get(4).matches("of 50 events each, as minutes.json +[0-9.]+ MB"), rows.get(4));
    }
}
