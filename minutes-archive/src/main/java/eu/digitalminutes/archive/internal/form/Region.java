// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * Where a file of a package lies byte for byte, to be read on a channel of its own, from any thread.
 *
 * @param opener opens the file that holds it
 * @param place its first byte there
 * @param size how many bytes it has
 * @param isAll whether it is all that the file holds
 */
public record Region(Opener opener, long place, long size, boolean isAll) {
    /** Opens a file. */
    @FunctionalInterface
    public interface Opener {
        /** A new channel, to be closed. */
        SeekableByteChannel open() throws IOException;
    }
}
