// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.fixity.AuditReport;
import eu.digitalminutes.archive.fixity.FixityAudit;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages are verified and audited where they lie in an S3-compatible store, by reads of ranges. */
class S3StoreScaleTest {
    private static final int FRAGMENT = 1 << 20;
    private static final int CHUNK = 8 << 20;
    private static final int BYTES = 5 * CHUNK + 1000;

    @TempDir
    Path temp;

    private CountedBucket bucket;

    @BeforeAll
    static void settings() {
        // What docs/audit.md recommends: without them every opening would fetch 250 MiB ahead.
        System.setProperty("s3.spi.read.max-fragment-size", String.valueOf(FRAGMENT));
        System.setProperty("s3.spi.read.max-fragment-number", "2");
        System.setProperty("s3.spi.endpoint-protocol", "http");
        System.setProperty("s3.spi.force-path-style", "true");
        System.setProperty("aws.region", "eu-south-1");
    }

    @AfterAll
    static void settingsAreForgotten() {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith("s3."));
        System.clearProperty("aws.region");
    }

    @BeforeEach
    void server() throws Exception {
        bucket = CountedBucket.start(Files.createDirectory(temp.resolve("bucket")));
    }

    @org.junit.jupiter.api.AfterEach
    void stop() throws Exception {
        bucket.close();
    }

    private FixityAudit audit() {
        return MinutesArchive.audit(bucket.path("store/"), temp.resolve("catalogue"));
    }

    private static long bytes(List<CountedBucket.Range> ranges) {
        return ranges.stream().mapToLong(CountedBucket.Range::bytes).sum();
    }

    /** Each fragment inside the recording was asked for once; only its ends are shared with what lies around it. */
    private static void assertEachOnce(List<CountedBucket.Range> ranges, String work) {
        Map<Long, Long> asked =
                ranges.stream().collect(Collectors.groupingBy(CountedBucket.Range::from, Collectors.counting()));
        for (long from = 2L * FRAGMENT; from < BYTES - 2L * FRAGMENT; from += FRAGMENT) {
            assertEquals(1, asked.getOrDefault(from, 0L), work + " at " + from + " in " + asked);
        }
        assertTrue(bytes(ranges) < BYTES + 8L * FRAGMENT, work + " read " + bytes(ranges) + " bytes");
        System.out.println(work + ": " + ranges.size() + " requests, " + bytes(ranges) + " bytes of " + BYTES);
    }

    @Test
    void aPackageInS3IsVerifiedByRanges() throws Exception {
        Path file = Bags.write(temp.resolve("a.zip"), BYTES, 1);
        bucket.put("a.zip", file);
        assertEquals(List.of(), MinutesArchive.verify(bucket.path("a.zip")).findings(), "the bag in S3");
        assertEachOnce(bucket.ranges(), "verify");
    }

    @Test
    void aStoreInS3IsAuditedWithTheCatalogueOnADisk() throws Exception {
        Path file = Bags.write(temp.resolve("a.zip"), BYTES, 1);
        bucket.put("store/2026/a.zip", file);
        bucket.put("store/b.zip", Bags.write(temp.resolve("b.zip"), 1000, 2));
        AuditReport first = audit().run(Task.none());
        assertEquals(List.of(), codes(first));
        assertEquals(2, first.packages());
        assertEachOnce(of("store/2026/a.zip"), "first audit");
        assertEquals(List.of(), codes(audit().run(Task.none())));
        assertEachOnce(of("store/2026/a.zip"), "second audit");

        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(3L * CHUNK + 17);
            int old = access.read();
            access.seek(3L * CHUNK + 17);
            access.write(old ^ 1);
        }
        bucket.put("store/2026/a.zip", file);
        AuditReport rotten = audit().run(Task.none());
        assertEquals(List.of("BIT_ROT"), codes(rotten));
        assertEquals(Verdict.INVALID, rotten.report().verdict());
        assertEquals(
                "2026/a.zip!bag/data/recording.mp4",
                rotten.report().findings().get(0).where());
    }

    @Test
    void anAuditThatGoesOnDoesNotFetchWhatWasChecked() throws Exception {
        bucket.put("store/a.zip", Bags.write(temp.resolve("a.zip"), BYTES, 1));
        audit().run(Task.none());
        AtomicLong asked = new AtomicLong();
        Task task = Task.none().cancellableBy(() -> asked.incrementAndGet() > 3L * CHUNK / 65536);
        assertThrows(CancelledException.class, () -> audit().run(task));
        bucket.ranges();
        assertEquals(List.of(), codes(audit().run(Task.none())));
        List<CountedBucket.Range> rest = bucket.ranges();
        assertTrue(bytes(rest) < BYTES - CHUNK, "what was checked was fetched again: " + rest);
        assertEquals(
                0,
                rest.stream()
                        .filter(range -> range.from() >= 2L * FRAGMENT && range.from() < 2L * CHUNK - FRAGMENT)
                        .count(),
                () -> "what was checked was fetched again: " + rest);
        System.out.println("resumed audit: " + rest.size() + " requests, " + bytes(rest) + " bytes");
    }

    @Test
    void aZipOfManyFilesIsOpenedWithFewRequests() throws Exception {
        Path file = temp.resolve("many.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 5000; i++) {
                out.putNextEntry(new ZipEntry("bag/data/" + Integer.reverse(i)));
                out.write(i);
            }
        }
        bucket.put("many.zip", file);
        assertThrows(
                eu.digitalminutes.core.outcome.MinutesException.class,
                () -> MinutesArchive.verify(bucket.path("many.zip")),
                "it has no marker: it is opened and refused");
        List<CountedBucket.Range> ranges = bucket.ranges();
        assertTrue(ranges.size() <= 6, ranges.size() + " requests for 5000 files in " + Files.size(file) + " bytes");
        System.out.println("opening 5000 files: " + ranges.size() + " requests");
    }

    private List<CountedBucket.Range> of(String object) {
        return bucket.ranges().stream()
                .filter(range -> range.object().equals(object))
                .toList();
    }

    private static List<String> codes(AuditReport report) {
        return report.report().findings().stream().map(Finding::code).toList();
    }
}
