// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.signature.testkit.TestIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An envelope as programs before 2019 made it: with the signing certificate, without a claimed time of signing. */
final class OldEnvelope {
    private static final char[] PASSWORD = "segreta".toCharArray();

    private OldEnvelope() {}

    static byte[] of(TestIdentity signer, byte[] content) throws Exception {
        Path file = Files.createTempFile("old", ".p12");
        PrivateKey key;
        try {
            signer.writePkcs12(file, PASSWORD);
            KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
            key = (PrivateKey) store.getKey(store.aliases().nextElement(), PASSWORD);
        } finally {
            Files.delete(file);
        }
        X509Certificate certificate = signer.certificate();
        Hashtable<ASN1ObjectIdentifier, Attribute> attributes = new Hashtable<>();
        ESSCertIDv2 id = new ESSCertIDv2(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        attributes.put(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new Attribute(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {id}))));
        DefaultSignedAttributeTableGenerator usual =
                new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
        CMSAttributeTableGenerator timeless = new CMSAttributeTableGenerator() {
            @Override
            @SuppressWarnings("rawtypes")
            public AttributeTable getAttributes(Map parameters) {
                return usual.getAttributes(parameters).remove(CMSAttributes.signingTime);
            }
        };
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                        new JcaDigestCalculatorProviderBuilder().build())
                .setSignedAttributeGenerator(timeless)
                .build(
                        new JcaContentSignerBuilder(
                                        key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA")
                                .build(key),
                        certificate));
        generator.addCertificates(new JcaCertStore(List.of(certificate)));
        return generator.generate(new CMSProcessableByteArray(content), true).getEncoded();
    }
}
