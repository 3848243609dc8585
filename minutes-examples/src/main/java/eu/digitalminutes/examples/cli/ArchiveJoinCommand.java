// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.archive.segment.SegmentedPackage;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.signature.IndexSealer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies the parts of a package and joins them again. */
@Command(name = "join", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class ArchiveJoinCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Parameters(index = "0", paramLabel = "DIR")
    private Path parts = Path.of("parts");

    @Option(names = "--out", required = true, paramLabel = "PACKAGE")
    private Path out = Path.of("package.zip");

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Path target = options.output(out);
        SegmentedPackage opened = SegmentedPackage.open(parts);
        Report report =
                opened.verify(Optional.of(IndexSealer.verifier(trust.anchors(), trust.access())), options.task());
        ObjectNode document = options.tree(report);
        if (report.verdict() != Verdict.INVALID) {
            opened.join(target, options.task());
            document.put("package", target.toString());
        }
        options.result(document, options.lines(report));
        return ExitCode.of(report.verdict());
    }
}
