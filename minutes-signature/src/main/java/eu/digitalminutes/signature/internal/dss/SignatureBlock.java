// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.europa.esig.dss.model.DSSDocument;
import java.util.List;

/**
 * A file of signatures, or the part of a file that holds them, with the documents that they cover.
 *
 * @param name its name in what it lies in
 * @param kind how its signatures are written
 * @param content its bytes; not copied
 * @param documents what it covers, at least by digest
 * @param archived whether an archive time stamp outside of it is over it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record SignatureBlock(
        String name, SignatureKind kind, byte[] content, List<DSSDocument> documents, boolean archived) {
    /** Copies the list. */
    public SignatureBlock {
        documents = List.copyOf(documents);
    }

    /** A part that holds all the evidence for its signatures itself. */
    public SignatureBlock(String name, SignatureKind kind, byte[] content, List<DSSDocument> documents) {
        this(name, kind, content, documents, false);
    }

    /** Its signatures, in its order. */
    public List<StandingSignature> signatures() {
        return StandingSignature.read(this);
    }

    /** The same with other signatures. */
    public SignatureBlock with(byte[] other) {
        return new SignatureBlock(name, kind, other, documents, archived);
    }

    /** The same over documents whose bytes can be read. */
    public SignatureBlock over(List<DSSDocument> readable) {
        return new SignatureBlock(name, kind, content, readable, archived);
    }
}
