// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.util.List;
import java.util.Objects;

/**
 * What was counted in a debate: who was there, or a vote (<i>verifica del numero legale, votazione</i>).
 *
 * @param kind what kind of count it is
 * @param id its eId
 * @param place where in the text it is done: a reference; may be empty
 * @param subject what it is about: a reference; may be empty
 * @param outcome its result: a reference; may be empty
 * @param figures what was needed and what was found, in order
 */
public record DebateCheck(Kind kind, String id, String place, String subject, String outcome, List<Figure> figures) {
    /** What kind of count it is. */
    public enum Kind {
        /** Whether the legal number is there, <i>verifica del numero legale</i>. */
        QUORUM_VERIFICATION("quorumVerification"),
        /** A vote, <i>votazione</i>. */
        VOTING("voting"),
        /** A vote counted or held again, <i>controprova</i>. */
        RECOUNT("recount");

        private final String element;

        Kind(String element) {
            this.element = element;
        }

        /**
         * The AKN element.
         *
         * @return its name
         */
        public String element() {
            return element;
        }
    }

    /**
     * One figure: what was needed, or how many there were.
     *
     * @param needed true for what was needed ({@code quorum}), false for what was counted ({@code count})
     * @param id its eId
     * @param meaning what is counted: a reference; may be empty
     * @param place where in the text it stands: a reference; may be empty
     * @param value the number as written
     */
    public record Figure(boolean needed, String id, String meaning, String place, String value) {
        /**
         * One figure.
         *
         * @param needed true for what was needed, false for what was counted
         * @param id its eId
         * @param meaning what is counted; may be empty
         * @param place where in the text it stands; may be empty
         * @param value the number as written
         */
        public Figure {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(meaning, "meaning");
            Objects.requireNonNull(place, "place");
            value = value.strip();
        }
    }

    /**
     * A count.
     *
     * @param kind what kind of count it is
     * @param id its eId
     * @param place where in the text it is done; may be empty
     * @param subject what it is about; may be empty
     * @param outcome its result; may be empty
     * @param figures what was needed and what was found
     */
    public DebateCheck {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(outcome, "outcome");
        figures = List.copyOf(figures);
    }

    DebateCheck withFigures(List<Figure> values) {
        return new DebateCheck(kind, id, place, subject, outcome, values);
    }
}
