// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.signature.MinutesVerifier;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedFile;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.report.VerifiedTimestamp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies signed minutes and explains the answer; or every document of a folder, with one line for each. */
@Command(name = "validate", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class ValidateCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Parameters(index = "0", paramLabel = "FILE")
    private Path signed = Path.of("minutes.asice");

    @Option(names = "--content", arity = "1..*", paramLabel = "[NAME=]FILE|[NAME=]sha256:HEX")
    private List<String> content = new ArrayList<>();

    @Option(names = "--at", paramLabel = "INSTANT")
    private @Nullable Instant at;

    @Option(names = "--report", paramLabel = "FILE")
    private List<Path> reports = new ArrayList<>();

    @Mixin
    private ProfileOptions profile = new ProfileOptions();

    @Mixin
    private BatchOptions batch = new BatchOptions();

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        ReportFiles files = ReportFiles.of(reports);
        boolean many = batch.isWanted();
        if (many && (!reports.isEmpty() || !content.isEmpty())) {
            throw new IllegalArgumentException("--report and --content are for one document, not for --batch");
        }
        MinutesVerifier verifier = profile.verifier(trust);
        if (many) {
            return batch.run(signed, verifier, at, options);
        }
        VerificationReport found =
                verifier.verify(signed, ContentFiles.content(content), at == null ? Instant.now() : at, options.task());
        files.write(found, options);
        try {
            options.result(CommandOptions.mapper().readTree(found.json(options.language())), text(found));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report writes JSON", e);
        }
        return ExitCode.of(found.verdict());
    }

    private String text(VerificationReport found) {
        StringBuilder text = new StringBuilder();
        for (VerifiedSignature signature : found.signatures()) {
            text.append("  ")
                    .append(signature
                            .role()
                            .map(SignatoryRole::code)
                            .orElse(signature.claimedRole().isEmpty() ? "-" : signature.claimedRole()))
                    .append("  ");
            text.append(signature.signer()).append("  ").append(signature.indication());
            text.append(signature.subIndication().isEmpty() ? "" : " " + signature.subIndication());
            text.append("  ").append(signature.qualification()).append("  ").append(signature.format());
            text.append(System.lineSeparator());
        }
        for (VerifiedTimestamp stamp : found.standingTimestamps()) {
            text.append("  ").append(stamp.time()).append("  ").append(stamp.authority());
            text.append("  ").append(stamp.indication()).append("  ").append(stamp.qualification());
            text.append(System.lineSeparator());
        }
        for (VerifiedFile file : found.files()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-20s %,15d  %s  x%d%n",
                    file.name(),
                    file.fingerprint().bytes(),
                    file.fingerprint().digest(),
                    file.covered()));
        }
        String findings = options.lines(found.report());
        String verdict = found.verdict().name();
        return verdict
                + System.lineSeparator()
                + text
                + findings.substring(verdict.length()).replaceFirst("\\R", "");
    }
}
