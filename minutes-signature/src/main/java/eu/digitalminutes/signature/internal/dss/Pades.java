// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import java.util.function.Supplier;

/** A PAdES signature added behind the bytes of a PDF, which stay as they are. */
public final class Pades implements SignatureSyntax {
    private final PAdESService service = new PAdESService(Trust.forSigning());
    private final byte[] pdf;

    /** For one PDF, whose bytes are not copied. */
    public Pades(byte[] pdf) {
        this.pdf = pdf;
    }

    @Override
    public byte[] dataToSign(SigningRequest request) {
        return readable(
                () -> service.getDataToSign(document(), parameters(request)).getBytes());
    }

    @Override
    public byte[] signed(SigningRequest request, byte[] value) {
        return readable(() -> Requested.bytes(
                service.signDocument(document(), parameters(request), Requested.value(request.certificate(), value))));
    }

    private DSSDocument document() {
        return new InMemoryDocument(pdf, "document.pdf", MimeTypeEnum.PDF);
    }

    private static PAdESSignatureParameters parameters(SigningRequest request) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        Requested.into(parameters, request, TimestampType.CONTENT_TIMESTAMP);
        parameters.setSignerName(Subject.of(request.certificate()).name());
        if (!request.place().isEmpty()) {
            parameters.setLocation(request.place());
        }
        return parameters;
    }

    private static byte[] readable(Supplier<byte[]> work) {
        try {
            return work.get();
        } catch (DSSException | IllegalInputException e) {
            throw new MinutesException(
                    "PDF_UNUSABLE",
                    "the PDF cannot be signed: "
                            + String.valueOf(e.getMessage()).replaceAll("\\s+", " ")
                            + "; it may be damaged, encrypted or closed to changes",
                    e);
        }
    }
}
