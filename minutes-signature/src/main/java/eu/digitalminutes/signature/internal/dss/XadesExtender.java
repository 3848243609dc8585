// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.trust.TimestampAuthorities;
import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.util.List;

/** Adds evidence to the signatures of a signature file; the digests of what they sign are enough for that. */
public final class XadesExtender {
    private final Trust trust;
    private final TimestampAuthorities authority;

    /** An extender that takes validation data from the given trust and time stamps from the authorities. */
    public XadesExtender(Trust trust, TimestampAuthorities authority) {
        this.trust = trust;
        this.authority = authority;
    }

    /**
     * A signature file at a higher level.
     *
     * @throws MinutesException with code {@code EVIDENCE_MISSING} if what the level needs is not to be had
     */
    public byte[] extend(byte[] signatureFile, List<ContainedFile> files, SignatureLevel level, String signer) {
        List<DSSDocument> documents = XadesSigner.digests(files);
        XAdESService service = new XAdESService(trust.forExtension());
        service.setTspSource(Timestamps.source(authority));
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(
                level == SignatureLevel.LT
                        ? eu.europa.esig.dss.enumerations.SignatureLevel.XAdES_BASELINE_LT
                        : eu.europa.esig.dss.enumerations.SignatureLevel.XAdES_BASELINE_T);
        parameters.setDetachedContents(documents);
        try {
            return XadesSigner.bytes(
                    service.extendDocument(new InMemoryDocument(signatureFile, "signatures.xml"), parameters));
        } catch (DSSExternalResourceException e) {
            throw Timestamps.unavailable(authority, e);
        } catch (AlertException e) {
            throw new MinutesException(
                    "EVIDENCE_MISSING",
                    "the signature of " + signer + " cannot be extended to " + level
                            + ": revocation data or a trusted chain is missing ("
                            + String.valueOf(e.getMessage()).replaceAll("\\s+", " ")
                            + "); give current trusted and revocation lists, or allow online access",
                    e);
        } catch (IllegalInputException e) {
            throw new MinutesException(
                    "LEVEL_REACHED",
                    "the signature of " + signer + " cannot be extended to " + level + ": " + e.getMessage(),
                    e);
        } catch (DSSException e) {
            throw Timestamps.refused(authority, e);
        }
    }
}
