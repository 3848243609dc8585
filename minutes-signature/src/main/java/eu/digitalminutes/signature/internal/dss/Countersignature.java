// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.europa.esig.dss.cades.signature.CAdESCounterSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.xades.signature.XAdESCounterSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;

/** A signature over another one: who makes it vouches for that signature, not for the files. */
public final class Countersignature implements SignatureSyntax {
    private final SignatureBlock block;
    private final String over;

    /** Over one of the signatures of a block. */
    public Countersignature(SignatureBlock block, StandingSignature over) {
        if (block.kind() == SignatureKind.PADES) {
            throw new MinutesException(
                    "FORM_WITHOUT_COUNTERSIGNATURES",
                    "a signature inside a PDF cannot be countersigned: sign the PDF once more instead");
        }
        this.block = block;
        this.over = over.id();
    }

    @Override
    public byte[] dataToSign(SigningRequest request) {
        return block.kind() == SignatureKind.XADES
                ? new XAdESService(Trust.forSigning())
                        .getDataToBeCounterSigned(file(), xades(request))
                        .getBytes()
                : new CAdESService(Trust.forSigning())
                        .getDataToBeCounterSigned(file(), cades(request))
                        .getBytes();
    }

    @Override
    public byte[] signed(SigningRequest request, byte[] value) {
        DSSDocument signed = block.kind() == SignatureKind.XADES
                ? new XAdESService(Trust.forSigning())
                        .counterSignSignature(file(), xades(request), Requested.value(request.certificate(), value))
                : new CAdESService(Trust.forSigning())
                        .counterSignSignature(file(), cades(request), Requested.value(request.certificate(), value));
        return Requested.bytes(signed);
    }

    /** By the name by which it was read: DSS makes the name of the file a part of that of the signature. */
    private DSSDocument file() {
        return new InMemoryDocument(block.content(), SignatureKind.FILE);
    }

    private XAdESCounterSignatureParameters xades(SigningRequest request) {
        XAdESCounterSignatureParameters parameters = new XAdESCounterSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        Requested.into(parameters, request, TimestampType.CONTENT_TIMESTAMP);
        parameters.setDetachedContents(block.documents());
        parameters.setSignatureIdToCounterSign(over);
        return parameters;
    }

    private CAdESCounterSignatureParameters cades(SigningRequest request) {
        CAdESCounterSignatureParameters parameters = new CAdESCounterSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
        Requested.into(parameters, request, TimestampType.CONTENT_TIMESTAMP);
        parameters.setDetachedContents(block.documents());
        parameters.setSignatureIdToCounterSign(over);
        return parameters;
    }
}
