// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.content.RecordingPart;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A part of the recording, and where in it the sections and speeches of a debate begin (<i>indice della
 * registrazione</i>).
 *
 * @param part the file, its digest and the instant of its first frame
 * @param marks where what begins, in order of time
 */
public record DebateRecording(RecordingPart part, List<Mark> marks) {
    /**
     * Where a section or speech begins.
     *
     * @param to what begins: a reference such as {@code #dbsect_2}
     * @param offset the time from the first frame
     */
    public record Mark(String to, Duration offset) {
        /**
         * Where a section or speech begins.
         *
         * @param to what begins
         * @param offset the time from the first frame
         */
        public Mark {
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(offset, "offset");
        }
    }

    /**
     * A part of the recording.
     *
     * @param part the file
     * @param marks where what begins
     */
    public DebateRecording {
        Objects.requireNonNull(part, "part");
        marks = List.copyOf(marks);
    }
}
