// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.PackageForm;
import eu.digitalminutes.archive.Sessions;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.sacer.SacerAccount;
import eu.digitalminutes.archive.sacer.SacerProfile;
import eu.digitalminutes.archive.sacer.SacerSettings;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Packages to be deposited. */
final class SacerPackages {
    private SacerPackages() {}

    static Path write(Path target, PackageForm form, int bytes, Path... attached) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        Path container = Files.write(target.resolveSibling("verbale-" + bytes + ".asice"), content);
        SignedMinutes signed = Sessions.ordinary(container);
        SacerSettings settings = SacerSettings.of(new SacerAccount("PARER_TEST", "comune_esempio", "aoo", "minutes"));
        return MinutesArchive.write(
                        signed,
                        ArchiveMetadata.of(signed.minutes()),
                        SacerProfile.of(settings).attaching(List.of(attached)),
                        target,
                        form,
                        Task.none())
                .path();
    }
}
