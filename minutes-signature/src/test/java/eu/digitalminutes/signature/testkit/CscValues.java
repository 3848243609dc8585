// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** Signs digests, well or with a fault. */
final class CscValues {
    private static final byte[] DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    private CscValues() {}

    static List<String> of(TestIdentity identity, List<String> digests, CscRequest request)
            throws GeneralSecurityException {
        PrivateKey key = identity.privateKey();
        if (request.has(CscFault.OTHER_KEY)) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(key.getAlgorithm());
            key = generator.generateKeyPair().getPrivate();
        }
        List<String> values = new ArrayList<>();
        for (String digest : digests) {
            values.add(Base64.getEncoder()
                    .encodeToString(value(key, Base64.getDecoder().decode(digest), request)));
        }
        if (request.has(CscFault.REORDERED)) {
            Collections.rotate(values, 1);
        }
        if (request.has(CscFault.SHORT)) {
            values.remove(values.size() - 1);
        }
        return values;
    }

    private static byte[] value(PrivateKey key, byte[] digest, CscRequest request) throws GeneralSecurityException {
        if (key.getAlgorithm().equals("EC")) {
            return sign(request.has(CscFault.RAW_ECDSA) ? "NONEwithECDSAinP1363Format" : "NONEwithECDSA", key, digest);
        }
        if (request.has(CscFault.PSS)) {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            signature.initSign(key);
            signature.update(digest);
            return signature.sign();
        }
        ByteArrayOutputStream padded = new ByteArrayOutputStream();
        if (!request.has(CscFault.BARE_RSA)) {
            padded.writeBytes(DIGEST_INFO);
        }
        padded.writeBytes(digest);
        return sign("NONEwithRSA", key, padded.toByteArray());
    }

    private static byte[] sign(String algorithm, PrivateKey key, byte[] bytes) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(bytes);
        return signature.sign();
    }
}
