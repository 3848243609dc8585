// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.profile.ValidationRules;
import eu.digitalminutes.signature.report.ExpertReports;
import eu.digitalminutes.signature.report.SignedReference;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.report.VerifiedTimestamp;
import eu.europa.esig.dss.asic.cades.validation.ASiCContainerWithCAdESValidator;
import eu.europa.esig.dss.asic.common.ASiCContent;
import eu.europa.esig.dss.asic.xades.validation.ASiCContainerWithXAdESValidator;
import eu.europa.esig.dss.cades.validation.CMSDocumentValidator;
import eu.europa.esig.dss.diagnostic.AbstractTokenProxy;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.RevocationWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.enumerations.DigestMatcherType;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlTimestamp;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import eu.europa.esig.dss.xades.validation.XMLDocumentValidator;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Validates signatures with DSS, and puts the answer in our own words. */
public final class SignatureValidation {
    private final Trust trust;
    private final Instant at;
    private final Path path;

    /**
     * Of one file.
     *
     * @param at the instant for which to answer
     * @param path the file, for messages
     */
    public SignatureValidation(Trust trust, Instant at, Path path) {
        this.trust = trust;
        this.at = at;
        this.path = path;
    }

    /** The XAdES signatures of a container. */
    public List<VerifiedSignature> xades(ASiCContent content) {
        return validated(() -> new ASiCContainerWithXAdESValidator(content), "");
    }

    /**
     * The CAdES signatures of a container.
     *
     * @param contentName the name of the one file that they sign directly; empty where they sign manifests
     */
    public List<VerifiedSignature> cades(ASiCContent content, String contentName) {
        return validated(() -> new ASiCContainerWithCAdESValidator(content), contentName);
    }

    /** The signers of a detached CMS over one document. */
    public List<VerifiedSignature> cms(byte[] cms, DSSDocument content) {
        return validated(
                () -> {
                    SignedDocumentValidator validator = new CMSDocumentValidator(new InMemoryDocument(cms));
                    validator.setDetachedContents(List.of(content));
                    return validator;
                },
                content.getName());
    }

    /** The signatures of an XML file over documents beside it. */
    public List<VerifiedSignature> xml(byte[] signatures, List<? extends DSSDocument> contents) {
        return validated(
                () -> {
                    SignedDocumentValidator validator = new XMLDocumentValidator(new InMemoryDocument(signatures));
                    validator.setDetachedContents(List.copyOf(contents));
                    return validator;
                },
                "");
    }

    /** The signatures in a PDF. */
    public List<VerifiedSignature> pdf(byte[] pdf, String name) {
        return validated(() -> new PDFDocumentValidator(new InMemoryDocument(pdf, name)), name);
    }

    private List<VerifiedSignature> validated(Supplier<SignedDocumentValidator> maker, String contentName) {
        Reports reports;
        try {
            SignedDocumentValidator validator = maker.get();
            validator.setCertificateVerifier(trust.verifier());
            validator.setValidationTime(Date.from(at));
            // Made from the same facts when somebody asks for it: most readers never do.
            validator.setEnableEtsiValidationReport(false);
            reports = validator.validateDocument(StrictPolicy.of(ValidationRules.ITALY));
        } catch (DSSException | IllegalArgumentException e) {
            throw new MinutesException(
                    "SIGNATURES_MALFORMED", path + " holds signatures that cannot be read: " + e.getMessage(), e);
        }
        List<VerifiedSignature> verified = new ArrayList<>();
        DiagnosticData facts = reports.getDiagnosticData();
        ExpertReports expert = new ValidatorReports(reports, at);
        for (String id : reports.getSimpleReport().getSignatureIdList()) {
            SignatureWrapper signature = facts.getSignatureById(id);
            if (!signature.isCounterSignature()) {
                verified.add(signature(signature, facts, reports.getSimpleReport(), contentName)
                        .expertReports(expert)
                        .build());
            }
        }
        return verified;
    }

    private static VerifiedSignature.Builder signature(
            SignatureWrapper signature, DiagnosticData facts, SimpleReport report, String contentName) {
        String id = signature.getId();
        Set<SignatureWrapper> counters = facts.getAllCounterSignaturesForMasterSignature(signature);
        String role = signature.getSignerRoleDetails(signature.getClaimedRoles()).stream()
                .findFirst()
                .orElse("");
        CertificateWrapper certificate = signature.getSigningCertificate();
        String name = Optional.ofNullable(report.getSignedBy(id)).orElse("");
        String code = certificate == null
                ? ""
                : Subject.code(Optional.ofNullable(certificate.getSubjectSerialNumber())
                        .orElse(""));
        List<String> reasons = new ArrayList<>();
        report.getAdESValidationErrors(id).stream().map(Message::getValue).forEach(reasons::add);
        return VerifiedSignature.of(
                        id, Optional.ofNullable(signature.getFilename()).orElse(""))
                .signer(name, code, role)
                .answer(
                        String.valueOf(report.getSignatureFormat(id)).replace('_', '-'),
                        String.valueOf(report.getIndication(id)),
                        Optional.ofNullable(report.getSubIndication(id))
                                .map(Enum::name)
                                .orElse(""),
                        Optional.ofNullable(report.getSignatureQualification(id))
                                .map(Enum::name)
                                .orElse("NA"),
                        reasons)
                .references(references(signature, contentName))
                .times(
                        instant(report.getSigningTime(id)),
                        report.getSignatureTimestamps(id).isEmpty() ? null : instant(report.getBestSignatureTime(id)),
                        timestamps(report.getSignatureTimestamps(id), facts))
                .revocationAsOf(revocationAsOf(certificate))
                .countersignatures(counters.size())
                .madeWith(algorithm(signature), CertificateFacts.of(certificate));
    }

    private static @Nullable Instant revocationAsOf(@Nullable CertificateWrapper certificate) {
        if (certificate == null) {
            return null;
        }
        return certificate.getCertificateRevocationData().stream()
                .map(RevocationWrapper::getThisUpdate)
                .filter(Objects::nonNull)
                .map(Date::toInstant)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<SignedReference> references(SignatureWrapper signature, String contentName) {
        List<SignedReference> references = new ArrayList<>();
        for (XmlDigestMatcher matcher : signature.getDigestMatchers()) {
            if (matcher.getType() == DigestMatcherType.REFERENCE
                    || matcher.getType() == DigestMatcherType.MANIFEST_ENTRY
                    || matcher.getType() == DigestMatcherType.OBJECT) {
                boolean found = matcher.isDataFound();
                references.add(new SignedReference(name(matcher), found, found && matcher.isDataIntact()));
            } else if (matcher.getType() == DigestMatcherType.MESSAGE_DIGEST && !contentName.isEmpty()) {
                boolean found = matcher.isDataFound();
                references.add(new SignedReference(contentName, found, found && matcher.isDataIntact()));
            }
        }
        return references;
    }

    private static String name(XmlDigestMatcher matcher) {
        String uri = matcher.getUri();
        if (uri == null) {
            return Optional.ofNullable(matcher.getDocumentName()).orElse("");
        }
        try {
            return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return uri;
        }
    }

    private static List<VerifiedTimestamp> timestamps(Collection<XmlTimestamp> stamps, DiagnosticData facts) {
        List<VerifiedTimestamp> timestamps = new ArrayList<>();
        for (XmlTimestamp stamp : stamps) {
            TimestampWrapper token = facts.getTimestampById(stamp.getId());
            timestamps.add(VerifiedTimestamp.of(
                            stamp.getProductionTime().toInstant(),
                            Optional.ofNullable(stamp.getProducedBy()).orElse(""),
                            String.valueOf(stamp.getIndication()),
                            stamp.getTimestampLevel() == null
                                    ? "NA"
                                    : stamp.getTimestampLevel().getValue().name())
                    .madeWith(
                            String.valueOf(token.getType()),
                            algorithm(token),
                            CertificateFacts.of(token.getSigningCertificate())));
        }
        return timestamps;
    }

    private static String algorithm(AbstractTokenProxy token) {
        return token.getSignatureAlgorithm() == null
                ? ""
                : token.getSignatureAlgorithm().name();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
