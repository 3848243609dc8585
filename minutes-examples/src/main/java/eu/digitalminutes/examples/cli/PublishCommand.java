// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.archive.publication.PublishedSite;
import eu.digitalminutes.archive.publication.albo.AlboPublisher;
import eu.digitalminutes.archive.publication.albo.AlboRegister;
import eu.digitalminutes.archive.publication.site.ArchiveSite;
import eu.digitalminutes.archive.publication.site.SiteChange;
import eu.digitalminutes.signature.report.VerificationReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the public page of signed minutes, or the site of all sessions of an archive. */
@Command(name = "publish", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class PublishCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Mixin
    private RedactionOptions redaction = new RedactionOptions();

    @Parameters(arity = "1..*", paramLabel = "CONTAINER.asice|DIR")
    private List<Path> sources = List.of();

    @Option(names = "--out", required = true, paramLabel = "SITE")
    private Path out = Path.of("site");

    @Option(names = "--language", paramLabel = "it|en")
    private String language = "it";

    @Option(names = "--with-report")
    private boolean withReport;

    @Option(names = "--base", paramLabel = "URL")
    private @Nullable URI base;

    @Option(names = "--albo", paramLabel = "FILE.json")
    private @Nullable Path albo;

    @Option(names = "--body", paramLabel = "NAME")
    private @Nullable String body;

    @Option(names = "--day", paramLabel = "DATE")
    private LocalDate day = LocalDate.now(ZoneId.of("Europe/Rome"));

    @Option(names = "--check-all")
    private boolean checkAll;

    @Option(names = "--remove-many")
    private boolean removeMany;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        if (!language.equals("it") && !language.equals("en")) {
            throw new IllegalArgumentException("--language is it or en, not " + language);
        }
        options.output(out);
        if (sources.size() == 1 && albo == null && !Files.isDirectory(sources.get(0))) {
            return one(sources.get(0));
        }
        return all();
    }

    private int one(Path container) throws IOException {
        Locale words = Locale.forLanguageTag(language);
        VerificationReport report = SoundMinutes.report(container, trust, options);
        Publication begun = Publication.italian().withLanguage(words);
        PublishedSite site;
        try (RedactionOptions copy = redaction) {
            site = SiteSource.write(
                    SoundMinutes.minutes(container, report),
                    copy.put(base == null ? begun : begun.withAddress(base)),
                    withReport ? Optional.of(report.html(words)) : Optional.empty(),
                    out,
                    options.task());
        }
        ObjectNode document = document(site.index(), site.pages());
        document.put("written", site.files().size()).put("unchanged", 0);
        document.putArray("removed");
        ArrayNode withheld = document.putArray("withheld");
        site.withheld().forEach(withheld::add);
        options.result(document, site.index().toString());
        return ExitCode.OK;
    }

    private int all() throws IOException {
        if (!redaction.isEmpty()) {
            throw new IllegalArgumentException("--redacted goes with one container, published as a page of its own");
        }
        ArchiveSite site = ArchiveSite.italian().withLanguage(Locale.forLanguageTag(language));
        if (base != null) {
            site = site.withAddress(base);
        }
        if (albo != null) {
            if (body == null) {
                throw new IllegalArgumentException("--albo wants the name of the public body in --body");
            }
            site = site.withAlbo(AlboRegister.read(albo), AlboPublisher.municipality(body), day);
        }
        site = checkAll ? site.checkingAll() : site;
        site = removeMany ? site.removingMany() : site;
        SiteChange change = site.publish(
                out,
                ContainerSource.below(
                        sources,
                        out,
                        new ContainerSource.Opening(
                                trust,
                                options,
                                withReport ? Optional.of(Locale.forLanguageTag(language)) : Optional.empty())),
                options.task());
        ObjectNode document = document(change.index(), change.pages());
        document.put("written", change.written()).put("unchanged", change.unchanged());
        ArrayNode removed = document.putArray("removed");
        change.removed().forEach(removed::add);
        ArrayNode withheld = document.putArray("withheld");
        change.withheld().forEach(withheld::add);
        change.failures().forEach((name, failure) -> options.err().println("minutes: " + name + ": " + told(failure)));
        String text = String.format(
                Locale.ROOT,
                options.word("publish.done"),
                change.index(),
                change.written(),
                change.unchanged(),
                change.removed().size());
        options.result(document, text);
        return change.failures().isEmpty() ? ExitCode.OK : ExitCode.BAD_DATA;
    }

    private static String told(Exception failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static ObjectNode document(Path index, List<Path> all) {
        ObjectNode document = CommandOptions.mapper().createObjectNode();
        document.put("index", index.toString());
        ArrayNode pages = document.putArray("pages");
        all.forEach(page -> pages.add(page.toString()));
        return document;
    }
}
