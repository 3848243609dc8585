// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an XML document: decoded here and strictly, since the JDK's reader prints what it cannot decode. */
final class AknEncoding {
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final List<Charset> KNOWN = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);

    private AknEncoding() {}

    static String text(byte[] document) {
        try {
            String text = charset(document)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw AknTree.unreadable("its bytes are no text in its encoding");
        }
    }

    private static Charset charset(byte[] document) {
        if (document.length > 1 && (document[0] & 0xFF) + (document[1] & 0xFF) == 0xFE + 0xFF) {
            return StandardCharsets.UTF_16;
        }
        String start = new String(document, 0, Math.min(200, document.length), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start);
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = declared.group(1);
        return KNOWN.stream()
                .filter(charset -> charset.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> AknTree.unreadable("the encoding " + name + " is not known here; use UTF-8"));
    }
}
