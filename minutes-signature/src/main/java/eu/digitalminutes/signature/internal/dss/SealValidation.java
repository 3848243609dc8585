// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.cms.CmsBounds;
import eu.digitalminutes.signature.profile.ValidationRules;
import eu.europa.esig.dss.cades.validation.CMSDocumentValidator;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.util.List;

/** Validates detached CAdES signatures over a digest: the seal of a package's index. */
public final class SealValidation {
    private SealValidation() {}

    /** What a validation says of a seal: indication, sub-indication or nothing, and the signer's name. */
    public record SealAnswer(String indication, String subIndication, String signer) {}

    /**
     * Validates every signature of a seal over the file of a digest.
     *
     * @throws MinutesException with code {@code SEAL_MALFORMED} or {@code SIGNATURES_MALFORMED} if it is no sound CMS
     */
    public static List<SealAnswer> validate(byte[] seal, Digest digest, String name, Trust trust) {
        CmsBounds.require(seal, name + ".p7s");
        SimpleReport report;
        try {
            CMSDocumentValidator validator = new CMSDocumentValidator(new InMemoryDocument(seal, name + ".p7s"));
            validator.setDetachedContents(List.of(content(digest, name)));
            validator.setCertificateVerifier(trust.verifier());
            report = validator
                    .validateDocument(StrictPolicy.of(ValidationRules.ITALY))
                    .getSimpleReport();
        } catch (RuntimeException e) {
            // DSS and Bouncy Castle have a different one for every kind of damage.
            throw new MinutesException("SEAL_MALFORMED", "not a CMS signature", e);
        }
        return report.getSignatureIdList().stream()
                .map(id -> new SealAnswer(
                        String.valueOf(report.getIndication(id)),
                        report.getSubIndication(id) == null
                                ? ""
                                : report.getSubIndication(id).name(),
                        String.valueOf(report.getSignedBy(id))))
                .toList();
    }

    private static DSSDocument content(Digest digest, String name) {
        return new DigestDocument(DigestAlgorithm.SHA256, digest.value(), name);
    }
}
