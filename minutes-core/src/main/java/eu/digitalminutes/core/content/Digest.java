// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest (<i>impronta crittografica</i>) of some content.
 *
 * @param hex 64 lower-case hexadecimal digits
 * @see <a href="https://csrc.nist.gov/pubs/fips/180-4/upd1/final">FIPS 180-4; AgID, Allegato 2, 2.16</a>
 */
public record Digest(String hex) {
    /** The name of the algorithm as AgID and UNI 11386 write it. */
    public static final String ALGORITHM = "SHA-256";

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /**
     * A digest written in hexadecimal.
     *
     * @param hex 64 lower-case hexadecimal digits
     * @throws IllegalArgumentException if it is anything else
     */
    public Digest {
        Objects.requireNonNull(hex, "hex");
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("a SHA-256 digest has 64 lower-case hexadecimal digits, not: " + hex);
        }
    }

    /**
     * A digest from its bytes.
     *
     * @param value 32 bytes; copied
     * @return the digest
     * @throws IllegalArgumentException if the length is not 32
     */
    public static Digest of(byte[] value) {
        return new Digest(HexFormat.of().formatHex(value));
    }

    /**
     * The digest's bytes.
     *
     * @return a new array of 32 bytes
     */
    public byte[] value() {
        return HexFormat.of().parseHex(hex);
    }

    /**
     * The digest in Base64, as AgID's metadata and UNI 11386 indexes write it.
     *
     * @return 44 characters
     */
    public String base64() {
        return Base64.getEncoder().encodeToString(value());
    }

    @Override
    public String toString() {
        return hex;
    }
}
