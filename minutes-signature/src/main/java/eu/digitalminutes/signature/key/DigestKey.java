// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/** A key made of a device that signs one digest at a time. */
final class DigestKey implements SigningKey {
    private final DeviceValue values;
    private final DigestSigner signer;

    DigestKey(List<X509Certificate> chain, DigestSigner signer) {
        this.values = new DeviceValue(chain);
        this.signer = Objects.requireNonNull(signer, "signer");
    }

    @Override
    public List<X509Certificate> certificateChain() {
        return values.chain();
    }

    @Override
    public byte[] sign(byte[] data) {
        byte[] value = signer.sign(DeviceValue.digest(data));
        return values.verified(data, value).orElseThrow(() -> values.wrong(data, value));
    }

    @Override
    public void close() {
        signer.close();
    }
}
