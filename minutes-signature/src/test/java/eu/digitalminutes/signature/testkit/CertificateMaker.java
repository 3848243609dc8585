// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/** Makes the keys and certificates of the kit. */
final class CertificateMaker {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String services;

    CertificateMaker(URI services) {
        String base = services.toString();
        this.services = base.endsWith("/") ? base : base + "/";
    }

    /** What a certificate says of its holder. */
    record Holder(String name, X500Name subject, CertificateKind kind, KeyType keyType) {}

    /** The period in which a certificate is valid. */
    record Validity(Instant from, Instant to) {}

    /** A certificate issued by {@code issuer}, or a self-signed one where there is none. */
    TestIdentity make(Holder holder, Validity validity, @Nullable TestIdentity issuer) {
        KeyPair keys = holder.keyType().generate();
        try {
            X500Name issuerName = issuer == null
                    ? holder.subject()
                    : X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded());
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuerName,
                    new BigInteger(127, RANDOM).setBit(64),
                    Date.from(validity.from()),
                    Date.from(validity.to()),
                    holder.subject(),
                    keys.getPublic());
            JcaX509ExtensionUtils keyIds = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, keyIds.createSubjectKeyIdentifier(keys.getPublic()));
            if (issuer != null) {
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        keyIds.createAuthorityKeyIdentifier(issuer.certificate()));
                addServices(builder, issuer.name(), holder.kind());
            }
            for (CertificateKind.Entry extension : holder.kind().extensions()) {
                builder.addExtension(extension.oid(), extension.critical(), extension.value());
            }
            byte[] der = builder.build(
                            issuer == null
                                    ? TestIdentity.contentSigner(keys.getPrivate())
                                    : TestIdentity.contentSigner(issuer.privateKey()))
                    .getEncoded();
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return new TestIdentity(holder.name(), certificate, keys.getPrivate(), issuer);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("The test certificate " + holder.name() + " could not be made", e);
        }
    }

    private void addServices(X509v3CertificateBuilder builder, String issuer, CertificateKind kind)
            throws CertIOException {
        AccessDescription certificate =
                new AccessDescription(AccessDescription.id_ad_caIssuers, service("aia", issuer));
        if (kind == CertificateKind.OCSP_RESPONDER) {
            builder.addExtension(Extension.authorityInfoAccess, false, new DERSequence(certificate));
            return;
        }
        AccessDescription ocsp = new AccessDescription(AccessDescription.id_ad_ocsp, service("ocsp", issuer));
        builder.addExtension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(new AccessDescription[] {certificate, ocsp}));
        DistributionPoint crl =
                new DistributionPoint(new DistributionPointName(new GeneralNames(service("crl", issuer))), null, null);
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {crl}));
    }

    private GeneralName service(String service, String issuer) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, services + service + "/" + issuer);
    }
}
