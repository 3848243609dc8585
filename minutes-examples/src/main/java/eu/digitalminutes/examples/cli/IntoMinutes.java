// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Minutes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The two options of an import that goes into minutes: the facts to read, and the facts to write. */
final class IntoMinutes {
    @Option(names = "--minutes", paramLabel = "MINUTES.json")
    private @Nullable Path minutes;

    @Option(names = "--out", paramLabel = "MINUTES.json")
    private @Nullable Path out;

    /** Changes the facts and puts the file into the answer, if it was asked for. */
    void put(CommandOptions options, ObjectNode answer, UnaryOperator<Minutes> change) throws IOException {
        if (minutes == null && out == null) {
            return;
        } else if (minutes == null || out == null) {
            throw new IllegalArgumentException("--minutes and --out go together: facts to read, facts to write");
        }
        MinutesJson.write(change.apply(MinutesJson.read(minutes)), options.output(out));
        answer.put("file", out.toString());
    }
}
