// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.core.task.Task;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Date;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/** A TAR file in the making: POSIX pax, of nobody's, in one pass. */
final class PendingTar extends PendingPackage {
    private static final int BLOCK = 1 << 16;
    private static final int PLAIN_FILE = 0100644;

    private @Nullable SeekableByteChannel channel;
    private @Nullable TarArchiveOutputStream tar;

    PendingTar(Path target, String name, Instant time, Task task) throws FileSystemException {
        super(target, name, time, task);
    }

    @Override
    OutputStream open(String name, long size) throws IOException {
        TarArchiveOutputStream out = tar();
        TarArchiveEntry entry = new TarArchiveEntry(name() + "/" + name);
        entry.setSize(size);
        entry.setModTime(Date.from(time()));
        entry.setMode(PLAIN_FILE);
        entry.setIds(0, 0);
        entry.setNames("", "");
        out.putArchiveEntry(entry);
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] block, int offset, int length) throws IOException {
                out.write(block, offset, length);
            }

            @Override
            public void close() throws IOException {
                ((TarArchiveOutputStream) out).closeArchiveEntry();
            }
        };
    }

    @Override
    void take(Path file, byte[] content) throws IOException {
        try (OutputStream out = open(String.valueOf(file.getFileName()), content.length)) {
            out.write(content);
        }
    }

    @Override
    Path finish() throws IOException {
        tar().finish();
        tar().flush();
        if (channel != null) {
            sync(channel);
            channel.close();
        }
        return file();
    }

    @Override
    void release() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private Path file() {
        return staging().resolve("package.tar.part");
    }

    private TarArchiveOutputStream tar() throws IOException {
        if (tar == null) {
            SeekableByteChannel opened =
                    Files.newByteChannel(file(), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            TarArchiveOutputStream out =
                    new TarArchiveOutputStream(Channels.newOutputStream(opened), BLOCK, StandardCharsets.UTF_8.name());
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            out.setAddPaxHeadersForNonAsciiNames(true);
            channel = opened;
            tar = out;
            return out;
        }
        return tar;
    }
}
