// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.report.SignedReference;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.report.VerifiedTimestamp;
import eu.europa.esig.dss.asic.common.ASiCContent;
import eu.europa.esig.dss.asic.xades.validation.ASiCContainerWithXAdESValidator;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.RevocationWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestMatcherType;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlTimestamp;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Validates the XAdES signatures of a container with DSS; each file is read once, whatever the number of signatures. */
public final class XadesValidation {
    /** More than any signature with its evidence of decades. */
    private static final int MAX_META_BYTES = 16 << 20;

    private final List<EntryDocument> documents;
    private final List<VerifiedSignature> signatures;

    private XadesValidation(List<EntryDocument> documents, List<VerifiedSignature> signatures) {
        this.documents = documents;
        this.signatures = signatures;
    }

    /**
     * Reads every file of a container once and validates its signatures.
     *
     * @param at the instant for which to answer
     */
    public static XadesValidation run(ContainerFile container, Trust trust, Instant at, Task task) throws IOException {
        List<EntryDocument> documents = new ArrayList<>();
        ASiCContent content = new ASiCContent();
        content.setContainerType(ASiCContainerType.ASiC_E);
        InMemoryDocument whole = new InMemoryDocument(new byte[0], fileName(container));
        whole.setMimeType(MimeTypeEnum.ASICE);
        content.setAsicContainer(whole);
        for (Entry entry : container.entries()) {
            if (entry.name().endsWith("/")) {
                continue;
            }
            if (!entry.isMeta()) {
                EntryDocument document = EntryDocument.read(container, entry, task);
                documents.add(document);
                content.getSignedDocuments().add(document);
            } else if (entry.name().equals("mimetype")) {
                content.setMimeTypeDocument(meta(container, entry));
            } else if (AsicContents.isXmlSignatures(entry.name())) {
                content.getSignatureDocuments().add(meta(container, entry));
            } else {
                content.getManifestDocuments().add(meta(container, entry));
            }
        }
        content.setContainerDocuments(List.of());
        if (content.getSignatureDocuments().isEmpty()) {
            return new XadesValidation(documents, List.of());
        }
        return new XadesValidation(documents, validate(content, trust, at, container));
    }

    /** Every file that signatures may cover, in the container's order. */
    public List<EntryDocument> documents() {
        return List.copyOf(documents);
    }

    /** Every signature, in the container's order. */
    public List<VerifiedSignature> signatures() {
        return List.copyOf(signatures);
    }

    private static DSSDocument meta(ContainerFile container, Entry entry) throws IOException {
        return new InMemoryDocument(container.bytes(entry, MAX_META_BYTES), entry.name());
    }

    private static String fileName(ContainerFile container) {
        return String.valueOf(container.path().getFileName());
    }

    private static List<VerifiedSignature> validate(
            ASiCContent content, Trust trust, Instant at, ContainerFile container) {
        Reports reports;
        try {
            ASiCContainerWithXAdESValidator validator = new ASiCContainerWithXAdESValidator(content);
            validator.setCertificateVerifier(trust.verifier());
            validator.setValidationTime(Date.from(at));
            reports = validator.validateDocument(StrictPolicy.get());
        } catch (DSSException e) {
            throw new MinutesException(
                    "SIGNATURES_MALFORMED",
                    container.path() + " holds signatures that cannot be read: " + e.getMessage(),
                    e);
        }
        List<VerifiedSignature> verified = new ArrayList<>();
        DiagnosticData facts = reports.getDiagnosticData();
        for (String id : reports.getSimpleReport().getSignatureIdList()) {
            SignatureWrapper signature = facts.getSignatureById(id);
            if (!signature.isCounterSignature()) {
                verified.add(signature(signature, facts, reports.getSimpleReport()));
            }
        }
        return verified;
    }

    private static VerifiedSignature signature(SignatureWrapper signature, DiagnosticData facts, SimpleReport report) {
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
                .references(references(signature))
                .times(
                        instant(report.getSigningTime(id)),
                        report.getSignatureTimestamps(id).isEmpty() ? null : instant(report.getBestSignatureTime(id)),
                        timestamps(report.getSignatureTimestamps(id)))
                .revocationAsOf(revocationAsOf(certificate))
                .countersignatures(counters.size())
                .build();
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

    private static List<SignedReference> references(SignatureWrapper signature) {
        List<SignedReference> references = new ArrayList<>();
        for (XmlDigestMatcher matcher : signature.getDigestMatchers()) {
            if (matcher.getType() == DigestMatcherType.REFERENCE
                    || matcher.getType() == DigestMatcherType.MANIFEST_ENTRY
                    || matcher.getType() == DigestMatcherType.OBJECT) {
                boolean found = matcher.isDataFound();
                references.add(new SignedReference(name(matcher), found, found && matcher.isDataIntact()));
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

    private static List<VerifiedTimestamp> timestamps(Collection<XmlTimestamp> stamps) {
        List<VerifiedTimestamp> timestamps = new ArrayList<>();
        for (XmlTimestamp stamp : stamps) {
            timestamps.add(VerifiedTimestamp.of(
                    stamp.getProductionTime().toInstant(),
                    Optional.ofNullable(stamp.getProducedBy()).orElse(""),
                    String.valueOf(stamp.getIndication()),
                    stamp.getTimestampLevel() == null
                            ? "NA"
                            : stamp.getTimestampLevel().getValue().name()));
        }
        return timestamps;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
