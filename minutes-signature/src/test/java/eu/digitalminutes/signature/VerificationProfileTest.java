// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Text;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.CertificateRequirement;
import eu.digitalminutes.signature.profile.SignerIdentity;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.profile.VerificationProfile;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedCheck;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TimeReference;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What minutes must be is said by a profile; when they existed may be proven by others than time stamps. */
class VerificationProfileTest {
    @TempDir
    static Path folder;

    private static Council council;
    private static Path signed;

    /** By two whose certificates are good at first; the President's is revoked some seconds after the signature. */
    private static Path overtaken;

    private static Instant registered;

    @BeforeAll
    static void sign() throws Exception {
        council = new Council(Files.createDirectories(folder.resolve("council")));
        signed = sign("signed.asice", council.profile(), TestSigner.PRESIDENT);
        SigningProfile plain = SigningProfile.withoutTimestamp().toBuilder()
                .signers(SignerIdentity.ANY)
                .certificates(CertificateRequirement.ANY)
                .build();
        overtaken = sign("overtaken.asice", plain, TestSigner.REVOKED_LATER);
        Thread.sleep(1_100);
        registered = Instant.now();
        Thread.sleep(2_100);
        council.services
                .pki()
                .identity(TestSigner.REVOKED_LATER)
                .revoke(CRLReason.KEY_COMPROMISE, Instant.now().minusSeconds(1));
    }

    @AfterAll
    static void stop() {
        council.close();
    }

    private static Path sign(String name, SigningProfile profile, TestSigner first) throws IOException {
        try (SigningKey president = council.key(first);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            Path target = folder.resolve(name);
            new MinutesSigner(profile)
                    .sign(
                            council.composition(council.recording(10_000)),
                            target,
                            List.of(Signatory.president(president), Signatory.secretary(secretary)));
            return target;
        }
    }

    private static MinutesVerifier verifier(VerificationProfile profile) throws IOException {
        return MinutesVerifier.of(profile, council.trust(), RevocationAccess.ONLINE);
    }

    private static boolean found(VerificationReport report, String code) {
        return report.findings().stream().map(Finding::code).anyMatch(code::equals);
    }

    private static VerifiedSignature president(VerificationReport report) {
        return report.signatures().get(0);
    }

    private static Digest digest(Path file) throws IOException {
        return Fingerprinter.fingerprint(file).digest();
    }

    /** DPCM 22/02/2013, art. 62: a signature put before the revocation by an opponible reference is valid. */
    @Test
    void aRegistrationBeforeTheRevocationKeepsTheSignature() throws IOException {
        VerificationReport without = verifier(VerificationProfile.italia()).verify(overtaken);
        assertFalse(president(without).passed());
        assertTrue(found(without, "CERTIFICATE_REVOKED"), without.findings().toString());

        VerificationReport with = verifier(VerificationProfile.italia())
                .relyingOn(TimeReference.registration(registered, "0000042/2026"))
                .verify(overtaken);
        assertTrue(president(with).passed(), with.findings().toString());
        assertEquals("QESIG", president(with).qualification());
        assertEquals("0000042/2026", president(with).provenBy().orElseThrow().identifier());
        assertFalse(found(with, "CERTIFICATE_REVOKED"));
        assertFalse(found(with, "NO_TIMESTAMP"));
        assertTrue(found(with, "PROVEN_BY_REFERENCE"));
        assertTrue(with.html(java.util.Locale.ITALIAN).contains("registrazione di protocollo 0000042/2026"));
    }

    @Test
    void aReceiptOfTheSameFileCountsAndOneOfAnotherDoesNot() throws IOException {
        TimeReference receipt = TimeReference.preservation(registered, "RdV-1");
        MinutesVerifier verifier = verifier(VerificationProfile.italia());
        assertTrue(president(verifier.relyingOn(receipt.over(digest(overtaken))).verify(overtaken))
                .passed());
        assertFalse(president(verifier.relyingOn(receipt.over(digest(signed))).verify(overtaken))
                .passed());
    }

    @Test
    void aReferenceAfterTheRevocationOrBeforeTheSignatureProvesNothing() throws IOException {
        MinutesVerifier verifier = verifier(VerificationProfile.italia());
        TimeReference late = TimeReference.certifiedMail(Instant.now(), "opec1");
        assertFalse(president(verifier.relyingOn(late).verify(overtaken)).passed());
        TimeReference early = TimeReference.certifiedMail(registered.minus(Duration.ofDays(1)), "opec0");
        assertFalse(president(verifier.relyingOn(early).verify(overtaken)).passed());
    }

    @Test
    void aReferenceMakesNoBrokenSignatureGood() throws IOException {
        Path changed = Repacked.of(overtaken, "changed.asice", files -> files.get("recording-1.mp4")[7] ^= 1);
        VerificationReport report = verifier(VerificationProfile.italia())
                .relyingOn(TimeReference.registration(registered, "1/2026"))
                .verify(changed);
        assertEquals(Verdict.INVALID, report.verdict());
        assertTrue(report.signatures().stream().noneMatch(VerifiedSignature::passed));
    }

    @Test
    void aClosedEnvironmentTrustsItsOwnCertificatesAndAsksForNoQualification() throws IOException {
        X509Certificate authority = council.services.pki().qualifiedAuthority().certificate();
        X509Certificate stamps = council.services.pki().timestampAuthority().certificate();
        VerificationReport open =
                verifier(VerificationProfile.closed(List.of(authority, stamps))).verify(signed);
        assertEquals(Verdict.VALID, open.verdict(), open.findings().toString());
        assertFalse(found(open, "QUALIFICATION_UNKNOWN"));
        VerificationReport strange =
                verifier(VerificationProfile.closed(List.of(stamps))).verify(signed);
        assertEquals(Verdict.INDETERMINATE, strange.verdict());
    }

    @Test
    void aRegulationMayWeighAFindingOtherwise() throws IOException {
        SigningProfile plain = SigningProfile.withoutTimestamp();
        Path unstamped = sign("unstamped.asice", plain, TestSigner.PRESIDENT);
        assertEquals(
                Verdict.VALID,
                verifier(VerificationProfile.italia()).verify(unstamped).verdict());
        VerificationProfile strict = VerificationProfile.italia().toBuilder()
                .severity("NO_TIMESTAMP", Severity.FAIL)
                .build();
        assertEquals(Verdict.INVALID, verifier(strict).verify(unstamped).verdict());
    }

    @Test
    void noRegulationCanMakeAnAlteredDocumentGood() {
        for (String code : List.of("FILE_ALTERED", "SIGNATURE_BROKEN", "NO_SIGNATURE", "CERTIFICATE_REVOKED")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> VerificationProfile.italia().toBuilder().severity(code, Severity.WARN));
        }
    }

    @Test
    void whoMustSignIsConfigured() throws IOException {
        SigningProfile alone = council.profile().toBuilder()
                .requiredRoles(Set.of(SignatoryRole.SECRETARY))
                .build();
        Path target = folder.resolve("alone.asice");
        try (SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            new MinutesSigner(alone)
                    .sign(
                            council.composition(council.recording(10_000)),
                            target,
                            List.of(Signatory.secretary(secretary)));
        }
        assertTrue(found(verifier(VerificationProfile.italia()).verify(target), "SIGNER_MISSING"));
        VerificationProfile secretaryOnly = VerificationProfile.italia().toBuilder()
                .requiredRoles(Set.of(SignatoryRole.SECRETARY))
                .build();
        assertEquals(Verdict.VALID, verifier(secretaryOnly).verify(target).verdict());
    }

    @Test
    void whoSignsLongAfterTheTermIsTold() throws IOException {
        VerificationProfile term = VerificationProfile.italia().toBuilder()
                .signingTerm(Duration.ofDays(30))
                .build();
        assertTrue(found(verifier(term).verify(signed), "SIGNED_LATE"));
        assertFalse(found(verifier(VerificationProfile.italia()).verify(signed), "SIGNED_LATE"));
    }

    /** Decision CNIPA 45/2009, art. 21: the attribute was not mandatory, and the certificate is good. */
    @Test
    void anOldEnvelopeWithoutAClaimedTimeIsValidInItalyAndNotByTheEuropeanDefault() throws Exception {
        Path envelope = folder.resolve("vecchio.p7m");
        Files.write(
                envelope, OldEnvelope.of(council.services.pki().identity(TestSigner.SECRETARY), new byte[] {1, 2, 3}));
        assertTrue(verifier(VerificationProfile.italia())
                .verify(envelope)
                .signatures()
                .get(0)
                .passed());
        VerificationReport european =
                verifier(VerificationProfile.etsiDefault()).verify(envelope);
        assertFalse(european.signatures().get(0).passed());
        assertNotEquals(Verdict.VALID, european.verdict());
    }

    @Test
    void theAnswerForAClosedProfileIgnoresOtherAnchors() throws IOException {
        VerificationProfile nobody = VerificationProfile.closed(List.of());
        assertNotEquals(
                Verdict.VALID,
                MinutesVerifier.of(nobody, council.trust(), RevocationAccess.AT_HAND)
                        .verify(signed)
                        .verdict());
        assertTrue(VerificationProfile.italia().anchors().isEmpty());
        assertEquals(TrustAnchors.certificates(List.of()), nobody.anchors().orElseThrow());
    }

    @Test
    void whatOthersFindIsPartOfOneReport() throws IOException {
        VerificationReport own = verifier(VerificationProfile.italia()).verify(signed);
        Finding late =
                Finding.of("PUBLICATION_SHORT", Severity.WARN, "20/2026", new Text("breve", "short"), "TUEL 124");
        VerificationReport published = own.joining(Report.of(List.of(late)));
        assertEquals(own.verdict(), published.verdict());
        assertTrue(published.checks().stream()
                .anyMatch(check -> check.number() == 25 && check.outcome() == VerifiedCheck.Outcome.WARNED));
        assertTrue(own.checks().stream().noneMatch(check -> check.number() == 25));
        Finding metadata = Finding.of("METADATA_INVALID", Severity.FAIL, "", new Text("no", "no"), "LLGG");
        assertEquals(Verdict.INVALID, own.joining(Report.of(List.of(metadata))).verdict());
    }
}
