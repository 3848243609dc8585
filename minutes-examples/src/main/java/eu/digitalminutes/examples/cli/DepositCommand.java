// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.deposit.Deposit;
import eu.digitalminutes.archive.deposit.DepositNotice;
import eu.digitalminutes.archive.deposit.DepositResult;
import eu.digitalminutes.archive.deposit.Retries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a package to who preserves it, once; goes on where it was stopped. */
@Command(name = "deposit", resourceBundle = "eu.digitalminutes.examples.cli.messages", mixinStandardHelpOptions = true)
final class DepositCommand implements OptionedCommand {
    @Mixin
    private CommandOptions options = new CommandOptions();

    @Mixin
    private ProviderOptions provider = new ProviderOptions();

    @Parameters(index = "0", paramLabel = "PACKAGE")
    private Path content = Path.of("package.zip");

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--journal", paramLabel = "DIR")
    private @Nullable Path journal;

    @Option(names = "--attempts", paramLabel = "N")
    private int attempts = 4;

    @Option(names = "--wait", paramLabel = "SECONDS")
    private long patience = 600;

    @Override
    public CommandOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Retries retries = Retries.standard().attempts(attempts).patience(Duration.ofSeconds(patience));
        Deposit deposit = MinutesArchive.deposit(content, provider.provider()).retrying(retries);
        if (journal != null) {
            deposit = deposit.in(journal);
        }
        options.output(deposit.folder());
        DepositResult result = dryRun ? deposit.simulate(options.task()) : deposit.run(options.task());
        options.result(tree(result, deposit), lines(result, deposit));
        return switch (result.outcome()) {
            case ACCEPTED, ACCEPTED_WITH_WARNINGS, SIMULATED -> ExitCode.OK;
            case REFUSED -> ExitCode.NEGATIVE;
            case PENDING -> ExitCode.INDETERMINATE;
        };
    }

    private static ObjectNode tree(DepositResult result, Deposit deposit) {
        ObjectNode document = CommandOptions.mapper()
                .createObjectNode()
                .put("outcome", result.outcome().code())
                .putNull("receipt")
                .putNull("digest")
                .putNull("premis");
        result.receipt()
                .ifPresent(receipt -> document.put("receipt", receipt.file().toString())
                        .put("digest", receipt.digest().hex())
                        .put("time", receipt.time().toString())
                        .put("identifier", receipt.identifier())
                        .put("provider", receipt.provider())
                        .put("packageDigest", receipt.packageDigest().hex())
                        .put("premis", deposit.premis().toString()));
        ArrayNode notices = document.putArray("notices");
        for (DepositNotice notice : result.notices()) {
            notices.addObject().put("code", notice.code()).put("message", notice.message());
        }
        return document;
    }

    private String lines(DepositResult result, Deposit deposit) {
        List<String> lines = new ArrayList<>();
        lines.add(options.word("deposit." + result.outcome().code()));
        result.receipt().ifPresent(receipt -> {
            lines.add("  " + receipt.file() + "  " + receipt.digest());
            lines.add("  " + receipt.time() + "  " + receipt.identifier());
            lines.add("  " + deposit.premis());
        });
        for (DepositNotice notice : result.notices()) {
            lines.add("  " + notice.code() + ": " + notice.message());
        }
        return String.join(System.lineSeparator(), lines);
    }
}
