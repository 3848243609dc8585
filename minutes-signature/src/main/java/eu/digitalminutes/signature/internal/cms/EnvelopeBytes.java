// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.cms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;

/**
 * What stands before and behind the content of an enveloping signature in DER.
 *
 * @param head the bytes before the content
 * @param tail the bytes behind it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5652">RFC 5652, clause 5.1</a>
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record EnvelopeBytes(byte[] head, byte[] tail) {
    /** Puts a detached CMS around a content of some size. */
    static EnvelopeBytes around(byte[] detached, long contentBytes) {
        SignedData data =
                SignedData.getInstance(ContentInfo.getInstance(detached).getContent());
        ByteArrayOutputStream tail = new ByteArrayOutputStream();
        if (data.getCertificates() != null) {
            tail.writeBytes(der(new DERTaggedObject(false, 0, data.getCertificates())));
        }
        if (data.getCRLs() != null) {
            tail.writeBytes(der(new DERTaggedObject(false, 1, data.getCRLs())));
        }
        tail.writeBytes(der(data.getSignerInfos()));
        byte[] version = der(data.getVersion());
        byte[] algorithms = der(data.getDigestAlgorithms());
        byte[] octets = header(Ber.OCTETS, contentBytes);
        byte[] wrapper = header(Ber.EXPLICIT_0, octets.length + contentBytes);
        byte[] type = der(CMSObjectIdentifiers.data);
        long inner = wrapper.length + octets.length + contentBytes + type.length;
        byte[] encapsulated = header(Ber.SEQUENCE, inner);
        long body = version.length + algorithms.length + encapsulated.length + inner + tail.size();
        byte[] signedData = header(Ber.SEQUENCE, body);
        byte[] explicit = header(Ber.EXPLICIT_0, signedData.length + body);
        byte[] outer = der(CMSObjectIdentifiers.signedData);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(header(Ber.SEQUENCE, outer.length + explicit.length + signedData.length + body));
        for (byte[] part :
                new byte[][] {outer, explicit, signedData, version, algorithms, encapsulated, type, wrapper, octets}) {
            head.writeBytes(part);
        }
        return new EnvelopeBytes(head.toByteArray(), tail.toByteArray());
    }

    private static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
    }

    /** A tag with its length in as few bytes as it takes. */
    static byte[] header(int tag, long length) {
        if (length < 0x80) {
            return new byte[] {(byte) tag, (byte) length};
        }
        int bytes = (Long.SIZE - Long.numberOfLeadingZeros(length) + 7) / 8;
        byte[] header = new byte[2 + bytes];
        header[0] = (byte) tag;
        header[1] = (byte) (0x80 | bytes);
        for (int i = 0; i < bytes; i++) {
            header[1 + bytes - i] = (byte) (length >>> (8 * i));
        }
        return header;
    }
}
