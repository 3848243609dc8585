// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import eu.digitalminutes.archive.bagit.BagItProfile;
import eu.digitalminutes.archive.eark.EArkProfile;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.archive.sincro.SincroProfile;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.task.Task;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Packages are written and read wherever a file system has paths, not on the disk alone. */
class OtherFileSystemTest {
    @ParameterizedTest
    @EnumSource(PackageForm.class)
    void everyProfileLivesInAnotherFileSystem(PackageForm form) throws Exception {
        try (FileSystem other = Jimfs.newFileSystem(Configuration.unix())) {
            Path folder = Files.createDirectory(other.getPath("/packages"));
            SignedMinutes signed = Sessions.ordinary(Packages.container(folder, 100_000));
            for (PackageProfile profile :
                    List.of(SincroProfile.sealedBy(new TestSeal()), EArkProfile.aip(), BagItProfile.sha512())) {
                Path target =
                        Files.createDirectory(folder.resolve(profile.name())).resolve(Packages.TOP);
                MinutesArchive.write(signed, ArchiveMetadata.of(signed.minutes()), profile, target, form, Task.none());
                assertEquals(
                        List.of(),
                        Packages.findings(MinutesArchive.verify(target, new TestSeal())).stream()
                                .filter(finding -> !finding.startsWith("CSIPSTR2"))
                                .toList());
            }
        }
    }
}
