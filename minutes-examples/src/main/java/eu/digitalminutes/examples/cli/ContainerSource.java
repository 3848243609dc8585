// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.archive.publication.site.KnownRecordings;
import eu.digitalminutes.archive.publication.site.SessionContent;
import eu.digitalminutes.archive.publication.site.SessionSource;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.report.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A signed container as the source of a session's page: verified again whenever it changed. */
final class ContainerSource implements SessionSource {
    private final String name;
    private final Path container;
    private final Path site;
    private final Opening opening;

    private ContainerSource(String name, Path container, Path site, Opening opening) {
        this.name = name;
        this.container = container;
        this.site = site;
        this.opening = opening;
    }

    /**
     * How containers are opened.
     *
     * @param trust what is trusted
     * @param options the command's
     * @param report the language of the report to publish; empty if none is
     */
    record Opening(TrustOptions trust, CommandOptions options, Optional<Locale> report) {}

    /** The containers that are named, and those below the folders that are named. */
    static List<ContainerSource> below(List<Path> named, Path site, Opening opening) throws IOException {
        List<ContainerSource> sources = new ArrayList<>();
        for (Path one : named) {
            if (!Files.isDirectory(one)) {
                if (!Files.exists(one)) {
                    throw new NoSuchFileException(one.toString());
                }
                sources.add(new ContainerSource(one.getFileName().toString(), one, site, opening));
                continue;
            }
            try (Stream<Path> files = Files.walk(one)) {
                for (Path file :
                        files.filter(ContainerSource::isContainer).sorted().toList()) {
                    String name = one.relativize(file).toString().replace('\\', '/');
                    sources.add(new ContainerSource(name, file, site, opening));
                }
            }
        }
        return sources;
    }

    /** What the site itself holds below the same folder is a copy. */
    private static boolean isContainer(Path file) {
        return Files.isRegularFile(file)
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".asice")
                && !Files.exists(file.resolveSibling("index.html"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Path> files() {
        return List.of(container);
    }

    @Override
    public SessionContent open(KnownRecordings known, Task task) throws IOException {
        VerificationReport report = SoundMinutes.report(container, opening.trust(), opening.options());
        return SiteSource.open(
                SoundMinutes.minutes(container, report), opening.report().map(report::html), known, site, task);
    }
}
