// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.inplace.KeptBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerFileTest {
    @TempDir
    Path folder;

    private Path container;

    @BeforeEach
    void write() throws IOException {
        container = Files.createFile(folder.resolve("c.asice"));
        Path content = Files.write(folder.resolve("content"), new byte[100_000]);
        try (ContainerWriter writer = ContainerWriter.create(container)) {
            writer.add("mimetype", "application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.US_ASCII));
            writer.add("recording-1.mp4", content, Task.none());
            writer.add("META-INF/signatures001.xml", "<a/>".getBytes(StandardCharsets.US_ASCII));
            writer.finish();
        }
    }

    @Test
    void whatIsWrittenIsReadByTheJdkToo() throws IOException {
        try (ZipFile zip = new ZipFile(container.toFile());
                ContainerFile own = ContainerFile.open(container)) {
            assertEquals(3, zip.size());
            assertEquals(
                    zip.stream().map(ZipEntry::getName).toList(),
                    own.entries().stream().map(Entry::name).toList());
            assertArrayEquals(
                    new byte[100_000],
                    zip.getInputStream(zip.getEntry("recording-1.mp4")).readAllBytes());
        }
    }

    @Test
    void theMimetypeCanBeReadAtAFixedPlace() throws IOException {
        byte[] head = Arrays.copyOf(Files.readAllBytes(container), 69);
        assertEquals("mimetypeapplication/vnd.etsi.asic-e+zip", new String(head, 30, 39, StandardCharsets.US_ASCII));
    }

    @Test
    void whatOthersCompressIsReadWithinItsDeclaredSize() throws IOException {
        Path deflated = folder.resolve("deflated.asice");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(deflated))) {
            out.putNextEntry(new ZipEntry("a.txt"));
            out.write(new byte[50_000]);
        }
        try (ContainerFile file = ContainerFile.open(deflated);
                InputStream in = file.stream(file.entries().get(0))) {
            assertEquals(50_000, in.readAllBytes().length);
        }
    }

    @Test
    void aBombThatDeclaresLittleIsStopped() throws IOException {
        Path bomb = folder.resolve("bomb.asice");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("a.txt"));
            out.write(new byte[5_000_000]);
        }
        byte[] bytes = Files.readAllBytes(bomb);
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 46 < bytes.length; i++) {
            if (all.getInt(i) == Zip.CENTRAL) {
                all.putInt(i + 24, 100);
            }
        }
        Files.write(bomb, bytes);
        try (ContainerFile file = ContainerFile.open(bomb)) {
            assertThrows(
                    MinutesException.class,
                    () -> file.stream(file.entries().get(0)).readAllBytes());
        }
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(container);
        replace(bytes, "META-INF/signatures001.xml", "META-INF/signatures00A.xml");
        Files.write(container, bytes);
        ContainerEnd.append(container, Map.of("META-INF/other.xml", new byte[1]));
        bytes = Files.readAllBytes(container);
        replace(bytes, "META-INF/other.xml", "META-INF/OTHER.xml");
        Files.write(container, bytes);
        ContainerFile.open(container).close();
        ContainerEnd.append(container, Map.of("META-INF/other.xml", new byte[1]));
        assertThrows(MinutesException.class, () -> ContainerFile.open(container));
    }

    @Test
    void aDirectoryThatDisagreesWithAHeaderIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(container);
        bytes[30] ^= 1;
        Files.write(container, bytes);
        MinutesException refusal = assertThrows(MinutesException.class, () -> ContainerFile.open(container));
        assertTrue(refusal.getMessage().contains("disagree"), refusal.getMessage());
    }

    @Test
    void hiddenBytesAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(container);
        byte[] shifted = new byte[bytes.length + 100];
        System.arraycopy(bytes, 0, shifted, 100, bytes.length);
        Files.write(container, shifted);
        assertThrows(MinutesException.class, () -> ContainerFile.open(container));
    }

    @Test
    void bytesBehindTheEndAreRefused() throws IOException {
        Files.write(container, new byte[30], StandardOpenOption.APPEND);
        assertThrows(MinutesException.class, () -> ContainerFile.open(container));
    }

    @Test
    void noCutAndNoFlippedByteDoesWorseThanARefusal() throws IOException {
        byte[] whole = Files.readAllBytes(container);
        Random random = new Random(42);
        Path damaged = folder.resolve("damaged.asice");
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = whole.clone();
            if (i % 4 == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            } else {
                int from = i % 2 == 0 ? bytes.length - 400 : 0;
                bytes[from + random.nextInt(400)] = (byte) random.nextInt(256);
            }
            Files.write(damaged, bytes);
            try (ContainerFile file = ContainerFile.open(damaged)) {
                for (Entry entry : file.entries()) {
                    try (InputStream in = file.stream(entry)) {
                        in.readNBytes(200_000);
                    } catch (java.util.zip.ZipException | java.io.EOFException corrupt) {
                        assertTrue(entry.deflated());
                    }
                }
            } catch (MinutesException refused) {
                assertEquals("CONTAINER_MALFORMED", refused.code());
            }
        }
    }

    @Test
    void aContainerOfAnotherProgramIsNotChangedInPlace() throws IOException {
        Path other = folder.resolve("other.asice");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
            out.putNextEntry(new ZipEntry("a.txt"));
            out.write(new byte[50_000]);
        }
        byte[] before = Files.readAllBytes(other);
        MinutesException refusal = assertThrows(
                MinutesException.class,
                () -> ContainerEnd.append(other, Map.of("META-INF/signatures001.xml", new byte[1])));
        assertEquals("CONTAINER_NOT_OURS", refusal.code());
        assertArrayEquals(before, Files.readAllBytes(other));
    }

    @Test
    void addingMovesNoByteOfWhatIsThere() throws IOException {
        byte[] before = Files.readAllBytes(container);
        ContainerEnd.append(
                container, Map.of("META-INF/signatures002.xml", "<b/>".getBytes(StandardCharsets.US_ASCII)));
        byte[] after = Files.readAllBytes(container);
        try (ContainerFile file = ContainerFile.open(container)) {
            int kept =
                    (int) file.entry("META-INF/signatures002.xml").orElseThrow().headerAt();
            assertArrayEquals(Arrays.copyOf(before, kept), Arrays.copyOf(after, kept));
            assertEquals(4, file.entries().size());
        }
        assertFalse(Files.exists(folder.resolve(".c.asice.tail")));
    }

    @Test
    void aStopInTheMiddleOfAddingIsMendedAtTheNextCall() throws IOException {
        byte[] before = Files.readAllBytes(container);
        long directoryAt;
        try (ContainerFile file = ContainerFile.open(container)) {
            directoryAt = file.entries().get(2).end();
        }
        try (FileChannel channel = FileChannel.open(container, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ContainerEnd.keep(new KeptBytes(container), channel, directoryAt);
            channel.write(ByteBuffer.wrap(new byte[77]), directoryAt);
        }
        assertThrows(MinutesException.class, () -> ContainerFile.open(container));
        recover();
        assertArrayEquals(before, Files.readAllBytes(container));
        assertFalse(Files.exists(folder.resolve(".c.asice.tail")));
    }

    @Test
    void aStopAfterTheLastWriteKeepsTheNewSignature() throws IOException {
        byte[] before = Files.readAllBytes(container);
        long directoryAt;
        try (ContainerFile file = ContainerFile.open(container)) {
            directoryAt = file.entries().get(2).end();
        }
        ContainerEnd.append(container, Map.of("META-INF/signatures002.xml", new byte[] {1}));
        byte[] after = Files.readAllBytes(container);
        Files.write(container, before);
        try (FileChannel channel = FileChannel.open(container, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ContainerEnd.keep(new KeptBytes(container), channel, directoryAt);
        }
        Files.write(container, after);
        recover();
        assertArrayEquals(after, Files.readAllBytes(container));
    }

    @Test
    void aNewEndWhoseContentNeverReachedTheDiskGivesWayToTheOldOne() throws IOException {
        byte[] old = Files.readAllBytes(container);
        long at;
        try (ContainerFile file = ContainerFile.open(container)) {
            at = file.entry("META-INF/signatures001.xml").orElseThrow().headerAt();
        }
        ContainerEnd.replace(container, Map.of("META-INF/signatures001.xml", new byte[] {1, 2, 3, 4}));
        byte[] torn = Files.readAllBytes(container);
        int content = (int) at + Zip.LOCAL_BYTES + "META-INF/signatures001.xml".length();
        Arrays.fill(torn, content, content + 4, (byte) 0);
        Files.write(container, old);
        try (FileChannel channel = FileChannel.open(container, StandardOpenOption.READ)) {
            ContainerEnd.keep(new KeptBytes(container), channel, at);
        }
        Files.write(container, torn);
        ContainerEnd.mend(container);
        assertArrayEquals(old, Files.readAllBytes(container));
    }

    private void recover() throws IOException {
        ContainerEnd.mend(container);
    }

    private static void replace(byte[] bytes, String from, String to) {
        byte[] old = from.getBytes(StandardCharsets.US_ASCII);
        byte[] other = to.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + old.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + old.length, old, 0, old.length)) {
                System.arraycopy(other, 0, bytes, i, other.length);
            }
        }
    }
}
