// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.archive.publication.PublishedSite;
import eu.digitalminutes.signature.report.VerificationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the public page of signed minutes. */
@Command(name = "publish", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class PublishCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Parameters(index = "0", paramLabel = "CONTAINER.asice")
    private Path container = Path.of("minutes.asice");

    @Option(names = "--out", required = true, paramLabel = "SITE")
    private Path out = Path.of("site");

    @Option(names = "--language", paramLabel = "it|en")
    private String language = "it";

    @Option(names = "--with-report")
    private boolean withReport;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Path target = options.output(out);
        Locale words = Locale.forLanguageTag(language);
        VerificationReport report = SoundMinutes.report(container, trust, options);
        Optional<String> beside = withReport ? Optional.of(report.html(words)) : Optional.empty();
        PublishedSite site = SiteSource.write(
                SoundMinutes.minutes(container, report),
                Publication.italian().withLanguage(words),
                beside,
                target,
                options.task());
        ObjectNode document = CommandOptions.mapper().createObjectNode();
        document.put("index", site.index().toString());
        ArrayNode pages = document.putArray("pages");
        site.pages().forEach(page -> pages.add(page.toString()));
        options.result(document, site.index().toString());
        return ExitCode.OK;
    }
}
