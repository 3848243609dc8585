// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** A ZIP file in the making: stored entries, written in one pass, their checksums put in afterwards. */
final class PendingZip extends PendingArchive<ZipArchiveEntry> {
    private final long dosTime;

    PendingZip(Path target, String name, Instant time, Task task) throws FileSystemException {
        super(target, name, time, task, "package.zip.part");
        // ZIP knows only local time without a zone: write the wall clock of UTC, whatever zone this machine has.
        this.dosTime = LocalDateTime.ofInstant(time, ZoneOffset.UTC)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }

    @Override
    ZipArchiveOutputStream begin(SeekableByteChannel file) throws IOException {
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file);
        zip.setEncoding(StandardCharsets.UTF_8.name());
        zip.setUseZip64(Zip64Mode.AsNeeded);
        return zip;
    }

    /** It writes to the channel itself and holds nothing back. */
    @Override
    void flush() {}

    @Override
    ZipArchiveEntry entry(String path, long size) {
        ZipArchiveEntry entry = new ZipArchiveEntry(path);
        entry.setMethod(ZipArchiveOutputStream.STORED);
        entry.setSize(size);
        entry.setTime(dosTime);
        entry.setUnixMode(PLAIN_FILE);
        return entry;
    }
}
