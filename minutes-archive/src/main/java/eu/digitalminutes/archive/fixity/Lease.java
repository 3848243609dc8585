// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to audit one package, for a while: two processes on one store, on one machine or two, do not read the same
 * package. A process that died loses its lease when it runs out.
 */
final class Lease implements AutoCloseable {
    static final Duration TERM = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofMinutes(2);

    private final Path file;
    private final Clock clock;
    private final String owner = UUID.randomUUID().toString();
    private Instant kept;

    private Lease(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.kept = clock.instant();
    }

    /** The lease, or nothing while another process has it. */
    static Optional<Lease> take(Path folder, Clock clock) throws IOException {
        Lease lease = new Lease(folder.resolve("lease"), clock);
        if (!lease.create() && !(lease.removeStale() && lease.create())) {
            return Optional.empty();
        }
        return Optional.of(lease);
    }

    /** Makes the lease last longer, now and then. */
    void keep() throws IOException {
        Instant now = clock.instant();
        if (now.isAfter(kept.plus(KEPT))) {
            kept = now;
            Path next = file.resolveSibling("lease." + owner);
            Files.writeString(next, text(now));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (Files.readString(file).contains(owner)) {
                Files.delete(file);
            }
        } catch (NoSuchFileException e) {
            // Another process found it run out; there is nothing to give back.
        }
    }

    private boolean create() throws IOException {
        try {
            Files.write(
                    file,
                    text(clock.instant()).getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Of several that try, one succeeds: a file can be moved away only once. */
    private boolean removeStale() throws IOException {
        try {
            if (ends(Files.readString(file)).isAfter(clock.instant())) {
                return false;
            }
            Path gone = file.resolveSibling("lease.gone." + owner);
            Files.move(file, gone, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(gone);
            return true;
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private String text(Instant now) {
        return now.plus(TERM) + " " + owner + "\n";
    }

    /** A file that was cut short by a crash is judged by its age. */
    private Instant ends(String text) throws IOException {
        int blank = text.indexOf(' ');
        try {
            return Instant.parse(text.substring(0, Math.max(blank, 0)));
        } catch (DateTimeException e) {
            return Files.getLastModifiedTime(file).toInstant().plus(TERM);
        }
    }
}
