// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.MinutesChecker;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.outcome.Report;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Holds a {@code minutes.json} against the law and the local rules. */
@Command(name = "check", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class CheckCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Parameters(index = "0", paramLabel = "MINUTES.json")
    private Path file = Path.of("minutes.json");

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Report report = MinutesChecker.check(MinutesJson.read(file));
        options.result(options.tree(report), options.lines(report));
        return ExitCode.of(report.verdict());
    }
}
