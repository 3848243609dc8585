// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowedChannelTest {
    @TempDir
    Path temp;

    /** A channel that counts what it is asked. */
    private static final class Counted implements SeekableByteChannel {
        private final SeekableByteChannel channel;
        private int reads;

        Counted(Path file) throws IOException {
            this.channel = Files.newByteChannel(file);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            reads++;
            return channel.read(target);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return channel.write(source);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long place) throws IOException {
            channel.position(place);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long length) throws IOException {
            return channel.truncate(length);
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    @Test
    void theSameBytesComeWhateverIsAskedInWhateverOrder() throws Exception {
        byte[] content = new byte[3 * WindowedChannel.WINDOW + 77];
        Random random = new Random(7);
        random.nextBytes(content);
        Path file = Files.write(temp.resolve("file"), content);
        try (WindowedChannel channel = new WindowedChannel(Files.newByteChannel(file))) {
            for (int i = 0; i < 2000; i++) {
                int from = random.nextInt(content.length);
                int length = 1 + random.nextInt(i % 5 == 0 ? 2 * WindowedChannel.WINDOW : 50);
                byte[] read = CentralDirectory.read(channel, from, length).array();
                int inside = Math.min(length, content.length - from);
                assertArrayEquals(
                        Arrays.copyOfRange(content, from, from + inside), Arrays.copyOf(read, inside), "at " + from);
            }
            channel.position(content.length);
            assertEquals(-1, channel.read(ByteBuffer.allocate(10)));
            assertThrows(IllegalArgumentException.class, () -> channel.position(-1));
            channel.close();
            channel.position(0);
            assertThrows(ClosedChannelException.class, () -> channel.read(ByteBuffer.allocate(10)));
        }
    }

    @Test
    void walkingBackByteByByteReadsEachWindowOnce() throws Exception {
        Counted counted = new Counted(Files.write(temp.resolve("file"), new byte[4 * WindowedChannel.WINDOW]));
        try (WindowedChannel channel = new WindowedChannel(counted)) {
            for (long at = channel.size() - 1; at >= 0; at--) {
                CentralDirectory.read(channel, at, 1);
            }
        }
        assertEquals(4, counted.reads);
    }

    @Test
    void aZipOfManyFilesIsOpenedWithFewReads() throws Exception {
        Path zip = temp.resolve("many.zip");
        byte[] content = "a session".getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.setMethod(ZipOutputStream.STORED);
            for (int i = 0; i < 5000; i++) {
                // names in another order than the file's
                ZipEntry entry = new ZipEntry("top/" + Integer.reverse(i) + ".txt");
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                out.putNextEntry(entry);
                out.write(content);
            }
        }
        Counted counted = new Counted(zip);
        try (OpenedZip opened = OpenedZip.open(zip, new WindowedChannel(counted))) {
            assertEquals(5000, opened.sizes().size());
            long windows = Files.size(zip) / WindowedChannel.WINDOW + 1;
            assertTrue(
                    counted.reads <= windows + 8, counted.reads + " reads for 5000 files in " + windows + " windows");
        }
    }

    @Test
    void twoReadersOfOneFileDoNotMoveEachOther() throws Exception {
        Path zip = temp.resolve("two.zip");
        byte[] content = new byte[300_000];
        new Random(3).nextBytes(content);
        CRC32 crc = new CRC32();
        crc.update(content);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            ZipEntry entry = new ZipEntry("a");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            out.putNextEntry(entry);
            out.write(content);
        }
        try (OpenedPackage opened = OpenedPackage.open(zip);
                InputStream one = opened.read("a", 10);
                InputStream other = opened.read("a", 200_000)) {
            assertArrayEquals(Arrays.copyOfRange(content, 10, 1010), one.readNBytes(1000));
            assertArrayEquals(Arrays.copyOfRange(content, 200_000, 201_000), other.readNBytes(1000));
            assertArrayEquals(Arrays.copyOfRange(content, 1010, 100_000), one.readNBytes(98_990));
        }
    }
}
