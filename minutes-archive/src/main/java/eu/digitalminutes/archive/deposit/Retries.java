// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import java.time.Duration;
import java.util.Objects;

/** How often and how long a deposit tries by itself (<i>tentativi</i>). Immutable. */
public final class Retries {
    private final int attempts;
    private final Duration firstPause;
    private final Duration longestPause;
    private final Duration patience;

    private Retries(int attempts, Duration firstPause, Duration longestPause, Duration patience) {
        this.attempts = attempts;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
        this.patience = patience;
    }

    /**
     * Four attempts, with pauses of 2, 4 and 8 seconds; ten minutes for a provider that has not decided.
     *
     * @return the retries
     */
    public static Retries standard() {
        return new Retries(4, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(10));
    }

    /**
     * Other numbers of attempts.
     *
     * @param value how often a package is sent in one run, 1 to 100
     * @return new retries
     * @throws IllegalArgumentException if it is another number
     */
    public Retries attempts(int value) {
        if (value < 1 || value > 100) {
            throw new IllegalArgumentException("a package is sent 1 to 100 times in one run, not " + value);
        }
        return new Retries(value, firstPause, longestPause, patience);
    }

    /**
     * Other pauses; each is twice the one before.
     *
     * @param first the first pause
     * @param longest no pause is longer
     * @return new retries
     */
    public Retries pauses(Duration first, Duration longest) {
        return new Retries(
                attempts, Objects.requireNonNull(first, "first"), Objects.requireNonNull(longest, "longest"), patience);
    }

    /**
     * Another patience with a provider that has not decided; after it the run ends as
     * {@link DepositOutcome#PENDING}.
     *
     * @param value how long to ask; zero asks once
     * @return new retries
     */
    public Retries patience(Duration value) {
        return new Retries(attempts, firstPause, longestPause, Objects.requireNonNull(value, "value"));
    }

    int attempts() {
        return attempts;
    }

    Duration patience() {
        return patience;
    }

    /** The pause after so many attempts, counted from one. */
    Duration pauseAfter(int attempt) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
