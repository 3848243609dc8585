// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.monitor;

import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.DeliberationState;
import eu.digitalminutes.core.deliberation.step.Step;
import java.util.List;
import java.util.Objects;

/**
 * One or more steps that a deliberation took (<i>avanzamento dell'iter</i>).
 *
 * @param act the deliberation afterwards
 * @param from where it stood before
 * @param steps what it took, in order; none when the monitor first sees a draft
 */
public record Movement(Deliberation act, DeliberationState from, List<Step> steps) {
    /**
     * One or more steps that a deliberation took.
     *
     * @param act the deliberation afterwards
     * @param from where it stood before
     * @param steps what it took, in order
     */
    public Movement {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(from, "from");
        steps = List.copyOf(steps);
    }

    /**
     * Where it stands now.
     *
     * @return the state
     */
    public DeliberationState to() {
        return act.state();
    }
}
