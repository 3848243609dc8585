// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.media.MediaSpan;
import eu.digitalminutes.signature.MinutesExcerpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cuts some minutes out of a signed recording, with what proves them. */
@Command(
        name = "excerpt",
        subcommands = ExcerptRestoreCommand.class,
        resourceBundle = "eu.digitalminutes.examples.cli.messages",
        mixinStandardHelpOptions = true)
final class ExcerptCommand implements OptionedCommand {
    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2}(?:\\.\\d{1,3})?)");

    @Mixin
    private CommandOptions options = new CommandOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "MINUTES.asice")
    private @Nullable Path container;

    @Option(names = "--item", paramLabel = "ITEM")
    private @Nullable String item;

    @Option(names = "--from", paramLabel = "HH:MM:SS")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "HH:MM:SS")
    private @Nullable String to;

    @Option(names = "--part", paramLabel = "NAME")
    private String part = "recording-1.mp4";

    @Option(names = "--out", paramLabel = "FILE.zip")
    private @Nullable Path out;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        if (container == null || out == null) {
            throw new IllegalArgumentException("give the signed minutes and --out FILE.zip");
        }
        Path target = options.output(out);
        if (item != null && from == null && to == null) {
            MinutesExcerpt.ofItem(container, item, target, options.task());
        } else if (item == null && from != null && to != null) {
            MinutesExcerpt.ofTime(container, part, new MediaSpan(time(from), time(to)), target, options.task());
        } else {
            throw new IllegalArgumentException("give --item, or --from and --to");
        }
        options.result(
                CommandOptions.mapper()
                        .createObjectNode()
                        .put("excerpt", target.toString())
                        .put("bytes", Files.size(target)),
                target.toString());
        return ExitCode.OK;
    }

    private static Duration time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new IllegalArgumentException(text + " is no time such as 01:02:03 or 02:03.5");
        }
        long hours = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
        long millis = new java.math.BigDecimal(time.group(3)).movePointRight(3).longValueExact();
        return Duration.ofHours(hours)
                .plusMinutes(Long.parseLong(time.group(2)))
                .plusMillis(millis);
    }
}
