// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Verifies with a certificate what a device gave, which is the only way to know what it did. */
final class DeviceValue {
    private final List<X509Certificate> chain;

    DeviceValue(List<X509Certificate> chain) {
        this.chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a key has at least its own certificate");
        }
        String kind = key().getAlgorithm();
        if (!kind.equals("RSA") && !kind.equals("EC")) {
            throw new MinutesException(
                    "ALGORITHM_UNSUPPORTED",
                    "the key of " + name() + " is of the kind " + kind + "; RSA or EC is needed");
        }
    }

    List<X509Certificate> chain() {
        return chain;
    }

    static Digest digest(byte[] data) {
        return Digest.of(Fingerprinter.sha256().digest(data));
    }

    /** The value as {@link SigningKey#sign} gives it; empty if the certificate does not verify it for the data. */
    Optional<byte[]> verified(byte[] data, byte[] value) {
        if (verifies(algorithm(), data, value)) {
            return Optional.of(value.clone());
        }
        if (key() instanceof ECKey ec
                && value.length == 2 * ((ec.getParams().getOrder().bitLength() + 7) / 8)) {
            return Optional.of(der(value)).filter(der -> verifies(algorithm(), data, der));
        }
        return Optional.empty();
    }

    SigningRefusedException wrong(byte[] data, byte[] value) {
        boolean bare = key().getAlgorithm().equals("RSA")
                && verifies("NONEwithRSA", digest(data).value(), value);
        return new SigningRefusedException(
                "SIGNATURE_VALUE_WRONG",
                "the device of " + name() + " gave a value that its certificate does not verify: "
                        + (bare
                                ? "it signed the bare digest; give it the DigestInfo, or tell it the hash algorithm"
                                : "is it the right certificate, and a signature with SHA-256 and no RSA-PSS?"),
                null);
    }

    String name() {
        return Signatory.nameOf(chain.get(0));
    }

    private PublicKey key() {
        return chain.get(0).getPublicKey();
    }

    private String algorithm() {
        return key().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    }

    private boolean verifies(String algorithm, byte[] data, byte[] value) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(key());
            signature.update(data);
            return signature.verify(value);
        } catch (SignatureException e) {
            return false; // not even the form of a value
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot verify " + algorithm, e);
        }
    }

    private static byte[] der(byte[] raw) {
        ByteArrayOutputStream numbers = new ByteArrayOutputStream();
        for (int from = 0; from < raw.length; from += raw.length / 2) {
            byte[] number = new BigInteger(1, Arrays.copyOfRange(raw, from, from + raw.length / 2)).toByteArray();
            numbers.write(0x02);
            numbers.write(number.length);
            numbers.writeBytes(number);
        }
        ByteArrayOutputStream sequence = new ByteArrayOutputStream();
        sequence.write(0x30);
        if (numbers.size() > 127) {
            sequence.write(0x81);
        }
        sequence.write(numbers.size());
        sequence.writeBytes(numbers.toByteArray());
        return sequence.toByteArray();
    }
}
