// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.exchange.WebVtt;
import eu.digitalminutes.core.exchange.akn.AkomaNtoso;
import eu.digitalminutes.core.exchange.allowance.AttendanceSheet;
import eu.digitalminutes.core.exchange.opendata.OParl;
import eu.digitalminutes.core.exchange.opendata.OpenCivicData;
import eu.digitalminutes.core.exchange.opendata.Popolo;
import eu.digitalminutes.core.exchange.timed.MetadataTrack;
import eu.digitalminutes.core.exchange.timed.PodcastChapters;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.redaction.PublicView;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes minutes in the words of another standard: what the public may see, unless the form is for the body itself. */
@Command(name = "export", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class ExportCommand implements OptionedCommand {
    /** The forms, by the words of the command line. */
    enum Form {
        AKN,
        POPOLO,
        OPARL,
        OCD,
        VTT,
        METADATA,
        CHAPTERS,
        ALLOWANCES
    }

    @Mixin
    private CommandOptions options = new CommandOptions();

    @Parameters(index = "0", paramLabel = "MINUTES.json")
    private Path file = Path.of("minutes.json");

    @Option(names = "--to", required = true, paramLabel = "akn|popolo|oparl|ocd|vtt|metadata|chapters|allowances")
    private Form form = Form.AKN;

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out = Path.of("export");

    @Option(names = "--web", paramLabel = "URL")
    private @Nullable URI web;

    @Option(names = "--part", paramLabel = "NAME")
    private @Nullable String part;

    @Option(names = "--full")
    private boolean full;

    @Option(names = "--minimum-share", paramLabel = "0..1")
    private @Nullable BigDecimal minimumShare;

    @Option(names = "--amount", paramLabel = "EURO")
    private @Nullable BigDecimal amount;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        if (full && form != Form.AKN) {
            throw new IllegalArgumentException("--full is for --to akn: the other public forms have no full one");
        }
        Path target = options.output(out);
        byte[] document = document(MinutesJson.read(file));
        PendingFile.write(target, document);
        options.result(CommandOptions.mapper().createObjectNode().put("file", target.toString()), target.toString());
        return ExitCode.OK;
    }

    private byte[] document(Minutes minutes) {
        if (form == Form.ALLOWANCES) {
            return sheet(minutes).csv(options.language());
        } else if (full) {
            return AkomaNtoso.writeFull(minutes);
        }
        PublicView view = PublicView.of(minutes, options.word("export.secret-item"));
        return switch (form) {
            case AKN, ALLOWANCES -> AkomaNtoso.write(view);
            case POPOLO -> Popolo.write(view);
            case OPARL -> OParl.write(view, address());
            case OCD -> OpenCivicData.write(view, address());
            case VTT ->
                WebVtt.chapters(view.minutes(), part(view), options.language()).getBytes(StandardCharsets.UTF_8);
            case METADATA -> MetadataTrack.write(view, part(view)).getBytes(StandardCharsets.UTF_8);
            case CHAPTERS -> PodcastChapters.write(view, part(view), options.language());
        };
    }

    private AttendanceSheet sheet(Minutes minutes) {
        AttendanceSheet sheet = AttendanceSheet.of(minutes);
        sheet = minimumShare == null ? sheet : sheet.withMinimumShare(minimumShare);
        return amount == null ? sheet : sheet.withAmount(amount);
    }

    /** Addresses must be of the body's own web; without it the file is good for a look, and says so. */
    private URI address() {
        if (web == null) {
            options.warn("export.no-web");
            return URI.create("https://minutes.invalid/");
        }
        return web;
    }

    /** The part that is asked for, or the only one. */
    private String part(PublicView view) {
        List<String> parts =
                view.minutes().recordings().stream().map(RecordingPart::name).toList();
        String name = part == null && parts.size() == 1 ? parts.get(0) : part;
        if (name == null || !parts.contains(name)) {
            throw new IllegalArgumentException(
                    parts.isEmpty()
                            ? "the minutes name no recording"
                            : "give --part NAME, one of: " + String.join(", ", parts));
        }
        return name;
    }
}
