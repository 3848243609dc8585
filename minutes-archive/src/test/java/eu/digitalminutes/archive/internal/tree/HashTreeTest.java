// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hash trees and what is left of them for one object.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998, 4.2</a>
 */
class HashTreeTest {
    @TempDir
    Path folder;

    private final Random random = new Random(4998);

    private byte[] digest(HashFunction function) {
        byte[] digest = new byte[function.bytes()];
        random.nextBytes(digest);
        return digest;
    }

    private byte[] write(List<byte[]> leaves, HashFunction function, Path file) throws IOException {
        FixedRecords records = new FixedRecords(function.bytes());
        leaves.forEach(records::add);
        records.sort();
        records.removeDuplicates();
        Files.deleteIfExists(file);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            return TreeWriter.write(records, function, out);
        }
    }

    @Test
    void everyLeafOfATreeOfAnySizeLeadsToItsRoot() throws IOException {
        Path file = folder.resolve("tree.bin");
        for (HashFunction function : List.of(HashFunction.SHA256, HashFunction.SHA512)) {
            for (int size : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 100, 1000}) {
                List<byte[]> leaves = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    leaves.add(digest(function));
                }
                byte[] root = write(leaves, function, file);
                try (TreeFile tree = TreeFile.open(file, function)) {
                    for (byte[] leaf : leaves) {
                        List<byte[]> members = List.of(leaf);
                        ReducedTree reduced = ReducedTree.of(members, tree.beside(leaf));
                        assertArrayEquals(root, reduced.root(members, function), "of " + size);
                        assertTrue(reduced.lists().size() <= 11, "of " + size);
                    }
                }
            }
        }
    }

    @Test
    void theTreeIsTheOneThatTheStandardDescribes() throws IOException {
        byte[] low = new byte[32];
        byte[] middle = new byte[32];
        byte[] high = new byte[32];
        middle[0] = 0x7f;
        high[0] = (byte) 0x80;
        byte[] root = write(List.of(high, low, middle), HashFunction.SHA256, folder.resolve("tree.bin"));
        byte[] pair = hash(low, middle);
        assertArrayEquals(Arrays.compareUnsigned(pair, high) < 0 ? hash(pair, high) : hash(high, pair), root);
    }

    private static byte[] hash(byte[] first, byte[] second) {
        var digest = HashFunction.SHA256.computation();
        digest.update(first);
        return digest.digest(second);
    }

    @Test
    void equalDigestsAreOneLeaf() throws IOException {
        byte[] leaf = digest(HashFunction.SHA256);
        byte[] root = write(List.of(leaf, leaf, leaf), HashFunction.SHA256, folder.resolve("tree.bin"));
        assertArrayEquals(leaf, root);
    }

    @Test
    void theFirstListOfAGroupHoldsItsFilesAloneInAscendingOrder() {
        byte[] one = digest(HashFunction.SHA256);
        byte[] two = digest(HashFunction.SHA256);
        byte[] beside = digest(HashFunction.SHA256);
        ReducedTree group = ReducedTree.of(List.of(one, two), List.of(beside));
        assertEquals(2, group.lists().get(0).size());
        assertTrue(Arrays.compareUnsigned(
                        group.lists().get(0).get(0), group.lists().get(0).get(1))
                < 0);
        assertEquals(List.of(beside), group.lists().get(1));
        assertEquals(1, ReducedTree.of(List.of(one), List.of(beside)).lists().size());
        assertEquals(List.of(), ReducedTree.of(List.of(one), List.of()).lists());
    }

    @Test
    void recordsAreSortedAsUnsignedBytesWhateverTheirOrder() {
        for (int round = 0; round < 200; round++) {
            int width = 1 + random.nextInt(9);
            int values = 1 + random.nextInt(300);
            FixedRecords records = new FixedRecords(width);
            List<byte[]> expected = new ArrayList<>();
            for (int i = random.nextInt(600); i > 0; i--) {
                byte[] one = new byte[width];
                one[width - 1] = (byte) random.nextInt(values);
                one[0] += (byte) (round % 2 == 0 ? i : -i);
                expected.add(one);
                records.add(one);
            }
            expected.sort(Arrays::compareUnsigned);
            records.sort();
            byte[] flat = Arrays.copyOf(records.bytes(), records.size() * width);
            assertArrayEquals(joined(expected), flat);
            records.removeDuplicates();
            TreeSet<byte[]> different = new TreeSet<>(Arrays::compareUnsigned);
            different.addAll(expected);
            assertEquals(different.size(), records.size());
        }
    }

    @Test
    void aMillionEqualRecordsAreSortedAtOnce() {
        FixedRecords records = new FixedRecords(32);
        for (int i = 0; i < 1_000_000; i++) {
            records.add(new byte[32]);
        }
        records.sort();
        records.removeDuplicates();
        assertEquals(1, records.size());
    }

    @Test
    void aTreeThatWasCutOrIsNoneIsRefused() throws IOException {
        Path file = folder.resolve("tree.bin");
        write(List.of(digest(HashFunction.SHA256), digest(HashFunction.SHA256)), HashFunction.SHA256, file);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 8, 16, 48, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertEquals(
                    "EVIDENCE_DAMAGED",
                    assertThrows(MinutesException.class, () -> TreeFile.open(file, HashFunction.SHA256))
                            .code());
        }
        Files.write(file, whole);
        assertThrows(MinutesException.class, () -> TreeFile.open(file, HashFunction.SHA512));
        try (TreeFile tree = TreeFile.open(file, HashFunction.SHA256)) {
            assertThrows(MinutesException.class, () -> tree.beside(new byte[32]));
        }
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
