// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/** One file in the making that holds the package below a top folder; its file is begun with the first entry. */
abstract class PendingArchive<E extends ArchiveEntry> extends PendingPackage {
    /** A plain file that everybody may read. */
    static final int PLAIN_FILE = 0100644;

    private final String partName;
    private @Nullable SeekableByteChannel channel;
    private @Nullable ArchiveOutputStream<E> archive;

    PendingArchive(Path target, String name, Instant time, Task task, String partName) throws FileSystemException {
        super(target, name, time, task);
        this.partName = partName;
    }

    /** Begins the archive in its file. */
    abstract ArchiveOutputStream<E> begin(SeekableByteChannel file) throws IOException;

    /** Brings to the file what is still held back of a finished archive. */
    abstract void flush() throws IOException;

    /** The entry of a file, by its whole path in the archive. */
    abstract E entry(String path, long size);

    @Override
    final WritableByteChannel open(String name, long size) throws IOException {
        ArchiveOutputStream<E> entries = archive();
        entries.putArchiveEntry(entry(name() + "/" + name, size));
        return new EntryWriter(entries);
    }

    @Override
    final void take(Path file, byte[] content) throws IOException {
        try (WritableByteChannel out = open(String.valueOf(file.getFileName()), content.length)) {
            out.write(ByteBuffer.wrap(content));
        }
    }

    @Override
    final Path finish() throws IOException {
        archive().finish();
        flush();
        if (channel != null) {
            sync(channel);
            channel.close();
        }
        return file();
    }

    @Override
    final void release() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private Path file() {
        return staging().resolve(partName);
    }

    private ArchiveOutputStream<E> archive() throws IOException {
        if (archive == null) {
            channel = UncachedFile.create(file());
            archive = begin(channel);
        }
        return archive;
    }
}
