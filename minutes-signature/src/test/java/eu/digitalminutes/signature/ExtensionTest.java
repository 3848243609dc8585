// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.signed.SignedFile;
import eu.digitalminutes.signature.testkit.RevocationFault;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.testkit.TsaFault;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence is added to signatures without touching the recording. */
class ExtensionTest {
    private static final int SIZE = 3_000_000;

    @TempDir
    Path folder;

    private Council council;
    private Path container;

    @BeforeEach
    void signAtLevelB() throws IOException {
        council = new Council(folder);
        container = folder.resolve("minutes.asice");
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            new MinutesSigner(SigningProfile.withoutTimestamp())
                    .sign(
                            council.composition(council.recording(SIZE)),
                            container,
                            List.of(Signatory.president(president), Signatory.secretary(secretary)));
        }
    }

    @AfterEach
    void close() {
        council.close();
    }

    private SignedFile extend(SignatureLevel level, TrustAnchors anchors, RevocationAccess access) throws IOException {
        return SignatureExtender.of(TimestampAuthority.at(council.services.tsa()), anchors, access)
                .extend(container, level);
    }

    private static List<String> levels(SignedFile signed) {
        return signed.signatures().stream().map(AppliedSignature::level).toList();
    }

    /** Trusted lists without any revocation list beside them. */
    private TrustAnchors listsOnly() throws IOException {
        Path lotl = TrustBundle.write(folder.resolve("lists-only"), council.services.pki());
        try (DirectoryStream<Path> lists = Files.newDirectoryStream(folder.resolve("lists-only/crl"))) {
            for (Path list : lists) {
                Files.delete(list);
            }
        }
        return TrustAnchors.offlineLists(lotl);
    }

    @Test
    void aTimeStampIsAddedToBothSignaturesWithoutReadingTheRecording() throws Exception {
        Reads reads =
                Reads.of(container, () -> extend(SignatureLevel.T, TrustAnchors.none(), RevocationAccess.AT_HAND));
        assertTrue(reads.bytes() < SIZE / 4, () -> reads.bytes() + " bytes read");
        VerificationReport report = MinutesVerifier.trusting(council.trust()).verify(container);
        assertEquals(Verdict.VALID, report.verdict(), () -> report.report().toString());
        assertEquals(
                2,
                report.signatures().stream()
                        .filter(one -> one.level().equals("T"))
                        .count());
    }

    @Test
    void withRevocationListsAtHandTheSignaturesBecomeVerifiableByThemselves() throws Exception {
        extend(SignatureLevel.T, TrustAnchors.none(), RevocationAccess.AT_HAND);
        TrustAnchors bundle = council.trust();
        Reads reads = Reads.of(container, () -> extend(SignatureLevel.LT, bundle, RevocationAccess.AT_HAND));
        assertTrue(reads.bytes() < SIZE / 4, () -> reads.bytes() + " bytes read");
        VerificationReport report = MinutesVerifier.trusting(listsOnly()).verify(container);
        assertEquals(Verdict.VALID, report.verdict(), () -> report.report().toString());
        assertEquals(
                2,
                report.signatures().stream()
                        .filter(one -> one.level().equals("LT"))
                        .count());
        assertFalse(report.findings().stream().anyMatch(one -> one.code().equals("NO_LONG_TERM_EVIDENCE")));
    }

    @Test
    void fromBToLongTermInOneCallWithTheServicesThatCertificatesName() throws Exception {
        SignedFile extended = extend(SignatureLevel.LT, listsOnly(), RevocationAccess.ONLINE);
        assertEquals(List.of("LT", "LT"), levels(extended));
        assertTrue(council.services.requests("ocsp") > 0);
        VerificationReport report = MinutesVerifier.trusting(listsOnly()).verify(container);
        assertEquals(Verdict.VALID, report.verdict(), () -> report.report().toString());
    }

    @Test
    void whatHasReachedALevelStaysAsItIs() throws Exception {
        extend(SignatureLevel.LT, council.trust(), RevocationAccess.AT_HAND);
        byte[] before = Files.readAllBytes(container);
        extend(SignatureLevel.T, TrustAnchors.none(), RevocationAccess.AT_HAND);
        extend(SignatureLevel.LT, council.trust(), RevocationAccess.AT_HAND);
        assertArrayEquals(before, Files.readAllBytes(container));
    }

    @Test
    void withoutRevocationDataNothingIsChangedAndTheReasonIsSaid() throws Exception {
        extend(SignatureLevel.T, TrustAnchors.none(), RevocationAccess.AT_HAND);
        byte[] before = Files.readAllBytes(container);
        TrustAnchors lists = listsOnly();
        MinutesException failure =
                assertThrows(MinutesException.class, () -> extend(SignatureLevel.LT, lists, RevocationAccess.AT_HAND));
        assertEquals("EVIDENCE_MISSING", failure.code());
        assertTrue(failure.getMessage().contains("Anna Bianchi"), failure.getMessage());
        assertArrayEquals(before, Files.readAllBytes(container));
    }

    @Test
    void anAuthorityThatIsDownLeavesTheContainer() throws Exception {
        council.services.tsaFaults(TsaFault.DOWN);
        byte[] before = Files.readAllBytes(container);
        assertThrows(
                ServiceUnavailableException.class,
                () -> extend(SignatureLevel.T, TrustAnchors.none(), RevocationAccess.AT_HAND));
        assertArrayEquals(before, Files.readAllBytes(container));
    }

    @Test
    void anOnlineVerificationAsksTheServicesAndSaysWhenTheyAreDown() throws Exception {
        extend(SignatureLevel.T, TrustAnchors.none(), RevocationAccess.AT_HAND);
        TrustAnchors lists = listsOnly();
        assertEquals(
                Verdict.VALID,
                MinutesVerifier.trusting(lists, RevocationAccess.ONLINE)
                        .verify(container)
                        .verdict());
        council.services.ocspFaults(RevocationFault.DOWN);
        council.services.crlFaults(RevocationFault.DOWN);
        VerificationReport report =
                MinutesVerifier.trusting(lists, RevocationAccess.ONLINE).verify(container);
        assertEquals(Verdict.INDETERMINATE, report.verdict());
        assertTrue(report.findings().stream().anyMatch(one -> one.code().equals("REVOCATION_UNKNOWN")));
    }
}
