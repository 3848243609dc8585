// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.lists;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lists of a folder that somebody refreshes, be it another process: read anew when they have changed. */
public final class FollowedLists {
    private final ListFolder folder;
    private final Duration grace;
    private final Clock clock;
    private @Nullable Now now;

    private record Now(String mark, Optional<LoadedLists> lists, List<byte[]> revocationLists) {}

    /** For a folder, which may be empty yet. */
    public FollowedLists(ListFolder folder, Duration grace, Clock clock) {
        this.folder = folder;
        this.grace = grace;
        this.clock = clock;
    }

    /**
     * The lists as they are now; empty if there are none yet.
     *
     * @throws UncheckedIOException if the folder cannot be read
     * @throws MinutesException with code {@code TRUST_BUNDLE_MALFORMED} if what lies there cannot be understood
     */
    public synchronized Optional<LoadedLists> lists() {
        return now().lists();
    }

    /** The revocation lists beside them. */
    public synchronized List<byte[]> revocationLists() {
        return now().revocationLists();
    }

    private Now now() {
        try {
            // what is overdue changes with the hour, too
            String mark = folder.mark() + clock.instant().getEpochSecond() / 3600;
            Now known = now;
            if (known == null || !known.mark().equals(mark)) {
                known = new Now(mark, load(), folder.revocationLists());
                now = known;
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<LoadedLists> load() throws IOException {
        try {
            return Optional.of(folder.load(grace, clock));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
