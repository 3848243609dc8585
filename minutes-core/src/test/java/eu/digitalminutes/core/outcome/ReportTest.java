// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Text WORDS = new Text("it", "en");
    private static final Finding FAIL = Finding.of("A", Severity.FAIL, "file", WORDS, "law");
    private static final Finding WARN = Finding.of("B", Severity.WARN, "", WORDS, "law");
    private static final Finding OPEN = Finding.undecided("C", "", WORDS, "law");

    @Test
    void aCertainFailureDecides() {
        assertEquals(Verdict.INVALID, Report.of(List.of(OPEN, FAIL)).verdict());
    }

    @Test
    void anUndecidedFailureLeavesItOpen() {
        assertEquals(Verdict.INDETERMINATE, Report.of(List.of(WARN, OPEN)).verdict());
    }

    @Test
    void warningsLeaveItValid() {
        Report report = Report.of(List.of(WARN));
        assertEquals(Verdict.VALID, report.verdict());
        assertSame(report, report.requireValid());
    }

    @Test
    void whoPrefersToThrowHearsOfEveryFailure() {
        MinutesException e = assertThrows(
                MinutesException.class,
                () -> Report.of(List.of(FAIL)).and(Report.of(List.of(OPEN))).requireValid());
        assertEquals("NOT_VALID", e.code());
        assertTrue(e.getMessage().contains("A file") && e.getMessage().contains("C"), e.getMessage());
    }
}
