// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.jspecify.annotations.Nullable;

/** The signers of detached CMS signatures over one file, put together and taken apart. */
public final class CmsSigners {
    private static final ASN1ObjectIdentifier INTERNAL_EVIDENCE =
            new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.49");

    private CmsSigners() {}

    /** One CMS with the signers of several, in the order that DER gives them, and the certificates and revocation data of all. */
    public static byte[] merged(List<byte[]> signatures) {
        List<SignedData> all = signatures.stream().map(CmsSigners::signedData).toList();
        Set<ASN1Encodable> algorithms = new LinkedHashSet<>();
        Set<ASN1Encodable> certificates = new LinkedHashSet<>();
        Set<ASN1Encodable> revocation = new LinkedHashSet<>();
        ASN1EncodableVector signers = new ASN1EncodableVector();
        for (SignedData one : all) {
            add(algorithms, one.getDigestAlgorithms());
            add(certificates, one.getCertificates());
            add(revocation, one.getCRLs());
            one.getSignerInfos().forEach(signers::add);
        }
        return encoded(new SignedData(
                set(algorithms),
                all.get(0).getEncapContentInfo(),
                certificates.isEmpty() ? null : set(certificates),
                revocation.isEmpty() ? null : set(revocation),
                new DERSet(signers)));
    }

    /** One CMS for each signer, each with all certificates and revocation data. */
    public static List<byte[]> single(byte[] signature) {
        SignedData all = signedData(signature);
        List<byte[]> single = new ArrayList<>();
        for (ASN1Encodable signer : all.getSignerInfos()) {
            single.add(encoded(new SignedData(
                    all.getDigestAlgorithms(),
                    all.getEncapContentInfo(),
                    all.getCertificates(),
                    all.getCRLs(),
                    new DERSet(signer))));
        }
        return single;
    }

    /**
     * Whether a signer carries evidence that is over the whole file, so that it cannot be told without the content.
     *
     * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31912203/">ETSI EN 319 122-3</a>
     */
    public static boolean isUnderInnerEvidence(byte[] cms) {
        SignedData data = signedData(cms);
        return sound(() -> {
            for (ASN1Encodable one : data.getSignerInfos()) {
                ASN1Set attributes = SignerInfo.getInstance(one).getUnauthenticatedAttributes();
                if (attributes != null && new AttributeTable(attributes).get(INTERNAL_EVIDENCE) != null) {
                    return true;
                }
            }
            return false;
        });
    }

    /** A CMS that nobody has signed yet. */
    public static byte[] none() {
        return encoded(new SignedData(
                new DERSet(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                        new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1"))),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                null,
                null,
                new DERSet()));
    }

    private static SignedData signedData(byte[] cms) {
        return sound(() -> {
            ContentInfo content = ContentInfo.getInstance(cms);
            if (!CMSObjectIdentifiers.signedData.equals(content.getContentType())) {
                throw new IllegalArgumentException("it is of the type " + content.getContentType());
            }
            return SignedData.getInstance(content.getContent());
        });
    }

    /** What Bouncy Castle throws at a damaged structure becomes a refusal, however deep the damage lies. */
    private static <T> T sound(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw new MinutesException("SIGNATURES_MALFORMED", "a CMS signature cannot be read: " + e.getMessage(), e);
        }
    }

    private static void add(Set<ASN1Encodable> all, @Nullable ASN1Set some) {
        if (some != null) {
            some.forEach(one -> all.add(one.toASN1Primitive()));
        }
    }

    private static ASN1Set set(Set<ASN1Encodable> all) {
        ASN1EncodableVector vector = new ASN1EncodableVector();
        all.forEach(vector::add);
        return new DERSet(vector);
    }

    private static byte[] encoded(SignedData data) {
        try {
            return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be written", e);
        }
    }
}
