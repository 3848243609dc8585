// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.lists;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is made of the lists in a folder that somebody refreshes, be it another process: made anew when they have changed.
 *
 * @param <T> what is made of them
 */
public final class FollowedLists<T> implements Supplier<T> {
    private final ListFolder folder;
    private final Clock clock;
    private final Reading<T> reading;
    private @Nullable Now<T> now;

    /** Reads the folder as it is now. */
    public interface Reading<T> {
        /** What is made of it. */
        T read() throws IOException;
    }

    private record Now<T>(String mark, T made) {}

    /** For a folder, which may be empty yet. */
    public FollowedLists(ListFolder folder, Clock clock, Reading<T> reading) {
        this.folder = folder;
        this.clock = clock;
        this.reading = reading;
    }

    /**
     * What is made of the lists as they are now.
     *
     * @throws UncheckedIOException if the folder cannot be read
     * @throws MinutesException with code {@code TRUST_BUNDLE_MALFORMED} if what lies there cannot be understood
     */
    @Override
    public synchronized T get() {
        try {
            // what is overdue changes with the hour, too
            String mark = folder.mark() + clock.instant().getEpochSecond() / 3600;
            Now<T> known = now;
            if (known == null || !known.mark().equals(mark)) {
                known = new Now<>(mark, reading.read());
                now = known;
            }
            return known.made();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
