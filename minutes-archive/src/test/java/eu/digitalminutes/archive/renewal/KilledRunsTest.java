// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.evidence.EvidenceAuthority;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that makes evidence is killed: each run is there whole or not at all, and only what was not read is read. */
@Tag("killed")
class KilledRunsTest {
    private static final int ALL = 200;
    private static final int ENOUGH = 30;
    private static final int KILLS = 12;
    private static final EvidenceAuthority AUTHORITY = new StubAuthority();

    @TempDir
    Path folder;

    private CountedReads reads;
    private Path evidence;

    @BeforeEach
    void fill() throws IOException {
        reads = new CountedReads(folder.resolve("objects"), ALL);
        evidence = folder.resolve("evidence");
    }

    private Process start(Class<?> program) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        reads.objects().toString(),
                        evidence.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private long noted(String journal) throws IOException {
        Path file = evidence.resolve(journal);
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private void killAfterEnough(Class<?> program, String journal, int note) throws Exception {
        Process process = start(program);
        while (noted(journal) < 16 + (long) ENOUGH * note) {
            assertTrue(process.isAlive(), () -> "it ended: " + folder.resolve("log"));
            TimeUnit.MILLISECONDS.sleep(5);
        }
        process.destroyForcibly().waitFor();
    }

    private static int read(CountedReads reads, EvidenceStore store, HashFunction function) throws IOException {
        try (Stream<PreservedObject> all = PreservedObjects.below(reads.objects())) {
            RunOutcome outcome = store.runs().isEmpty()
                    ? store.create(all, function, AUTHORITY, reads.task())
                    : store.rehash(all, function, AUTHORITY, reads.task());
            assertEquals(ALL, outcome.run().orElseThrow().objects());
            assertEquals(ALL, outcome.resumed() + reads.read(), "nothing is read twice");
            return reads.read();
        }
    }

    /** Nothing is left but runs, and each object has the record that a store made at one go gives it. */
    private void requireWhole() throws IOException {
        try (Stream<Path> list = Files.list(evidence)) {
            assertEquals(
                    List.of(),
                    list.map(one -> String.valueOf(one.getFileName()))
                            .filter(name -> name.startsWith(".") && !name.equals(".lock"))
                            .toList());
        }
        EvidenceStore other = EvidenceStore.in(folder.resolve("other"));
        for (EvidenceRun run : EvidenceStore.in(evidence).runs()) {
            try (Stream<PreservedObject> all = PreservedObjects.below(reads.objects())) {
                if (run.kind() == RunKind.CREATION) {
                    other.create(all, run.function(), AUTHORITY, Task.none());
                } else {
                    other.rehash(all, run.function(), AUTHORITY, Task.none());
                }
            }
        }
        EvidenceStore store = EvidenceStore.in(evidence);
        for (int i = 0; i < ALL; i++) {
            String name = String.format(java.util.Locale.ROOT, "verbale-%04d", i);
            assertArrayEquals(
                    other.record(name).orElseThrow(), store.record(name).orElseThrow());
        }
    }

    @Test
    void onlyWhatWasNotReadIsReadAfterAKill() throws Exception {
        EvidenceStore store = EvidenceStore.in(evidence);
        killAfterEnough(Creation.class, ".creation-SHA-256.hashed", Creation.NOTE);
        assertEquals(0, store.runs().size());
        assertTrue(read(reads, store, HashFunction.SHA256) <= ALL - ENOUGH);
        killAfterEnough(Rehashing.class, ".rehash-SHA-256-SHA-512.hashed", Rehashing.NOTE);
        assertEquals(1, store.runs().size());
        assertTrue(read(reads, store, HashFunction.SHA512) <= ALL - ENOUGH);
        requireWhole();
    }

    @Test
    void aRunThatIsKilledAtAnyMomentIsThereWholeOrNotAtAll() throws Exception {
        Random random = new Random();
        EvidenceStore store = EvidenceStore.in(evidence);
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            Process process = start(store.runs().isEmpty() ? Creation.class : Rehashing.class);
            process.waitFor(250 + random.nextInt(500), TimeUnit.MILLISECONDS);
            killed += process.isAlive() ? 1 : 0;
            process.destroyForcibly().waitFor();
            for (EvidenceRun run : store.runs()) {
                assertEquals(ALL, run.objects());
                assertTrue(store.record("verbale-0100").isPresent());
            }
        }
        assertTrue(killed > 0, "nobody was killed: this test proves nothing");
        while (store.runs().size() < 2) {
            read(reads, store, store.runs().isEmpty() ? HashFunction.SHA256 : HashFunction.SHA512);
        }
        requireWhole();
    }

    /** A run that takes its time. */
    private static Task slowly() {
        return Task.reporting(progress -> {
            try {
                TimeUnit.MILLISECONDS.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Creates, slowly. */
    public static final class Creation {
        static final int NOTE = 16 + 1 + 2 * 32 + 16;

        private Creation() {}

        public static void main(String[] folders) throws IOException {
            try (Stream<PreservedObject> all = PreservedObjects.below(Path.of(folders[0]))) {
                EvidenceStore.in(Path.of(folders[1])).create(all, HashFunction.SHA256, AUTHORITY, slowly());
            }
        }
    }

    /** Hashes anew, slowly. */
    public static final class Rehashing {
        static final int NOTE = 16 + 1 + 2 * (32 + 64) + 16;

        private Rehashing() {}

        public static void main(String[] folders) throws IOException {
            try (Stream<PreservedObject> all = PreservedObjects.below(Path.of(folders[0]))) {
                EvidenceStore.in(Path.of(folders[1])).rehash(all, HashFunction.SHA512, AUTHORITY, slowly());
            }
        }
    }
}
