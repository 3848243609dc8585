// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what the trusted lists of a folder are worth; opens no connection. */
@Command(name = "state", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class TrustStateCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private KeptListOptions lists = new KeptListOptions();

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        return TrustAnswer.give(lists.keeper().state(), options);
    }
}
