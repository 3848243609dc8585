// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import java.util.Objects;

/** What is treated and said (<i>trattazione</i>). */
public sealed interface Business extends Occurrence {
    /**
     * A point came to the agenda after the notice (<i>integrazione dell'ordine del giorno</i>).
     *
     * @param item which point
     * @param reason why; empty when nothing was said
     */
    record ItemAdded(String item, String reason) implements Business {
        /**
         * A point came to the agenda after the notice (<i>integrazione dell'ordine del giorno</i>).
         *
         * @param item which point
         * @param reason why; empty when nothing was said
         */
        public ItemAdded {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A point of the agenda was opened (<i>trattazione del punto</i>).
     *
     * @param item which point
     */
    record ItemOpened(String item) implements Business {
        /**
         * A point of the agenda was opened (<i>trattazione del punto</i>).
         *
         * @param item which point
         */
        public ItemOpened {
            Objects.requireNonNull(item, "item");
        }
    }

    /**
     * The treatment of a point ended (<i>chiusura del punto</i>); otherwise it lasts until the next one.
     *
     * @param item which point
     */
    record ItemClosed(String item) implements Business {
        /**
         * The treatment of a point ended (<i>chiusura del punto</i>); otherwise it lasts until the next one.
         *
         * @param item which point
         */
        public ItemClosed {
            Objects.requireNonNull(item, "item");
        }
    }

    /**
     * A point was put off to another meeting (<i>rinvio</i>).
     *
     * @param item which point
     * @param reason why; empty when nothing was said
     */
    record ItemPostponed(String item, String reason) implements Business {
        /**
         * A point was put off to another meeting (<i>rinvio</i>).
         *
         * @param item which point
         * @param reason why; empty when nothing was said
         */
        public ItemPostponed {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A point was taken off the agenda by who proposed it (<i>ritiro</i>).
     *
     * @param item which point
     * @param reason why; empty when nothing was said
     */
    record ItemWithdrawn(String item, String reason) implements Business {
        /**
         * A point was taken off the agenda by who proposed it (<i>ritiro</i>).
         *
         * @param item which point
         * @param reason why; empty when nothing was said
         */
        public ItemWithdrawn {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Someone took the floor (<i>intervento</i>).
     *
     * @param seat who
     * @param summary the main points, or what the person asked to be recorded; may be empty
     * @param kind what kind of speech
     */
    record Spoke(String seat, String summary, SpeechKind kind) implements Business {
        /**
         * Someone took the floor (<i>intervento</i>).
         *
         * @param seat who
         * @param summary the main points, or what the person asked to be recorded; may be empty
         * @param kind what kind of speech
         */
        public Spoke {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(summary, "summary");
            Objects.requireNonNull(kind, "kind");
        }

        /**
         * Someone took the floor in the debate (<i>intervento</i>).
         *
         * @param seat who
         * @param summary the main points, or what the person asked to be recorded; may be empty
         */
        public Spoke(String seat, String summary) {
            this(seat, summary, SpeechKind.INTERVENTION);
        }
    }

    /**
     * Someone gave the floor back (<i>fine dell'intervento</i>); otherwise the speech lasts until something else begins.
     *
     * @param seat who
     */
    record SpeechEnded(String seat) implements Business {
        /**
         * Someone gave the floor back (<i>fine dell'intervento</i>); otherwise the speech lasts until something else begins.
         *
         * @param seat who
         */
        public SpeechEnded {
            Objects.requireNonNull(seat, "seat");
        }
    }

    /**
     * Someone handed in a paper (<i>deposito di un documento</i>).
     *
     * @param seat who
     * @param annex the name of the annex
     */
    record Filed(String seat, String annex) implements Business {
        /**
         * Someone handed in a paper (<i>deposito di un documento</i>).
         *
         * @param seat who
         * @param annex the name of the annex
         */
        public Filed {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(annex, "annex");
        }
    }

    /**
     * The secretary noted what the recording does not show (<i>annotazione del segretario</i>).
     *
     * @param text the note
     */
    record Noted(String text) implements Business {
        /**
         * The secretary noted what the recording does not show (<i>annotazione del segretario</i>).
         *
         * @param text the note
         */
        public Noted {
            Objects.requireNonNull(text, "text");
        }
    }
}
