// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.PackageForm;
import eu.digitalminutes.archive.metadata.ArchiveMetadata;
import eu.digitalminutes.archive.sincro.PIndex;
import eu.digitalminutes.core.minutes.SealVerifier;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.signature.IndexSealer;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
