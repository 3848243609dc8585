// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.bagit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code bagit.txt} declares.
 *
 * @param version such as {@code 1.0}
 * @param charset in which the other tag files are written
 */
record BagDeclaration(String version, Charset charset) {
    static final String FILE_NAME = "bagit.txt";
    static final String OURS = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private static final Pattern FORM =
            Pattern.compile("BagIt-Version: ?([0-9]+\\.[0-9]+)\\s*[\r\n]+Tag-File-Character-Encoding: ?(\\S+)\\s*");
    private static final Set<String> KNOWN = Set.of("0.93", "0.94", "0.95", "0.96", "0.97", "1.0");

    /** The declaration, or empty if the file does not have the two lines that it must have. */
    static Optional<BagDeclaration> parse(byte[] content) {
        Matcher matcher = FORM.matcher(new String(content, StandardCharsets.UTF_8));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BagDeclaration(matcher.group(1), Charset.forName(matcher.group(2))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isKnown() {
        return KNOWN.contains(version);
    }

    boolean encodesPercent() {
        return !version.startsWith("0.");
    }

    /** From 1.0 on each manifest lists the whole payload; before, all of them together. */
    boolean listsAllInEach() {
        return !version.startsWith("0.");
    }

    /** The text of a tag file, or empty if its bytes are not what the declaration says. */
    Optional<String> text(byte[] content) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
