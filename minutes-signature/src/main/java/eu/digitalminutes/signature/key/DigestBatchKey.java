// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A key made of a device that signs several digests at once. */
final class DigestBatchKey implements BatchSigningKey {
    private final DeviceValue values;
    private final DigestBatchSigner signer;

    DigestBatchKey(List<X509Certificate> chain, DigestBatchSigner signer) {
        this.values = new DeviceValue(chain);
        this.signer = Objects.requireNonNull(signer, "signer");
    }

    @Override
    public List<X509Certificate> certificateChain() {
        return values.chain();
    }

    @Override
    public byte[] sign(byte[] data) {
        return signAll(List.of(data)).get(0);
    }

    @Override
    public List<byte[]> signAll(List<byte[]> data) {
        if (data.isEmpty()) {
            return List.of();
        }
        List<Digest> digests = data.stream().map(DeviceValue::digest).toList();
        List<byte[]> given = signer.signAll(digests);
        if (given.size() != data.size()) {
            throw new SigningRefusedException(
                    "SIGNATURES_MISSING",
                    "the device of " + values.name() + " gave " + given.size() + " values for " + data.size()
                            + " digests; none is used",
                    null);
        }
        List<byte[]> verified = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            byte[] piece = data.get(i);
            byte[] value = given.get(i);
            verified.add(values.verified(piece, value).orElseThrow(() -> wrong(data, piece, value)));
        }
        return List.copyOf(verified);
    }

    /** Values in another order are refused, not sorted: a service that mixes them up may mix up the signers too. */
    private SigningRefusedException wrong(List<byte[]> data, byte[] piece, byte[] value) {
        boolean ofAnother =
                data.stream().anyMatch(other -> values.verified(other, value).isPresent());
        return ofAnother
                ? new SigningRefusedException(
                        "SIGNATURES_REORDERED",
                        "the device of " + values.name()
                                + " gave the values in another order than the digests; none is used",
                        null)
                : values.wrong(piece, value);
    }

    @Override
    public void close() {
        signer.close();
    }
}
