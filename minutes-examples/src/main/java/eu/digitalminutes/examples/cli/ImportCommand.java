// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads what surrounds a session: one command for each kind of file. */
@Command(
        name = "import",
        subcommands = {
            ImportAttendanceCommand.class,
            ImportCaptionsCommand.class,
            ImportRecordingCommand.class,
            ImportAgendaCommand.class,
            ImportMarksCommand.class,
            ImportAknCommand.class
        },
        resourceBundle = "eu.digitalminutes.examples.cli.messages",
        mixinStandardHelpOptions = true)
final class ImportCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                options.command().commandLine(),
                "say what to import: recording, attendance, captions, agenda, marks or akn");
    }
}
