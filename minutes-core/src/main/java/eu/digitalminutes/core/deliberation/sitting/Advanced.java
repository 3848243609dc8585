// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.sitting;

import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.Refusal;
import java.util.List;
import java.util.Objects;

/**
 * What a meeting did to a deliberation (<i>esito della seduta per l'atto</i>).
 *
 * @param act the deliberation after the meeting; as before it if the minutes cannot be followed
 * @param refusals why the minutes cannot be followed; empty if they were
 */
public record Advanced(Deliberation act, List<Refusal> refusals) {
    /**
     * What a meeting did to a deliberation.
     *
     * @param act the deliberation after the meeting
     * @param refusals why the minutes cannot be followed
     */
    public Advanced {
        Objects.requireNonNull(act, "act");
        refusals = List.copyOf(refusals);
    }
}
