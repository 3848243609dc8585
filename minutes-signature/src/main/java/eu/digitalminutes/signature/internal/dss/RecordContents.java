// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.evidencerecord.xml.digest.XMLEvidenceRecordDataObjectDigestBuilder;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Files as an evidence record is held against them: one in XML is over the canonical form of what is XML, so that its bytes
 * are needed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6283">RFC 6283, 2.1, CanonicalizationMethod</a>
 */
final class RecordContents {
    /** XML that is larger is held against the record by its bytes. */
    private static final int MAX = 16 << 20;

    private static final int START = 4;

    private RecordContents() {}

    /** A file under a record: in memory if both are XML, else by its digests. */
    static DSSDocument of(byte[] record, DSSDocument file) {
        if (file instanceof MeasuredDocument measured && DomUtils.startsWithXmlPreamble(new InMemoryDocument(record))) {
            try (InputStream in = new BufferedInputStream(measured.open())) {
                in.mark(START);
                boolean isXml = DomUtils.startsWithXmlPreamble(new InMemoryDocument(in.readNBytes(START)));
                in.reset();
                byte[] bytes = isXml ? in.readNBytes(MAX + 1) : new byte[0];
                return isXml && bytes.length <= MAX ? new InMemoryDocument(bytes, file.getName()) : file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }

    /** What stands in a record for the file. */
    static byte[] digest(DSSDocument file, DigestAlgorithm algorithm) {
        return file instanceof MeasuredDocument
                ? file.getDigestValue(algorithm)
                : new XMLEvidenceRecordDataObjectDigestBuilder(file, algorithm)
                        .build()
                        .getValue();
    }
}
