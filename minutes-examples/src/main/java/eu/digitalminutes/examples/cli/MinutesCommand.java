// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the SDK: one command for each thing that it does. */
@Command(
        name = "minutes",
        subcommands = {
            DemoCommand.class,
            ProbeCommand.class,
            CheckCommand.class,
            CountCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            SignCommand.class,
            ExtendCommand.class,
            ExcerptCommand.class,
            ValidateCommand.class,
            TrustCommand.class,
            EvidenceCommand.class,
            ArchiveCommand.class,
            DepositCommand.class,
            AuditCommand.class,
            PublishCommand.class
        },
        resourceBundle = "eu.digitalminutes.examples.cli.messages",
        mixinStandardHelpOptions = true,
        versionProvider = MinutesCommand.Version.class)
public final class MinutesCommand implements Runnable {
    private final PrintWriter out;

    private MinutesCommand(PrintWriter out) {
        this.out = out;
    }

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /**
     * Runs one command.
     *
     * @param out where the result goes
     * @param err where progress, warnings and failures go
     * @param arguments the command and its options
     * @return the exit code, see {@link ExitCode}
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new MinutesCommand(out));
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        line.setParameterExceptionHandler(Failures::usage);
        line.setExecutionExceptionHandler(Failures::stopped);
        return line.execute(arguments);
    }

    @Override
    public void run() {
        new CommandLine(this).usage(out);
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = MinutesCommand.class.getPackage().getImplementationVersion();
            return new String[] {"minutes " + (version == null ? "(development)" : version)};
        }
    }
}
