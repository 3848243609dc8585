// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.outcome.MinutesException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A step was not taken because it breaks a rule; the deliberation is as it was. Supply what is missing, or do not step. */
public final class RefusedStepException extends MinutesException {
    private static final long serialVersionUID = 1L;

    /** Every rule that the step breaks. */
    private final ArrayList<Refusal> refusals;

    /**
     * A step that was not taken. The code is that of the first reason.
     *
     * @param deliberation which one, in words
     * @param refusals why, at least one reason
     * @throws IllegalArgumentException if there is no reason
     */
    public RefusedStepException(String deliberation, List<Refusal> refusals) {
        super(first(refusals).code(), message(deliberation, refusals));
        this.refusals = new ArrayList<>(refusals);
    }

    private static Refusal first(List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            throw new IllegalArgumentException("a step is refused for a reason");
        }
        return refusals.get(0);
    }

    private static String message(String deliberation, List<Refusal> refusals) {
        return deliberation + ": " + refusals.stream().map(Refusal::toString).collect(Collectors.joining("; "));
    }

    /**
     * Every rule that the step breaks.
     *
     * @return an immutable list, not empty
     */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}
