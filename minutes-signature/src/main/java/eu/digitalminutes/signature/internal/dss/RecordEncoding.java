// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.Attribute;

/**
 * Refuses in an evidence record what validation reads over: it encodes the stamps before a renewal anew, in which each
 * truth value becomes the right one, and looks into no attributes. A bit that is flipped there would not be found.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998#section-4.1">RFC 4998, 4.1; X.690, 11.1</a>
 */
final class RecordEncoding {
    private static final int SEQUENCE = 0x30;
    private static final int ATTRIBUTES = 1;

    private RecordEncoding() {}

    /**
     * Passes a record in ASN.1 that is as the standard wants it; of one in XML it knows nothing.
     *
     * @throws RuntimeException if it is not, or cannot be read; as from those who read it next
     */
    static void requireStrict(byte[] record) {
        if (record.length == 0 || record[0] != SEQUENCE) {
            return;
        }
        ASN1Sequence whole = ASN1Sequence.getInstance(record);
        requireTruthValues(whole);
        ASN1Sequence chains = ASN1Sequence.getInstance(whole.getObjectAt(whole.size() - 1));
        for (ASN1Encodable chain : chains) {
            for (ASN1Encodable stamp : ASN1Sequence.getInstance(chain)) {
                for (ASN1Encodable field : ASN1Sequence.getInstance(stamp)) {
                    requireAttributes(field);
                }
            }
        }
    }

    private static void requireTruthValues(ASN1Sequence whole) {
        Deque<ASN1Encodable> left = new ArrayDeque<>(List.of(whole));
        while (!left.isEmpty()) {
            ASN1Primitive next = left.pop().toASN1Primitive();
            if (next instanceof ASN1Sequence several) {
                several.forEach(left::push);
            } else if (next instanceof ASN1Set several) {
                several.forEach(left::push);
            } else if (next instanceof ASN1TaggedObject tagged) {
                left.push(tagged.getBaseObject());
            } else if (next instanceof ASN1Boolean truth && !isDer(truth)) {
                throw new IllegalArgumentException(
                        "a truth value is neither 00 nor FF: a certificate in it was changed");
            }
        }
    }

    private static boolean isDer(ASN1Boolean truth) {
        try {
            return Arrays.equals(truth.getEncoded(), truth.getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireAttributes(ASN1Encodable field) {
        if (field instanceof ASN1TaggedObject tagged && tagged.getTagNo() == ATTRIBUTES) {
            for (ASN1Encodable attribute : ASN1Set.getInstance(tagged, false)) {
                Attribute.getInstance(attribute);
            }
        }
    }
}
