// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.junit.jupiter.api.Test;

class CmsSignersTest {
    private static ASN1Encodable sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    @Test
    void aSignerThatCannotBeReadIsRefusedAsMalformed() throws IOException {
        ASN1Encodable number = new ASN1Integer(1);
        ASN1Encodable noAlgorithm = sequence(number);
        ASN1Encodable signer = sequence(
                number, sequence(new DERSequence(), number), noAlgorithm, noAlgorithm, new DEROctetString(new byte[8]));
        ContentInfo nothing = new ContentInfo(CMSObjectIdentifiers.data, null);
        ASN1Encodable signed = sequence(number, new DERSet(), nothing, new DERSet(signer));
        byte[] cms = new ContentInfo(CMSObjectIdentifiers.signedData, signed).getEncoded();
        MinutesException refusal = assertThrows(MinutesException.class, () -> CmsSigners.isUnderInnerEvidence(cms));
        assertEquals("SIGNATURES_MALFORMED", refusal.code());
    }
}
