// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CRLReason;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of the kit with its private key and its state of revocation (<i>revoca</i>, <i>sospensione</i>).
 *
 * <p>A change of state is seen by the next OCSP answer and the next CRL; those already handed out stay as they are. Safe
 * to use from several threads.
 */
public final class TestIdentity {

    private final String name;
    private final X509Certificate certificate;
    private final PrivateKey privateKey;
    private final @Nullable TestIdentity issuer;
    private volatile @Nullable Revocation revocation;

    TestIdentity(String name, X509Certificate certificate, PrivateKey privateKey, @Nullable TestIdentity issuer) {
        this.name = name;
        this.certificate = certificate;
        this.privateKey = privateKey;
        this.issuer = issuer;
    }

    /** When and why a certificate was revoked. */
    record Revocation(CRLReason reason, Instant since) {}

    /** The short name in the kit, such as {@code president} or {@code ca-qc}; also the alias in a PKCS#12 file. */
    public String name() {
        return name;
    }

    /** The certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The certificate and its issuers, the holder's first and the self-signed one last. */
    public List<X509Certificate> chain() {
        List<X509Certificate> chain = new ArrayList<>();
        for (TestIdentity identity = this; identity != null; identity = identity.issuer) {
            chain.add(identity.certificate);
        }
        return List.copyOf(chain);
    }

    /** The private key, RSA or EC. */
    public PrivateKey privateKey() {
        return privateKey;
    }

    /** Who issued the certificate; empty for a self-signed one. */
    public Optional<TestIdentity> issuer() {
        return Optional.ofNullable(issuer);
    }

    /**
     * Writes key and chain as a PKCS#12 file, over one that may be there.
     *
     * @param file where to; its folder must exist
     * @param password protects the file and the key in it; not kept
     * @throws IOException if the file cannot be written
     */
    public void writePkcs12(Path file, char[] password) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(name, privateKey, password, chain().toArray(Certificate[]::new));
            store.store(out, password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of " + name + " could not be put into a PKCS#12 file", e);
        }
    }

    /**
     * Revokes the certificate, whatever its state was.
     *
     * @param reason why
     * @param since when the revocation took effect; answers for an earlier instant do not show it
     */
    public void revoke(CRLReason reason, Instant since) {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(since, "since");
        revocation = new Revocation(reason, since);
    }

    /**
     * Suspends the certificate (certificate hold).
     *
     * @param since when the suspension took effect
     */
    public void suspend(Instant since) {
        revoke(CRLReason.CERTIFICATE_HOLD, since);
    }

    /** Makes the certificate good again, as if it had never been suspended or revoked. */
    public void reinstate() {
        revocation = null;
    }

    /** The revocation as somebody sees it who asks at {@code instant}. */
    Optional<Revocation> revocationAt(Instant instant) {
        return Optional.ofNullable(revocation).filter(found -> !found.since().isAfter(instant));
    }

    ContentSigner contentSigner() {
        try {
            return contentSigner(privateKey);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("The key of " + name + " cannot sign", e);
        }
    }

    static ContentSigner contentSigner(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(signatureAlgorithm(key)).build(key);
    }

    static String signatureAlgorithm(PrivateKey key) {
        return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }

    @Override
    public String toString() {
        return name + " (" + certificate.getSubjectX500Principal().getName() + ")";
    }
}
