// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.evidence.EvidenceAuthority;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is stopped is gone on with, and nothing is read twice. */
class StoppedRunsTest {
    private static final int ALL = 20;
    private static final EvidenceAuthority AUTHORITY = new StubAuthority();

    @TempDir
    Path folder;

    private CountedReads reads;
    private Path evidence;
    private EvidenceStore store;

    @BeforeEach
    void fill() throws IOException {
        reads = new CountedReads(folder.resolve("objects"), ALL);
        evidence = folder.resolve("evidence");
        store = EvidenceStore.in(evidence);
    }

    private RunOutcome create(EvidenceAuthority authority) throws IOException {
        try (Stream<PreservedObject> all = PreservedObjects.below(reads.objects())) {
            return store.create(all, HashFunction.SHA256, authority, reads.task());
        }
    }

    private RunOutcome rehash(EvidenceAuthority authority) throws IOException {
        try (Stream<PreservedObject> all = PreservedObjects.below(reads.objects())) {
            return store.rehash(all, HashFunction.SHA512, authority, reads.task());
        }
    }

    /** What a store holds that is neither run nor lock. */
    private List<String> besideRuns() throws IOException {
        try (Stream<Path> list = Files.list(evidence)) {
            return list.map(one -> String.valueOf(one.getFileName()))
                    .filter(name -> name.startsWith(".") && !name.equals(".lock"))
                    .sorted()
                    .toList();
        }
    }

    private Path journal() {
        return evidence.resolve(".creation-SHA-256.hashed");
    }

    /** The records are those of a store that was made at one go. */
    private void requireAsAtOneGo() throws IOException {
        EvidenceStore other = EvidenceStore.in(folder.resolve("other"));
        try (Stream<PreservedObject> all = PreservedObjects.below(reads.objects())) {
            other.create(all, HashFunction.SHA256, AUTHORITY, reads.task());
        }
        for (String name : List.of("verbale-0000", "verbale-0013", "verbale-0019")) {
            assertArrayEquals(
                    other.record(name).orElseThrow(), store.record(name).orElseThrow());
        }
    }

    @Test
    void afterAFailureOfTheAuthorityTheNextRunOnlyStamps() throws IOException {
        assertThrows(ServiceUnavailableException.class, () -> create(StubAuthority.DOWN));
        assertEquals(ALL, reads.read());
        assertEquals(List.of(".creation-SHA-256.hashed"), besideRuns());
        assertThrows(ServiceUnavailableException.class, () -> create(StubAuthority.DOWN));
        assertEquals(0, reads.read());
        RunOutcome outcome = create(AUTHORITY);
        assertEquals(0, reads.read());
        assertEquals(ALL, outcome.resumed());
        assertEquals(List.of(), besideRuns());
        requireAsAtOneGo();
    }

    @Test
    void aCancelledRunIsGoneOnWithAndSaysSo() throws IOException {
        reads.stoppedAfter(7);
        CancelledException cancelled = assertThrows(CancelledException.class, () -> create(AUTHORITY));
        assertTrue(String.valueOf(cancelled.getMessage()).contains("the next run goes on"), cancelled.getMessage());
        assertEquals(0, store.runs().size());
        reads.stoppedAfter(5);
        assertThrows(CancelledException.class, () -> create(AUTHORITY));
        reads.stoppedAfter(Integer.MAX_VALUE);
        assertEquals(12, create(AUTHORITY).resumed());
        assertEquals(ALL - 12, reads.read());
        requireAsAtOneGo();
    }

    @Test
    void aNewHashingIsGoneOnWith() throws IOException {
        create(AUTHORITY);
        reads.stoppedAfter(4);
        assertThrows(CancelledException.class, () -> rehash(AUTHORITY));
        reads.stoppedAfter(Integer.MAX_VALUE);
        assertThrows(ServiceUnavailableException.class, () -> rehash(StubAuthority.DOWN));
        assertEquals(ALL - 4, reads.read());
        store.renew(AUTHORITY);
        RunOutcome outcome = rehash(AUTHORITY);
        assertEquals(0, reads.read());
        assertEquals(ALL, outcome.resumed());
        assertEquals(ALL, outcome.run().orElseThrow().objects());
        assertEquals(List.of(), besideRuns());
    }

    @Test
    void whatWasWrittenSinceIsReadAgain() throws IOException {
        assertThrows(ServiceUnavailableException.class, () -> create(StubAuthority.DOWN));
        Path longer = reads.objects().resolve("verbale-0003");
        FileTime time = Files.getLastModifiedTime(longer);
        Files.writeString(longer, "verbale 3, corretto");
        Files.setLastModifiedTime(longer, time);
        Path later = reads.objects().resolve("verbale-0013");
        Files.writeString(later, "VERBALE 13");
        Files.setLastModifiedTime(later, FileTime.fromMillis(time.toMillis() + 10_000));
        Files.delete(reads.objects().resolve("verbale-0005"));
        Files.writeString(reads.objects().resolve("nuovo"), "nuovo");
        assertEquals(ALL - 3, create(AUTHORITY).resumed());
        assertEquals(3, reads.read());
        requireAsAtOneGo();
        assertTrue(store.record("verbale-0005").isEmpty());
    }

    @Test
    void anotherFunctionReadsAnew() throws IOException {
        assertThrows(ServiceUnavailableException.class, () -> create(StubAuthority.DOWN));
        try (Stream<PreservedObject> all = PreservedObjects.below(reads.objects())) {
            assertEquals(
                    0,
                    store.create(all, HashFunction.SHA512, AUTHORITY, reads.task())
                            .resumed());
        }
        assertEquals(List.of(), besideRuns());
    }

    @Test
    void aGroupIsGoneOnWithFileByFile() throws IOException {
        PreservedObject group = PreservedObject.group(
                "pacchetto",
                java.util.Map.of(
                        "a", reads.objects().resolve("verbale-0001"),
                        "b", reads.objects().resolve("verbale-0002"),
                        "c", reads.objects().resolve("verbale-0003")));
        reads.stoppedAfter(2);
        assertThrows(
                CancelledException.class,
                () -> store.create(Stream.of(group), HashFunction.SHA256, AUTHORITY, reads.task()));
        reads.stoppedAfter(Integer.MAX_VALUE);
        store.create(Stream.of(group), HashFunction.SHA256, AUTHORITY, reads.task());
        assertEquals(1, reads.read());
    }

    /** Of a journal that is cut anywhere as much counts as is whole. */
    @Test
    void aTornTailIsReadAgain() throws IOException {
        assertThrows(ServiceUnavailableException.class, () -> create(StubAuthority.DOWN));
        byte[] whole = Files.readAllBytes(journal());
        int note = (whole.length - 16) / ALL;
        for (int length : new int[] {0, 5, 16, 17, 16 + note - 1, 16 + note, whole.length / 2, whole.length - 1}) {
            Files.write(journal(), Arrays.copyOf(whole, length));
            int kept = Math.max(0, (length - 16) / note);
            assertThrows(ServiceUnavailableException.class, () -> create(StubAuthority.DOWN));
            assertEquals(ALL - kept, reads.read(), "of " + length + " bytes");
            assertEquals(whole.length, Files.size(journal()), "it goes on where it was whole");
        }
        create(AUTHORITY);
        requireAsAtOneGo();
    }

    @Test
    void aDamagedJournalIsNotBelieved() throws IOException {
        assertThrows(ServiceUnavailableException.class, () -> create(StubAuthority.DOWN));
        byte[] whole = Files.readAllBytes(journal());
        Random random = new Random(6283);
        for (int i = 0; i < 40; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(journal(), damaged);
            assertThrows(ServiceUnavailableException.class, () -> create(StubAuthority.DOWN));
            assertTrue(reads.read() > 0, "the damage was not seen");
            assertArrayEquals(content(whole), content(Files.readAllBytes(journal())), "every hash is what it was");
        }
        create(AUTHORITY);
        requireAsAtOneGo();
    }

    /** The notes without their order. */
    private static String[] content(byte[] journal) {
        int note = (journal.length - 16) / ALL;
        return Stream.iterate(16, at -> at < journal.length, at -> at + note)
                .map(at -> java.util.HexFormat.of().formatHex(journal, at, at + note - 16))
                .sorted()
                .toArray(String[]::new);
    }

    @Test
    void whatIsNoJournalIsReplaced() throws IOException {
        Files.createDirectories(evidence);
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "not ours");
        Files.createSymbolicLink(journal(), elsewhere);
        assertThrows(ServiceUnavailableException.class, () -> create(StubAuthority.DOWN));
        assertEquals("not ours", Files.readString(elsewhere));
        Files.delete(journal());
        Files.writeString(Files.createDirectory(journal()).resolve("file"), "a folder");
        assertThrows(ServiceUnavailableException.class, () -> create(StubAuthority.DOWN));
        assertEquals(ALL, reads.read());
        byte[] garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);
        Files.write(journal(), garbage);
        create(AUTHORITY);
        assertEquals(ALL, reads.read());
        requireAsAtOneGo();
    }

    @Test
    void whatKilledProcessesLeftIsRemovedWhateverItsNumber() throws IOException {
        for (String name : List.of(".0001-creation.1-0-00000000.x.part", ".0007-rehash.1-0-00000000.y.part")) {
            Files.writeString(Files.createDirectories(evidence.resolve(name)).resolve("tree.bin"), "half");
        }
        create(AUTHORITY);
        assertEquals(List.of(), besideRuns());
    }
}
