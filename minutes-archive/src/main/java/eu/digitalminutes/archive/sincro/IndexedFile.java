// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sincro;

import eu.digitalminutes.core.content.Digest;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that an index lists (<i>File di UNI 11386</i>).
 *
 * @param path its path from the folder of the index
 * @param mediaType its IANA media type (<i>format</i>)
 * @param hashFunction the name of the hash function, such as {@code SHA-256}
 * @param hash the hash as written, in Base64 or hexadecimal: the standard leaves it open
 */
public record IndexedFile(String path, String mediaType, String hashFunction, String hash) {
    /**
     * A file that an index lists.
     *
     * @param path its path from the folder of the index
     * @param mediaType its IANA media type
     * @param hashFunction the name of the hash function
     * @param hash the hash as written
     */
    public IndexedFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(hashFunction, "hashFunction");
        Objects.requireNonNull(hash, "hash");
    }

    /**
     * A file with its SHA-256 digest, written in Base64.
     *
     * @param path its path from the folder of the index
     * @param mediaType its IANA media type
     * @param digest its digest
     * @return the file
     */
    public static IndexedFile of(String path, String mediaType, Digest digest) {
        return new IndexedFile(path, mediaType, Digest.ALGORITHM, digest.base64());
    }

    /**
     * The digest behind the hash.
     *
     * @return the digest, or empty if the hash is not one by SHA-256 in Base64 or hexadecimal
     */
    public Optional<Digest> digest() {
        String function = hashFunction.toUpperCase(Locale.ROOT);
        if (!function.equals("SHA-256") && !function.equals("SHA256")) {
            return Optional.empty();
        }
        return sha256(hash);
    }

    static Optional<Digest> sha256(String hash) {
        String hex = hash.toLowerCase(Locale.ROOT);
        if (hex.matches("[0-9a-f]{64}")) {
            return Optional.of(new Digest(hex));
        }
        try {
            byte[] value = Base64.getDecoder().decode(hash);
            return value.length == 32 ? Optional.of(Digest.of(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
