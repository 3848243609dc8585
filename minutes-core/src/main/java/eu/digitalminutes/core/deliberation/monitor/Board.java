// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.monitor;

import eu.digitalminutes.core.deliberation.DeliberationState;
import eu.digitalminutes.core.deliberation.step.StepKind;
import eu.digitalminutes.core.meeting.OrganKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where deliberations stand, fit for a public page (<i>quadro pubblico dell'iter</i>): no officer, creditor or reason
 * stands in it.
 *
 * @param at when it was drawn up
 * @param rows one for each deliberation, by reference
 */
public record Board(OffsetDateTime at, List<Row> rows) {
    /**
     * Where deliberations stand.
     *
     * @param at when it was drawn up
     * @param rows one for each deliberation
     */
    public Board {
        Objects.requireNonNull(at, "at");
        rows = List.copyOf(rows);
    }

    /**
     * One step as the public sees it (<i>passaggio</i>).
     *
     * @param kind which
     * @param at when
     */
    public record Passed(StepKind kind, OffsetDateTime at) {
        /**
         * One step as the public sees it.
         *
         * @param kind which
         * @param at when
         */
        public Passed {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * One deliberation as the public sees it.
     *
     * @param reference its reference in the register of proposals
     * @param title its object
     * @param organ who decides
     * @param state where it stands
     * @param number its number, once it has one
     * @param adopted the day of approval
     * @param executable the first day of effect: recorded, or to be expected from the publication
     * @param publishedUntil the last day at the albo
     * @param steps what happened, in order
     */
    public record Row(
            String reference,
            String title,
            OrganKind organ,
            DeliberationState state,
            Optional<String> number,
            Optional<LocalDate> adopted,
            Optional<LocalDate> executable,
            Optional<LocalDate> publishedUntil,
            List<Passed> steps) {
        /**
         * One deliberation as the public sees it.
         *
         * @param reference its reference in the register of proposals
         * @param title its object
         * @param organ who decides
         * @param state where it stands
         * @param number its number
         * @param adopted the day of approval
         * @param executable the first day of effect
         * @param publishedUntil the last day at the albo
         * @param steps what happened, in order
         */
        public Row {
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(organ, "organ");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(adopted, "adopted");
            Objects.requireNonNull(executable, "executable");
            Objects.requireNonNull(publishedUntil, "publishedUntil");
            steps = List.copyOf(steps);
        }
    }
}
