// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.tree;

import eu.digitalminutes.archive.internal.xml.XmlOutput;
import eu.digitalminutes.core.evidence.HashFunction;
import java.util.Base64;
import java.util.List;

/**
 * An evidence record in XML. Nothing stands between its elements, so that each part is in its canonical form as it is
 * written: that is what renewals are over.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6283">RFC 6283, 2.1, 3.1.1 and 4</a>
 */
public final class XmlRecordForm {
    private static final String NAMESPACE = "urn:ietf:params:xml:ns:ers";
    private static final String CANONICAL = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

    private XmlRecordForm() {}

    /** A time stamp as its renewal hashes it. */
    public static byte[] timeStamp(byte[] token) {
        return XmlOutput.compact(NAMESPACE, out -> timeStamp(out, token));
    }

    /** The chains in the order of their making, as the next chain hashes them. */
    public static byte[] sequence(List<ProvenChain> chains) {
        return XmlOutput.compact(NAMESPACE, out -> sequence(out, chains));
    }

    /** The whole record. */
    public static byte[] record(List<ProvenChain> chains) {
        return XmlOutput.compact(
                NAMESPACE,
                out -> sequence(out.start("EvidenceRecord").bare("Version", "1.0"), chains)
                        .end());
    }

    private static XmlOutput sequence(XmlOutput out, List<ProvenChain> chains) {
        out.start("ArchiveTimeStampSequence");
        for (int i = 0; i < chains.size(); i++) {
            chain(out, i + 1, chains.get(i));
        }
        return out.end();
    }

    private static void chain(XmlOutput out, int order, ProvenChain chain) {
        out.start("ArchiveTimeStampChain").bare("Order", String.valueOf(order));
        out.start("DigestMethod").bare("Algorithm", address(chain.function())).end();
        out.start("CanonicalizationMethod").bare("Algorithm", CANONICAL).end();
        for (int i = 0; i < chain.stamps().size(); i++) {
            ProvenChain.Stamp stamp = chain.stamps().get(i);
            out.start("ArchiveTimeStamp").bare("Order", String.valueOf(i + 1));
            tree(out, stamp.tree());
            timeStamp(out, stamp.token());
            out.end();
        }
        out.end();
    }

    private static void tree(XmlOutput out, ReducedTree tree) {
        if (tree.lists().isEmpty()) {
            return;
        }
        out.start("HashTree");
        for (int i = 0; i < tree.lists().size(); i++) {
            out.start("Sequence").bare("Order", String.valueOf(i + 1));
            tree.lists().get(i).forEach(hash -> out.text("DigestValue", base64(hash)));
            out.end();
        }
        out.end();
    }

    private static void timeStamp(XmlOutput out, byte[] token) {
        out.start("TimeStamp");
        out.start("TimeStampToken")
                .bare("Type", "RFC3161")
                .content(base64(token))
                .end();
        out.end();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** As XML signatures name the function. */
    private static String address(HashFunction function) {
        return switch (function) {
            case SHA256 -> "http://www.w3.org/2001/04/xmlenc#sha256";
            case SHA384 -> "http://www.w3.org/2001/04/xmldsig-more#sha384";
            case SHA512 -> "http://www.w3.org/2001/04/xmlenc#sha512";
            case SHA3_256 -> "http://www.w3.org/2007/05/xmldsig-more#sha3-256";
            case SHA3_512 -> "http://www.w3.org/2007/05/xmldsig-more#sha3-512";
        };
    }
}
