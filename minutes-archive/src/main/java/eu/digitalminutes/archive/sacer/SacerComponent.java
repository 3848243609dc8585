// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sacer;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One file of a unit, as the index names it (<i>componente</i>).
 *
 * @param id its identifier, unique in the unit; also the name under which the file is sent
 * @param name its file name (<i>nome componente</i>)
 * @param format its format as the provider knows it; empty if none is said
 * @param hash its digest in hexadecimal or Base64; empty if none is said (<i>hash versato</i>)
 */
public record SacerComponent(String id, String name, String format, String hash) {
    /** Where the files of a package lie. */
    static final String FOLDER = "content/";

    private static final Map<Integer, String> BY_LENGTH =
            Map.of(16, "MD5", 20, "SHA-1", 28, "SHA-224", 32, "SHA-256", 48, "SHA-384", 64, "SHA-512");

    /**
     * One file of a unit.
     *
     * @param id its identifier
     * @param name its file name
     * @param format its format
     * @param hash its digest
     */
    public SacerComponent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(hash, "hash");
    }

    /**
     * Where the file lies in the package.
     *
     * @return a path
     */
    public String path() {
        return FOLDER + name;
    }

    /**
     * The bytes of the digest: hexadecimal is tried first, then Base64, as the provider does.
     *
     * @return the bytes, or empty if there is no digest or it is neither
     */
    public Optional<byte[]> digest() {
        return decode(hash);
    }

    /**
     * The algorithm of the digest, by its length.
     *
     * @return a name as Java knows it, or empty if no algorithm has this length
     */
    public Optional<String> algorithm() {
        return digest().map(bytes -> BY_LENGTH.get(bytes.length));
    }

    /**
     * The bytes of a digest as the provider reads one.
     *
     * @param text hexadecimal, or else Base64
     * @return the bytes, or empty if it is neither
     */
    public static Optional<byte[]> decode(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            return base64(text);
        }
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
