// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.signature.key.BatchSigningKey;
import eu.digitalminutes.signature.key.SigningKey;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.security.cert.X509Certificate;
import java.util.List;

/** Values of signatures as devices give them, never believed unseen. */
public final class DeviceValue {
    private DeviceValue() {}

    /** Has a key sign, and holds the value against its certificate. */
    public static byte[] of(SigningKey key, byte[] data) {
        return verified(key.certificateChain().get(0), data, key.sign(data));
    }

    /**
     * Has a key sign several pieces of data at once, and holds each value against its certificate.
     *
     * @throws SigningRefusedException with code {@code SIGNATURES_MISSING} if there are not as many values,
     *     {@code SIGNATURE_VALUE_WRONG} if the certificate does not verify one
     */
    public static List<byte[]> ofAll(BatchSigningKey key, List<byte[]> data) {
        List<byte[]> values = key.signAll(data);
        X509Certificate certificate = key.certificateChain().get(0);
        if (values.size() != data.size()) {
            throw new SigningRefusedException(
                    "SIGNATURES_MISSING",
                    "the device of " + Subject.of(certificate).name() + " gave " + values.size() + " values for "
                            + data.size() + " signatures; none is used",
                    null);
        }
        for (int i = 0; i < data.size(); i++) {
            verified(certificate, data.get(i), values.get(i));
        }
        return values;
    }

    /**
     * A value, if the certificate verifies it.
     *
     * @throws SigningRefusedException with code {@code SIGNATURE_VALUE_WRONG} if it does not
     */
    public static byte[] verified(X509Certificate certificate, byte[] data, byte[] value) {
        boolean right;
        try {
            right = new XAdESService(Trust.forSigning())
                    .isValidSignatureValue(
                            new ToBeSigned(data),
                            Requested.value(certificate, value),
                            new CertificateToken(certificate));
        } catch (RuntimeException e) {
            throw wrong(certificate, e);
        }
        if (!right) {
            throw wrong(certificate, null);
        }
        return value;
    }

    private static SigningRefusedException wrong(
            X509Certificate certificate, @org.jspecify.annotations.Nullable Exception e) {
        return new SigningRefusedException(
                "SIGNATURE_VALUE_WRONG",
                "the device of " + Subject.of(certificate).name()
                        + " gave a value that its certificate does not verify: is it the right certificate?",
                e);
    }
}
