// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.batch;

import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.report.BatchSummary;
import eu.digitalminutes.signature.report.VerificationReport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run over a folder: the calling thread finds documents and writes lines, others verify. Used once. */
public final class BatchRun {
    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);
    private static final long PAUSE_MILLIS = 200;
    /** So many documents wait for a thread, that none has to wait for a document. */
    private static final int AHEAD = 2;

    /** Verifies one document. */
    @FunctionalInterface
    public interface Verification {
        /** The report on a document. */
        VerificationReport of(Path document, Task task) throws IOException;
    }

    private final Path folder;
    private final Path results;
    private final Instant at;
    private final int threads;
    private final Verification verification;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Map<String, Long> counts = new HashMap<>();
    private int waiting;

    /** A run with so many threads. */
    public BatchRun(Path folder, Path results, Instant at, int threads, Verification verification) {
        this.folder = folder;
        this.results = results;
        this.at = at;
        this.threads = threads;
        this.verification = verification;
    }

    /** Verifies all. */
    public BatchSummary run(Task task) throws IOException {
        DocumentWalk walk = new DocumentWalk(folder, results);
        DocumentWalk.Size size = walk.size();
        ExecutorService workers = Executors.newFixedThreadPool(threads, BatchRun::thread);
        try (ResultsFile lines = ResultsFile.open(results)) {
            Task.Stage stage = task.stage("verify " + size.documents() + " documents", size.bytes());
            CompletionService<DocumentAnswer> answers = new ExecutorCompletionService<>(workers);
            walk.each(document -> {
                if (lines.has(document)) {
                    counts.merge("SKIPPED", 1L, Long::sum);
                    stage.advance(document.bytes());
                    return;
                }
                while (waiting >= threads * AHEAD) {
                    write(answers, lines, stage);
                }
                answers.submit(() -> answer(document));
                waiting++;
            });
            while (waiting > 0) {
                write(answers, lines, stage);
            }
            stage.complete();
        } finally {
            stop(workers);
        }
        return BatchSummary.of(
                count("VALID"), count("INVALID"), count("INDETERMINATE"), count("REFUSED"), count("SKIPPED"));
    }

    private long count(String verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    private void write(CompletionService<DocumentAnswer> answers, ResultsFile lines, Task.Stage stage)
            throws IOException {
        try {
            Future<DocumentAnswer> next = answers.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            if (next == null) {
                stage.advance(0);
                return;
            }
            waiting--;
            DocumentAnswer answer = next.get();
            lines.add(answer);
            counts.merge(answer.verdict(), 1L, Long::sum);
            stage.advance(answer.file().bytes());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("verify " + folder);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a document stopped the run", e.getCause());
        }
    }

    /** Whatever is wrong with a document is said in its line. */
    private DocumentAnswer answer(DocumentFile document) {
        long start = System.nanoTime();
        String code;
        Throwable why;
        try {
            if (document.unreadable() != null) {
                throw document.unreadable();
            }
            VerificationReport report =
                    verification.of(document.path(), Task.none().cancellableBy(stopped::get));
            return DocumentAnswer.of(document, report, millis(start));
        } catch (MinutesException e) {
            code = e.code();
            why = e;
        } catch (IOException e) {
            code = "UNREADABLE";
            why = e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.warn("{} cannot be verified", document.path(), e);
            code = e instanceof OutOfMemoryError ? "TOO_LARGE" : "UNEXPECTED";
            why = e;
        }
        String message = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        return DocumentAnswer.refused(document, code, message, at, millis(start));
    }

    private static long millis(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private void stop(ExecutorService workers) throws IOException {
        stopped.set(true);
        workers.shutdownNow();
        try {
            workers.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + folder + " was being left");
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "minutes-batch");
        thread.setDaemon(true);
        return thread;
    }
}
