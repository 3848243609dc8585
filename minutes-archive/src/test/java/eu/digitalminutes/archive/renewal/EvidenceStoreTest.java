// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.evidence.AlgorithmPolicy;
import eu.digitalminutes.core.evidence.ArchiveStamp;
import eu.digitalminutes.core.evidence.EvidenceAuthority;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evidence of an archive on disk, with an authority that anybody can imitate. */
class EvidenceStoreTest {
    private static final Instant TIME = Instant.parse("2026-03-12T10:00:00Z");
    private static final Instant END = Instant.parse("2031-03-12T10:00:00Z");

    @TempDir
    Path folder;

    private final AtomicInteger requests = new AtomicInteger();

    private final EvidenceAuthority authority = (function, digest) -> {
        byte[] token = new byte[digest.length + 2];
        token[0] = 0x30;
        token[1] = (byte) digest.length;
        System.arraycopy(digest, 0, token, 2, digest.length);
        return ArchiveStamp.of(
                        token,
                        TIME.plusSeconds(requests.incrementAndGet()),
                        "Marche, Temporali",
                        List.of("RSA-2048", "SHA-256"))
                .certifiedUntil(END);
    };

    private EvidenceStore store() {
        return EvidenceStore.in(folder.resolve("evidence"));
    }

    private static Stream<PreservedObject> known(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> PreservedObject.known(
                        "verbale-" + i,
                        Digest.of(Fingerprinter.sha256().digest(("" + i).getBytes(StandardCharsets.UTF_8)))));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(one -> String.valueOf(one.getFileName())).sorted().toList();
        }
    }

    @Test
    void oneRequestStampsTenThousandObjects() throws IOException {
        store().create(known(0, 10_000), HashFunction.SHA256, authority, Task.none());
        assertEquals(1, requests.get());
        for (int i = 0; i < 10_000; i += 777) {
            assertTrue(store().record("verbale-" + i).isPresent());
        }
        assertTrue(store().record("verbale-10000").isEmpty());
    }

    @Test
    void renewingDoesNotGrowWithTheObjectsAndReadsNone() throws IOException {
        store().create(known(0, 100), HashFunction.SHA256, authority, Task.none());
        store().create(known(0, 200), HashFunction.SHA256, authority, Task.none());
        EvidenceRun renewal = store().renew(authority).get(0);
        assertEquals(3, requests.get());
        assertEquals(List.of(1, 2), renewal.covers());
        assertEquals(0, renewal.objects());
        Path run = folder.resolve("evidence/0003-renewal");
        assertTrue(Files.size(run.resolve("tree.bin")) < 300);
    }

    @Test
    void aNameThatComesTwiceStopsTheRun() {
        assertEquals(
                "OBJECT_TWICE",
                assertThrows(
                                MinutesException.class,
                                () -> store().create(
                                                Stream.concat(known(0, 5), known(4, 6)),
                                                HashFunction.SHA256,
                                                authority,
                                                Task.none()))
                        .code());
        assertEquals(0, requests.get());
    }

    @Test
    void nothingIsLeftOfARunThatStops() throws IOException {
        store().create(known(0, 5), HashFunction.SHA256, authority, Task.none());
        List<String> before = names(folder.resolve("evidence"));
        EvidenceAuthority down = (function, digest) -> {
            throw new ServiceUnavailableException("TSA_UNAVAILABLE", "down", null);
        };
        assertThrows(
                ServiceUnavailableException.class,
                () -> store().create(known(0, 9), HashFunction.SHA256, down, Task.none()));
        assertThrows(ServiceUnavailableException.class, () -> store().renew(down));
        assertThrows(
                CancelledException.class,
                () -> store().create(
                                known(0, 9),
                                HashFunction.SHA256,
                                authority,
                                Task.none().cancellableBy(() -> true)));
        assertThrows(
                MinutesException.class, () -> store().create(known(7, 9), HashFunction.SHA512, authority, Task.none()));
        assertEquals(before, names(folder.resolve("evidence")));
        assertEquals(1, store().runs().size());
    }

    @Test
    void oneWorkAtATime() {
        EvidenceAuthority second = (function, digest) -> {
            assertEquals(
                    "EVIDENCE_BUSY",
                    assertThrows(MinutesException.class, () -> store().renew(authority))
                            .code());
            return authority.stamp(function, digest);
        };
        assertTrue(org.junit.jupiter.api.Assertions.assertDoesNotThrow(
                        () -> store().create(known(0, 2), HashFunction.SHA256, second, Task.none()))
                .run()
                .isPresent());
    }

    @Test
    void anAlteredObjectDoesNotGoOverAndIsNamed() throws IOException {
        Path objects = Files.createDirectory(folder.resolve("objects"));
        for (int i = 0; i < 3; i++) {
            Files.writeString(objects.resolve("verbale-" + i), "verbale " + i);
        }
        try (Stream<PreservedObject> all = PreservedObjects.below(objects)) {
            store().create(all, HashFunction.SHA256, authority, Task.none());
        }
        Files.writeString(objects.resolve("verbale-1"), "altro");
        Files.writeString(objects.resolve("nuovo"), "nuovo");
        RunOutcome outcome;
        try (Stream<PreservedObject> all = PreservedObjects.below(objects)) {
            outcome = store().rehash(all, HashFunction.SHA512, authority, Task.none());
        }
        assertEquals(
                List.of("OBJECT_WITHOUT_RECORD", "OBJECT_ALTERED", "OBJECTS_LEFT"),
                outcome.report().findings().stream().map(Finding::code).toList());
        assertEquals(2, outcome.run().orElseThrow().objects());
        assertEquals(List.of(), outcome.run().orElseThrow().covers());
        assertEquals(2, store().renew(authority).size());
        try (Stream<PreservedObject> all = PreservedObjects.below(objects)) {
            assertFalse(store().rehash(all, HashFunction.SHA512, authority, Task.none())
                    .run()
                    .isPresent());
        }
    }

    @Test
    void damageInTheStoreIsToldAndNeverExported() throws IOException {
        store().create(known(0, 50), HashFunction.SHA256, authority, Task.none());
        byte[] sound = store().record("verbale-7").orElseThrow();
        Path run = folder.resolve("evidence/0001-creation");
        for (String name : List.of("tree.bin", "objects.bin", "objects.idx", "run.json")) {
            Path file = run.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 60)) {
                byte[] damaged = whole.clone();
                damaged[at] ^= 0x10;
                Files.write(file, damaged);
                try {
                    store().record("verbale-7").ifPresent(record -> assertArrayEquals(sound, record));
                } catch (MinutesException e) {
                    assertEquals("EVIDENCE_DAMAGED", e.code());
                }
            }
            Files.write(file, whole);
        }
        assertArrayEquals(sound, store().record("verbale-7").orElseThrow());
    }

    @Test
    void whatAProcessThatDiedLeftIsNoRun() throws IOException {
        store().create(known(0, 5), HashFunction.SHA256, authority, Task.none());
        Files.createDirectory(folder.resolve("evidence/.0002-creation.1-0-00000000.x.part"));
        assertEquals(1, store().runs().size());
        assertEquals(
                2,
                store().create(known(0, 6), HashFunction.SHA256, authority, Task.none())
                        .run()
                        .orElseThrow()
                        .number());
    }

    @Test
    void theCalendarTellsWhatEndsWhenAndWhatToDo() throws IOException {
        store().create(known(0, 5), HashFunction.SHA256, authority, Task.none());
        EvidenceCalendar calendar = EvidenceCalendar.of(store().runs(), AlgorithmPolicy.etsi(), Duration.ofDays(100));
        assertEquals(
                List.of(RenewalCause.STAMP_ALGORITHM_FADES, RenewalCause.CERTIFICATE_ENDS),
                calendar.entries().stream().map(DueRenewal::cause).toList());
        DueRenewal first = calendar.entries().get(0);
        assertEquals("RSA-2048", first.subject());
        assertEquals(Instant.parse("2028-09-23T00:00:00Z"), first.due());
        assertEquals(List.of(), calendar.dueAt(first.due().minusSeconds(1)));
        assertEquals(List.of(first), calendar.dueAt(first.due()));
        Path policy = Files.writeString(
                folder.resolve("policy.properties"), "SHA-256=2030-01-01\nRSA-1900=none\nsource=Circolare\n");
        List<DueRenewal> own = EvidenceCalendar.of(store().runs(), AlgorithmPolicy.read(policy), Duration.ZERO)
                .entries();
        assertEquals(
                List.of(RenewalCause.STAMP_ALGORITHM_FADES, RenewalCause.HASH_FADES, RenewalCause.CERTIFICATE_ENDS),
                own.stream().map(DueRenewal::cause).toList());
        assertEquals(RunKind.REHASH, own.get(1).cause().remedy());
        Files.writeString(policy, "SHA-256=presto\n");
        assertThrows(MinutesException.class, () -> AlgorithmPolicy.read(policy));
    }

    @Test
    void theCalendarIsReadByCalendarPrograms() throws IOException {
        store().create(known(0, 5), HashFunction.SHA256, authority, Task.none());
        String text = EvidenceCalendar.of(store().runs(), AlgorithmPolicy.etsi(), Duration.ofDays(100))
                .icalendar(Locale.ITALIAN);
        assertTrue(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), text);
        assertTrue(text.contains("\r\nDTSTART;VALUE=DATE:20280923\r\n"), text);
        assertTrue(text.replace("\r\n ", "").contains("Il certificato di Marche\\, Temporali\\, che"), text);
        assertTrue(text.lines().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75), text);
        assertEquals(2, text.split("BEGIN:VEVENT", -1).length - 1);
    }
}
