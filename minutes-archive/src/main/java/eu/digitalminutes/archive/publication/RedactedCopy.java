// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A copy of a part of the recording in which something cannot be seen or heard (<i>copia con omissis della
 * registrazione</i>), to be published in place of the signed file. It must run as long as the signed file: what is masked
 * is silenced and blackened, not cut out, so that every time in it stays true. Immutable; it opens no file.
 *
 * @see <a href="https://www.garanteprivacy.it/home/docweb/-/docweb-display/docweb/3134436">Garante privacy, Linee guida
 *     15 May 2014; D.Lgs. 196/2003, art. 2-septies(8)</a>
 */
public final class RedactedCopy {
    private final Path file;
    private final List<Interval> masked;
    private final String reason;

    private RedactedCopy(Path file, List<Interval> masked, String reason) {
        this.file = file;
        this.masked = masked;
        this.reason = reason;
    }

    /**
     * A stretch of the recording that was masked (<i>intervallo oscurato</i>).
     *
     * @param from its beginning, from the first frame
     * @param to its end
     */
    public record Interval(Duration from, Duration to) {
        /**
         * A stretch of the recording.
         *
         * @param from its beginning, from the first frame
         * @param to its end
         * @throws IllegalArgumentException if it does not end after it begins
         */
        public Interval {
            Objects.requireNonNull(to, "to");
            if (from.isNegative() || from.compareTo(to) >= 0) {
                throw new IllegalArgumentException("a masked stretch ends after it begins: " + from + " to " + to);
            }
        }

        boolean overlaps(Duration begin, Duration end) {
            return from.compareTo(end) < 0 && begin.compareTo(to) < 0;
        }
    }

    /**
     * A redacted copy.
     *
     * @param file where it lies; linked or copied, never changed
     * @param masked every stretch in which it differs from the signed file
     * @param reason why, in words that tell nothing of what was masked; it is published
     * @return the copy
     * @throws IllegalArgumentException if nothing is masked, or no reason is given
     */
    public static RedactedCopy of(Path file, List<Interval> masked, String reason) {
        Objects.requireNonNull(file, "file");
        if (masked.isEmpty() || reason.isBlank()) {
            throw new IllegalArgumentException("a redacted copy names what is masked and why");
        }
        return new RedactedCopy(
                file,
                masked.stream().sorted(Comparator.comparing(Interval::from)).toList(),
                reason);
    }

    /**
     * Where the copy lies.
     *
     * @return its path
     */
    public Path file() {
        return file;
    }

    /**
     * What is masked.
     *
     * @return an immutable list in order of time
     */
    public List<Interval> masked() {
        return masked;
    }

    /**
     * Why it is masked.
     *
     * @return words for the public
     */
    public String reason() {
        return reason;
    }

    /** Whether a stretch is masked from its beginning to its end. */
    boolean covers(Duration from, Duration to) {
        Duration reached = from;
        for (Interval one : masked) {
            if (one.from().compareTo(reached) <= 0 && one.to().compareTo(reached) > 0) {
                reached = one.to();
            }
        }
        return reached.compareTo(to) >= 0;
    }

    boolean touches(Duration from, Duration to) {
        return masked.stream().anyMatch(one -> one.overlaps(from, to));
    }
}
