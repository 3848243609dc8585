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
import javax.xml.stream.XMLStreamException;

/** The one form among all that say the same: Canonical XML 1.0, comments left out. */
public final class CanonicalXml {
    private CanonicalXml() {}

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
