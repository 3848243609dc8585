// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.core.task.Task;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/** A ZIP file in the making: stored entries, written in one pass, their checksums put in afterwards. */
final class PendingZip extends PendingPackage {
    private static final int PLAIN_FILE = 0100644;

    private final long dosTime;
    private @Nullable SeekableByteChannel channel;
    private @Nullable ZipArchiveOutputStream zip;

    PendingZip(Path target, String name, Instant time, Task task) throws FileSystemException {
        super(target, name, time, task);
        // ZIP knows only local time without a zone: write the wall clock of UTC, whatever zone this machine has.
        this.dosTime = LocalDateTime.ofInstant(time, ZoneOffset.UTC)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }

    @Override
    OutputStream open(String name, long size) throws IOException {
        ZipArchiveOutputStream out = zip();
        ZipArchiveEntry entry = new ZipArchiveEntry(name() + "/" + name);
        entry.setMethod(ZipArchiveOutputStream.STORED);
        entry.setSize(size);
        entry.setTime(dosTime);
        entry.setUnixMode(PLAIN_FILE);
        out.putArchiveEntry(entry);
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] block, int offset, int length) throws IOException {
                out.write(block, offset, length);
            }

            @Override
            public void close() throws IOException {
                ((ZipArchiveOutputStream) out).closeArchiveEntry();
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
        zip().finish();
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
        return staging().resolve("package.zip.part");
    }

    private ZipArchiveOutputStream zip() throws IOException {
        if (zip == null) {
            SeekableByteChannel opened =
                    Files.newByteChannel(file(), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            ZipArchiveOutputStream out = new ZipArchiveOutputStream(opened);
            out.setEncoding(StandardCharsets.UTF_8.name());
            out.setUseZip64(Zip64Mode.AsNeeded);
            channel = opened;
            zip = out;
            return out;
        }
        return zip;
    }
}
