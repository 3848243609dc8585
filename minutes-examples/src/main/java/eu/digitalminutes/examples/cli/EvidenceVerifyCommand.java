// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.evidence.AlgorithmPolicy;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.signature.EvidenceRecordVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds an object against its evidence record. */
@Command(name = "verify", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class EvidenceVerifyCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Parameters(index = "0", paramLabel = "RECORD.ers")
    private Path record = Path.of("record.ers");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "OBJECT")
    private List<Path> object = new ArrayList<>();

    @Option(names = "--at", paramLabel = "INSTANT")
    private @Nullable Instant at;

    @Option(names = "--policy", paramLabel = "FILE.properties")
    private @Nullable Path policy;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        EvidenceRecordVerifier verifier = EvidenceRecordVerifier.trusting(
                trust.anchors(),
                trust.access(),
                policy == null ? AlgorithmPolicy.etsi() : AlgorithmPolicy.read(policy));
        Report report = verifier.verify(record, files(), at == null ? Instant.now() : at);
        options.result(options.tree(report), options.lines(report));
        return ExitCode.of(report.verdict());
    }

    /** Of a folder, every file below it. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path one : object) {
            try (Stream<Path> below = Files.walk(one)) {
                below.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
