// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keeps the trusted lists of the Union in a folder. */
@Command(
        name = "trust",
        subcommands = {TrustRefreshCommand.class, TrustStateCommand.class, TrustExportCommand.class},
        resourceBundle = "eu.digitalminutes.examples.cli.messages",
        mixinStandardHelpOptions = true)
final class TrustCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: refresh, state or export");
    }
}
