// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.model.DSSDocument;
import java.util.List;

/** A CAdES signature over the digest of one file that lies beside it, or around which it will be put. */
public final class Cades implements SignatureSyntax {
    private final CAdESService service = new CAdESService(Trust.forSigning());

    @Override
    public byte[] dataToSign(SigningRequest request) {
        return service.getDataToSign(document(request), parameters(request)).getBytes();
    }

    @Override
    public byte[] signed(SigningRequest request, byte[] value) {
        return Requested.bytes(service.signDocument(
                document(request), parameters(request), Requested.value(request.certificate(), value)));
    }

    private static DSSDocument document(SigningRequest request) {
        if (request.files().size() != 1) {
            throw new IllegalArgumentException(
                    "a CAdES signature is over one file, not " + request.files().size());
        }
        return Requested.digests(request.files()).get(0);
    }

    private static CAdESSignatureParameters parameters(SigningRequest request) {
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        Requested.into(parameters, request, TimestampType.CONTENT_TIMESTAMP);
        parameters.setDetachedContents(List.of(document(request)));
        return parameters;
    }
}
