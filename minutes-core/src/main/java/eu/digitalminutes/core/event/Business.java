// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import java.util.Objects;

/** What is treated and said (<i>trattazione</i>). */
public sealed interface Business extends Occurrence {
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
     * Someone took the floor (<i>intervento</i>).
     *
     * @param seat who
     * @param summary the main points, or what the person asked to be recorded; may be empty
     */
    record Spoke(String seat, String summary) implements Business {
        /**
         * Someone took the floor (<i>intervento</i>).
         *
         * @param seat who
         * @param summary the main points, or what the person asked to be recorded; may be empty
         */
        public Spoke {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(summary, "summary");
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
