// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.captions;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Words that were spoken, and when (<i>sottotitolo</i>). Times are cut to the millisecond, space is made single.
 *
 * @param from when they begin, from the first frame
 * @param to when they end
 * @param speaker who speaks, as the captions call the voice; empty where they do not say
 * @param text the words, without markup
 */
public record Cue(Duration from, Duration to, String speaker, String text) {
    /**
     * A cue.
     *
     * @param from when it begins, from the first frame
     * @param to when it ends
     * @param speaker who speaks; empty where the captions do not say
     * @param text the words
     * @throws IllegalArgumentException if there are no words, or they do not end after they begin
     */
    public Cue {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        from = from.truncatedTo(ChronoUnit.MILLIS);
        to = to.truncatedTo(ChronoUnit.MILLIS);
        speaker = single(speaker);
        text = single(text);
        if (from.isNegative() || from.compareTo(to) >= 0 || text.isEmpty()) {
            throw new IllegalArgumentException("a cue has words that end after they begin: " + from + " to " + to);
        }
    }

    private static String single(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }
}
