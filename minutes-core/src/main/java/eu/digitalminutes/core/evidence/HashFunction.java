// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.util.Optional;

/**
 * The hash functions (<i>funzioni di hash</i>) that evidence records are made with.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/119300_119399/119312/">ETSI TS 119 312, clause 5</a>
 */
public enum HashFunction {
    /** SHA-256, the cheapest where the processor helps. */
    SHA256("SHA-256", "2.16.840.1.101.3.4.2.1", 32),
    /** SHA-384. */
    SHA384("SHA-384", "2.16.840.1.101.3.4.2.2", 48),
    /** SHA-512. */
    SHA512("SHA-512", "2.16.840.1.101.3.4.2.3", 64),
    /** SHA3-256, of another construction than the SHA-2 functions. */
    SHA3_256("SHA3-256", "2.16.840.1.101.3.4.2.8", 32),
    /** SHA3-512. */
    SHA3_512("SHA3-512", "2.16.840.1.101.3.4.2.10", 64);

    private final String standardName;
    private final String identifier;
    private final int bytes;

    HashFunction(String standardName, String identifier, int bytes) {
        this.standardName = standardName;
        this.identifier = identifier;
        this.bytes = bytes;
    }

    /**
     * The name that standards and the JDK use.
     *
     * @return such as {@code SHA-256}
     */
    public String standardName() {
        return standardName;
    }

    /**
     * The object identifier.
     *
     * @return in dotted decimal
     */
    public String identifier() {
        return identifier;
    }

    /**
     * The length of its digests.
     *
     * @return in bytes
     */
    public int bytes() {
        return bytes;
    }

    /**
     * A new computation, from the JDK's own provider, which uses the processor's instructions.
     *
     * @return the computation
     */
    public MessageDigest computation() {
        try {
            return MessageDigest.getInstance(standardName, "SUN");
        } catch (NoSuchAlgorithmException | NoSuchProviderException e) {
            return anywhere();
        }
    }

    private MessageDigest anywhere() {
        try {
            return MessageDigest.getInstance(standardName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks " + standardName, e);
        }
    }

    /**
     * The function of a name.
     *
     * @param name as {@link #standardName()} gives it
     * @return the function, or empty if none has that name
     */
    public static Optional<HashFunction> named(String name) {
        for (HashFunction function : values()) {
            if (function.standardName.equals(name)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }
}
