// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import java.util.HexFormat;

/**
 * A device or service that signs a digest (<i>firma di un'impronta</i>), as remote signature services do. With
 * {@link SigningKey#ofDigests} it becomes a key; a lambda is enough.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8017#section-9.2">RFC 8017, 9.2 (DigestInfo)</a>
 */
@FunctionalInterface
public interface DigestSigner extends AutoCloseable {
    /**
     * Signs a digest, once: it is never asked again after a refusal.
     *
     * @param digest SHA-256 of what is signed
     * @return RSA PKCS#1 v1.5 over the DigestInfo of the digest; or ECDSA, in DER or as {@code r‖s}
     * @throws SigningRefusedException if the device or its owner refuses
     * @throws ServiceUnavailableException if it does not answer
     */
    byte[] sign(Digest digest);

    /** Forgets secrets and ends the session; called when the key is closed. Does nothing unless overridden. */
    @Override
    default void close() {}

    /**
     * A digest as RSA wants it, for devices that pad and sign what they are given and do not put this around it.
     *
     * @param digest a SHA-256 digest
     * @return the DigestInfo in DER, 51 bytes
     */
    static byte[] digestInfo(Digest digest) {
        return HexFormat.of().parseHex("3031300d060960864801650304020105000420" + digest.hex());
    }
}
