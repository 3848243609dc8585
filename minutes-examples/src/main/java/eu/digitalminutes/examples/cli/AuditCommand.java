// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.fixity.AuditPremis;
import eu.digitalminutes.archive.fixity.AuditReport;
import eu.digitalminutes.archive.fixity.FixityAudit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks whether every package below a folder is still what it was; goes on where it was stopped. */
@Command(name = "audit", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class AuditCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Parameters(index = "0", paramLabel = "DIR")
    private Path store = Path.of(".");

    @Option(names = "--catalogue", paramLabel = "DIR")
    private @Nullable Path catalogue;

    @Option(names = "--threads", paramLabel = "N")
    private int threads = 2;

    @Option(names = "--rate", paramLabel = "BYTES[k|M|G]")
    private String rate = "0";

    @Option(names = "--older-than", paramLabel = "N[d|h]")
    private String age = "0d";

    @Option(names = "--forget", paramLabel = "PACKAGE")
    private List<String> forgotten = List.of();

    @Option(names = "--premis", paramLabel = "FILE|DIR")
    private @Nullable Path premis;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(store)) {
            throw Files.exists(store)
                    ? new NotDirectoryException(store.toString())
                    : new NoSuchFileException(store.toString());
        }
        FixityAudit audit = MinutesArchive.audit(store, catalogue == null ? store.resolve(".audit") : catalogue)
                .threads(threads)
                .bytesPerSecond(AuditLimits.rate(rate))
                .olderThan(AuditLimits.age(age));
        for (String name : forgotten) {
            audit.forget(name);
        }
        if (premis != null) {
            requirePlace(options.output(premis));
        }
        AuditReport report = audit.run(options.task());
        Optional<Path> told = told(report);
        ObjectNode document = options.tree(report.report());
        document.put("packages", report.packages());
        document.put("recent", report.recent());
        document.put("elsewhere", report.elsewhere());
        document.put("bytes", report.bytes());
        document.put("premis", told.map(Path::toString).orElse(null));
        List<String> lines = new ArrayList<>();
        lines.add(options.lines(report.report()));
        for (String key : List.of("packages", "recent", "elsewhere", "bytes")) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-40s %,18d",
                    options.word("audit." + key),
                    document.get(key).asLong()));
        }
        told.ifPresent(file -> lines.add("  " + options.word("audit.premis") + "  " + file));
        options.result(document, String.join(System.lineSeparator(), lines));
        return ExitCode.of(report.report().verdict());
    }

    /** An audit takes long: that its events have no place is told before it begins. */
    private static void requirePlace(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(file) && (folder == null || !Files.isDirectory(folder))) {
            throw new NoSuchFileException(file.toString(), null, "the folder " + folder + " does not exist");
        }
    }

    /** The events of this audit, in a file or as a new file of a folder. */
    private Optional<Path> told(AuditReport report) throws IOException {
        if (premis == null) {
            return Optional.empty();
        }
        return Files.isDirectory(premis) ? AuditPremis.writeInto(report, premis) : AuditPremis.write(report, premis);
    }
}
