// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.signature.TrustedListKeeper;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies the trusted lists to a folder, for a machine without a connection. */
@Command(name = "export", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class TrustExportCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private KeptListOptions lists = new KeptListOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out = Path.of("bundle");

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        TrustedListKeeper keeper = lists.keeper();
        keeper.exportTo(options.output(out));
        return TrustAnswer.give(keeper.state(), options);
    }
}
