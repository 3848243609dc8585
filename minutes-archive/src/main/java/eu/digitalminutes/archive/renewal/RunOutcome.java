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
    private final long resumed;
    private final Report report;

    RunOutcome(@Nullable EvidenceRun run, long resumed, List<Finding> findings) {
        this.run = run;
        this.resumed = resumed;
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
     * How much was gone on with.
     *
     * @return the files that were not read because a run that was stopped had read them; zero for a run that began anew
     */
    public long resumed() {
        return resumed;
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
