// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.monitor;

import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.Standing;
import eu.digitalminutes.core.deliberation.step.Completion;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Check 25 of the legal report: whether deliberations were published long enough, since when they are executable, and
 * whether they are preserved (<i>prove di pubblicazione e di conservazione</i>). Join its report with that of the minutes.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 124 and
 *     134</a>
 */
public final class EvidenceCheck {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(EvidenceCheck.class);

    /** TUEL 124(1): fifteen days running, of which the first counts. */
    private static final long DAYS = 15;

    private EvidenceCheck() {}

    /**
     * What can be shown of the deliberations of a meeting; of those that are not numbered there is nothing to publish.
     *
     * @param acts the deliberations
     * @param today the day for which to answer
     * @return a warning where something is missing that should be there, else information on what is still pending
     */
    public static Report of(Collection<Deliberation> acts, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        for (Deliberation act : acts) {
            Standing standing = act.standing();
            if (standing.number().isPresent() && !standing.isEnded()) {
                publication(act.reference(), standing, today, findings);
                if (standing.receipt().isEmpty()) {
                    findings.add(CATALOGUE.finding("NOT_PRESERVED", Severity.INFO, act.reference()));
                }
            }
        }
        return Report.of(findings);
    }

    private static void publication(String act, Standing standing, LocalDate today, List<Finding> findings) {
        if (standing.publication().isEmpty()) {
            findings.add(CATALOGUE.finding("NOT_PUBLISHED", Severity.INFO, act));
            return;
        }
        Completion.Published published = standing.publication().get();
        long days = ChronoUnit.DAYS.between(published.from(), published.to()) + 1;
        if (days < DAYS) {
            findings.add(CATALOGUE.finding("PUBLICATION_SHORT", Severity.WARN, act, days, DAYS));
        } else if (!today.isAfter(published.to())) {
            findings.add(CATALOGUE.finding(
                    "PUBLICATION_RUNNING", Severity.INFO, act, published.to().toString()));
        }
        if (standing.effect().isEmpty()) {
            standing.executableFrom()
                    .flatMap(ruling -> ruling.firstDay())
                    .filter(first -> first.isAfter(today))
                    .ifPresent(first -> findings.add(
                            CATALOGUE.finding("NOT_YET_EXECUTABLE", Severity.INFO, act, first.toString())));
        }
    }
}
