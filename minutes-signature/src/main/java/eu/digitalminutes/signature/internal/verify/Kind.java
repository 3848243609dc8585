// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** What a file is by its first bytes, whatever its name says. */
enum Kind {
    /** A ZIP file, which may be a container. */
    ZIP,
    PDF,
    /** A CMS signature with its content or without (<i>.p7m</i>, <i>.p7s</i>). */
    ENVELOPE,
    /** A file with time stamps around it (<i>.tsd</i>). */
    TIMESTAMPED,
    /** A time stamp, alone or in an authority's answer (<i>.tst</i>, <i>.tsr</i>). */
    STAMP,
    /** An evidence record of RFC 4998 or RFC 6283. */
    EVIDENCE,
    XML,
    /** A MIME message of several parts (<i>.m7m</i>). */
    MAIL,
    /** One of the above in base64, with armour or without. */
    BASE64,
    OTHER;

    /** How much must be seen to tell. */
    static final int HEAD = 4096;

    private static final byte[] SIGNED_DATA = HexFormat.of().parseHex("06092a864886f70d010702");
    private static final byte[] TIMESTAMPED_DATA = HexFormat.of().parseHex("060b2a864886f70d010910011f");
    private static final byte[] STAMP_INFO = HexFormat.of().parseHex("060b2a864886f70d0109100104");
    private static final String EVIDENCE_NAMESPACE = "urn:ietf:params:xml:ns:ers";
    private static final int BASE64_HEAD = 256;

    /** A word that every signed file of this kind contains; empty where the first bytes tell enough. */
    String mark() {
        return switch (this) {
            case ZIP -> "META-INF/";
            case PDF -> "/ByteRange";
            case XML -> "http://www.w3.org/2000/09/xmldsig#";
            default -> "";
        };
    }

    static Kind of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\3\4")) {
            return ZIP;
        } else if (text.startsWith("%PDF-")) {
            return PDF;
        } else if (head.length > 1 && head[0] == 0x30) {
            Kind kind = ofDer(head);
            return kind == OTHER ? ofText(text) : kind;
        }
        return ofText(text);
    }

    private static Kind ofText(String text) {
        String start = (text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text).stripLeading();
        if (start.startsWith("<")) {
            return start.contains(EVIDENCE_NAMESPACE) && start.contains("EvidenceRecord") ? EVIDENCE : XML;
        }
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.matches("(?s)[a-z][a-z-]*:.*") && lower.matches("(?s).*content-type:\\s*multipart/.*")) {
            return MAIL;
        }
        return isBase64(start) ? BASE64 : OTHER;
    }

    /** Whether what it decodes to begins as a signature or a time stamp does: text alone may look like base64. */
    private static boolean isBase64(String text) {
        String plain = text.replaceAll("(?m)^-----.*$", "").replaceAll("\\s", "");
        String some = plain.substring(0, Math.min(plain.length(), BASE64_HEAD));
        some = some.substring(0, some.length() / 4 * 4);
        if (some.length() < 16 || !some.matches("[A-Za-z0-9+/]+=*")) {
            return false;
        }
        byte[] decoded = Base64.getMimeDecoder().decode(some);
        Kind kind = decoded[0] == 0x30 ? ofDer(decoded) : OTHER;
        return kind == ENVELOPE || kind == TIMESTAMPED || kind == STAMP || kind == EVIDENCE;
    }

    private static Kind ofDer(byte[] head) {
        int first = value(head, 0);
        if (startsWith(head, first, TIMESTAMPED_DATA)) {
            return TIMESTAMPED;
        } else if (startsWith(head, first, SIGNED_DATA)) {
            return isStamp(head, first + SIGNED_DATA.length) ? STAMP : ENVELOPE;
        } else if (at(head, first) == 0x30) {
            return isAnswer(head, first) ? STAMP : OTHER;
        }
        boolean version = at(head, first) == 0x02 && at(head, first + 1) == 1 && at(head, first + 2) == 1;
        return version && at(head, first + 3) == 0x30 ? EVIDENCE : OTHER;
    }

    /** Whether the content of signed data is the statement of a time stamp. */
    private static boolean isStamp(byte[] head, int explicit) {
        int version = value(head, value(head, explicit));
        int algorithms = end(head, version);
        int content = end(head, algorithms);
        return at(head, content) == 0x30 && startsWith(head, value(head, content), STAMP_INFO);
    }

    /** Whether it is an authority's answer: a status, and nothing or a time stamp behind it. */
    private static boolean isAnswer(byte[] head, int status) {
        int number = value(head, status);
        int behind = end(head, status);
        boolean known = at(head, number) == 0x02 && at(head, number + 1) == 1 && at(head, number + 2) <= 5;
        return known
                && (behind == head.length
                        || (at(head, behind) == 0x30 && startsWith(head, value(head, behind), SIGNED_DATA)));
    }

    /** Where the value of the element at a place begins. */
    private static int value(byte[] head, int element) {
        int first = at(head, element + 1);
        return element + 2 + (first > 0x80 ? first & 0x7f : 0);
    }

    /** Where the element behind the one at a place begins; far away if that is not said. */
    private static int end(byte[] head, int element) {
        int first = at(head, element + 1);
        long length = first;
        if (first == 0x80 || first > 0x84) {
            return head.length;
        } else if (first > 0x80) {
            length = 0;
            for (int i = 0; i < (first & 0x7f); i++) {
                length = (length << 8) | at(head, element + 2 + i);
            }
        }
        return (int) Math.min(value(head, element) + length, head.length);
    }

    private static int at(byte[] head, int index) {
        return index >= 0 && index < head.length ? head[index] & 0xff : 0;
    }

    private static boolean startsWith(byte[] head, int at, byte[] wanted) {
        return at >= 0
                && at + wanted.length <= head.length
                && Arrays.equals(head, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
