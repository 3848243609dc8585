// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.bagit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.stream.Stream;

/** The digests of manifests, by the names that files of manifests carry. */
enum BagAlgorithm {
    MD5("md5", "MD5", 32),
    SHA_1("sha1", "SHA-1", 40),
    SHA_224("sha224", "SHA-224", 56),
    SHA_256("sha256", "SHA-256", 64),
    SHA_384("sha384", "SHA-384", 96),
    SHA_512("sha512", "SHA-512", 128),
    SHA3_256("sha3256", "SHA3-256", 64),
    SHA3_384("sha3384", "SHA3-384", 96),
    SHA3_512("sha3512", "SHA3-512", 128);

    private final String inNames;
    private final String ofJava;
    private final int digits;

    BagAlgorithm(String inNames, String ofJava, int digits) {
        this.inNames = inNames;
        this.ofJava = ofJava;
        this.digits = digits;
    }

    /** The algorithm that a manifest's name speaks of, whatever its hyphens. */
    static Optional<BagAlgorithm> named(String name) {
        String plain = name.replaceAll("[-_]", "");
        return Stream.of(values()).filter(one -> one.inNames.equals(plain)).findFirst();
    }

    String inNames() {
        return inNames;
    }

    /** Whether collisions can be made, so that the digest guards against accidents only. */
    boolean isWeak() {
        return this == MD5 || this == SHA_1;
    }

    boolean fits(String hex) {
        return hex.length() == digits && hex.matches("[0-9a-f]+");
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(ofJava);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this runtime has no " + ofJava, e);
        }
    }
}
