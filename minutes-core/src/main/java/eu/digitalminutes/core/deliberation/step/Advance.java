// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.step;

/** What one step of a deliberation consists in (<i>contenuto del passaggio</i>). */
public sealed interface Advance permits Preparation, Decision, Completion, Spending, Ending {
    /**
     * Which kind of step it is.
     *
     * @return the kind
     */
    StepKind kind();
}
