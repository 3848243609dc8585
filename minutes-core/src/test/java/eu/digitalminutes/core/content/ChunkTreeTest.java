// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkTreeTest {
    private static final int CHUNK = ChunkTree.CHUNK;

    @TempDir
    Path folder;

    private static byte[] content(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return content;
    }

    private ChunkTree tree(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("recording.mp4"), content);
        TreedFingerprint both = Fingerprinter.fingerprintWithTree(file, Task.none());
        assertEquals(Fingerprinter.fingerprint(file), both.fingerprint());
        return both.tree();
    }

    /** The definition of RFC 9162, 2.1.1, word for word. */
    private static byte[] root(List<byte[]> leaves) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        if (leaves.isEmpty()) {
            return digest.digest();
        }
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        if (leaves.size() == 1) {
            input.write(0);
            input.writeBytes(leaves.get(0));
        } else {
            int k = 1;
            while (k * 2 < leaves.size()) {
                k *= 2;
            }
            input.write(1);
            input.writeBytes(root(leaves.subList(0, k)));
            input.writeBytes(root(leaves.subList(k, leaves.size())));
        }
        return digest.digest(input.toByteArray());
    }

    private static List<byte[]> chunks(byte[] content) {
        List<byte[]> chunks = new ArrayList<>();
        for (int from = 0; from < content.length; from += CHUNK) {
            chunks.add(Arrays.copyOfRange(content, from, Math.min(content.length, from + CHUNK)));
        }
        return chunks;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK, 5 * CHUNK + 7, 8 * CHUNK})
    void theRootIsThatOfTheStandard(int bytes) throws Exception {
        byte[] content = content(bytes);
        assertArrayEquals(root(chunks(content)), tree(content).root().value());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7, 8})
    void everyExcerptIsProvenAndNoOther(int chunks) throws Exception {
        byte[] content = content(chunks * CHUNK - 11);
        ChunkTree tree = tree(content);
        for (int first = 0; first < chunks; first++) {
            for (int last = first + 1; last <= chunks; last++) {
                ByteRange range =
                        new ByteRange((long) first * CHUNK + 3, Math.min(content.length, (long) last * CHUNK - 12));
                ExcerptProof proof = tree.proof(range);
                byte[] excerpt =
                        Arrays.copyOfRange(content, (int) proof.chunks().from(), (int)
                                proof.chunks().to());
                assertTrue(proves(proof, excerpt, tree.root()), first + " to " + last);
                excerpt[excerpt.length / 2] ^= 1;
                assertFalse(proves(proof, excerpt, tree.root()), first + " to " + last);
            }
        }
    }

    private static boolean proves(ExcerptProof proof, byte[] excerpt, Digest root) throws IOException {
        return proof.proves(new ByteArrayInputStream(excerpt), root);
    }

    @Test
    void whatIsShorterLongerElsewhereOrOfAnotherRecordingIsNotProven() throws Exception {
        byte[] content = content(5 * CHUNK);
        ChunkTree tree = tree(content);
        ExcerptProof proof = tree.proof(new ByteRange(CHUNK, 3 * CHUNK));
        byte[] excerpt = Arrays.copyOfRange(content, CHUNK, 3 * CHUNK);
        assertTrue(proves(proof, excerpt, tree.root()));
        assertFalse(proves(proof, Arrays.copyOf(excerpt, excerpt.length - 1), tree.root()));
        assertFalse(proves(proof, Arrays.copyOf(excerpt, excerpt.length + 1), tree.root()));
        assertFalse(proves(proof, excerpt, tree(content(5 * CHUNK + 1)).root()));
        ExcerptProof elsewhere = new ExcerptProof(proof.bytes(), new ByteRange(2L * CHUNK, 4L * CHUNK), proof.path());
        assertFalse(proves(elsewhere, excerpt, tree.root()));
        List<Digest> longer = new ArrayList<>(proof.path());
        longer.add(tree.root());
        assertFalse(proves(new ExcerptProof(proof.bytes(), proof.chunks(), longer), excerpt, tree.root()));
        List<Digest> shorter = proof.path().subList(1, proof.path().size());
        assertFalse(proves(new ExcerptProof(proof.bytes(), proof.chunks(), shorter), excerpt, tree.root()));
    }

    @Test
    void proofsThatNoTreeGivesAreRefused() {
        ByteRange chunk = new ByteRange(0, CHUNK);
        assertThrows(IllegalArgumentException.class, () -> new ExcerptProof(CHUNK - 1, chunk, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new ExcerptProof(Long.MAX_VALUE, chunk, List.of()));
        assertThrows(
                IllegalArgumentException.class, () -> new ExcerptProof(3 * CHUNK, new ByteRange(1, CHUNK), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new ByteRange(5, 5));
        assertThrows(IllegalArgumentException.class, () -> new ByteRange(-1, 5));
    }

    @Test
    void damageIsFoundInItsPlace() throws Exception {
        byte[] content = content(6 * CHUNK + 100);
        ChunkTree tree = tree(content);
        Path file = folder.resolve("recording.mp4");
        assertEquals(List.of(), tree.differences(file, Task.none()));
        byte[] damaged = content.clone();
        damaged[CHUNK + 5] ^= 1;
        damaged[2 * CHUNK] ^= 1;
        damaged[6 * CHUNK + 99] ^= 1;
        Files.write(file, damaged);
        assertEquals(
                List.of(new ByteRange(CHUNK, 3 * CHUNK), new ByteRange(6 * CHUNK, 6 * CHUNK + 100)),
                tree.differences(file, Task.none()));
        Files.write(file, Arrays.copyOf(content, 5 * CHUNK));
        assertEquals(List.of(new ByteRange(5 * CHUNK, 6 * CHUNK + 100)), tree.differences(file, Task.none()));
        Files.write(file, Arrays.copyOf(content, content.length + 5));
        assertEquals(List.of(new ByteRange(6 * CHUNK, content.length + 5)), tree.differences(file, Task.none()));
    }

    @Test
    void theFileOfATreeIsReadBackAndEveryFlippedByteIsRefused() throws Exception {
        ChunkTree tree = tree(content(3 * CHUNK));
        Path file = folder.resolve(ChunkTree.nameFor("recording.mp4"));
        tree.write(file);
        assertEquals(tree.root(), ChunkTree.read(file).root());
        byte[] written = Files.readAllBytes(file);
        assertEquals(56 + 3 * 32, written.length);
        for (int i = 0; i < written.length; i++) {
            byte[] flipped = written.clone();
            flipped[i] ^= 4;
            boolean sizeInTheSameChunk = i == 23;
            if (!sizeInTheSameChunk) {
                assertRefused(flipped, "byte " + i);
            }
            assertRefused(Arrays.copyOf(written, i), "length " + i);
        }
        assertRefused(Arrays.copyOf(written, written.length + 32), "one more leaf");
    }

    private static void assertRefused(byte[] content, String what) {
        MinutesException refusal =
                assertThrows(MinutesException.class, () -> ChunkTree.read(content, "recording.mp4.tree"), what);
        assertEquals("TREE_MALFORMED", refusal.code());
    }
}
