// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.archive.publication.PublicationSite;
import eu.digitalminutes.archive.publication.PublishedSite;
import eu.digitalminutes.core.content.ChunkTree;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.MinutesExtractor;
import eu.digitalminutes.signature.ProofExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes out of a container what its public page shows, and writes the page. */
final class SiteSource {
    private SiteSource() {}

    static PublishedSite write(SignedMinutes signed, Publication begun, Optional<String> report, Path site, Task task)
            throws IOException {
        Path folder = Files.createTempDirectory(site.toAbsolutePath().getParent(), ".site-");
        try {
            Publication publication = begun;
            for (RecordingPart part : signed.minutes().recordings()) {
                publication = publication.withRecording(part.name(), extract(signed, part.name(), folder, task));
                String tree = ChunkTree.nameFor(part.name());
                if (signed.file(tree).isPresent()) {
                    publication = publication.withTree(part.name(), extract(signed, tree, folder, task));
                }
            }
            if (signed.file(Composition.WRITTEN_ACT).isPresent()) {
                publication = publication.withWrittenAct(extract(signed, Composition.WRITTEN_ACT, folder, task));
            }
            Optional<String> captions = captions(signed);
            if (captions.isPresent()) {
                publication = publication.withCaptions(
                        signed.minutes().recordings().get(0).name(), extract(signed, captions.get(), folder, task));
            }
            publication =
                    publication.withContainer(signed.container()).withProofs(ProofExtractor.proofs(signed.container()));
            if (report.isPresent()) {
                publication = publication.withReport(Files.writeString(folder.resolve(".report.html"), report.get()));
            }
            return PublicationSite.write(signed, publication, site, task);
        } finally {
            delete(folder);
        }
    }

    private static Optional<String> captions(SignedMinutes signed) {
        if (signed.minutes().recordings().size() != 1) {
            return Optional.empty();
        }
        return signed.files().stream()
                .map(ContainedFile::name)
                .filter(name -> name.startsWith("captions") && name.endsWith(".vtt"))
                .findFirst();
    }

    private static Path extract(SignedMinutes signed, String name, Path folder, Task task) throws IOException {
        Path target = folder.resolve(name);
        MinutesExtractor.extract(signed, name, target, task);
        return target;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
