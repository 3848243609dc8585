// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A container that lies inside another file, as a file of its own for as long as it is read: only its owner can see it. */
final class Spool implements AutoCloseable {
    private static final int BLOCK = 1 << 16;

    private final Path file;

    private Spool(Path file) {
        this.file = file;
    }

    /**
     * Writes a file out.
     *
     * @param limit how many bytes it may have: more can only come from a compression that is an attack
     */
    static Spool of(Source source, long limit, Task task) throws IOException {
        Path file = Files.createTempFile("minutes-", ".inner");
        try (InputStream in = source.open();
                OutputStream out = Files.newOutputStream(file)) {
            Task.Stage stage = task.stage("unpack " + source.name(), Math.max(source.bytes(), 0));
            byte[] block = new byte[BLOCK];
            long bytes = 0;
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                bytes += count;
                if (bytes > limit) {
                    throw new MinutesException(
                            "CONTAINER_MALFORMED",
                            source.name() + " becomes larger than " + limit + " bytes when it is unpacked");
                }
                out.write(block, 0, count);
                stage.advance(count);
            }
            stage.complete();
            return new Spool(file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
