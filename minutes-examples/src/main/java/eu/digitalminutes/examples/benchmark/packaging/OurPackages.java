// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.packaging;

import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.PackageForm;
import eu.digitalminutes.archive.bagit.BagItProfile;
import eu.digitalminutes.archive.eark.EArkProfile;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.examples.demo.Demo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The operations of this SDK. */
final class OurPackages {
    private OurPackages() {}

    public static void main(String[] arguments) throws Exception {
        Meter.main(
                arguments,
                Map.of(
                        "sha256", folder -> Fingerprinter.fingerprint(folder.resolve("verbale.asice")),
                        "copy", folder -> Files.copy(folder.resolve("verbale.asice"), folder.resolve("copy")),
                        "eark-build", folder -> build(folder, EArkProfile.sip(), "ours.zip", PackageForm.ZIP),
                        "eark-verify", folder -> verify(folder.resolve("ours.zip")),
                        "bag-build", folder -> build(folder, BagItProfile.sha256(), "ours-bag", PackageForm.DIRECTORY),
                        "bag-verify", folder -> verify(folder.resolve("ours-bag"))));
    }

    private static void build(Path folder, PackageProfile profile, String name, PackageForm form) throws IOException {
        try (InputStream json = Objects.requireNonNull(Demo.class.getResourceAsStream("minutes.json"), "minutes")) {
            Minutes minutes = MinutesJson.read(json.readAllBytes());
            SignedMinutes signed = SignedMinutes.of(folder.resolve("verbale.asice"), minutes, List.of(), List.of());
            MinutesArchive.write(signed, ArchiveMetadata.of(minutes), profile, folder.resolve(name), form, Task.none());
        }
    }

    private static void verify(Path path) throws IOException {
        MinutesArchive.verify(path).requireValid();
    }
}
