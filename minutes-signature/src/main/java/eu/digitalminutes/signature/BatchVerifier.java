// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.batch.BatchRun;
import eu.digitalminutes.signature.report.BatchSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Verifies every document below a folder and writes one line about each (<i>verifica massiva</i>).
 *
 * <p>Trust is loaded once, by the verifier; documents are verified side by side. Memory grows with the names of the files
 * that an earlier run has answered, and with nothing else. No file stops the run: one that is no signed document, or a
 * damaged one, gets its line as {@code REFUSED} with a code and the reason.
 *
 * @see <a href="https://eur-lex.europa.eu/eli/reg/2014/910/oj">Regulation (EU) 910/2014, art. 32</a>
 */
public final class BatchVerifier {
    private static final int MAX_THREADS = 64;

    private final MinutesVerifier verifier;
    private final int threads;
    private final @Nullable Instant at;

    private BatchVerifier(MinutesVerifier verifier, int threads, @Nullable Instant at) {
        this.verifier = verifier;
        this.threads = threads;
        this.at = at;
    }

    /**
     * A batch that answers for the time at which it is begun, with as many threads as there are processors.
     *
     * @param verifier what verifies each document
     * @return the batch
     */
    public static BatchVerifier of(MinutesVerifier verifier) {
        int processors = Math.min(Runtime.getRuntime().availableProcessors(), MAX_THREADS);
        return new BatchVerifier(Objects.requireNonNull(verifier, "verifier"), processors, null);
    }

    /**
     * The same batch for another instant.
     *
     * @param instant the instant for which to answer
     * @return a new batch
     */
    public BatchVerifier at(Instant instant) {
        return new BatchVerifier(verifier, threads, Objects.requireNonNull(instant, "instant"));
    }

    /**
     * The same batch with another number of threads.
     *
     * @param count how many documents are verified at a time
     * @return a new batch
     * @throws IllegalArgumentException if it is not from 1 to 64
     */
    public BatchVerifier threads(int count) {
        if (count < 1 || count > MAX_THREADS) {
            throw new IllegalArgumentException("threads must be from 1 to " + MAX_THREADS + ", not " + count);
        }
        return new BatchVerifier(verifier, count, at);
    }

    /**
     * Verifies every file below a folder, each by itself. Left out are hidden files and folders, links, the results, and
     * files beside which lies their signature ({@code minutes.pdf} beside {@code minutes.pdf.p7s}).
     *
     * <p>A file of results that is there is continued: documents that it has an answer for, unchanged in size and time of
     * change, are skipped, and a last line that was not finished is removed. Lines come in the order in which the work is
     * done; of two lines about one file the later counts. The answers of an earlier run stay, whatever it trusted.
     *
     * @param folder the folder; not changed
     * @param results the file to write: JSON lines if its name ends in {@code .jsonl}, comma-separated values if in
     *     {@code .csv}
     * @param task progress over the bytes of all documents, and cancellation; what is finished stays in the results
     * @return how many came to which answer
     * @throws IOException if the folder cannot be read, or the results cannot be written
     * @throws CancelledException if the task is cancelled
     * @throws MinutesException with code {@code RESULTS_BUSY} if another run writes the results, {@code RESULTS_FOREIGN}
     *     if the file holds something else
     * @throws IllegalArgumentException if the name of the results ends in neither
     */
    public BatchSummary verify(Path folder, Path results, Task task) throws IOException {
        Instant instant = at == null ? Instant.now() : at;
        return new BatchRun(
                        folder,
                        results,
                        instant,
                        threads,
                        (document, one) -> verifier.verify(document, Map.of(), instant, one))
                .run(task);
    }
}
