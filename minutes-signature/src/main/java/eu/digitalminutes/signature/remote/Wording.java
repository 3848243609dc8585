// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

import java.util.List;

/** Words of a service made fit for a message: one short line, without control characters and without secrets. */
final class Wording {
    private static final int MOST_CHARACTERS = 200;

    private Wording() {}

    /** A line of at most 200 characters in which no secret stands. */
    static String clean(String words, List<String> secrets) {
        String shown = words;
        for (String secret : secrets) {
            if (!secret.isBlank()) {
                shown = shown.replace(secret, "***");
            }
        }
        StringBuilder line = new StringBuilder();
        shown.codePoints()
                .limit(MOST_CHARACTERS)
                .map(point -> Character.isISOControl(point) || unseen(point) ? ' ' : point)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    private static boolean unseen(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
