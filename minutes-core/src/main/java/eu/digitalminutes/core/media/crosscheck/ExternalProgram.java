// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media.crosscheck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program that is run for its answer: nothing to read from, no longer and no more than was agreed. */
final class ExternalProgram {
    private static final int LONGEST_ANSWER = 4 << 20;

    private ExternalProgram() {}

    /** What it writes; empty if there is no such program. */
    static Optional<String> answer(List<String> command, Duration patience) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notThere) {
            return Optional.empty();
        }
        try {
            process.getOutputStream().close();
            CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> read(process));
            byte[] bytes = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (bytes.length >= LONGEST_ANSWER || !process.waitFor(1, TimeUnit.SECONDS)) {
                throw new IOException(command.get(0) + " does not come to an end");
            }
            if (process.exitValue() != 0) {
                throw new IOException(command.get(0) + " failed with exit code " + process.exitValue());
            }
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(command.get(0) + " gave no answer within " + patience, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.get(0) + " was running", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static byte[] read(Process process) {
        try (InputStream in = process.getInputStream()) {
            return in.readNBytes(LONGEST_ANSWER);
        } catch (IOException stopped) {
            return new byte[0];
        }
    }
}
