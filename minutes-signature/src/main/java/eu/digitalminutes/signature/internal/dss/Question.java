// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.signature.profile.ValidationRules;
import eu.digitalminutes.signature.trust.TimeReference;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of signatures.
 *
 * @param at the instant for which to answer
 * @param rules where the standard leaves a choice
 * @param references times at which the signed file is known to have existed
 */
public record Question(Instant at, ValidationRules rules, List<TimeReference> references) {
    /** Copies the list. */
    public Question {
        references = List.copyOf(references);
    }

    /** The first time at which the signed file existed, if the host knows one before the answer's instant. */
    Optional<TimeReference> earliest() {
        return references.stream()
                .filter(reference -> !reference.time().isAfter(at))
                .min(Comparator.comparing(TimeReference::time));
    }

    /** The same for an earlier instant. */
    Question asOf(Instant earlier) {
        return new Question(earlier, rules, List.of());
    }
}
