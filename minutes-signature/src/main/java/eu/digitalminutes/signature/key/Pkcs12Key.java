// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The one key of a PKCS#12 file, used through the JDK. */
final class Pkcs12Key implements SigningKey {
    private static final int MAX_BYTES = 1 << 20;

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private Pkcs12Key(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = chain;
    }

    static SigningKey open(Path file, char[] password) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new MinutesException("KEY_UNUSABLE", file + " is too large for a PKCS#12 key file");
        }
        byte[] content = Files.readAllBytes(file);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            List<String> keys = Collections.list(store.aliases()).stream()
                    .filter(alias -> isKey(store, alias))
                    .toList();
            if (keys.size() != 1) {
                throw new MinutesException(
                        "KEY_UNUSABLE", file + " holds " + keys.size() + " keys; a file with exactly one is needed");
            }
            List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(keys.get(0)))
                    .map(X509Certificate.class::cast)
                    .toList();
            return new Pkcs12Key((PrivateKey) store.getKey(keys.get(0), password), chain);
        } catch (GeneralSecurityException e) {
            throw new MinutesException("KEY_UNUSABLE", file + " holds no usable key: " + e.getMessage(), e);
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new SigningRefusedException(
                        "PIN_WRONG", "the password does not open " + file + "; check it and try again", e);
            }
            throw new MinutesException(
                    "KEY_UNUSABLE", file + " is not a PKCS#12 key file (.p12): " + e.getMessage(), e);
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a loaded key store must answer", e);
        }
    }

    @Override
    public List<X509Certificate> certificateChain() {
        return chain;
    }

    @Override
    public byte[] sign(byte[] data) {
        String algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new SigningRefusedException(
                    "KEY_REFUSED",
                    "the key of " + Signatory.nameOf(chain.get(0)) + " did not sign: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public void close() {
        // The key lives in this JVM's memory only; there is no session to end.
    }
}
