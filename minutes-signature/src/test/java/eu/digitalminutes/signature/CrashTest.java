// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.container.ContainerEnd;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.ContainerWriter;
import eu.digitalminutes.signature.internal.container.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that writes signatures is killed, again and again, at moments that nobody chose. */
@Tag("killed")
class CrashTest {
    private static final int KILLS = 30;
    private static final String MIMETYPE = "application/vnd.etsi.asic-e+zip";

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_122);
    private final Map<String, Digest> held = new LinkedHashMap<>();
    private Path container;
    private Path tail;

    @Test
    void whateverTheMomentTheNextSignatureFindsAllThatWasThere() throws Exception {
        writeContainer();
        int step = 0;
        int torn = 0;
        // On a slow machine the kills may all come between the steps: then it takes more of them.
        for (int round = 1; round <= KILLS || (torn == 0 && round <= 10 * KILLS); round++) {
            int reported = EndlessProgram.killAfter(
                    step, round % 2 == 0 ? tail : null, random, EndlessWriter.class, container.toString());
            torn += isTorn() ? 1 : 0;
            String name = "META-INF/round" + round + ".xml";
            byte[] content = ("<round>" + round + "</round>").getBytes(StandardCharsets.US_ASCII);
            ContainerEnd.append(container, Map.of(name, content));
            held.put(name, digest(content));
            step = stepOf(reported);
        }
        assertTrue(torn > 0, "no kill tore the container: this test proves nothing");
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of("c.asice", "recording.mp4"),
                    left.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private void writeContainer() throws IOException {
        container = Files.createFile(folder.resolve("c.asice"));
        tail = folder.resolve(".c.asice.tail");
        byte[] recording = new byte[3_000_000];
        random.nextBytes(recording);
        Path file = Files.write(folder.resolve("recording.mp4"), recording);
        try (ContainerWriter writer = ContainerWriter.create(container)) {
            writer.add("mimetype", MIMETYPE.getBytes(StandardCharsets.US_ASCII));
            writer.add("recording-1.mp4", file, Task.none());
            writer.finish();
        }
        ContainerEnd.append(container, EndlessWriter.after(0));
        held.put("mimetype", digest(MIMETYPE.getBytes(StandardCharsets.US_ASCII)));
        held.put("recording-1.mp4", digest(recording));
    }

    private boolean isTorn() throws IOException {
        try (ContainerFile file = ContainerFile.open(container)) {
            return file.entries().isEmpty();
        } catch (MinutesException e) {
            return true;
        }
    }

    /** The step that the container is at: the reported one, or the next, whole but not reported any more. */
    private int stepOf(int reported) throws IOException {
        Map<String, Digest> found = contents();
        int step = found.equals(expected(reported)) ? reported : reported + 1;
        assertEquals(expected(step), found);
        return step;
    }

    private Map<String, Digest> expected(int step) {
        Map<String, Digest> files = new LinkedHashMap<>(held);
        EndlessWriter.after(step).forEach((name, content) -> files.put(name, digest(content)));
        return files;
    }

    private Map<String, Digest> contents() throws IOException {
        Map<String, Digest> found = new LinkedHashMap<>();
        try (ContainerFile file = ContainerFile.open(container)) {
            for (Entry entry : file.entries()) {
                CRC32 crc = new CRC32();
                try (InputStream in = new CheckedInputStream(file.stream(entry), crc)) {
                    found.put(entry.name(), digest(in.readAllBytes()));
                }
                assertEquals(entry.crc(), crc.getValue(), entry.name());
            }
        }
        return found;
    }

    private static Digest digest(byte[] content) {
        return Digest.of(Fingerprinter.sha256().digest(content));
    }
}
