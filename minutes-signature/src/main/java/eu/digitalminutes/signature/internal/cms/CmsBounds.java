// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.cms;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;

/** How much a CMS may ask of a verifier: every signer, stamp and countersignature costs it some hundredths of a second. */
public final class CmsBounds {
    static final int MAX_SIGNERS = 100;
    private static final int MAX_EVIDENCE = 200;

    private CmsBounds() {}

    /**
     * Fails for more than is verified. What cannot be read passes: the validation says what is wrong with it.
     *
     * @throws MinutesException with code {@code SIGNATURES_MALFORMED}
     */
    public static void require(byte[] cms, String name) {
        try {
            BerInput.requireShallow(cms);
        } catch (IOException e) {
            throw new MinutesException("SIGNATURES_MALFORMED", name + " cannot be read: " + e.getMessage(), e);
        }
        ASN1Set signers;
        try {
            signers = SignedData.getInstance(ContentInfo.getInstance(cms).getContent())
                    .getSignerInfos();
        } catch (RuntimeException unreadable) {
            return;
        }
        int evidence = 0;
        for (ASN1Encodable one : signers) {
            evidence += evidence(one);
        }
        if (signers.size() > MAX_SIGNERS || evidence > MAX_EVIDENCE) {
            throw new MinutesException(
                    "SIGNATURES_MALFORMED",
                    name + " has " + signers.size() + " signers with " + evidence
                            + " stamps and countersignatures; at most " + MAX_SIGNERS + " with " + MAX_EVIDENCE
                            + " are verified");
        }
    }

    private static int evidence(ASN1Encodable signer) {
        int evidence = 0;
        try {
            ASN1Set attributes = SignerInfo.getInstance(signer).getUnauthenticatedAttributes();
            if (attributes != null) {
                for (ASN1Encodable one : attributes) {
                    evidence += Attribute.getInstance(one).getAttrValues().size();
                }
            }
            return evidence;
        } catch (RuntimeException unreadable) {
            return evidence;
        }
    }
}
