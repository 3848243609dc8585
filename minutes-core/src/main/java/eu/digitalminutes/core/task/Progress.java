// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.task;

import java.util.Objects;

/**
 * How far a long work is, at one moment.
 *
 * @param stage what is being done, such as {@code fingerprint recording-1.mp4}
 * @param bytesDone bytes done in this stage, never decreasing
 * @param bytesTotal bytes of the whole stage
 */
public record Progress(String stage, long bytesDone, long bytesTotal) {
    /**
     * A moment of a long work.
     *
     * @param stage what is being done
     * @param bytesDone bytes done in this stage
     * @param bytesTotal bytes of the whole stage
     */
    public Progress {
        Objects.requireNonNull(stage, "stage");
    }
}
