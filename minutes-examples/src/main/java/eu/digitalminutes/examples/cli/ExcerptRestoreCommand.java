// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.signature.MinutesExcerpt;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the pieces of an excerpt where they were in the recording, so that a player finds them. */
@Command(name = "restore", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class ExcerptRestoreCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Parameters(index = "0", paramLabel = "EXCERPT.zip")
    private Path excerpt = Path.of("excerpt.zip");

    @Option(names = "--out", required = true, paramLabel = "FILE.mp4")
    private Path out = Path.of("recording.mp4");

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Path target = options.output(out);
        MinutesExcerpt.restore(excerpt, target, options.task());
        options.result(CommandOptions.mapper().createObjectNode().put("file", target.toString()), target.toString());
        return ExitCode.OK;
    }
}
