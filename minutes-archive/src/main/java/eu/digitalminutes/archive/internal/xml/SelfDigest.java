// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.xml;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digest of an index over itself, as a comment in its last line: an index lists every other file, but nothing lists
 * the index. It finds what time and accidents do, not what somebody does on purpose; that is the work of a seal. Whoever
 * reads XML passes over it.
 */
public final class SelfDigest {
    private static final String BEGINS = "<!-- SHA-256 of all before: ";
    private static final String ENDS = " -->\n";
    private static final Pattern LAST_COMMENT = Pattern.compile("<!--(?:(?!-->).)*-->\\s*\\z", Pattern.DOTALL);
    private static final Pattern ALMOST_A_DIGEST = Pattern.compile("[0-9a-f]{32}");
    private static final int LONGEST = 512;

    private SelfDigest() {}

    /** The document with its digest after it. */
    public static byte[] append(byte[] document) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(document);
        both.writeBytes(line(document));
        return both.toByteArray();
    }

    /** Whether the document is what its last line says, or says nothing of itself. */
    public static boolean isKept(byte[] document) {
        int from = Math.max(0, document.length - LONGEST);
        String end = new String(document, from, document.length - from, StandardCharsets.ISO_8859_1);
        Matcher comment = LAST_COMMENT.matcher(end);
        if (!comment.find()) {
            return true;
        }
        String found = comment.group();
        // What is left of our line after an accident is still known as ours.
        if (!found.startsWith(BEGINS) && !ALMOST_A_DIGEST.matcher(found).find()) {
            return true;
        }
        byte[] before = Arrays.copyOf(document, from + comment.start());
        return found.equals(new String(line(before), StandardCharsets.ISO_8859_1));
    }

    private static byte[] line(byte[] document) {
        String hex = Digest.of(Fingerprinter.sha256().digest(document)).hex();
        return (BEGINS + hex + ENDS).getBytes(StandardCharsets.ISO_8859_1);
    }
}
