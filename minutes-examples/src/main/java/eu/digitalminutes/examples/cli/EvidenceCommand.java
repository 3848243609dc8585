// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Proves the objects of an archive, and keeps the proof from fading. */
@Command(
        name = "evidence",
        subcommands = {
            EvidenceCreateCommand.class,
            EvidenceRenewCommand.class,
            EvidenceRehashCommand.class,
            EvidenceExportCommand.class,
            EvidenceVerifyCommand.class,
            EvidenceCalendarCommand.class
        },
        resourceBundle = "eu.digitalminutes.examples.cli.messages",
        mixinStandardHelpOptions = true)
final class EvidenceCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: create, renew, rehash, export, verify or calendar");
    }
}
