// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.report.ExpertReports;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedCertificate;
import eu.digitalminutes.signature.report.VerifiedCheck;
import eu.digitalminutes.signature.report.VerifiedFile;
import eu.digitalminutes.signature.report.VerifiedRevocation;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.report.VerifiedTimestamp;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The main path: two officials sign, anyone verifies. */
class SignAndVerifyTest {
    @TempDir
    static Path folder;

    static Council council;
    static SignedMinutes signed;
    static VerificationReport report;

    @BeforeAll
    static void presidentAndSecretarySign() throws IOException {
        council = new Council(folder);
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            signed = new MinutesSigner(council.profile())
                    .sign(
                            council.composition(council.recording(3_000_000)),
                            folder.resolve("minutes.asice"),
                            List.of(Signatory.president(president), Signatory.secretary(secretary)));
        }
        report = MinutesVerifier.trusting(council.trust()).verify(signed.container());
    }

    @AfterAll
    static void close() {
        council.close();
    }

    @Test
    void theMinutesAreValidAndOnlyLongTermEvidenceIsMissing() {
        assertEquals(
                List.of("NO_LONG_TERM_EVIDENCE", "NO_LONG_TERM_EVIDENCE"),
                report.findings().stream()
                        .filter(finding -> finding.severity() != Severity.INFO)
                        .map(Finding::code)
                        .toList());
        assertTrue(report.findings().stream().anyMatch(finding -> finding.code().equals("TECHNICAL_VALIDATION")));
        assertEquals(Verdict.VALID, report.verdict());
        assertEquals("intact", report.integrity());
    }

    @Test
    void bothSignaturesAreQualifiedAndTimeStamped() {
        assertEquals(2, report.signatures().size());
        for (VerifiedSignature signature : report.signatures()) {
            assertEquals("TOTAL_PASSED", signature.indication());
            assertEquals("QESIG", signature.qualification());
            assertEquals("T", signature.level());
            assertEquals("QTSA", signature.timestamps().get(0).qualification());
        }
        assertEquals(
                List.of(Optional.of(SignatoryRole.PRESIDENT), Optional.of(SignatoryRole.SECRETARY)),
                report.signatures().stream().map(VerifiedSignature::role).toList());
    }

    @Test
    void everyFileStandsUnderBothSignatures() {
        assertEquals(
                List.of("minutes.json", "minutes.pdf", "chapters.vtt", "recording-1.mp4"),
                report.files().stream().map(VerifiedFile::name).toList());
        assertTrue(report.files().stream().allMatch(file -> file.covered() == 2));
    }

    @Test
    void theSignerTellsWhatTheVerifierFinds() {
        SignedMinutes found = report.signedMinutes().orElseThrow();
        assertEquals(signed.files(), found.files());
        assertEquals(
                signed.signatures().stream()
                        .map(one -> one.signer() + one.level() + one.timestamp())
                        .toList(),
                found.signatures().stream()
                        .map(one -> one.signer() + one.level() + one.timestamp())
                        .toList());
    }

    @Test
    void theReportKeepsItsPublishedSchema() throws IOException {
        try (InputStream in = VerificationReport.class.getResourceAsStream("report.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
            assertEquals(List.of(), schema.validate(report.json(Locale.ITALIAN), InputFormat.JSON));
        }
    }

    @Test
    void theReportIsWrittenInBothLanguages() {
        assertTrue(report.html(Locale.ITALIAN).contains("Rapporto di verifica"));
        assertTrue(report.html(Locale.ENGLISH).contains("Verification report"));
        assertTrue(report.json(Locale.ITALIAN).contains("\"verdict\" : \"VALID\""));
    }

    @Test
    void everySignatureTellsItsCertificateAndWhatIsKnownOfItsRevocation() {
        for (VerifiedSignature signature : report.signatures()) {
            VerifiedCertificate certificate = signature.certificate().orElseThrow();
            assertEquals(signature.signer(), certificate.subject());
            assertEquals("Ente Prova CA Firma Qualificata", certificate.issuer());
            assertTrue(certificate.isInValidity(report.validatedAt()));
            assertEquals("CRL", certificate.revocation().orElseThrow().source());
            assertEquals(signature.revocationAsOf(), certificate.revocation().map(VerifiedRevocation::asOf));
            assertEquals(
                    Optional.empty(), certificate.revocation().orElseThrow().revokedAt());
            assertTrue(signature.algorithm().endsWith("_SHA256"), signature.algorithm());
            VerifiedTimestamp stamp = signature.timestamps().get(0);
            assertEquals("SIGNATURE_TIMESTAMP", stamp.kind());
            assertEquals(stamp.authority(), stamp.certificate().orElseThrow().subject());
        }
    }

    @Test
    void everyCheckSaysWhatWasExpectedAndFound() {
        List<VerifiedCheck> checks = report.checks();
        assertEquals(22, checks.size());
        for (VerifiedCheck check : checks) {
            assertEquals(
                    check.number() == 11 ? VerifiedCheck.Outcome.WARNED : VerifiedCheck.Outcome.MET,
                    check.outcome(),
                    check.toString());
            assertFalse(check.expected().italian().isBlank() || check.basis().isBlank());
            assertFalse(check.found().isEmpty());
        }
        assertTrue(checks.get(3).found().get(0).italian().contains("Anna Bianchi (Presidente)"));
    }

    @Test
    void theValidatorsOwnReportsAreXmlOfTheirKind() throws Exception {
        ExpertReports expert = report.expertReports().get(0);
        assertEquals(1, report.expertReports().size());
        for (String[] one : new String[][] {
            {"ValidationReport", expert.etsi()},
            {"DetailedReport", expert.detailed()},
            {"DiagnosticData", expert.diagnostic()}
        }) {
            Element root = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(one[1])))
                    .getDocumentElement();
            assertEquals(one[0], root.getLocalName());
        }
        assertTrue(expert.etsi().contains("http://uri.etsi.org/19102/v1.4.1#"), expert.etsi());
    }

    @Test
    void thePdfIsLaidOutByWhoeverCan() throws IOException {
        Path target = folder.resolve("report.pdf");
        report.writePdf(Locale.ITALIAN, (page, dated, file) -> Files.writeString(file, dated + "\n" + page), target);
        String page = Files.readString(target);
        assertTrue(page.startsWith(report.validatedAt().atOffset(ZoneOffset.UTC).toString()), page);
        assertTrue(page.contains("Liberation Sans") && page.contains("<svg "), page);
    }
}
