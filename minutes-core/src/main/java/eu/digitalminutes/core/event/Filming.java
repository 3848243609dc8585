// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import java.util.Objects;

/** What the recording holds (<i>ripresa audiovisiva</i>). */
public sealed interface Filming extends Occurrence {
    /**
     * Those present were told that they are filmed (<i>informativa sulle riprese</i>).
     *
     * @param text how; empty when nothing was said
     */
    record FilmingAnnounced(String text) implements Filming {
        /**
         * Those present were told that they are filmed (<i>informativa sulle riprese</i>).
         *
         * @param text how; empty when nothing was said
         */
        public FilmingAnnounced {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A part of the recording began (<i>avvio della registrazione</i>).
     *
     * @param part the file name of the part
     */
    record RecordingStarted(String part) implements Filming {
        /**
         * A part of the recording began (<i>avvio della registrazione</i>).
         *
         * @param part the file name of the part
         */
        public RecordingStarted {
            Objects.requireNonNull(part, "part");
        }
    }

    /**
     * A part of the recording ended (<i>arresto della registrazione</i>).
     *
     * @param part the file name of the part
     * @param reason why
     */
    record RecordingStopped(String part, String reason) implements Filming {
        /**
         * A part of the recording ended (<i>arresto della registrazione</i>).
         *
         * @param part the file name of the part
         * @param reason why
         */
        public RecordingStopped {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
