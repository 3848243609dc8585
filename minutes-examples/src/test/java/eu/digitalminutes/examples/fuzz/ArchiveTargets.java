// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.PackageForm;
import eu.digitalminutes.archive.bagit.BagItProfile;
import eu.digitalminutes.archive.eark.EArkProfile;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.profile.PackageProfile;
import eu.digitalminutes.archive.publication.albo.AlboRegister;
import eu.digitalminutes.archive.sacer.SacerAccount;
import eu.digitalminutes.archive.sacer.SacerProfile;
import eu.digitalminutes.archive.sacer.SacerSettings;
import eu.digitalminutes.archive.sincro.PIndex;
import eu.digitalminutes.core.minutes.SealVerifier;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.IndexSealer;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What minutes-archive reads from strangers: packages as a ZIP and as a folder, indexes, metadata. */
final class ArchiveTargets {
    private final Works works;
    private final SignedMinutes signed;
    private final SealVerifier seals;
    private final Path folder;

    ArchiveTargets(Works works) throws IOException {
        this.works = works;
        Path place = Files.createDirectories(works.folder.resolve("archive"));
        this.signed = works.minutes();
        this.seals = IndexSealer.verifier(TrustAnchors.offlineLists(works.lotl));
        this.folder = packed(place.resolve("package"), PackageForm.DIRECTORY);
    }

    List<Target> all() throws IOException {
        Seed index = Seed.of(folder.resolve("PIndex.xml"));
        Path metadata = folder.resolveSibling("metadata.json");
        ArchiveMetadata.of(signed.minutes()).write(metadata);
        Path zip = packed(folder.resolveSibling("package.zip"), PackageForm.ZIP);
        return List.of(
                Target.ofFiles("archives", archives(), this::archive),
                Target.ofFiles("albo", List.of(albo()), this::albo),
                Target.ofBytes("index", List.of(index), one -> PIndex.read(one.bytes())),
                Target.ofFiles("metadata", List.of(Seed.of(metadata)), this::metadata),
                Target.ofFiles("zip", List.of(Seed.of(zip)), this::zip),
                Target.ofFiles("package", files(), this::files));
    }

    private Path packed(Path target, PackageForm form) throws IOException {
        return MinutesArchive.write(
                        signed,
                        ArchiveMetadata.of(signed.minutes()),
                        new IndexSealer(works.secretary, works.profile()),
                        target,
                        form)
                .path();
    }

    /** The other standards, and the other form. */
    private List<Seed> archives() throws IOException {
        SacerSettings account = SacerSettings.of(new SacerAccount("A", "E", "S", "U"));
        List<Seed> seeds = new ArrayList<>();
        for (PackageProfile profile : List.of(EArkProfile.sip(), BagItProfile.sha256(), SacerProfile.of(account))) {
            for (PackageForm form : List.of(PackageForm.ZIP, PackageForm.TAR)) {
                Path target =
                        folder.resolveSibling(profile.name() + "." + form.name().toLowerCase(Locale.ROOT));
                MinutesArchive.write(signed, ArchiveMetadata.of(signed.minutes()), profile, target, form, Task.none());
                seeds.add(Seed.of(target));
            }
        }
        return seeds;
    }

    private void archive(Seed damaged) throws IOException {
        MinutesArchive.verify(Files.write(folder.resolveSibling("damaged-" + damaged.name()), damaged.bytes()), seals);
    }

    private static Seed albo() throws IOException {
        return Seed.of(
                Path.of(System.getProperty("minutes.root", ".."), "minutes-examples/src/test/browser/albo.json"));
    }

    private void albo(Seed damaged) throws IOException {
        Path file = Files.write(folder.resolveSibling("damaged-albo.json"), damaged.bytes());
        AlboRegister.read(file).write(file);
    }

    private void metadata(Seed damaged) throws IOException {
        Path file = Files.write(folder.resolveSibling("damaged.json"), damaged.bytes());
        ArchiveMetadata.read(file);
    }

    private void zip(Seed damaged) throws IOException {
        MinutesArchive.verify(Files.write(folder.resolveSibling("damaged.zip"), damaged.bytes()), seals);
    }

    private List<Seed> files() throws IOException {
        List<Seed> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                seeds.add(new Seed(folder.relativize(file).toString(), Files.readAllBytes(file)));
            }
        }
        return seeds;
    }

    /** One file of the folder is damaged, and afterwards as it was. */
    private void files(Seed damaged) throws IOException {
        Path file = folder.resolve(damaged.name());
        byte[] sound = Files.readAllBytes(file);
        try {
            Files.write(file, damaged.bytes());
            MinutesArchive.verify(folder, seals);
        } finally {
            Files.write(file, sound);
        }
    }
}
