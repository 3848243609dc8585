// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever way the bytes go to the disk, the file is what was written. */
class UncachedFileTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void fileIsWhatWasWrittenInAnyOrder(long seed) throws IOException {
        writeAtRandom(temp.resolve("file"), new Random(seed));
    }

    /** In memory there is no way past the cache, or none that every kernel knows. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void fileInMemoryIsTheSame(long seed) throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory), "there is no " + memory);
        Path file = memory.resolve("minutes-uncached-" + ProcessHandle.current().pid() + "-" + seed);
        try {
            writeAtRandom(file, new Random(seed));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void writeAtRandom(Path file, Random random) throws IOException {
        byte[] expected = new byte[32 << 20];
        int end = 0;
        try (SeekableByteChannel channel = UncachedFile.create(file)) {
            while (end < 24 << 20) {
                boolean isElsewhere = end > 0 && random.nextInt(8) == 0;
                byte[] block =
                        new byte[random.nextInt(3) == 0 ? 1 + random.nextInt(5000) : 1 << (19 + random.nextInt(3))];
                random.nextBytes(block);
                int at = isElsewhere ? random.nextInt(end) : end;
                channel.position(at);
                ByteBuffer buffer = random.nextBoolean() ? inside(block) : aligned(block);
                assertEquals(block.length, channel.write(buffer));
                assertEquals(0, buffer.remaining());
                System.arraycopy(block, 0, expected, at, block.length);
                end = Math.max(end, at + block.length);
                assertEquals(at + block.length, channel.position());
                assertEquals(end, channel.size());
            }
            PendingPackage.sync(channel);
            assertEquals(end, Files.size(file));
        }
        assertArrayEquals(Arrays.copyOf(expected, end), Files.readAllBytes(file));
    }

    /** A part of a larger buffer, as writers of archives pass it on. */
    private static ByteBuffer inside(byte[] block) {
        return ByteBuffer.wrap(Arrays.copyOf(block, block.length + 9), 0, block.length);
    }

    /** Memory that the disk can take as it lies. */
    private static ByteBuffer aligned(byte[] block) {
        ByteBuffer memory = ByteBuffer.allocateDirect(block.length + 8192).alignedSlice(4096);
        return memory.slice(0, block.length).put(block).flip();
    }

    @Test
    void whatIsCutOffIsGone() throws IOException {
        Path file = temp.resolve("file");
        byte[] content = new byte[9 << 20];
        new Random(9).nextBytes(content);
        try (SeekableByteChannel channel = UncachedFile.create(file)) {
            channel.write(ByteBuffer.wrap(content));
            channel.truncate(5_000_001);
            assertEquals(5_000_001, channel.position());
            channel.write(ByteBuffer.wrap(content, 5_000_001, content.length - 5_000_001));
            PendingPackage.sync(channel);
        }
        assertArrayEquals(content, Files.readAllBytes(file));
    }

    @Test
    void fileThatExistsIsNotTouched() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "mine");
        assertThrows(FileAlreadyExistsException.class, () -> UncachedFile.create(file));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void anInterruptEndsItAsItEndsAnyChannel() throws IOException {
        try (SeekableByteChannel channel = UncachedFile.create(temp.resolve("file"))) {
            channel.write(ByteBuffer.allocate(1 << 20));
            Thread.currentThread().interrupt();
            assertThrows(ClosedByInterruptException.class, () -> channel.write(ByteBuffer.allocate(8 << 20)));
            assertTrue(Thread.interrupted());
        }
    }
}
