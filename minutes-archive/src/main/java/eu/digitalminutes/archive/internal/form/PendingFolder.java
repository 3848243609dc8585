// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A folder in the making. */
final class PendingFolder extends PendingPackage {
    PendingFolder(Path target, String name, Instant time, Task task) throws FileSystemException {
        super(target, name, time, task);
    }

    @Override
    WritableByteChannel open(String name, long size) throws IOException {
        Path file = staging().resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent(), "the file's folder"));
        SeekableByteChannel channel = UncachedFile.create(file);
        return new WritableByteChannel() {
            @Override
            public int write(ByteBuffer block) throws IOException {
                return channel.write(block);
            }

            @Override
            public boolean isOpen() {
                return channel.isOpen();
            }

            @Override
            public void close() throws IOException {
                try (channel) {
                    sync(channel);
                }
            }
        };
    }

    @Override
    void take(Path file, byte[] content) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            sync(channel);
        }
    }

    @Override
    Path finish() throws IOException {
        List<Path> folders;
        try (Stream<Path> walk = Files.walk(staging())) {
            folders = walk.filter(Files::isDirectory).toList();
        }
        folders.forEach(PendingPackage::sync);
        return staging();
    }

    @Override
    void release() {}
}
