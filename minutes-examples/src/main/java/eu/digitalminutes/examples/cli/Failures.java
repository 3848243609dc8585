// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Failures as one line on the error stream and an exit code; a stack trace only when asked for. */
final class Failures {
    private Failures() {}

    static int usage(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        String name = line.getCommandSpec().qualifiedName();
        line.getErr().println("minutes: " + oneLine(String.valueOf(e.getMessage())) + " (see " + name + " --help)");
        return ExitCode.USAGE;
    }

    static int stopped(Exception e, CommandLine line, ParseResult parsed) {
        CommandOptions options = options(line.getCommand());
        line.getErr().println("minutes: " + describe(e, options));
        if (options.debug) {
            e.printStackTrace(line.getErr());
        }
        return code(e, options);
    }

    private static CommandOptions options(Object command) {
        return command instanceof OptionedCommand optioned ? optioned.options() : new CommandOptions();
    }

    private static int code(Exception e, CommandOptions options) {
        if (e instanceof CancelledException) {
            return ExitCode.CANCELLED;
        } else if (e instanceof ServiceUnavailableException) {
            return ExitCode.UNAVAILABLE;
        } else if (e instanceof MinutesException) {
            return ExitCode.BAD_DATA;
        } else if (e instanceof FileSystemException failure && options.isOutput(failure.getFile())) {
            return ExitCode.CANNOT_CREATE;
        } else if (e instanceof NoSuchFileException) {
            return ExitCode.NO_INPUT;
        } else if (e instanceof FileAlreadyExistsException) {
            return ExitCode.CANNOT_CREATE;
        } else if (e instanceof IOException || e instanceof UncheckedIOException) {
            return ExitCode.IO_ERROR;
        } else if (e instanceof IllegalArgumentException) {
            return ExitCode.USAGE;
        }
        return ExitCode.IO_ERROR;
    }

    private static String describe(Exception e, CommandOptions options) {
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " exists already; choose another --out, or remove it first";
        } else if (e instanceof NoSuchFileException missing && !options.isOutput(missing.getFile())) {
            String reason = missing.getReason();
            return missing.getFile() + " does not exist" + (reason == null ? "" : ": " + reason);
        } else if (e instanceof FileSystemException failure) {
            String reason = failure.getReason();
            boolean folder = failure.getFile() != null && Files.isDirectory(Path.of(failure.getFile()));
            String why = reason == null ? (folder ? "is a folder" : "cannot be read") : reason;
            return failure.getFile() + " " + why;
        } else if (e instanceof MinutesException || e instanceof IllegalArgumentException) {
            return oneLine(String.valueOf(e.getMessage()));
        }
        return oneLine(e.toString()) + " (run with --debug for details)";
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
