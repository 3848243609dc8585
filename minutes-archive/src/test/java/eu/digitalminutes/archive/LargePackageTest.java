// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eu.digitalminutes.archive.bagit.BagItProfile;
import eu.digitalminutes.archive.eark.EArkProfile;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("large")
class LargePackageTest {
    private static final long BYTES = 5L << 30;
    private static final long MORE_THAN_AN_INT = (2L << 30) + 1;

    @TempDir
    Path temp;

    @Test
    void containerOfFiveGibibytesIsPackedAndVerifiedInASmallHeap() throws Exception {
        Path container = temp.resolve("verbale.asice");
        try (RandomAccessFile file = new RandomAccessFile(container.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        Path zip = Packages.write(Sessions.ordinary(container), temp.resolve("p.zip"), PackageForm.ZIP);
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(zip, new TestSeal())));
        try (ZipFile file = new ZipFile(zip.toFile())) {
            assertEquals(
                    BYTES,
                    file.getEntry(Packages.TOP + "/content/minutes.asice").getSize());
        }
        Files.delete(zip);
    }

    @Test
    void everyOtherProfileIsPackedAndVerifiedInASmallHeapToo() throws Exception {
        pack(container(BYTES), EArkProfile.sip(), PackageForm.ZIP);
        pack(container(MORE_THAN_AN_INT), BagItProfile.sha256(), PackageForm.TAR);
    }

    private SignedMinutes container(long bytes) throws IOException {
        Path container = temp.resolve("verbale.asice");
        try (RandomAccessFile file = new RandomAccessFile(container.toFile(), "rw")) {
            file.setLength(bytes);
        }
        return Sessions.ordinary(container);
    }

    private void pack(SignedMinutes signed, PackageProfile profile, PackageForm form) throws IOException {
        Path target = temp.resolve(profile.name());
        MinutesArchive.write(signed, ArchiveMetadata.of(signed.minutes()), profile, target, form, Task.none());
        assertEquals(List.of(), Packages.findings(MinutesArchive.verify(target)));
        Files.delete(target);
    }
}
