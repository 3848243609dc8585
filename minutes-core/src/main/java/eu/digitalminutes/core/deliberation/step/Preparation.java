// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.step;

import eu.digitalminutes.core.meeting.MeetingId;
import eu.digitalminutes.core.proposal.Opinion;
import java.util.Objects;

/** What happens to a proposal before the organ meets (<i>istruttoria della proposta</i>). */
public sealed interface Preparation extends Advance {
    /**
     * The proposal was entered in the register of proposals (<i>presentazione della proposta</i>).
     */
    record Proposed() implements Preparation {
        @Override
        public StepKind kind() {
            return StepKind.PROPOSED;
        }
    }

    /**
     * An officer gave an opinion (<i>parere di regolarità</i>).
     *
     * @param opinion what the officer says
     * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 49</a>
     */
    record OpinionGiven(Opinion opinion) implements Preparation {
        /**
         * An officer gave an opinion (<i>parere di regolarità</i>).
         *
         * @param opinion what the officer says
         */
        public OpinionGiven {
            Objects.requireNonNull(opinion, "opinion");
        }

        @Override
        public StepKind kind() {
            return StepKind.OPINION_GIVEN;
        }
    }

    /**
     * The head of finance attested the coverage of the spending (<i>visto di copertura finanziaria</i>).
     *
     * @param visa who gave it and when, in words
     * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 151(4) and 183(7)</a>
     */
    record CoverageAttested(String visa) implements Preparation {
        /**
         * The head of finance attested the coverage of the spending (<i>visto di copertura finanziaria</i>).
         *
         * @param visa who gave it and when, in words
         * @throws IllegalArgumentException if it is blank
         */
        public CoverageAttested {
            Objects.requireNonNull(visa, "visa");
            if (visa.isBlank()) {
                throw new IllegalArgumentException("a visa says who gave it");
            }
        }

        @Override
        public StepKind kind() {
            return StepKind.COVERAGE_ATTESTED;
        }
    }

    /**
     * The proposal was put on the agenda of a meeting (<i>iscrizione all'ordine del giorno</i>).
     *
     * @param meeting which meeting
     * @param item the id of the point there
     * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 39(1)</a>
     */
    record PutOnAgenda(MeetingId meeting, String item) implements Preparation {
        /**
         * The proposal was put on the agenda of a meeting (<i>iscrizione all'ordine del giorno</i>).
         *
         * @param meeting which meeting
         * @param item the id of the point there
         * @throws IllegalArgumentException if the item is blank
         */
        public PutOnAgenda {
            Objects.requireNonNull(meeting, "meeting");
            Objects.requireNonNull(item, "item");
            if (item.isBlank()) {
                throw new IllegalArgumentException("a point of the agenda has an id");
            }
        }

        @Override
        public StepKind kind() {
            return StepKind.PUT_ON_AGENDA;
        }
    }
}
