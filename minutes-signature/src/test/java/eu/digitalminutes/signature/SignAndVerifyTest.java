// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedFile;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
