// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.Iter;
import eu.digitalminutes.core.deliberation.step.Completion;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** TUEL, art. 124 and 134: fifteen days at the albo, executable after the tenth, and a receipt of the archive. */
class EvidenceCheckTest {
    private static List<String> codes(LocalDate today, Deliberation... acts) {
        Report report = EvidenceCheck.of(List.of(acts), today);
        assertEquals(Verdict.VALID, report.verdict());
        return report.findings().stream().map(Finding::code).toList();
    }

    @Test
    void ofAnActWithoutNumberThereIsNothingToShow() {
        assertEquals(List.of(), codes(LocalDate.of(2026, 6, 1), Iter.approved()));
    }

    @Test
    void aNumberedActWaitsForAlboAndArchive() {
        assertEquals(
                List.of("NOT_PUBLISHED", "NOT_PRESERVED"),
                codes(LocalDate.of(2026, 6, 1), Iter.next(Iter.approved(), Iter.numbered(20))));
    }

    @Test
    void aPublishedActIsFollowedToTheEndOfItsTerms() {
        Deliberation act = Iter.published();
        Completion.Published entry = act.standing().publication().orElseThrow();
        LocalDate executable =
                act.standing().executableFrom().orElseThrow().firstDay().orElseThrow();
        assertEquals(List.of("PUBLICATION_RUNNING", "NOT_YET_EXECUTABLE", "NOT_PRESERVED"), codes(entry.from(), act));
        assertEquals(List.of("PUBLICATION_RUNNING", "NOT_PRESERVED"), codes(executable, act));
        assertEquals(List.of("NOT_PRESERVED"), codes(entry.to().plusDays(30), act));
    }
}
