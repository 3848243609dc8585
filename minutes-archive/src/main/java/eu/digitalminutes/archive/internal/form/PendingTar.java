// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.core.task.Task;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/** A TAR file in the making: POSIX pax, of nobody's, in one pass. */
final class PendingTar extends PendingArchive<TarArchiveEntry> {
    private static final int BLOCK = 1 << 16;

    private @Nullable OutputStream gathered;

    PendingTar(Path target, String name, Instant time, Task task) throws FileSystemException {
        super(target, name, time, task, "package.tar.part");
    }

    @Override
    TarArchiveOutputStream begin(SeekableByteChannel file) {
        // the library writes 512 bytes at a time
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), UncachedFile.LONG);
        gathered = out;
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, BLOCK, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        return tar;
    }

    /** The library's own flush stops before the stream that it writes to. */
    @Override
    void flush() throws IOException {
        if (gathered != null) {
            gathered.flush();
        }
    }

    @Override
    TarArchiveEntry entry(String path, long size) {
        TarArchiveEntry entry = new TarArchiveEntry(path);
        entry.setSize(size);
        entry.setModTime(Date.from(time()));
        entry.setMode(PLAIN_FILE);
        entry.setIds(0, 0);
        entry.setNames("", "");
        return entry;
    }
}
