// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.signature.report.VerifiedTimestamp;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.enumerations.TimestampQualification;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlTimestamp;
import eu.europa.esig.dss.validation.reports.Reports;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The time stamps of a validation in our own words, those that belong to no signature apart. */
final class StandingStamps {
    private StandingStamps() {}

    /** Those that belong to no signature, be it directly or as the stamps of an evidence record. */
    static List<VerifiedTimestamp> of(Reports reports) {
        SimpleReport report = reports.getSimpleReport();
        DiagnosticData facts = reports.getDiagnosticData();
        List<VerifiedTimestamp> standing = new ArrayList<>();
        for (String id : report.getTimestampIdList()) {
            standing.add(described(
                    VerifiedTimestamp.of(
                            report.getProductionTime(id).toInstant(),
                            Optional.ofNullable(report.getProducedBy(id)).orElse(""),
                            String.valueOf(report.getIndication(id)),
                            Optional.ofNullable(report.getTimestampQualification(id))
                                    .map(TimestampQualification::name)
                                    .orElse("NA")),
                    facts.getTimestampById(id)));
        }
        for (String id : report.getEvidenceRecordIdList()) {
            standing.addAll(verified(report.getEvidenceRecordTimestamps(id), facts));
        }
        return standing;
    }

    /**
     * The files that those are over, as far as they are found there unchanged.
     *
     * @param contentName the file that a stamp is over where it is over no list of files
     */
    static Set<String> covered(Reports reports, String contentName) {
        Set<String> covered = new LinkedHashSet<>();
        DiagnosticData facts = reports.getDiagnosticData();
        SimpleReport report = reports.getSimpleReport();
        for (String id : report.getTimestampIdList()) {
            add(facts.getTimestampById(id).getDigestMatchers(), contentName, covered);
        }
        for (String id : report.getEvidenceRecordIdList()) {
            add(facts.getEvidenceRecordById(id).getDigestMatchers(), contentName, covered);
        }
        return covered;
    }

    private static void add(List<XmlDigestMatcher> matchers, String contentName, Set<String> covered) {
        for (XmlDigestMatcher matcher : matchers) {
            if (matcher.isDataFound() && matcher.isDataIntact()) {
                String name = SignatureValidation.name(matcher);
                covered.add(name.isEmpty() ? contentName : name);
            }
        }
    }

    static List<VerifiedTimestamp> verified(Collection<XmlTimestamp> stamps, DiagnosticData facts) {
        List<VerifiedTimestamp> timestamps = new ArrayList<>();
        for (XmlTimestamp stamp : stamps) {
            timestamps.add(described(
                    VerifiedTimestamp.of(
                            stamp.getProductionTime().toInstant(),
                            Optional.ofNullable(stamp.getProducedBy()).orElse(""),
                            String.valueOf(stamp.getIndication()),
                            stamp.getTimestampLevel() == null
                                    ? "NA"
                                    : stamp.getTimestampLevel().getValue().name()),
                    facts.getTimestampById(stamp.getId())));
        }
        return timestamps;
    }

    private static VerifiedTimestamp described(VerifiedTimestamp stamp, @Nullable TimestampWrapper token) {
        return token == null
                ? stamp
                : stamp.madeWith(
                        String.valueOf(token.getType()),
                        SignatureValidation.algorithm(token),
                        CertificateFacts.of(token.getSigningCertificate()));
    }
}
