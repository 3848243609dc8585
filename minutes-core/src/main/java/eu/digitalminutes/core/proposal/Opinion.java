// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.proposal;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What an officer says of a proposal before it is voted (<i>parere</i>): mandatory, not binding.
 *
 * @param kind which opinion
 * @param outcome what it says
 * @param officer who gives it, in words such as name and office
 * @param date when it was given
 * @param reason why; empty when nothing was said, though one that is not due or unfavourable should say so
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art.
 *     49</a>
 */
public record Opinion(OpinionKind kind, OpinionOutcome outcome, String officer, LocalDate date, String reason) {
    /**
     * An opinion.
     *
     * @param kind which opinion
     * @param outcome what it says
     * @param officer who gives it
     * @param date when it was given
     * @param reason why; may be empty
     * @throws IllegalArgumentException if nobody gives it
     */
    public Opinion {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(reason, "reason");
        if (officer.isBlank()) {
            throw new IllegalArgumentException("an opinion is given by somebody");
        }
    }
}
