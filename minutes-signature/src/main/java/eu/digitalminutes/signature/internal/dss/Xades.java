// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.w3c.dom.Document;

/** A XAdES signature over the digests of files that lie beside it. */
public final class Xades implements SignatureSyntax {
    /** What holds the signatures of a container, and of a file of signatures outside of one. */
    static final String NAMESPACE = "http://uri.etsi.org/02918/v1.2.1#";

    private final XAdESService service = new XAdESService(Trust.forSigning());

    @Override
    public byte[] dataToSign(SigningRequest request) {
        return service.getDataToSign(documents(request), parameters(request)).getBytes();
    }

    @Override
    public byte[] signed(SigningRequest request, byte[] value) {
        return Requested.bytes(service.signDocument(
                documents(request), parameters(request), Requested.value(request.certificate(), value)));
    }

    /** A file of signatures that nobody has signed yet. */
    public static byte[] none() {
        return DomUtils.xmlToString(root()).getBytes(StandardCharsets.UTF_8);
    }

    private static Document root() {
        Document root = DomUtils.buildDOM();
        root.appendChild(root.createElementNS(NAMESPACE, "asic:XAdESSignatures"));
        return root;
    }

    private static List<DSSDocument> documents(SigningRequest request) {
        return Requested.digests(request.files());
    }

    private static XAdESSignatureParameters parameters(SigningRequest request) {
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        Requested.into(parameters, request, TimestampType.ALL_DATA_OBJECTS_TIMESTAMP);
        if (parameters.getContentTimestamps() != null) {
            String canonicalization = parameters.getContentTimestampParameters().getCanonicalizationMethod();
            parameters.getContentTimestamps().forEach(stamp -> stamp.setCanonicalizationMethod(canonicalization));
        }
        parameters.setRootDocument(root());
        return parameters;
    }
}
