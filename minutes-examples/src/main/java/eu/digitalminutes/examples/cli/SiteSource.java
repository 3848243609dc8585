// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.archive.publication.PublicationSite;
import eu.digitalminutes.archive.publication.PublishedSite;
import eu.digitalminutes.archive.publication.site.KnownRecordings;
import eu.digitalminutes.archive.publication.site.SessionContent;
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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Takes out of a container what its public page shows. */
final class SiteSource {
    private SiteSource() {}

    /** Writes a page that stands alone. */
    static PublishedSite write(SignedMinutes signed, Publication begun, Optional<String> report, Path site, Task task)
            throws IOException {
        try (SessionContent content = open(signed, begun, report, part -> Optional.empty(), site, task)) {
            return PublicationSite.write(signed, content.what(), site, task);
        }
    }

    /** Opens a session of a site of many. */
    static SessionContent open(
            SignedMinutes signed, Optional<String> report, KnownRecordings known, Path site, Task task)
            throws IOException {
        return open(signed, Publication.italian(), report, known::file, site, task);
    }

    private static SessionContent open(
            SignedMinutes signed,
            Publication begun,
            Optional<String> report,
            Function<RecordingPart, Optional<Path>> known,
            Path site,
            Task task)
            throws IOException {
        Path parent = Objects.requireNonNull(site.toAbsolutePath().getParent(), "the root is no site");
        Path folder = Files.createTempDirectory(parent, ".site-");
        try {
            Publication publication = begun;
            List<RecordingPart> parts = signed.minutes().recordings();
            for (int i = 0; i < parts.size(); i++) {
                String name = parts.get(i).name();
                Optional<Path> published = known.apply(parts.get(i));
                publication = published.isPresent()
                        ? publication.withCheckedRecording(name, published.get())
                        : publication.withRecording(name, extract(signed, name, folder, task));
                String tree = ChunkTree.nameFor(name);
                if (signed.file(tree).isPresent()) {
                    publication = publication.withTree(name, extract(signed, tree, folder, task));
                }
                Optional<String> captions = captions(signed, i + 1);
                if (captions.isPresent()) {
                    publication = publication.withCaptions(name, extract(signed, captions.get(), folder, task));
                }
            }
            if (signed.file(Composition.WRITTEN_ACT).isPresent()) {
                publication = publication.withWrittenAct(extract(signed, Composition.WRITTEN_ACT, folder, task));
            }
            publication =
                    publication.withContainer(signed.container()).withProofs(ProofExtractor.proofs(signed.container()));
            if (report.isPresent()) {
                publication = publication.withReport(Files.writeString(folder.resolve(".report.html"), report.get()));
            }
            return SessionContent.of(signed, publication, () -> delete(folder));
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    /** The captions of the only part begin with {@code captions}; of several, with {@code captions-N.}. */
    private static Optional<String> captions(SignedMinutes signed, int part) {
        String begin = signed.minutes().recordings().size() == 1 ? "captions" : "captions-" + part + ".";
        return signed.files().stream()
                .map(ContainedFile::name)
                .filter(name -> name.startsWith(begin) && name.endsWith(".vtt"))
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
