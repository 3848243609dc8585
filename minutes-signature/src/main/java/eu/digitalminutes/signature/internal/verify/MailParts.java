// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a MIME message one after the other, each as a stream: of that standard as much as a signed file with its time
 * stamp (<i>.m7m</i>) needs.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2046">RFC 2046, clause 5.1</a>
 */
final class MailParts {
    private static final int MAX_LINE = 8192;
    private static final int MAX_HEADERS = 100;
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)boundary\\s*=\\s*(?:\"([^\"\\r\\n]{1,70})\"|([^\\s;\"]{1,70}))");

    private final InputStream in;
    private final String name;
    private final byte[] delimiter;

    /** Reads the message's own headers and goes to the first part. */
    MailParts(InputStream message, String name) throws IOException {
        this.in = new BufferedInputStream(message);
        this.name = name;
        Matcher boundary = BOUNDARY.matcher(headers().getOrDefault("content-type", ""));
        if (!boundary.find()) {
            throw malformed("it names no boundary between its parts");
        }
        String word = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        delimiter = ("\r\n--" + word).getBytes(StandardCharsets.ISO_8859_1);
        String start = "--" + word;
        for (int lines = 0; !line().equals(start); lines++) {
            if (lines > MAX_HEADERS) {
                throw malformed("its first part does not begin");
            }
        }
    }

    /**
     * One part.
     *
     * @param headers its headers, their names in lower case
     * @param body what it holds, without base64 where it says so; to be read to its end before the next part
     */
    record Part(Map<String, String> headers, InputStream body) {
        boolean is(String... types) {
            String type = headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
            for (String one : types) {
                if (type.startsWith(one)) {
                    return true;
                }
            }
            return false;
        }

        boolean isBase64() {
            return headers.getOrDefault("content-transfer-encoding", "").strip().equalsIgnoreCase("base64");
        }
    }

    /** The part that begins here. */
    Part next() throws IOException {
        Part part = new Part(headers(), new Body());
        return part.isBase64() ? new Part(part.headers(), new Armour(part.body(), name)) : part;
    }

    /** Goes on behind a part that has been read; empty when that was the last one. */
    Optional<Part> following() throws IOException {
        return line().strip().equals("--") ? Optional.empty() : Optional.of(next());
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        String last = "";
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (Character.isWhitespace(line.charAt(0))) {
                headers.merge(last, line, String::concat);
            } else if (colon > 0) {
                last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                headers.put(last, line.substring(colon + 1).strip());
            }
            if (headers.size() > MAX_HEADERS || headers.getOrDefault(last, "").length() > MAX_LINE) {
                throw malformed("its headers have no end");
            }
        }
        return headers;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int one = in.read();
        while (one >= 0 && one != '\n') {
            line.write(one);
            if (line.size() > MAX_LINE) {
                throw malformed("it has a line without end");
            }
            one = in.read();
        }
        if (one < 0 && line.size() == 0) {
            throw malformed("it ends in the middle");
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private MinutesException malformed(String problem) {
        return new MinutesException(
                "ENVELOPE_MALFORMED", name + " is no sound message of a signed file and a stamp (.m7m): " + problem);
    }

    /** Everything up to the delimiter, which may also begin with a bare line feed. */
    private final class Body extends InputStream {
        private final byte[] ahead = new byte[delimiter.length];
        private int held;
        private int at;
        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int one = next();
                if (one < 0) {
                    return count == 0 ? -1 : count;
                }
                into[offset + count++] = (byte) one;
            }
            return count;
        }

        /** The next byte that is no part of the delimiter. */
        private int next() throws IOException {
            if (at < held) {
                return ahead[at++] & 0xff;
            }
            if (ended) {
                return -1;
            }
            int one = required();
            if (one != '\r' && one != '\n') {
                return one;
            }
            int from = one == '\r' ? 0 : 1;
            held = 0;
            at = 0;
            ahead[held++] = (byte) one;
            while (held < delimiter.length - from) {
                in.mark(1);
                int following = required();
                if (following != (delimiter[from + held] & 0xff)) {
                    in.reset();
                    return ahead[at++] & 0xff;
                }
                ahead[held++] = (byte) following;
            }
            held = 0;
            ended = true;
            return -1;
        }

        private int required() throws IOException {
            int one = in.read();
            if (one < 0) {
                throw malformed("a part has no end");
            }
            return one;
        }
    }
}
