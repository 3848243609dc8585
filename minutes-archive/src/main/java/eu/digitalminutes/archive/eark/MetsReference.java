// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.eark;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * What a METS refers to.
 *
 * @param kind the element: {@code mdRef}, {@code FLocat}, {@code mptr}
 * @param href the address as written
 * @param size the size as written, or nothing
 * @param function the digest's name as written, or nothing
 * @param checksum the digest as written, or nothing
 * @param type the kind of metadata, or nothing
 */
record MetsReference(String kind, String href, String size, String function, String checksum, String type) {
    private static final Map<String, String> FUNCTIONS =
            Map.of("MD5", "MD5", "SHA-1", "SHA-1", "SHA-256", "SHA-256", "SHA-384", "SHA-384", "SHA-512", "SHA-512");

    private static final Pattern OWN = Pattern.compile("(file:(//(?!/))?)?(\\./)?", Pattern.CASE_INSENSITIVE);

    /** One letter before the colon would be a drive. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?!file:)[a-z][a-z0-9+.-]+:", Pattern.CASE_INSENSITIVE);

    static MetsReference of(Element reference, Element described) {
        return new MetsReference(
                reference.getLocalName(),
                reference.getAttributeNS(EArkLayout.XLINK, "href"),
                described.getAttribute("SIZE"),
                described.getAttribute("CHECKSUMTYPE"),
                described.getAttribute("CHECKSUM").toLowerCase(Locale.ROOT),
                described.getAttribute("MDTYPE") + described.getAttribute("OTHERMDTYPE"));
    }

    /** The digest to compute, or empty if METS knows none of that name or the value is not one. */
    Optional<String> algorithm() {
        String known = FUNCTIONS.get(function);
        return known != null && checksum.matches("[0-9a-f]{32,128}") ? Optional.of(known) : Optional.empty();
    }

    /** Whether nothing is said of a digest, as in the pointers to other METS. */
    boolean isBare() {
        return function.isEmpty() && checksum.isEmpty();
    }

    /** Whether the address is one of the network or a name: what it means is not in the package. */
    boolean isElsewhere() {
        return ELSEWHERE.matcher(href).lookingAt();
    }

    /**
     * The path that the address means, decoded as addresses are. Packages of before 2021 write {@code file:NAME} or
     * {@code file://NAME} for a file of their own.
     */
    String path() {
        String plain = OWN.matcher(href).replaceFirst("");
        if (plain.indexOf('%') < 0) {
            return plain;
        }
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean escape = bytes[i] == '%'
                    && i + 2 < bytes.length
                    && HexFormat.isHexDigit(bytes[i + 1])
                    && HexFormat.isHexDigit(bytes[i + 2]);
            decoded[length++] = escape
                    ? (byte) HexFormat.fromHexDigits(new String(bytes, i + 1, 2, StandardCharsets.US_ASCII))
                    : bytes[i];
            i += escape ? 2 : 0;
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }
}
