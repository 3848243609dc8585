// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.cms.CmsBounds;
import eu.digitalminutes.signature.report.ExpertReports;
import eu.digitalminutes.signature.report.SignedReference;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.report.VerifiedTimestamp;
import eu.digitalminutes.signature.trust.TimeReference;
import eu.europa.esig.dss.asic.cades.validation.ASiCContainerWithCAdESValidator;
import eu.europa.esig.dss.asic.common.ASiCContent;
import eu.europa.esig.dss.asic.xades.validation.ASiCContainerWithXAdESValidator;
import eu.europa.esig.dss.cades.validation.CMSDocumentValidator;
import eu.europa.esig.dss.diagnostic.AbstractTokenProxy;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.RevocationWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.enumerations.DigestMatcherType;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlEvidenceRecord;
import eu.europa.esig.dss.simplereport.jaxb.XmlTimestamp;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import eu.europa.esig.dss.validation.timestamp.DetachedTimestampValidator;
import eu.europa.esig.dss.xades.validation.XMLDocumentValidator;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Validates signatures with DSS, and puts the answer in our own words. */
public final class SignatureValidation {
    /** A signer's computer and a register differ by minutes in practice. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private final Trust trust;
    private final Question question;
    private final String where;

    /**
     * Of one file.
     *
     * @param question what to answer
     * @param where the file, for messages
     */
    public SignatureValidation(Trust trust, Question question, String where) {
        this.trust = trust;
        this.question = question;
        this.where = where;
    }

    /**
     * What a validation says.
     *
     * @param signatures every signature that is no countersignature
     * @param timestamps those that belong to no signature
     * @param stamped the names of the files that those are over
     */
    public record Answer(List<VerifiedSignature> signatures, List<VerifiedTimestamp> timestamps, Set<String> stamped) {}

    /** The XAdES signatures of a container. */
    public Answer xades(ASiCContent content) {
        return validated(() -> new ASiCContainerWithXAdESValidator(content), "");
    }

    /**
     * The CAdES signatures of a container, and the time stamps and evidence records that stand in it alone.
     *
     * @param contentName the name of the one file that they sign directly; empty where they sign manifests
     */
    public Answer cades(ASiCContent content, String contentName) {
        return validated(
                () -> {
                    content.getEvidenceRecordDocuments()
                            .forEach(record -> RecordEncoding.requireStrict(DSSUtils.toByteArray(record)));
                    return new ASiCContainerWithCAdESValidator(content);
                },
                contentName);
    }

    /** The signers of a detached CMS over one document, or over none that is at hand. */
    public Answer cms(byte[] cms, @Nullable DSSDocument content, String name) {
        CmsBounds.require(cms, where);
        return validated(
                () -> {
                    SignedDocumentValidator validator = new CMSDocumentValidator(new InMemoryDocument(cms));
                    validator.setDetachedContents(content == null ? List.of() : List.of(content));
                    return validator;
                },
                name);
    }

    /** The signatures of an XML file over documents beside it, or inside. */
    public Answer xml(byte[] signatures, List<? extends DSSDocument> contents, String name) {
        return validated(
                () -> {
                    SignedDocumentValidator validator = new XMLDocumentValidator(new InMemoryDocument(signatures));
                    validator.setDetachedContents(List.copyOf(contents));
                    return validator;
                },
                name);
    }

    /** The signatures in a PDF. */
    public Answer pdf(byte[] pdf, String name) {
        return validated(() -> new PDFDocumentValidator(new InMemoryDocument(pdf, name)), name);
    }

    /** A time stamp over one document, or over none that is at hand. */
    public Answer stamp(byte[] token, @Nullable DSSDocument content) {
        CmsBounds.require(token, where);
        return validated(
                () -> {
                    DetachedTimestampValidator validator = new DetachedTimestampValidator(
                            new InMemoryDocument(token), TimestampType.CONTENT_TIMESTAMP);
                    if (content != null) {
                        validator.setTimestampedData(content);
                    }
                    return validator;
                },
                content == null ? "" : content.getName());
    }

    /** An evidence record over one document, or over none that is at hand. */
    public Answer evidence(byte[] record, @Nullable DSSDocument content) {
        return validated(
                () -> {
                    RecordEncoding.requireStrict(record);
                    SignedDocumentValidator validator =
                            SignedDocumentValidator.fromDocument(new InMemoryDocument(record));
                    validator.setDetachedContents(
                            content == null ? List.of() : List.of(RecordContents.of(record, content)));
                    return validator;
                },
                content == null ? "" : content.getName());
    }

    private Answer validated(Supplier<SignedDocumentValidator> maker, String contentName) {
        Answer now = answer(maker, question, contentName);
        Optional<TimeReference> reference = question.earliest();
        if (reference.isEmpty() || now.signatures().stream().allMatch(SignatureValidation::isProven)) {
            return now;
        }
        TimeReference earliest = reference.get();
        Map<String, VerifiedSignature> then = new HashMap<>();
        if (now.signatures().stream().anyMatch(signature -> !signature.passed())) {
            answer(maker, question.asOf(earliest.time()), contentName)
                    .signatures()
                    .forEach(signature -> then.put(signature.id(), signature));
        }
        List<VerifiedSignature> proven = now.signatures().stream()
                .map(signature -> proven(signature, then.get(signature.id()), earliest))
                .toList();
        return new Answer(proven, now.timestamps(), now.stamped());
    }

    /** Whether a time stamp of its own does all that a reference could do for it. */
    private static boolean isProven(VerifiedSignature signature) {
        return signature.passed() && !signature.timestamps().isEmpty();
    }

    /** What was good when the file is known to have existed is good. */
    private static VerifiedSignature proven(
            VerifiedSignature now, @Nullable VerifiedSignature then, TimeReference reference) {
        boolean claimedLater = now.signingTime()
                .filter(claimed -> claimed.isAfter(reference.time().plus(CLOCKS)))
                .isPresent();
        if (isProven(now) || claimedLater) {
            return now;
        } else if (now.passed()) {
            return now.provenBy(reference);
        }
        return then != null && then.passed() ? then.provenBy(reference) : now;
    }

    private Answer answer(Supplier<SignedDocumentValidator> maker, Question asked, String contentName) {
        Reports reports;
        try {
            SignedDocumentValidator validator = maker.get();
            validator.setCertificateVerifier(trust.verifier());
            validator.setValidationTime(Date.from(asked.at()));
            // Made from the same facts when somebody asks for it: most readers never do.
            validator.setEnableEtsiValidationReport(false);
            reports = validator.validateDocument(StrictPolicy.of(asked.rules()));
        } catch (MinutesException | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            // DSS and Bouncy Castle have a different one for every kind of damage.
            throw new MinutesException(
                    "SIGNATURES_MALFORMED", where + " holds signatures that cannot be read: " + e.getMessage(), e);
        }
        List<VerifiedSignature> verified = new ArrayList<>();
        DiagnosticData facts = reports.getDiagnosticData();
        ExpertReports expert = new ValidatorReports(reports, asked.at());
        SimpleReport report = reports.getSimpleReport();
        for (String id : report.getSignatureIdList()) {
            SignatureWrapper signature = facts.getSignatureById(id);
            if (!signature.isCounterSignature()) {
                List<VerifiedSignature> counters = facts.getAllCounterSignaturesForMasterSignature(signature).stream()
                        .map(counter ->
                                signature(counter, List.of(), facts, report, "").build())
                        .toList();
                verified.add(signature(signature, counters, facts, report, contentName)
                        .expertReports(expert)
                        .build());
            }
        }
        return new Answer(verified, StandingStamps.of(reports), StandingStamps.covered(reports, contentName));
    }

    private static VerifiedSignature.Builder signature(
            SignatureWrapper signature,
            List<VerifiedSignature> counters,
            DiagnosticData facts,
            SimpleReport report,
            String contentName) {
        String id = signature.getId();
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
                        timestamps(report, facts, id))
                .revocationAsOf(revocationAsOf(certificate))
                .countersignedBy(counters)
                .structure(Objects.requireNonNullElse(signature.getStructuralValidationMessages(), List.of()))
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
                String name = "".equals(matcher.getUri()) ? contentName : name(matcher);
                references.add(new SignedReference(name, found, found && matcher.isDataIntact()));
            } else if (matcher.getType() == DigestMatcherType.MESSAGE_DIGEST && !contentName.isEmpty()) {
                boolean found = matcher.isDataFound();
                references.add(new SignedReference(contentName, found, found && matcher.isDataIntact()));
            }
        }
        return references;
    }

    static String name(XmlDigestMatcher matcher) {
        String uri = matcher.getUri();
        return uri == null ? Optional.ofNullable(matcher.getDocumentName()).orElse("") : decoded(uri);
    }

    /** A file's name as it is, of a reference as XML writes it. */
    static String decoded(String uri) {
        try {
            return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return uri;
        }
    }

    /** Those of the signature itself, then those of the evidence records in it. */
    private static List<VerifiedTimestamp> timestamps(SimpleReport report, DiagnosticData facts, String id) {
        List<XmlTimestamp> stamps = new ArrayList<>(report.getSignatureTimestamps(id));
        for (XmlEvidenceRecord record : report.getSignatureEvidenceRecords(id)) {
            stamps.addAll(report.getEvidenceRecordTimestamps(record.getId()));
        }
        return StandingStamps.verified(stamps, facts);
    }

    static String algorithm(AbstractTokenProxy token) {
        return token.getSignatureAlgorithm() == null
                ? ""
                : token.getSignatureAlgorithm().name();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
