// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.pkcs11;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;

/** Reads the objects of a token: which keys there are, and which certificate belongs to which. */
final class CardObjects {
    private static final Logger LOG = LoggerFactory.getLogger(CardObjects.class);
    private static final int LONGEST_CHAIN = 10;

    private final Session session;
    private final TokenFacts token;

    CardObjects(Session session, TokenFacts token) {
        this.session = session;
        this.token = token;
    }

    private record Stored(ByteBuffer id, X509Certificate certificate) {}

    /** The keys that have a certificate; key and certificate carry the same identifier. */
    List<CardKey> keys() throws PKCS11Exception {
        List<Stored> certificates = certificates();
        List<CardKey> keys = new ArrayList<>();
        List<String> lonely = new ArrayList<>();
        for (long handle : session.findAllObjectsSingle(AttributeVector.newPrivateKey())) {
            Long type = optional(handle, PKCS11Constants.CKA_KEY_TYPE)
                    .map(AttributeVector::keyType)
                    .orElse(null);
            if (type == null || (type != PKCS11Constants.CKK_RSA && type != PKCS11Constants.CKK_EC)) {
                continue;
            }
            ByteBuffer id = id(handle);
            List<Stored> own = certificates.stream()
                    .filter(stored -> id.hasRemaining() && stored.id().equals(id))
                    .toList();
            boolean asks = optional(handle, PKCS11Constants.CKA_ALWAYS_AUTHENTICATE)
                    .map(AttributeVector::alwaysAuthenticate)
                    .orElse(false);
            for (Stored stored : own) {
                keys.add(new CardKey(
                        handle, type == PKCS11Constants.CKK_EC, asks, chain(stored.certificate(), certificates)));
            }
            if (own.isEmpty()) {
                lonely.add(optional(handle, PKCS11Constants.CKA_LABEL)
                        .map(AttributeVector::label)
                        .orElse("without a label"));
            }
        }
        if (keys.isEmpty()) {
            throw lonely.isEmpty()
                    ? new MinutesException(
                            "KEY_MISSING", "the token " + token + " holds no RSA or EC key: is it the signer's card?")
                    : new MinutesException(
                            "KEY_WITHOUT_CERTIFICATE",
                            "the token " + token + " holds no certificate for its keys (" + String.join(", ", lonely)
                                    + "): have the issuer write the certificate onto it");
        }
        return List.copyOf(keys);
    }

    private List<Stored> certificates() throws PKCS11Exception {
        List<Stored> certificates = new ArrayList<>();
        for (long handle : session.findAllObjectsSingle(AttributeVector.newX509Certificate())) {
            byte[] value = optional(handle, PKCS11Constants.CKA_VALUE)
                    .map(AttributeVector::value)
                    .orElse(new byte[0]);
            try {
                certificates.add(new Stored(id(handle), (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(value))));
            } catch (CertificateException e) {
                LOG.warn("a certificate on the token {} cannot be read and is left out: {}", token, e.getMessage());
            }
        }
        return certificates;
    }

    private ByteBuffer id(long handle) throws PKCS11Exception {
        return ByteBuffer.wrap(optional(handle, PKCS11Constants.CKA_ID)
                .map(AttributeVector::id)
                .orElse(new byte[0]));
    }

    /** One attribute; old drivers answer with an error where they do not know it. */
    private Optional<AttributeVector> optional(long handle, long attribute) throws PKCS11Exception {
        try {
            return Optional.ofNullable(session.getAttrValues(handle, attribute));
        } catch (PKCS11Exception e) {
            if (e.getErrorCode() == PKCS11Constants.CKR_ATTRIBUTE_TYPE_INVALID
                    || e.getErrorCode() == PKCS11Constants.CKR_ATTRIBUTE_SENSITIVE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static List<X509Certificate> chain(X509Certificate signer, List<Stored> stored) {
        List<X509Certificate> chain = new ArrayList<>(List.of(signer));
        @Nullable X509Certificate next = issuer(signer, stored);
        while (next != null && !chain.contains(next) && chain.size() < LONGEST_CHAIN) {
            chain.add(next);
            next = issuer(next, stored);
        }
        return chain;
    }

    private static @Nullable X509Certificate issuer(X509Certificate certificate, List<Stored> stored) {
        for (Stored candidate : stored) {
            if (!candidate.certificate().getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
                continue;
            }
            try {
                certificate.verify(candidate.certificate().getPublicKey());
                return candidate.certificate();
            } catch (GeneralSecurityException e) {
                LOG.debug("an issuer of the same name did not sign the certificate", e);
            }
        }
        return null;
    }
}
