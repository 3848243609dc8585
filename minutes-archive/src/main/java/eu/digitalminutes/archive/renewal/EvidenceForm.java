// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.archive.internal.tree.ProvenChain;
import eu.digitalminutes.archive.internal.tree.RecordForm;
import eu.digitalminutes.archive.internal.tree.XmlRecordForm;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.Coded;
import java.util.List;

/** How an evidence record is written (<i>formato dell'evidence record</i>); both prove the same by the same time stamps. */
public enum EvidenceForm implements Coded {
    /**
     * In DER, {@code .ers} by custom.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998</a>
     */
    ASN1("asn1") {
        @Override
        List<byte[]> hashes(ObjectEntry entry) {
            return entry.hashes();
        }

        @Override
        List<byte[]> renewed(List<byte[]> tokens, HashFunction function) {
            return tokens.stream()
                    .map(token -> function.computation().digest(token))
                    .toList();
        }

        @Override
        byte[] sequence(List<ProvenChain> chains) {
            return RecordForm.sequence(chains);
        }

        @Override
        byte[] record(List<ProvenChain> chains) {
            return RecordForm.record(chains);
        }
    },

    /**
     * In XML. What of an object is XML itself is proven in its canonical form, as the standard asks.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6283">RFC 6283</a>
     */
    XML("xml") {
        @Override
        List<byte[]> hashes(ObjectEntry entry) {
            return entry.xml();
        }

        @Override
        List<byte[]> renewed(List<byte[]> tokens, HashFunction function) {
            byte[] last = tokens.get(tokens.size() - 1);
            return List.of(function.computation().digest(XmlRecordForm.timeStamp(last)));
        }

        @Override
        byte[] sequence(List<ProvenChain> chains) {
            return XmlRecordForm.sequence(chains);
        }

        @Override
        byte[] record(List<ProvenChain> chains) {
            return XmlRecordForm.record(chains);
        }
    };

    private final String code;

    EvidenceForm(String code) {
        this.code = code;
    }

    /** What the tree of a run holds of an object for a record of this form. */
    abstract List<byte[]> hashes(ObjectEntry entry);

    /** What the tree of a renewal holds of a chain with these time stamps. */
    abstract List<byte[]> renewed(List<byte[]> tokens, HashFunction function);

    /** Chains as a new hashing hashes them. */
    abstract byte[] sequence(List<ProvenChain> chains);

    /** The whole record. */
    abstract byte[] record(List<ProvenChain> chains);

    @Override
    public String code() {
        return code;
    }
}
