// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.CertificateRequirement;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.testkit.TrustedListsWriter;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes anything is found out, and the finding names what was changed. */
class VerdictUnderAttackTest {
    @TempDir
    static Path folder;

    static Council council;
    static Path signed;
    static MinutesVerifier verifier;

    @BeforeAll
    static void presidentAndSecretarySign() throws IOException {
        council = new Council(folder);
        signed = sign("minutes.asice", TestSigner.PRESIDENT, TestSigner.SECRETARY);
        verifier = MinutesVerifier.trusting(council.trust());
        assertEquals(Verdict.VALID, verifier.verify(signed).verdict());
    }

    @AfterAll
    static void close() {
        council.close();
    }

    /** Signs as a careless program would, that looks neither at certificates nor at who presided. */
    private static Path sign(String name, TestSigner president, TestSigner secretary) throws IOException {
        Path container = folder.resolve(name);
        new MinutesSigner(council.profile())
                .compose(council.composition(council.recording(200_000)), container, Task.none());
        FileSigner careless = new FileSigner(council.profile().toBuilder()
                .certificates(CertificateRequirement.ANY)
                .build());
        try (SigningKey first = council.key(president);
                SigningKey second = council.key(secretary)) {
            careless.addSignature(container, Signatory.president(first));
            careless.addSignature(container, Signatory.secretary(second));
        }
        return container;
    }

    private static VerificationReport assertFound(Verdict verdict, String code, String where, Path container)
            throws IOException {
        VerificationReport report = verifier.verify(container);
        assertEquals(verdict, report.verdict(), () -> report.report().toString());
        assertTrue(
                report.findings().stream()
                        .filter(finding -> finding.severity() == Severity.FAIL)
                        .anyMatch(finding ->
                                finding.code().equals(code) && finding.where().equals(where)),
                () -> code + " " + where + " in " + report.report());
        return report;
    }

    @Test
    void aFlippedByteOfTheRecordingIsNamed() throws IOException {
        Path copy = Files.copy(signed, folder.resolve("flipped.asice"), StandardCopyOption.REPLACE_EXISTING);
        try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
            file.seek(Files.size(copy) - 120_000);
            int old = file.read();
            file.seek(Files.size(copy) - 120_000);
            file.write(old ^ 1);
        }
        VerificationReport report = assertFound(Verdict.INVALID, "FILE_ALTERED", "recording-1.mp4", copy);
        assertEquals("broken", report.integrity());
        assertTrue(codes(report).contains("FILE_DAMAGED"));
        assertTrue(codes(report).contains("RECORDING_NOT_THE_NAMED_ONE"));
    }

    @Test
    void aChangedRecordingIsNamedEvenWhenTheContainerIsRepacked() throws IOException {
        Path changed = Repacked.of(signed, "changed.asice", files -> files.get("recording-1.mp4")[1000] ^= 1);
        assertFound(Verdict.INVALID, "FILE_ALTERED", "recording-1.mp4", changed);
    }

    @Test
    void aFaithfullyRepackedContainerStaysValid() throws IOException {
        assertEquals(
                Verdict.VALID,
                verifier.verify(Repacked.of(signed, "same.asice", files -> {})).verdict());
    }

    @Test
    void aRemovedFileIsNamed() throws IOException {
        Path without = Repacked.of(signed, "without.asice", files -> files.remove("minutes.pdf"));
        assertFound(Verdict.INVALID, "FILE_MISSING", "minutes.pdf", without);
    }

    @Test
    void anAddedUnlistedFileIsNamed() throws IOException {
        Path with = Repacked.of(signed, "with.asice", files -> files.put("annex.txt", new byte[] {1}));
        VerificationReport report = assertFound(Verdict.INVALID, "FILE_NOT_SIGNED", "annex.txt", with);
        assertTrue(report.signatures().stream().allMatch(signature -> signature.passed()));
    }

    @Test
    void aFileHiddenInMetaInfIsNamed() throws IOException {
        Path with = Repacked.of(signed, "hidden.asice", files -> files.put("META-INF/annex.txt", new byte[] {1}));
        assertFound(Verdict.INVALID, "FILE_NOT_SIGNED", "META-INF/annex.txt", with);
    }

    @Test
    void editedFactsAreNamed() throws IOException {
        Path edited = Repacked.of(
                signed,
                "edited.asice",
                files -> files.compute(
                        "minutes.json",
                        (name, json) -> new String(json, StandardCharsets.UTF_8)
                                .replace("\"yes\" : 2", "\"yes\" : 1")
                                .getBytes(StandardCharsets.UTF_8)));
        assertFound(Verdict.INVALID, "FILE_ALTERED", "minutes.json", edited);
    }

    @Test
    void unreadableFactsAreAFindingNotAFailure() throws IOException {
        Path edited = Repacked.of(
                signed, "unreadable.asice", files -> files.put("minutes.json", "{".getBytes(StandardCharsets.UTF_8)));
        assertFound(Verdict.INVALID, "MINUTES_UNREADABLE", "minutes.json", edited);
    }

    @Test
    void aSwappedSignerIsNamed() throws IOException {
        Path swapped = sign("swapped.asice", TestSigner.SECRETARY, TestSigner.PRESIDENT);
        VerificationReport report = assertFound(Verdict.INVALID, "SIGNER_NOT_IN_ROLE", "president", swapped);
        assertTrue(report.signatures().stream().allMatch(signature -> signature.passed()));
    }

    @Test
    void somebodyElsesSignatureIsNamed() throws IOException {
        assertFound(
                Verdict.INVALID,
                "SIGNER_NOT_IN_ROLE",
                "secretary",
                sign("deputy.asice", TestSigner.PRESIDENT, TestSigner.DEPUTY));
    }

    @Test
    void oneSignatureOnlyIsNotEnough() throws IOException {
        SigningProfile alone = council.profile().toBuilder()
                .requiredRoles(Set.of(SignatoryRole.PRESIDENT))
                .build();
        try (SigningKey president = council.key(TestSigner.PRESIDENT)) {
            Path one = new MinutesSigner(alone)
                    .sign(
                            council.composition(council.recording(1000)),
                            folder.resolve("one.asice"),
                            List.of(Signatory.president(president)))
                    .container();
            assertFound(Verdict.INVALID, "SIGNER_MISSING", "secretary", one);
        }
    }

    @Test
    void aRemovedSignatureIsMissed() throws IOException {
        Path without = Repacked.of(signed, "unsigned.asice", files -> files.remove("META-INF/signatures002.xml"));
        assertFound(Verdict.INVALID, "SIGNER_MISSING", "secretary", without);
    }

    @Test
    void noSignatureAtAllIsSaid() throws IOException {
        Path none = Repacked.of(
                signed, "none.asice", files -> files.keySet().removeIf(name -> name.contains("signatures")));
        VerificationReport report = assertFound(Verdict.INVALID, "NO_SIGNATURE", "", none);
        assertEquals("no-signature", report.integrity());
    }

    @Test
    void anAlteredSignatureValueIsBroken() throws IOException {
        Path altered = Repacked.of(
                signed,
                "value.asice",
                files -> files.compute("META-INF/signatures001.xml", (name, xml) -> {
                    String text = new String(xml, StandardCharsets.UTF_8);
                    int at = text.indexOf(">", text.indexOf("SignatureValue")) + 10;
                    char other = text.charAt(at) == 'A' ? 'B' : 'A';
                    return (text.substring(0, at) + other + text.substring(at + 1)).getBytes(StandardCharsets.UTF_8);
                }));
        assertFound(Verdict.INVALID, "SIGNATURE_BROKEN", "Anna Bianchi", altered);
    }

    @Test
    void anotherMimetypeIsNamed() throws IOException {
        Path other = Repacked.of(
                signed,
                "mimetype.asice",
                files -> files.put("mimetype", "application/zip".getBytes(StandardCharsets.US_ASCII)));
        assertFound(Verdict.INVALID, "MIMETYPE_WRONG", "mimetype", other);
    }

    @Test
    void theMimetypeStandsFirst() throws IOException {
        Path last = Repacked.of(signed, "last.asice", files -> {
            byte[] mimetype = files.remove("mimetype");
            files.put("mimetype", mimetype);
        });
        assertFound(Verdict.INVALID, "MIMETYPE_WRONG", "mimetype", last);
    }

    @Test
    void aSealIsNoSignatureOfAPerson() throws IOException {
        assertFound(
                Verdict.INVALID,
                "SEAL_IN_PLACE_OF_SIGNATURE",
                "Comune di Prova",
                sign("seal.asice", TestSigner.SEAL, TestSigner.SECRETARY));
    }

    @Test
    void aQualifiedCertificateWithoutADeviceIsNotEnough() throws IOException {
        VerificationReport report =
                verifier.verify(sign("no-device.asice", TestSigner.WITHOUT_QSCD, TestSigner.SECRETARY));
        assertEquals(Verdict.INVALID, report.verdict());
        assertTrue(codes(report).contains("NOT_QUALIFIED"), codes(report).toString());
    }

    @Test
    void anUnlistedIssuerIsUndecidedNotTrusted() throws IOException {
        VerificationReport report =
                verifier.verify(sign("unlisted.asice", TestSigner.UNLISTED_AUTHORITY, TestSigner.SECRETARY));
        assertNotEquals(Verdict.VALID, report.verdict());
        assertTrue(codes(report).contains("ISSUER_UNKNOWN"), codes(report).toString());
    }

    @Test
    void aRevokedCertificateIsNotValid() throws IOException {
        VerificationReport report = verifier.verify(sign("revoked.asice", TestSigner.REVOKED, TestSigner.SECRETARY));
        assertNotEquals(Verdict.VALID, report.verdict());
        assertTrue(codes(report).contains("CERTIFICATE_REVOKED"), codes(report).toString());
    }

    @Test
    void withoutTrustNothingIsValidAndNothingIsCalledBroken() throws IOException {
        VerificationReport report =
                MinutesVerifier.trusting(TrustAnchors.none()).verify(signed);
        assertEquals(Verdict.INDETERMINATE, report.verdict());
        assertEquals("intact", report.integrity());
        assertTrue(codes(report).contains("NO_TRUST"));
    }

    @Test
    void aTamperedTrustedListIsNotTrusted() throws IOException {
        Path lists = folder.resolve("tampered");
        Path lotl = TrustBundle.write(lists, council.services.pki());
        Path italian = lists.resolve("it-tl.xml");
        Files.writeString(italian, Files.readString(italian).replace("Ente Prova", "Ente Falso"));
        VerificationReport report =
                MinutesVerifier.trusting(TrustAnchors.offlineLists(lotl)).verify(signed);
        assertEquals(Verdict.INDETERMINATE, report.verdict());
        assertTrue(codes(report).contains("TRUSTED_LIST_BAD"), codes(report).toString());
    }

    @Test
    void aSelfMadeListOfListsIsNotTrusted() throws IOException {
        Path lotl = TrustBundle.write(
                folder.resolve("self-made"),
                council.services.pki(),
                TrustedListsWriter.of(council.services.pki())
                        .lotlSignedBy(council.services.pki().strangeListSigner())
                        .write());
        VerificationReport report =
                MinutesVerifier.trusting(TrustAnchors.offlineLists(lotl)).verify(signed);
        assertEquals(Verdict.INDETERMINATE, report.verdict());
        assertTrue(codes(report).contains("TRUSTED_LIST_BAD"), codes(report).toString());
    }

    @Test
    void anExpiredListIsNotTrusted() throws IOException {
        Path lotl = TrustBundle.write(
                folder.resolve("expired-list"),
                council.services.pki(),
                TrustedListsWriter.of(council.services.pki())
                        .italianNextUpdate(Instant.now().minus(1, ChronoUnit.DAYS))
                        .write());
        VerificationReport report =
                MinutesVerifier.trusting(TrustAnchors.offlineLists(lotl)).verify(signed);
        assertEquals(Verdict.INDETERMINATE, report.verdict());
        assertTrue(codes(report).contains("TRUSTED_LIST_STALE"), codes(report).toString());
    }

    @Test
    void aServiceWithdrawnBeforeSigningDoesNotQualify() throws IOException {
        Path lotl = TrustBundle.write(
                folder.resolve("withdrawn"),
                council.services.pki(),
                TrustedListsWriter.of(council.services.pki())
                        .withdrawn(
                                council.services.pki().qualifiedAuthority(),
                                Instant.now().minus(10, ChronoUnit.DAYS))
                        .write());
        VerificationReport report =
                MinutesVerifier.trusting(TrustAnchors.offlineLists(lotl)).verify(signed);
        assertEquals(Verdict.INVALID, report.verdict());
        assertTrue(codes(report).contains("NOT_QUALIFIED"), codes(report).toString());
    }

    @Test
    void aTimeBeforeTheSignaturesExistedDecidesNothing() throws IOException {
        VerificationReport report = verifier.verify(signed, Instant.parse("2026-01-01T00:00:00Z"), Task.none());
        assertEquals(Verdict.INDETERMINATE, report.verdict());
        assertTrue(codes(report).contains("NOT_YET_SIGNED"), codes(report).toString());
    }

    @Test
    void revocationDataFromBeforeTheSignatureIsWarnedAbout() throws IOException {
        Path lotl = TrustBundle.write(folder.resolve("old-crl"), council.services.pki());
        Files.write(
                folder.resolve("old-crl/crl/ca-qc.crl"),
                council.services
                        .pki()
                        .crl(
                                council.services.pki().qualifiedAuthority(),
                                Instant.now().minus(1, ChronoUnit.HOURS)));
        VerificationReport report =
                MinutesVerifier.trusting(TrustAnchors.offlineLists(lotl)).verify(signed);
        assertTrue(
                codes(report).contains("REVOCATION_BEFORE_SIGNING"),
                codes(report).toString());
        assertFalse(codes(verifier.verify(signed)).contains("REVOCATION_BEFORE_SIGNING"));
    }

    @Test
    void aFileThatIsNoContainerIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.asice"), "not a container");
        MinutesException refusal = assertThrows(MinutesException.class, () -> verifier.verify(text));
        assertEquals("FORM_UNKNOWN", refusal.code());
        assertTrue(refusal.getMessage().contains(text.toString()));
    }

    @Test
    void thousandsOfSignatureFilesDoNotKeepAVerifierBusy() throws IOException {
        Path many = Repacked.of(signed, "many.asice", files -> {
            byte[] signature = files.get("META-INF/signatures001.xml");
            for (int i = 0; i < 2_000; i++) {
                files.put("META-INF/signatures-" + i + ".xml", signature);
            }
        });
        assertEquals(
                "CONTAINER_MALFORMED",
                assertThrows(MinutesException.class, () -> verifier.verify(many))
                        .code());
    }

    @Test
    void manyThreadsShareOneVerifier() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Verdict>> work =
                    Collections.nCopies(24, () -> verifier.verify(signed).verdict());
            for (Future<Verdict> verdict : threads.invokeAll(work)) {
                assertEquals(Verdict.VALID, verdict.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void hostileNamesAreRefused() throws IOException {
        for (String name : new String[] {"../out.txt", "/etc/passwd", "a\\b", "c:d", "a/../../b"}) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("mimetype", "application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.US_ASCII));
            files.put(name, new byte[] {1});
            Path hostile = Repacked.write(folder.resolve("hostile.asice"), files);
            assertThrows(MinutesException.class, () -> verifier.verify(hostile), name);
        }
    }

    private static List<String> codes(VerificationReport report) {
        return report.findings().stream().map(Finding::code).toList();
    }
}
