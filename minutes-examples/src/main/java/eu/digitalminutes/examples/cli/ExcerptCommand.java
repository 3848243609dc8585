// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.media.MediaSpan;
import eu.digitalminutes.signature.MinutesExcerpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            MinutesExcerpt.ofTime(
                    container,
                    part,
                    new MediaSpan(MediaClock.parse(from), MediaClock.parse(to)),
                    target,
                    options.task());
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
}
