// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.profile.ValidationRules;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.EvidenceRecordWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.enumerations.DigestMatcherType;
import eu.europa.esig.dss.enumerations.EvidenceRecordTimestampType;
import eu.europa.esig.dss.evidencerecord.common.validation.DefaultEvidenceRecordValidator;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Validates an evidence record over the files of an object with DSS, and puts the answer in our own words. */
public final class RecordValidation {
    private RecordValidation() {}

    /**
     * What a validation says.
     *
     * @param covered the files, by their place in the object, that the first list of the record holds
     * @param listed how many hashes that list holds
     * @param stamps the time stamps, in their order
     */
    public record Answer(Set<Integer> covered, int listed, List<Stamp> stamps) {}

    /**
     * A time stamp of a record.
     *
     * @param time what it states
     * @param authority who gave it
     * @param reached whether the hashes of the record lead to it
     * @param linked whether it is over what it renews; true for the first
     * @param intact whether its own signature is
     * @param trusted whether it is good on the whole
     * @param reason why not
     * @param certificateEnd until when its certificate is valid, if that is known
     * @param algorithms what its signature rests on
     */
    public record Stamp(
            Instant time,
            String authority,
            boolean reached,
            boolean linked,
            boolean intact,
            boolean trusted,
            String reason,
            @Nullable Instant certificateEnd,
            List<String> algorithms) {}

    /**
     * Validates.
     *
     * @throws MinutesException with code {@code EVIDENCE_MALFORMED} if it is no evidence record
     */
    public static Answer validate(byte[] record, String name, List<Path> object, Trust trust, Instant at) {
        List<DSSDocument> contents = new ArrayList<>();
        for (int i = 0; i < object.size(); i++) {
            Path file = object.get(i);
            contents.add(RecordContents.of(
                    record, new MeasuredDocument(String.valueOf(i), Map.of(), () -> Files.newInputStream(file))));
        }
        Reports reports;
        try {
            RecordEncoding.requireStrict(record);
            SignedDocumentValidator validator =
                    SignedDocumentValidator.fromDocument(new InMemoryDocument(record, name));
            if (!(validator instanceof DefaultEvidenceRecordValidator)) {
                throw new MinutesException("EVIDENCE_MALFORMED", name + " is no evidence record");
            }
            validator.setDetachedContents(contents);
            validator.setCertificateVerifier(trust.verifier());
            validator.setValidationTime(Date.from(at));
            validator.setEnableEtsiValidationReport(false);
            reports = validator.validateDocument(StrictPolicy.of(ValidationRules.ITALY));
        } catch (MinutesException | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            // DSS and Bouncy Castle have a different one for every kind of damage.
            throw new MinutesException("EVIDENCE_MALFORMED", name + " cannot be read: " + e.getMessage(), e);
        }
        return answer(reports, name, contents);
    }

    private static Answer answer(Reports reports, String name, List<DSSDocument> contents) {
        DiagnosticData facts = reports.getDiagnosticData();
        SimpleReport report = reports.getSimpleReport();
        EvidenceRecordWrapper record = facts.getEvidenceRecords().stream()
                .findFirst()
                .orElseThrow(() -> new MinutesException("EVIDENCE_MALFORMED", name + " is no evidence record"));
        List<Stamp> stamps = record.getTimestampList().stream()
                .map(stamp -> stamp(stamp, report, contents))
                .toList();
        return new Answer(
                covered(record.getDigestMatchers(), contents),
                record.getDigestMatchers().size(),
                stamps);
    }

    /** Of files of one content, DSS names only the first. */
    private static Set<Integer> covered(List<XmlDigestMatcher> matchers, List<DSSDocument> contents) {
        Set<Integer> covered = new LinkedHashSet<>();
        for (XmlDigestMatcher matcher : matchers) {
            if (matcher.isDataFound() && matcher.isDataIntact() && matcher.getDocumentName() != null) {
                DSSDocument named = contents.get(Integer.parseInt(matcher.getDocumentName()));
                byte[] digest = RecordContents.digest(named, matcher.getDigestMethod());
                for (int i = 0; i < contents.size(); i++) {
                    if (Arrays.equals(RecordContents.digest(contents.get(i), matcher.getDigestMethod()), digest)) {
                        covered.add(i);
                    }
                }
            }
        }
        return covered;
    }

    private static Stamp stamp(TimestampWrapper stamp, SimpleReport report, List<DSSDocument> contents) {
        String indication = String.valueOf(report.getIndication(stamp.getId()));
        return new Stamp(
                stamp.getProductionTime().toInstant(),
                Optional.ofNullable(report.getProducedBy(stamp.getId())).orElse(""),
                stamp.isMessageImprintDataFound() && stamp.isMessageImprintDataIntact(),
                isLinked(stamp, contents),
                stamp.isSignatureIntact(),
                indication.equals("PASSED") || indication.equals("TOTAL_PASSED"),
                Optional.ofNullable(report.getSubIndication(stamp.getId()))
                        .map(Enum::name)
                        .orElse(indication),
                stamp.getSigningCertificate() == null
                        ? null
                        : stamp.getSigningCertificate().getNotAfter().toInstant(),
                algorithms(stamp));
    }

    /** Whether it is over the stamps before it; after a new hashing also over the object once more. */
    private static boolean isLinked(TimestampWrapper stamp, List<DSSDocument> contents) {
        boolean renewed = stamp.getDigestMatchers().stream()
                .filter(matcher -> matcher.getType() == DigestMatcherType.EVIDENCE_RECORD_ARCHIVE_TIME_STAMP
                        || matcher.getType() == DigestMatcherType.EVIDENCE_RECORD_ARCHIVE_TIME_STAMP_SEQUENCE)
                .allMatch(matcher -> matcher.isDataFound() && matcher.isDataIntact());
        boolean rehash = stamp.getEvidenceRecordTimestampType()
                == EvidenceRecordTimestampType.HASH_TREE_RENEWAL_ARCHIVE_TIMESTAMP;
        return renewed
                && (!rehash || covered(stamp.getDigestMatchers(), contents).size() == contents.size());
    }

    private static List<String> algorithms(TimestampWrapper stamp) {
        List<String> algorithms = new ArrayList<>();
        if (stamp.getEncryptionAlgorithm() != null) {
            algorithms.add(stamp.getEncryptionAlgorithm().getName() + "-" + stamp.getKeyLengthUsedToSignThisToken());
        }
        if (stamp.getDigestAlgorithm() != null) {
            algorithms.add(stamp.getDigestAlgorithm().getJavaName());
        }
        return algorithms;
    }
}
