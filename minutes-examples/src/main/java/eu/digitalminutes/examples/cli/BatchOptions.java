// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.signature.BatchVerifier;
import eu.digitalminutes.signature.MinutesVerifier;
import eu.digitalminutes.signature.report.BatchSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Verifying all documents of a folder instead of one. */
final class BatchOptions {
    @Option(names = "--batch")
    private boolean batch;

    @Option(names = "--out", paramLabel = "FILE.jsonl|.csv")
    private @Nullable Path out;

    @Option(names = "--threads", paramLabel = "N")
    private int threads;

    boolean isWanted() {
        if (!batch && (out != null || threads != 0)) {
            throw new IllegalArgumentException("--out and --threads belong to --batch");
        }
        return batch;
    }

    int run(Path folder, MinutesVerifier verifier, @Nullable Instant at, CommandOptions options) throws IOException {
        Path results = results();
        BatchVerifier all = BatchVerifier.of(verifier);
        all = threads == 0 ? all : all.threads(threads);
        all = at == null ? all : all.at(at);
        BatchSummary summary = all.verify(folder, options.output(results), options.task());
        ObjectNode document = CommandOptions.mapper().createObjectNode();
        document.put("results", results.toString());
        document.put("documents", summary.documents());
        document.put("valid", summary.valid());
        document.put("invalid", summary.invalid());
        document.put("indeterminate", summary.indeterminate());
        document.put("refused", summary.refused());
        document.put("skipped", summary.skipped());
        options.result(document, text(document, options));
        return ExitCode.of(summary.worst());
    }

    private Path results() {
        if (out == null || !String.valueOf(out).toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|csv)")) {
            throw new IllegalArgumentException("--batch writes its answers to --out FILE.jsonl or FILE.csv");
        }
        return out;
    }

    private static String text(ObjectNode document, CommandOptions options) {
        StringBuilder text = new StringBuilder(document.get("results").asText());
        for (String key : new String[] {"documents", "valid", "invalid", "indeterminate", "refused", "skipped"}) {
            text.append(System.lineSeparator())
                    .append(String.format(
                            Locale.ROOT,
                            "  %-28s %,12d",
                            options.word("validate." + key),
                            document.get(key).asLong()));
        }
        return text.toString();
    }
}
