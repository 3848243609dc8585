// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.inplace;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/** One writer at a time: a second one is refused at once. */
public final class FileTurn {
    private FileTurn() {}

    /**
     * Takes the turn, which ends when the channel is closed.
     *
     * @throws MinutesException with code {@code CONTAINER_BUSY} if somebody else has it
     */
    public static void take(Path file, FileChannel channel) throws IOException {
        boolean free;
        try {
            free = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            free = false;
        }
        if (!free) {
            throw new MinutesException(
                    "CONTAINER_BUSY", "somebody else is signing " + file + " at this moment: try again");
        }
    }
}
