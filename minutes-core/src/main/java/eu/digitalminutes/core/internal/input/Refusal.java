// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.input;

import eu.digitalminutes.core.outcome.MinutesException;

/** Why an input was not taken, with what was found cut to a readable length. */
public final class Refusal {
    private static final int LONGEST = 80;

    private Refusal() {}

    /**
     * A refusal at a line of the input.
     *
     * @param code the stable name of the reason
     * @param line the line, from 1
     * @param problem what was expected and found, and what to do
     * @return the exception to throw
     */
    public static MinutesException at(String code, int line, String problem) {
        return new MinutesException(code, "line " + line + ": " + problem);
    }

    /**
     * The same refusal, naming the file it is about.
     *
     * @param file the name of the file
     * @param refusal what was refused in it
     * @return the exception to throw
     */
    public static MinutesException in(String file, MinutesException refusal) {
        return new MinutesException(refusal.code(), file + ": " + refusal.getMessage(), refusal);
    }

    /**
     * Something found in the input, in quotes, short enough for one line.
     *
     * @param found what was found
     * @return the words for a message
     */
    public static String quote(String found) {
        String line = found.replaceAll("[\\p{Cntrl}]+", " ").strip();
        return "\"" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + "\"";
    }
}
