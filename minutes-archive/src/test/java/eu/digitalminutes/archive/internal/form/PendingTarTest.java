// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library for TAR files writes 512 bytes at a time; a recording has forty million times that. */
class PendingTarTest {
    @TempDir
    Path temp;

    @Test
    void recordingIsWrittenInLargeBlocks() throws IOException {
        byte[] content = new byte[9_000_001];
        new Random(1).nextBytes(content);
        Path file = temp.resolve("file");
        AtomicInteger writes = new AtomicInteger();
        try (SeekableByteChannel channel = counted(file, writes);
                PendingTar pending =
                        new PendingTar(temp.resolve("package.tar"), "package", Instant.EPOCH, Task.none())) {
            TarArchiveOutputStream tar = pending.begin(channel);
            tar.putArchiveEntry(pending.entry("recording", content.length));
            tar.write(content);
            tar.closeArchiveEntry();
            tar.finish();
            pending.flush();
            assertTrue(writes.get() <= 1 + content.length / 65_536, writes + " writes");
        }
        try (InputStream in = Files.newInputStream(file);
                TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            assertTrue(tar.getNextEntry().isFile());
            assertArrayEquals(content, tar.readAllBytes());
        }
    }

    private static SeekableByteChannel counted(Path file, AtomicInteger writes) throws IOException {
        SeekableByteChannel channel =
                Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return (SeekableByteChannel) Proxy.newProxyInstance(
                PendingTarTest.class.getClassLoader(),
                new Class<?>[] {SeekableByteChannel.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("write")) {
                        writes.incrementAndGet();
                    }
                    return method.invoke(channel, arguments);
                });
    }
}
