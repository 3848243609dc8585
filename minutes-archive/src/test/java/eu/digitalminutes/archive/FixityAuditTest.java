// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.fixity.AuditReport;
import eu.digitalminutes.archive.fixity.FixityAudit;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FixityAuditTest {
    private static final int CHUNK = 8 << 20;
    /** Small files that come before the container, a chunk each. */
    private static final int INDEX_AND_SEAL = 2;

    private static final int LARGE = 5 * CHUNK + 1000;

    @TempDir
    Path temp;

    private Path store = Path.of("store");
    private Path catalogue = Path.of("catalogue");

    @BeforeEach
    void folders() throws IOException {
        store = Files.createDirectories(temp.resolve("store"));
        catalogue = temp.resolve("catalogue");
    }

    private Path packed(PackageForm form, String name, int bytes) throws IOException {
        Path source = Files.createTempDirectory(temp, "source");
        Files.createDirectories(store.resolve(name).getParent());
        return Packages.write(Sessions.ordinary(Packages.container(source, bytes)), store.resolve(name), form);
    }

    private FixityAudit audit() {
        return MinutesArchive.audit(store, catalogue);
    }

    private AuditReport run() throws IOException {
        return audit().run(Task.none());
    }

    private static List<String> codes(AuditReport report) {
        return report.report().findings().stream().map(Finding::code).toList();
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toString(), "rw")) {
            access.seek(at);
            int old = access.read();
            access.seek(at);
            access.write(old ^ 1);
        }
    }

    /** Where in a file the bytes of a container lie: they are stored as they are in each form. */
    private static long offset(Path file, byte[] container) throws IOException {
        byte[] all = Files.readAllBytes(file);
        for (int i = 0; i + 16 < all.length; i++) {
            if (java.util.Arrays.equals(all, i, i + 16, container, 0, 16)) {
                return i;
            }
        }
        throw new IllegalStateException("the container is not in " + file);
    }

    @Test
    void packagesOfEveryFormAreTakenInAndFoundWholeAgain() throws Exception {
        packed(PackageForm.DIRECTORY, "2025/folder", 1000);
        packed(PackageForm.ZIP, "2026/a.zip", 2000);
        packed(PackageForm.TAR, "b.tar", 3000);
        for (int i = 0; i < 3; i++) {
            AuditReport report = run();
            assertEquals(List.of(), codes(report));
            assertEquals(Verdict.VALID, report.report().verdict());
            assertEquals(3, report.packages());
            assertTrue(report.bytes() > 6000, "everything was read, not " + report.bytes());
        }
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void bitRotIsFoundWithTheFileTheBytesAndSinceWhen(PackageForm form) throws Exception {
        Path written = packed(form, "session." + form.name().toLowerCase(java.util.Locale.ROOT), LARGE);
        run();
        byte[] content = Files.readAllBytes(Packages.container(temp, LARGE));
        boolean folder = form == PackageForm.DIRECTORY;
        Path file = folder ? written.resolve("content/minutes.asice") : written;
        long at = (folder ? 0 : offset(file, content)) + 3L * CHUNK + 17;
        flip(file, at);
        Finding found = only(run());
        assertEquals("BIT_ROT", found.code());
        assertTrue(found.where().endsWith("content/minutes.asice"), found.where());
        assertTrue(
                found.message().english().contains("Bytes 25165824-33554431"),
                found.message().english());
        assertEquals(found.message(), only(run()).message(), "it stays bad since the same instant");
        flip(file, at);
        assertEquals(List.of(), codes(run()), "what was restored is whole again");
    }

    private static Finding only(AuditReport report) {
        assertEquals(1, report.report().findings().size(), () -> report.report().toString());
        assertEquals(Verdict.INVALID, report.report().verdict());
        return report.report().findings().get(0);
    }

    @Test
    void lostAddedAndResizedFilesAreNamed() throws Exception {
        Path written = packed(PackageForm.DIRECTORY, "session", 1000);
        run();
        Files.writeString(written.resolve("content/more.txt"), "more");
        Files.delete(written.resolve("metadata/minutes.xml"));
        Files.write(written.resolve("content/minutes.asice"), new byte[999]);
        AuditReport report = run();
        assertEquals(List.of("FILE_ADDED", "FILE_RESIZED", "FILE_LOST"), codes(report));
    }

    @Test
    void lostPackageIsMissedUntilItIsForgotten() throws Exception {
        packed(PackageForm.ZIP, "2026/a.zip", 1000);
        run();
        Files.delete(store.resolve("2026/a.zip"));
        Finding lost = only(run());
        assertEquals("PACKAGE_LOST", lost.code());
        assertEquals("2026/a.zip", lost.where());
        audit().forget("2026/a.zip");
        assertEquals(List.of(), codes(run()));
        assertThrows(IllegalArgumentException.class, () -> audit().forget("2026/a.zip"));
    }

    @Test
    void packageThatIsNoLongerOneIsReportedAndTheOthersAreAudited() throws Exception {
        Path broken = packed(PackageForm.ZIP, "a.zip", 1000);
        packed(PackageForm.ZIP, "b.zip", 1000);
        run();
        Files.write(broken, new byte[] {1, 2, 3});
        AuditReport report = run();
        assertEquals(List.of("PACKAGE_UNREADABLE"), codes(report));
        assertEquals(2, report.packages());
    }

    @Test
    void packageThatDoesNotVerifyIsNotTakenIn() throws Exception {
        Path written = packed(PackageForm.DIRECTORY, "session", 1000);
        flip(written.resolve("content/minutes.asice"), 5);
        assertEquals("FILE_ALTERED", only(run()).code());
        assertEquals("FILE_ALTERED", only(run()).code());
    }

    @Test
    void whatWasAuditedNotLongAgoIsLeftOut() throws Exception {
        packed(PackageForm.ZIP, "a.zip", 1000);
        run();
        packed(PackageForm.ZIP, "b.zip", 1000);
        AuditReport report = audit().olderThan(Duration.ofDays(90)).run(Task.none());
        assertEquals(1, report.packages());
        assertEquals(1, report.recent());
    }

    @Test
    void anAuditThatIsStoppedGoesOnWhereItWas() throws Exception {
        packed(PackageForm.ZIP, "a.zip", LARGE);
        long whole = run().bytes();
        AtomicLong asked = new AtomicLong();
        Task task = Task.none().cancellableBy(() -> asked.incrementAndGet() > 3L * CHUNK / 65536);
        assertThrows(CancelledException.class, () -> audit().run(task));
        AuditReport rest = run();
        assertEquals(List.of(), codes(rest));
        assertTrue(rest.bytes() < whole - CHUNK, rest.bytes() + " of " + whole + " bytes were read again");
        assertEquals(whole, run().bytes(), "the next audit reads everything");
    }

    @Test
    @Tag("killed")
    void anAuditThatIsKilledLosesOneChunkAtMost() throws Exception {
        packed(PackageForm.ZIP, "a.zip", LARGE);
        long whole = run().bytes();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Slow.class.getName(),
                        store.toString(),
                        catalogue.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("log").toFile())
                .start();
        Path progress;
        do {
            assertTrue(process.isAlive(), () -> "it ended: " + temp.resolve("log"));
            TimeUnit.MILLISECONDS.sleep(20);
            progress = progress();
        } while (chunks(progress) < INDEX_AND_SEAL + 2);
        process.destroyForcibly().waitFor();
        long noted = chunks(progress) - INDEX_AND_SEAL;
        expireLease();
        long rest = run().bytes();
        assertTrue(rest < whole - noted * CHUNK, "only what was not noted is read again, not " + rest);
        assertTrue(rest > whole - (noted + 1) * CHUNK, "all that was not noted is read, not " + rest);
    }

    private Path progress() throws IOException {
        try (Stream<Path> all = Files.walk(catalogue)) {
            return all.filter(file -> file.endsWith("progress")).findAny().orElse(catalogue);
        }
    }

    private static long chunks(Path progress) throws IOException {
        return Files.isRegularFile(progress)
                ? Files.readAllLines(progress).stream()
                        .filter(line -> line.endsWith("+"))
                        .count()
                : 0;
    }

    private void expireLease() throws IOException {
        try (Stream<Path> all = Files.walk(catalogue)) {
            for (Path lease : all.filter(file -> file.endsWith("lease")).toList()) {
                Files.writeString(lease, Instant.now().minusSeconds(1) + " somebody\n");
            }
        }
    }

    /** An audit that takes its time. */
    public static final class Slow {
        private Slow() {}

        public static void main(String[] folders) throws IOException {
            MinutesArchive.audit(Path.of(folders[0]), Path.of(folders[1]))
                    .bytesPerSecond(4 * CHUNK)
                    .run(Task.none());
        }
    }

    @Test
    void packageThatAnotherProcessIsAtIsLeftToItUntilItsLeaseRunsOut() throws Exception {
        packed(PackageForm.ZIP, "a.zip", 1000);
        run();
        Path folder = progressFolder();
        Files.writeString(folder.resolve("lease"), Instant.now().plusSeconds(600) + " another\n");
        AuditReport left = run();
        assertEquals(0, left.packages());
        assertEquals(1, left.elsewhere());
        Files.writeString(folder.resolve("lease"), Instant.now().minusSeconds(1) + " another\n");
        assertEquals(1, run().packages());
    }

    private Path progressFolder() throws IOException {
        try (Stream<Path> all = Files.list(catalogue)) {
            return all.findAny().orElseThrow();
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"state.json", "leaves"})
    void damagedCatalogueIsNotBelieved(String part) throws Exception {
        Path written = packed(PackageForm.DIRECTORY, "session", 1000);
        run();
        flip(progressFolder().resolve(part), part.equals("leaves") ? 3 : 0);
        assertEquals(List.of(), codes(run()), "the package is verified anew");
        flip(written.resolve("content/minutes.asice"), 5);
        assertEquals("BIT_ROT", only(run()).code());
    }

    @Test
    void theStoreMayLieOnAnotherFileSystem() throws Exception {
        Path written = packed(PackageForm.ZIP, "a.zip", 300_000);
        Path disk = temp.resolve("disk.zip");
        try (FileSystem other = FileSystems.newFileSystem(disk, Map.of("create", "true"))) {
            Files.createDirectories(other.getPath("/store/2026"));
            Files.copy(written, other.getPath("/store/2026/a.zip"));
            FixityAudit there = MinutesArchive.audit(other.getPath("/store"), catalogue);
            assertEquals(List.of(), codes(there.run(Task.none())));
            assertEquals(1, there.run(Task.none()).packages());
            MinutesArchive.verify(other.getPath("/store/2026/a.zip"), new TestSeal())
                    .requireValid();
        }
    }

    @Test
    void packagesAreAuditedOneByOneByWhoeverIsGivenTheirNames() throws Exception {
        packed(PackageForm.ZIP, "2026/a.zip", 1000);
        run();
        packed(PackageForm.ZIP, "2025/new.zip", 1000);
        assertEquals(List.of("2025/new.zip", "2026/a.zip"), audit().due(), "what was never audited comes first");
        AuditReport sum = new AuditReport(0, 0, 0, 0, Report.of(List.of()), List.of());
        for (String name : audit().due()) {
            sum = sum.and(audit().audit(name, Task.none()));
        }
        assertEquals(2, sum.packages());
        assertEquals(List.of(), codes(sum));
        assertEquals(
                List.of("2025/new.zip", "2026/a.zip"),
                audit().due().stream().sorted().toList());
        FixityAudit quarterly = audit().olderThan(Duration.ofDays(90));
        assertEquals(List.of(), quarterly.due());
        AuditReport again = quarterly.audit("2026/a.zip", Task.none());
        assertEquals(List.of(0, 1), List.of(again.packages(), again.recent()));
        assertEquals(0, again.bytes(), "a worker that is asked twice reads once");
    }

    @Test
    void aPackageThatTheStoreLostIsDueAndMissed() throws Exception {
        Files.delete(enrolled("a.zip"));
        FixityAudit quarterly = audit().olderThan(Duration.ofDays(90));
        assertEquals(List.of("a.zip"), quarterly.due());
        assertEquals("PACKAGE_LOST", only(quarterly.audit("a.zip", Task.none())).code());
        assertThrows(NoSuchFileException.class, () -> audit().audit("b.zip", Task.none()));
        assertThrows(IllegalArgumentException.class, () -> audit().audit("../b.zip", Task.none()));
        assertThrows(IllegalArgumentException.class, () -> audit().audit("/b.zip", Task.none()));
        assertThrows(IllegalArgumentException.class, () -> audit().audit("", Task.none()));
    }

    private Path enrolled(String name) throws IOException {
        Path written = packed(PackageForm.ZIP, name, 1000);
        run();
        return written;
    }

    @Test
    void onePackageThatIsStoppedGoesOnInAnotherAudit() throws Exception {
        packed(PackageForm.ZIP, "a.zip", LARGE);
        long whole = run().bytes();
        AtomicLong asked = new AtomicLong();
        Task task = Task.none().cancellableBy(() -> asked.incrementAndGet() > 3L * CHUNK / 65536);
        assertThrows(CancelledException.class, () -> audit().audit("a.zip", task));
        long rest = audit().audit("a.zip", Task.none()).bytes();
        assertTrue(rest < whole - CHUNK, rest + " of " + whole + " bytes were read again");
    }

    @Test
    void limitsAreKept() {
        assertThrows(IllegalArgumentException.class, () -> audit().threads(0));
        assertThrows(IllegalArgumentException.class, () -> audit().threads(65));
        assertThrows(IllegalArgumentException.class, () -> audit().bytesPerSecond(-1));
    }
}
