// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.pkcs11.CardKey;
import eu.digitalminutes.signature.internal.pkcs11.CardSession;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Collectors;

/** A key on a card, used through its driver. */
final class Pkcs11Key implements SigningKey {
    private static final int NON_REPUDIATION = 1;

    private final CardSession session;
    private final CardKey key;
    private final PinGuard guard;

    Pkcs11Key(CardSession session, CardKey key, PinGuard guard) {
        this.session = session;
        this.key = key;
        this.guard = guard;
    }

    /** The one key among those of a token that is made for signing; logs out if there is not exactly one. */
    static SigningKey forSigning(List<SigningKey> keys, String tokenLabel) {
        List<SigningKey> forSigning =
                keys.stream().filter(Pkcs11Key::isForSigning).toList();
        if (forSigning.size() > 1) {
            // a renewed card keeps the expired certificate
            List<SigningKey> valid =
                    forSigning.stream().filter(Pkcs11Key::isValidNow).toList();
            forSigning = valid.isEmpty() ? forSigning : valid;
        }
        if (forSigning.size() == 1) {
            return forSigning.get(0);
        }
        keys.get(0).close();
        if (forSigning.isEmpty()) {
            throw new MinutesException(
                    "CERTIFICATE_NOT_FOR_SIGNING",
                    "no certificate on the token \"" + tokenLabel
                            + "\" is made for signing (nonRepudiation): " + listed(keys)
                            + "; a CNS without digital signature logs in only: use a card with a signature certificate, or"
                            + " the other token of this card");
        }
        throw new MinutesException(
                "KEY_AMBIGUOUS",
                "several certificates on the token \"" + tokenLabel + "\" are made for signing: " + listed(forSigning)
                        + "; choose one among the keys of Pkcs11Driver.open");
    }

    private static String listed(List<SigningKey> keys) {
        return keys.stream()
                .map(key -> key.certificateChain().get(0))
                .map(certificate -> Signatory.nameOf(certificate) + " (serial "
                        + certificate.getSerialNumber().toString(16) + ", until "
                        + certificate.getNotAfter().toInstant() + ")")
                .collect(Collectors.joining(", "));
    }

    boolean isForSigning() {
        return isForSigning(this);
    }

    private static boolean isForSigning(SigningKey key) {
        boolean[] usage = key.certificateChain().get(0).getKeyUsage();
        return usage == null || usage[NON_REPUDIATION];
    }

    private static boolean isValidNow(SigningKey key) {
        try {
            key.certificateChain().get(0).checkValidity();
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    @Override
    public List<X509Certificate> certificateChain() {
        return key.chain();
    }

    @Override
    public byte[] sign(byte[] data) {
        return session.sign(key, data, guard.supplier(session, PinSource.Purpose.SIGNATURE));
    }

    @Override
    public void close() {
        session.close();
    }
}
