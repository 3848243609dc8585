// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a work on the store (<i>esito della marcatura</i>). Immutable. */
public final class RunOutcome {
    private final @Nullable EvidenceRun run;
    private final Report report;

    RunOutcome(@Nullable EvidenceRun run, List<Finding> findings) {
        this.run = run;
        this.report = Report.of(findings);
    }

    /**
     * The run.
     *
     * @return the run, or empty if there was nothing to do
     */
    public Optional<EvidenceRun> run() {
        return Optional.ofNullable(run);
    }

    /**
     * What was found on the objects meanwhile.
     *
     * @return findings, such as {@code OBJECT_ALTERED}; valid when every object went into the run
     */
    public Report report() {
        return report;
    }
}
