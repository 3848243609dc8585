// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.apache.commons.compress.archivers.ArchiveOutputStream;

/** The entry that was begun in an archive; closing it completes it and leaves the archive open. */
final class EntryWriter implements WritableByteChannel {
    private final ArchiveOutputStream<?> archive;
    private byte[] part = new byte[0];
    private boolean isOpen = true;

    EntryWriter(ArchiveOutputStream<?> archive) {
        this.archive = archive;
    }

    @Override
    public int write(ByteBuffer block) throws IOException {
        int count = block.remaining();
        if (block.hasArray()) {
            archive.write(block.array(), block.arrayOffset() + block.position(), count);
            block.position(block.limit());
            return count;
        }
        if (part.length == 0) {
            part = new byte[UncachedFile.LONG];
        }
        while (block.hasRemaining()) {
            int some = Math.min(part.length, block.remaining());
            block.get(part, 0, some);
            archive.write(part, 0, some);
        }
        return count;
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() throws IOException {
        if (isOpen) {
            isOpen = false;
            archive.closeArchiveEntry();
        }
    }
}
