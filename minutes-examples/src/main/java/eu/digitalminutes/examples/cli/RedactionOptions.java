// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.archive.publication.RedactedCopy;
import eu.digitalminutes.signature.IndexSealer;
import eu.digitalminutes.signature.key.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A redacted copy to publish in place of a part of the recording, and who signs the statement on it. */
final class RedactionOptions implements AutoCloseable {
    @Option(names = "--redacted", paramLabel = "PART=FILE")
    private @Nullable String redacted;

    @Option(names = "--masked", paramLabel = "FROM-TO")
    private List<String> masked = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason = "";

    @Option(names = "--seal-key", paramLabel = "FILE.p12[:PASSWORD]")
    private @Nullable String sealKey;

    private @Nullable SigningKey key;

    boolean isEmpty() {
        return redacted == null && masked.isEmpty();
    }

    Publication put(Publication what) throws IOException {
        if (isEmpty()) {
            return what;
        }
        int cut = redacted == null ? -1 : redacted.indexOf('=');
        if (redacted == null || cut < 1 || masked.isEmpty() || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "a redacted copy is given by --redacted PART=FILE, one --masked FROM-TO for"
                            + " each stretch, and the --reason");
        }
        List<RedactedCopy.Interval> intervals =
                masked.stream().map(RedactionOptions::interval).toList();
        Publication more = what.withRedactedRecording(
                redacted.substring(0, cut), RedactedCopy.of(Path.of(redacted.substring(cut + 1)), intervals, reason));
        key = SealKey.find(sealKey, null);
        return key == null ? more : more.withStatementsSealedBy(new IndexSealer(key, SealKey.PROFILE));
    }

    private static RedactedCopy.Interval interval(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("--masked " + text + " is no stretch such as 00:10:00-00:12:30");
        }
        Duration from = MediaClock.parse(ends[0]);
        return new RedactedCopy.Interval(from, MediaClock.parse(ends[1]));
    }

    @Override
    public void close() {
        if (key != null) {
            key.close();
        }
    }
}
