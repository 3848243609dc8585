// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key whose owner consents once to several signatures (<i>firma massiva</i>): the deliberations of a session with one
 * PIN.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2005-03-07;82">CAD, art.
 *     35(2): what is signed is shown to the signer before</a>
 */
public interface BatchSigningKey extends SigningKey {
    /**
     * Signs each of several pieces of data as {@link #sign} would. All or nothing: after a failure no value is given
     * back, though the device may have made some.
     *
     * @param data what is signed, each a few kilobytes, not their digests
     * @return the values in the order of the data; none for no data, and the device is not asked then
     * @throws SigningRefusedException if the device or its owner refuses; it is never asked again by the SDK
     * @throws ServiceUnavailableException if a remote device does not answer
     */
    List<byte[]> signAll(List<byte[]> data);

    /**
     * A key made of a device that signs several digests at once. Each value is verified with the certificate before it
     * is given back; an ECDSA value given as {@code r‖s} is given back in DER.
     *
     * @param chain the signer's certificate, then those above it; RSA or EC
     * @param signer the device; closed with the key
     * @return the key. It refuses with a {@link SigningRefusedException} of code {@code SIGNATURE_VALUE_WRONG} a value
     *     that the certificate does not verify, {@code SIGNATURES_REORDERED} values in another order than the digests,
     *     {@code SIGNATURES_MISSING} too few or too many
     * @throws IllegalArgumentException if there is no certificate
     * @throws MinutesException with code {@code ALGORITHM_UNSUPPORTED} if the certificate's key is neither RSA nor EC
     */
    static BatchSigningKey ofDigests(List<X509Certificate> chain, DigestBatchSigner signer) {
        return new DigestBatchKey(chain, signer);
    }
}
