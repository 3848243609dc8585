// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.digitalminutes.archive.bagit.BagItProfile;
import eu.digitalminutes.archive.eark.EArkProfile;
import eu.digitalminutes.archive.fixity.FixityAudit;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.archive.rendition.Renditions;
import eu.digitalminutes.archive.sincro.SincroProfile;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How often the container is read, counted by the operating system: every read of this process, by whatever call. */
class PassesTest {
    private static final Path COUNTER = Path.of("/proc/self/io");
    private static final int BYTES = 48 << 20;

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void containerIsReadOnceToPackAndOnceToVerify(PackageForm form) throws Exception {
        assumeTrue(Files.isReadable(COUNTER), "this system does not count what a process reads");
        Path small = Files.createDirectory(temp.resolve("small"));
        Path warm = Packages.write(Sessions.ordinary(Packages.container(small, 1)), small.resolve("p"), form);
        MinutesArchive.verify(warm, new TestSeal());
        Path container = Packages.container(temp, BYTES);

        long before = read();
        Path written = Packages.write(Sessions.ordinary(container), temp.resolve("p"), form);
        long packed = read();
        MinutesArchive.verify(written, new TestSeal()).requireValid();
        long verified = read();

        assertOnce("packing", packed - before);
        assertOnce("verifying", verified - packed);
    }

    @ParameterizedTest
    @CsvSource({"eark, ZIP", "eark, DIRECTORY", "bagit, TAR", "bagit512, ZIP"})
    void containerIsReadOnceByEveryProfile(String name, PackageForm form) throws Exception {
        assumeTrue(Files.isReadable(COUNTER), "this system does not count what a process reads");
        PackageProfile profile = name.equals("eark")
                ? EArkProfile.sip()
                : name.equals("bagit") ? BagItProfile.sha256() : BagItProfile.sha512();
        Path small = Files.createDirectory(temp.resolve("small"));
        MinutesArchive.verify(write(Sessions.ordinary(Packages.container(small, 1)), profile, small, form));
        Path container = Packages.container(temp, BYTES);

        long before = read();
        Path written = write(Sessions.ordinary(container), profile, temp, form);
        long packed = read();
        MinutesArchive.verify(written).requireValid();
        long verified = read();

        assertOnce("packing", packed - before);
        assertOnce("verifying", verified - packed);
    }

    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void containerIsReadOnceByEachAudit(PackageForm form) throws Exception {
        assumeTrue(Files.isReadable(COUNTER), "this system does not count what a process reads");
        Path small = Files.createDirectories(temp.resolve("small/store"));
        Path ending = Path.of("p." + form.name().toLowerCase(Locale.ROOT));
        Packages.write(Sessions.ordinary(Packages.container(small.getParent(), 1)), small.resolve(ending), form);
        FixityAudit warm = MinutesArchive.audit(small, temp.resolve("small/catalogue"));
        warm.run(Task.none());
        warm.run(Task.none());
        Path store = Files.createDirectory(temp.resolve("store"));
        Packages.write(Sessions.ordinary(Packages.container(temp, BYTES)), store.resolve(ending), form);
        FixityAudit audit = MinutesArchive.audit(store, temp.resolve("catalogue"));

        long before = read();
        audit.run(Task.none()).report().requireValid();
        long taken = read();
        audit.run(Task.none()).report().requireValid();
        long compared = read();

        assertOnce("the first audit", taken - before);
        assertOnce("the second audit", compared - taken);
    }

    @Test
    void containerIsReadOnceToPackItWithWhatIsMadeFromIt() throws Exception {
        assumeTrue(Files.isReadable(COUNTER), "this system does not count what a process reads");
        Path small = Files.createDirectory(temp.resolve("small"));
        withRenditions(Containers.captioned(small, 1), small);
        SignedMinutes signed = Containers.captioned(temp, BYTES);

        long before = read();
        Path written = withRenditions(signed, temp);
        long packed = read();

        assertOnce("making renditions and packing", packed - before);
        assertTrue(Files.size(written) > BYTES);
    }

    private static Path withRenditions(SignedMinutes signed, Path folder) throws IOException {
        return MinutesArchive.write(
                        signed,
                        ArchiveMetadata.of(signed.minutes()),
                        SincroProfile.unsealed(),
                        Renditions.of(signed).make(Task.none()).files(),
                        folder.resolve("p"),
                        PackageForm.ZIP,
                        Task.none())
                .path();
    }

    private static Path write(SignedMinutes signed, PackageProfile profile, Path folder, PackageForm form)
            throws IOException {
        return MinutesArchive.write(
                        signed, ArchiveMetadata.of(signed.minutes()), profile, folder.resolve("p"), form, Task.none())
                .path();
    }

    private static void assertOnce(String work, long bytes) {
        double passes = (double) bytes / BYTES;
        assertTrue(passes >= 1 && passes < 1.1, work + " read the container " + passes + " times");
    }

    private static long read() throws IOException {
        return Files.readAllLines(COUNTER).stream()
                .filter(line -> line.startsWith("rchar: "))
                .mapToLong(line -> Long.parseLong(line.substring(7)))
                .sum();
    }
}
