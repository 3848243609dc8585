// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.pkcs11;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.xipki.pkcs11.wrapper.PKCS11Constants;

/**
 * The ways in which tokens make a signature with SHA-256: what each is given, and how its answer becomes the value that
 * signature formats want.
 *
 * @see <a href="https://docs.oasis-open.org/pkcs11/pkcs11-spec/v3.1/os/pkcs11-spec-v3.1-os.html">PKCS #11 v3.1, 6.1.6
 *     (RSA), 6.3.12 (ECDSA); RFC 3279, 2.2.3 (Ecdsa-Sig-Value)</a>
 */
enum SignatureMechanism {
    /** The token computes the digest; a card mostly leaves that to its driver. */
    RSA_WITH_DIGEST(PKCS11Constants.CKM_SHA256_RSA_PKCS),
    /** The token signs a DigestInfo. */
    RSA(PKCS11Constants.CKM_RSA_PKCS),
    /** The token signs a digest and gives r and s side by side. */
    ECDSA(PKCS11Constants.CKM_ECDSA),
    /** The token computes the digest and gives r and s side by side. */
    ECDSA_WITH_DIGEST(PKCS11Constants.CKM_ECDSA_SHA256);

    private final long code;

    SignatureMechanism(long code) {
        this.code = code;
    }

    /** The best one of a token for a key. */
    static SignatureMechanism offered(CardKey key, long[] mechanisms, TokenFacts token) {
        for (SignatureMechanism mechanism : values()) {
            if (mechanism.elliptic() == key.elliptic()
                    && Arrays.stream(mechanisms).anyMatch(offered -> offered == mechanism.code)) {
                return mechanism;
            }
        }
        throw new MinutesException(
                "KEY_UNUSABLE",
                "the token " + token + " offers no signature with SHA-256 by its " + (key.elliptic() ? "EC" : "RSA")
                        + " key: another card or a newer driver is needed");
    }

    private boolean elliptic() {
        return this == ECDSA || this == ECDSA_WITH_DIGEST;
    }

    long code() {
        return code;
    }

    /** What the token is given for the data to be signed. */
    byte[] input(byte[] data) {
        return switch (this) {
            case RSA_WITH_DIGEST, ECDSA_WITH_DIGEST -> data;
            case ECDSA -> sha256(data);
            case RSA -> digestInfo(sha256(data));
        };
    }

    /** The value in the form of signature formats. */
    byte[] value(byte[] answer) {
        return elliptic() ? der(answer) : answer;
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static byte[] digestInfo(byte[] digest) {
        try {
            return new DigestInfo(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE), digest)
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("a DigestInfo in memory can be encoded", e);
        }
    }

    /** Two numbers of the same length as a DER sequence. */
    private static byte[] der(byte[] raw) {
        int half = raw.length / 2;
        BigInteger r = new BigInteger(1, Arrays.copyOfRange(raw, 0, half));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(raw, half, raw.length));
        try {
            return new DERSequence(new ASN1Encodable[] {new ASN1Integer(r), new ASN1Integer(s)}).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("two numbers in memory can be encoded", e);
        }
    }
}
