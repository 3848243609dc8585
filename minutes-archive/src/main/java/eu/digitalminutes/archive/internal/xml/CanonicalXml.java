// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The one form among all that say the same: Canonical XML 1.0, comments left out. */
public final class CanonicalXml {
    private CanonicalXml() {}

    /** Whether a content that begins so may be XML. */
    public static boolean mayBegin(byte[] content, int length) {
        int at = length > 2 && content[0] == (byte) 0xEF && content[1] == (byte) 0xBB && content[2] == (byte) 0xBF
                ? 3
                : 0;
        return length > at && content[at] == '<';
    }

    /** Whether a content is XML without a document type, however large or deep. */
    public static boolean isWellFormed(byte[] content) {
        try {
            XMLStreamReader in = XmlInput.reader(content);
            while (in.hasNext()) {
                int event = in.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    /** The canonical form of a document; throws if it is not well-formed or dangerous. */
    public static byte[] of(byte[] document) throws XMLStreamException {
        // Refuses document types, which the next step would follow.
        XmlTree.read(document);
        try {
            TransformService service = TransformService.getInstance(CanonicalizationMethod.INCLUSIVE, "DOM");
            service.init((TransformParameterSpec) null);
            OctetStreamData canonical =
                    (OctetStreamData) service.transform(new OctetStreamData(new ByteArrayInputStream(document)), null);
            try (InputStream in = canonical.getOctetStream()) {
                return in.readAllBytes();
            }
        } catch (GeneralSecurityException | TransformException | IOException e) {
            throw new XMLStreamException("the document has no canonical form: " + e.getMessage(), e);
        }
    }
}
