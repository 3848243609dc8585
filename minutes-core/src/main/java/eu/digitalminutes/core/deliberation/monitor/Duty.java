// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.monitor;

import eu.digitalminutes.core.deliberation.step.StepKind;
import eu.digitalminutes.core.outcome.Text;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * A step that a deliberation waits for (<i>adempimento in attesa</i>).
 *
 * @param reference which deliberation, by its reference in the register of proposals
 * @param step what is to be done
 * @param who by whom, an office or a named officer
 * @param since since when it can be done; empty for a draft
 * @param on the day on which it falls due or first can be done, where the law sets one
 */
public record Duty(String reference, StepKind step, Text who, Optional<OffsetDateTime> since, Optional<LocalDate> on) {
    /**
     * A step that a deliberation waits for.
     *
     * @param reference which deliberation
     * @param step what is to be done
     * @param who by whom
     * @param since since when it can be done
     * @param on the day on which it falls due or first can be done
     */
    public Duty {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(on, "on");
    }
}
