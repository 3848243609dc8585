// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;

/** What a certificate of the kit may be used for, as the extensions that say so. */
enum CertificateKind {
    AUTHORITY(
            critical(Extension.basicConstraints, new BasicConstraints(true)),
            usage(KeyUsage.keyCertSign | KeyUsage.cRLSign)),
    PERSON(usage(KeyUsage.nonRepudiation), policy("2"), qualified("1", true)),
    PERSON_WITHOUT_QSCD(usage(KeyUsage.nonRepudiation), policy("0"), qualified("1", false)),
    PERSON_UNQUALIFIED(usage(KeyUsage.nonRepudiation)),
    PERSON_ENCIPHERING(usage(KeyUsage.keyEncipherment), policy("2"), qualified("1", true)),
    PERSON_LOGGING_IN(usage(KeyUsage.digitalSignature)),
    SEAL(usage(KeyUsage.nonRepudiation), policy("3"), qualified("2", true)),
    TIMESTAMP_UNIT(
            usage(KeyUsage.digitalSignature),
            critical(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))),
    /** RFC 6960 4.2.2.2.1: id-pkix-ocsp-nocheck, because nobody publishes the revocation of a responder. */
    OCSP_RESPONDER(
            usage(KeyUsage.digitalSignature),
            plain(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning)),
            plain(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, DERNull.INSTANCE)),
    /** ETSI TS 119 612 5.7.1: id-tsl-kp-tslSigning. */
    LIST_SIGNER(
            critical(Extension.basicConstraints, new BasicConstraints(false)),
            usage(KeyUsage.digitalSignature),
            plain(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.getInstance(oid("0.4.0.2231.3.0")))));

    private final List<Entry> entries;

    CertificateKind(Entry... entries) {
        this.entries = List.of(entries);
    }

    List<Entry> extensions() {
        return entries;
    }

    /** One extension of a certificate. */
    record Entry(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {}

    private static Entry critical(ASN1ObjectIdentifier oid, ASN1Encodable value) {
        return new Entry(oid, true, value);
    }

    private static Entry plain(ASN1ObjectIdentifier oid, ASN1Encodable value) {
        return new Entry(oid, false, value);
    }

    private static Entry usage(int bits) {
        return critical(Extension.keyUsage, new KeyUsage(bits));
    }

    /** ETSI EN 319 411-2 5.3: 0 is QCP-n, 2 QCP-n-qscd, 3 QCP-l-qscd. */
    private static Entry policy(String arc) {
        PolicyInformation policy = new PolicyInformation(oid("0.4.0.194112.1." + arc));
        return plain(Extension.certificatePolicies, new CertificatePolicies(policy));
    }

    /** ETSI EN 319 412-5 4.2: QcCompliance, QcSSCD when the key is in a device, QcType 1 (esign) or 2 (eseal). */
    private static Entry qualified(String type, boolean device) {
        DERSequence compliance = new DERSequence(oid("0.4.0.1862.1.1"));
        DERSequence types = new DERSequence(new ASN1Encodable[] {
            oid("0.4.0.1862.1.6"), new DERSequence(oid("0.4.0.1862.1.6." + type)),
        });
        ASN1Encodable[] statements = device
                ? new ASN1Encodable[] {compliance, new DERSequence(oid("0.4.0.1862.1.4")), types}
                : new ASN1Encodable[] {compliance, types};
        return plain(Extension.qCStatements, new DERSequence(statements));
    }

    private static ASN1ObjectIdentifier oid(String dotted) {
        return new ASN1ObjectIdentifier(dotted);
    }
}
