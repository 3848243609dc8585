// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.accounting;

import java.util.Objects;

/** What an accounting system says to a request (<i>esito della richiesta</i>). */
public sealed interface AccountingAnswer {
    /**
     * It was done, now or when the same was asked before.
     *
     * @param reference the number in the accounting system; may be empty for a release
     */
    record Done(String reference) implements AccountingAnswer {
        /**
         * It was done.
         *
         * @param reference the number in the accounting system; may be empty
         */
        public Done {
            Objects.requireNonNull(reference, "reference");
        }
    }

    /**
     * It is not done and will not be, whoever asks again under this key without changing something.
     *
     * @param reason why
     * @param words what the system says, for people
     */
    record Refused(Reason reason, String words) implements AccountingAnswer {
        /** Why a request is refused (<i>motivo del rifiuto</i>). */
        public enum Reason {
            /** Less is available than is asked for, <i>disponibilità insufficiente</i>. */
            INSUFFICIENT,
            /** The chapter does not exist, or is closed. */
            CHAPTER,
            /** The key was given back, or stands for something else. */
            KEY,
            /** The system lets somebody else act on the chapter. */
            OFFICER,
            /** Anything else that the words say. */
            OTHER
        }

        /**
         * It is not done.
         *
         * @param reason why
         * @param words what the system says
         */
        public Refused {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(words, "words");
        }
    }

    /**
     * Whether it was done is not known: ask again under the same key.
     *
     * @param words what is known, for people
     */
    record Unavailable(String words) implements AccountingAnswer {
        /**
         * Whether it was done is not known.
         *
         * @param words what is known
         */
        public Unavailable {
            Objects.requireNonNull(words, "words");
        }
    }
}
