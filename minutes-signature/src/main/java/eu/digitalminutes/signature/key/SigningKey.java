// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import eu.digitalminutes.core.outcome.SigningRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A signer's key, wherever it is (<i>dispositivo di firma</i>): a file, a card, a remote service. This is all that a
 * vendor implements to sign with a device of his own.
 *
 * @see <a href="https://eur-lex.europa.eu/eli/reg/2014/910/oj">Regulation (EU) 910/2014, art. 26 and Annex II</a>
 */
public interface SigningKey extends AutoCloseable {
    /**
     * The signer's certificate and those above it.
     *
     * @return the signer's certificate first; at least one
     */
    List<X509Certificate> certificateChain();

    /**
     * Signs with SHA-256 and the key's own algorithm: RSA PKCS#1 v1.5, or ECDSA with a value in DER.
     *
     * @param data the bytes to be signed, a few kilobytes, not their digest
     * @return the signature's value
     * @throws SigningRefusedException if the device or its owner refuses; it is never asked again by the SDK
     */
    byte[] sign(byte[] data);

    /** Forgets secrets and ends the session with the device. */
    @Override
    void close();

    /**
     * The key of a PKCS#12 file, which must hold exactly one.
     *
     * @param file a {@code .p12} or {@code .pfx} file, read once
     * @param password its password; not changed, not kept
     * @return the key
     * @throws IOException if the file cannot be read
     * @throws SigningRefusedException with code {@code PIN_WRONG} if the password does not open it
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code KEY_UNUSABLE} if it is no PKCS#12 file or
     *     holds no key, or several
     */
    static SigningKey pkcs12(Path file, char[] password) throws IOException {
        return Pkcs12Key.open(file, password);
    }

    /**
     * The signature key of a card or token (<i>smart card, token di firma</i>) behind a PKCS#11 driver. Logs in with the
     * PIN, once; where the token holds several keys, takes the one whose certificate is made for signing
     * (nonRepudiation) and is valid now.
     *
     * <p>The key may sign many times on this login; a key that wants the PIN for each signature asks for it each time. It
     * may be used from several threads, and its signatures are made one after the other. After a wrong PIN, and after the
     * token was removed, it refuses without asking the device. {@link #close()} logs out.
     *
     * @param driver the driver of the card's maker
     * @param tokenLabel the label of the token, as {@link Pkcs11Driver#tokens()} tells it
     * @param pins asked for the PIN; never twice for one login or one signature
     * @return the key
     * @throws SigningRefusedException if there is no such token, or it refuses, with one of the codes of
     *     {@link Pkcs11Driver#open(String, PinSource)}; nobody is logged in then
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code CERTIFICATE_NOT_FOR_SIGNING} if no
     *     certificate is made for signing, {@code KEY_AMBIGUOUS} if several are: the message lists them;
     *     {@code KEY_MISSING}, {@code KEY_WITHOUT_CERTIFICATE}; nobody is logged in then
     * @see <a href="https://docs.oasis-open.org/pkcs11/pkcs11-spec/v3.1/os/pkcs11-spec-v3.1-os.html">PKCS #11 v3.1; RFC
     *     5280, 4.2.1.3 (nonRepudiation)</a>
     */
    static SigningKey pkcs11(Pkcs11Driver driver, String tokenLabel, PinSource pins) {
        return Pkcs11Key.forSigning(driver.open(tokenLabel, pins), tokenLabel);
    }

    /**
     * A key made of a device that signs digests, as remote services do. The value is verified with the certificate
     * before it is given back; an ECDSA value given as {@code r‖s} is given back in DER.
     *
     * @param chain the signer's certificate, then those above it; RSA or EC
     * @param signer the device; closed with the key
     * @return the key. It refuses with a {@link SigningRefusedException} of code {@code SIGNATURE_VALUE_WRONG} a value
     *     that the certificate does not verify
     * @throws IllegalArgumentException if there is no certificate
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code ALGORITHM_UNSUPPORTED} if the
     *     certificate's key is neither RSA nor EC
     */
    static SigningKey ofDigests(List<X509Certificate> chain, DigestSigner signer) {
        return new DigestKey(chain, signer);
    }
}
