// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.testkit.TrustedLists;
import eu.digitalminutes.signature.testkit.TrustedListsWriter;
import eu.digitalminutes.signature.trust.ListOfTrustedLists;
import eu.digitalminutes.signature.trust.ListStanding;
import eu.digitalminutes.signature.trust.RefreshFailure;
import eu.digitalminutes.signature.trust.RefreshFailure.Fault;
import eu.digitalminutes.signature.trust.RevocationAccess;
import eu.digitalminutes.signature.trust.TrustAnchors;
import eu.digitalminutes.signature.trust.TrustState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trusted lists are fetched, verified and kept; what is bad, old, overdue or out of reach is told apart. */
class TrustedListKeeperTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final URI NOTICE = URI.create("https://journal.example/notice/1");

    @TempDir
    static Path folder;

    private static Council council;
    private static Path signed;
    private static int folders;

    private Path kept;
    private TrustedListKeeper keeper;

    @BeforeAll
    static void sign() throws IOException {
        council = new Council(Files.createDirectories(folder.resolve("council")));
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            signed = folder.resolve("minutes.asice");
            new MinutesSigner(council.profile())
                    .sign(
                            council.composition(council.recording(10_000)),
                            signed,
                            List.of(Signatory.president(president), Signatory.secretary(secretary)));
        }
    }

    @AfterAll
    static void stop() {
        council.close();
    }

    @BeforeEach
    void keep() {
        council.services.publish(lists().write());
        kept = folder.resolve("kept-" + ++folders);
        keeper = TrustedListKeeper.of(kept, source());
    }

    private static TrustedListsWriter lists() {
        return TrustedListsWriter.of(council.services.pki())
                .sequenceNumber(5)
                .locations(council.services.lotl(), council.services.italianList());
    }

    private static ListOfTrustedLists source() {
        return ListOfTrustedLists.at(
                council.services.lotl(),
                List.of(council.services.pki().lotlSigner().certificate()));
    }

    private static VerificationReport verify(TrustAnchors anchors) throws IOException {
        return MinutesVerifier.trusting(anchors, RevocationAccess.ONLINE).verify(signed);
    }

    private static Optional<Finding> finding(VerificationReport report, String code) {
        return report.findings().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    private static List<Fault> faults(TrustState state) {
        return state.failures().stream().map(RefreshFailure::fault).toList();
    }

    @Test
    void afterARefreshSignaturesAreQualifiedWithoutAnyConnectionToThePublisher() throws IOException {
        TrustState state = keeper.refresh();
        assertEquals(List.of(), state.failures());
        assertTrue(state.isUsable(), state.toString());
        assertEquals(ListStanding.CURRENT, state.list("IT").orElseThrow().standing());
        assertEquals(5, state.list("IT").orElseThrow().number());
        assertTrue(state.list("IT").orElseThrow().nextUpdate().isPresent());
        assertTrue(state.age(Instant.now()).orElseThrow().compareTo(Duration.ofMinutes(1)) < 0);
        int asked = council.services.requests("lists");
        assertEquals(Verdict.VALID, verify(keeper.anchors()).verdict());
        assertEquals(asked, council.services.requests("lists"));
    }

    @Test
    void aVerifierSeesListsThatComeAfterItWasMade() throws IOException {
        MinutesVerifier verifier = MinutesVerifier.trusting(keeper.anchors(), RevocationAccess.ONLINE);
        VerificationReport before = verifier.verify(signed);
        assertEquals(Verdict.INDETERMINATE, before.verdict());
        assertTrue(
                finding(before, "TRUSTED_LIST_MISSING").isPresent(),
                before.findings().toString());
        assertEquals("intact", before.integrity());
        keeper.refresh();
        assertEquals(Verdict.VALID, verifier.verify(signed).verdict());
    }

    @Test
    void revocationListsThatComeLaterAreSeenToo() throws IOException {
        keeper.refresh();
        MinutesVerifier verifier = MinutesVerifier.trusting(keeper.anchors());
        assertTrue(finding(verifier.verify(signed), "REVOCATION_UNKNOWN").isPresent());
        TrustBundle.write(folder.resolve("with-crl"), council.services.pki());
        Files.move(folder.resolve("with-crl/crl"), kept.resolve("crl"));
        assertEquals(Verdict.VALID, verifier.verify(signed).verdict());
    }

    @Test
    void anotherProcessMayRefresh() throws IOException {
        TrustAnchors anchors = keeper.anchors();
        TrustedListKeeper.of(kept, source()).refresh();
        assertEquals(Verdict.VALID, verify(anchors).verdict());
        assertTrue(keeper.state().isUsable());
    }

    @Test
    void aForgedNationalListIsNotTakenAndTheCopyGoesOnToServe() throws IOException {
        keeper.refresh();
        council.services.publish(lists().sequenceNumber(6)
                .italianListSignedBy(council.services.pki().strangeListSigner())
                .write());
        TrustState state = keeper.refresh();
        assertEquals(List.of(Fault.BAD), faults(state));
        assertEquals(5, state.list("IT").orElseThrow().number());
        assertEquals(6, state.list("EU").orElseThrow().number());
        assertEquals(Verdict.VALID, verify(keeper.anchors()).verdict());
    }

    @Test
    void aForgedListOfListsIsNotTakenNorWhatItNames() throws IOException {
        keeper.refresh();
        council.services.publish(lists().sequenceNumber(7)
                .lotlSignedBy(council.services.pki().strangeListSigner())
                .write());
        TrustState state = keeper.refresh();
        assertTrue(faults(state).contains(Fault.BAD), state.toString());
        assertEquals(5, state.list("EU").orElseThrow().number());
        assertTrue(state.isUsable());
    }

    @Test
    void aForgedListOfListsIsNotTakenEvenIfItIsTheFirst() throws IOException {
        council.services.publish(
                lists().lotlSignedBy(council.services.pki().strangeListSigner()).write());
        TrustState state = keeper.refresh();
        assertTrue(faults(state).contains(Fault.BAD), state.toString());
        assertFalse(state.isUsable());
        assertFalse(Files.exists(kept.resolve("lotl.xml")));
        VerificationReport report = verify(keeper.anchors());
        assertEquals(Verdict.INDETERMINATE, report.verdict());
    }

    @Test
    void anOlderListIsNotTakenForANewerOne() throws IOException {
        keeper.refresh();
        council.services.publish(lists().sequenceNumber(4).write());
        TrustState state = keeper.refresh();
        assertEquals(List.of(Fault.OLDER, Fault.OLDER), faults(state));
        assertEquals(5, state.list("IT").orElseThrow().number());
    }

    @Test
    void whenNobodyAnswersTheCopiesServeAndTheStateSaysSo() throws IOException {
        keeper.refresh();
        TrustedListKeeper deaf = TrustedListKeeper.of(
                kept,
                ListOfTrustedLists.at(
                        URI.create("http://127.0.0.1:1/lotl.xml"),
                        List.of(council.services.pki().lotlSigner().certificate())));
        TrustState state = deaf.refresh();
        assertEquals(Fault.UNREACHABLE, faults(state).get(0));
        assertTrue(state.isUsable(), state.toString());
        assertEquals(Verdict.VALID, verify(deaf.anchors()).verdict());
    }

    @Test
    void whenNobodyAnswersTheFirstTimeNothingIsCalledBroken() throws IOException {
        TrustedListKeeper deaf = TrustedListKeeper.of(
                kept,
                ListOfTrustedLists.at(
                        URI.create("http://127.0.0.1:1/lotl.xml"),
                        List.of(council.services.pki().lotlSigner().certificate())));
        TrustState state = deaf.refresh();
        assertEquals(List.of(Fault.UNREACHABLE), faults(state));
        assertFalse(state.isUsable());
        assertEquals(Optional.empty(), state.refreshedAt());
        VerificationReport report = verify(deaf.anchors());
        assertEquals(Verdict.INDETERMINATE, report.verdict());
        assertTrue(finding(report, "TRUSTED_LIST_MISSING").isPresent());
    }

    @Test
    void anOverdueListIsTrustedWithAWarningInTheGracePeriodAndNotAfterIt() throws IOException {
        Instant due = Instant.now().minus(Duration.ofDays(2));
        council.services.publish(lists().italianNextUpdate(due).write());
        TrustState strict = keeper.refresh();
        assertEquals(ListStanding.STALE, strict.list("IT").orElseThrow().standing());
        VerificationReport refused = verify(keeper.anchors());
        assertEquals(Verdict.INDETERMINATE, refused.verdict());
        assertTrue(finding(refused, "TRUSTED_LIST_STALE").isPresent());

        TrustedListKeeper patient = keeper.withGrace(WEEK);
        assertEquals(
                ListStanding.IN_GRACE, patient.state().list("IT").orElseThrow().standing());
        VerificationReport warned = verify(patient.anchors());
        assertEquals(Verdict.VALID, warned.verdict());
        assertEquals(
                Severity.WARN,
                finding(warned, "TRUSTED_LIST_IN_GRACE").orElseThrow().severity());
        Clock later = Clock.fixed(due.plus(WEEK).plusSeconds(60), ZoneOffset.UTC);
        assertEquals(
                ListStanding.STALE,
                patient.at(later).state().list("IT").orElseThrow().standing());
    }

    @Test
    void aNewSignerOfTheListOfListsIsKnownByTheEarlierOne() throws IOException {
        TrustedLists succeeded = lists().succeededBy(
                        council.services.pki().strangeListSigner(), council.services.pivot(), NOTICE)
                .write();
        council.services.publish(succeeded);
        TrustedListKeeper announced = TrustedListKeeper.of(kept, source().announcedAt(NOTICE));
        TrustState state = announced.refresh();
        assertEquals(List.of(), state.failures());
        assertTrue(state.isUsable(), state.toString());
        assertEquals(Verdict.VALID, verify(announced.anchors()).verdict());
    }

    @Test
    void withoutTheEarlierOneTheNewSignerIsNotKnown() throws IOException {
        council.services.publish(lists().succeededBy(
                        council.services.pki().strangeListSigner(), URI.create("http://127.0.0.1:1/pivot.xml"), NOTICE)
                .write());
        TrustState state =
                TrustedListKeeper.of(kept, source().announcedAt(NOTICE)).refresh();
        assertFalse(state.isUsable());
        assertTrue(faults(state).contains(Fault.UNREACHABLE), state.toString());
    }

    @Test
    void aBundleCarriesTheListsToAMachineWithoutConnection() throws IOException {
        keeper.refresh();
        Path bundle = folder.resolve("bundle-" + folders);
        keeper.exportTo(bundle);
        assertEquals(
                Verdict.VALID,
                verify(TrustAnchors.offlineLists(bundle.resolve("lotl.xml"))).verdict());
        TrustedListKeeper elsewhere = TrustedListKeeper.of(folder.resolve("elsewhere-" + folders), source());
        assertTrue(elsewhere.importFrom(bundle).isUsable());
        assertEquals(Verdict.VALID, verify(elsewhere.anchors()).verdict());
    }

    @Test
    void aTamperedBundleIsNotImported() throws IOException {
        keeper.refresh();
        Path bundle = folder.resolve("tampered-" + folders);
        keeper.exportTo(bundle);
        try (var files = Files.newDirectoryStream(bundle, "*it-tl.xml")) {
            for (Path list : files) {
                Files.writeString(list, Files.readString(list).replace("Ente Prova", "Ente Falso"));
            }
        }
        TrustedListKeeper elsewhere = TrustedListKeeper.of(folder.resolve("untouched-" + folders), source());
        TrustState state = elsewhere.importFrom(bundle);
        assertEquals(List.of(Fault.BAD), faults(state));
        assertFalse(state.isUsable());
    }

    @Test
    void whatTheServerSendsInsteadOfAListIsNotTaken() throws IOException {
        keeper.refresh();
        TrustedListKeeper misled = TrustedListKeeper.of(
                kept,
                ListOfTrustedLists.at(
                        council.services.crl(council.services.pki().qualifiedAuthority()),
                        List.of(council.services.pki().lotlSigner().certificate())));
        TrustState state = misled.refresh();
        assertEquals(List.of(Fault.BAD), faults(state));
        assertTrue(state.isUsable(), state.toString());
    }

    @Test
    void onlyTheWantedTerritoriesAreTaken() throws IOException {
        TrustState state = TrustedListKeeper.of(kept, source().onlyOf("FR")).refresh();
        assertEquals(1, state.lists().size());
        assertEquals("EU", state.lists().get(0).territory());
    }

    @Test
    void aDamagedFolderIsSaidToBeOne() throws IOException {
        keeper.refresh();
        Files.writeString(kept.resolve("source.json"), "{");
        assertEquals(
                "TRUST_BUNDLE_MALFORMED",
                assertThrows(MinutesException.class, keeper::state).code());
        Files.writeString(kept.resolve("refresh.json"), "[");
        assertTrue(keeper.refresh().isUsable());
        assertThrows(
                NoSuchFileException.class,
                () -> TrustedListKeeper.of(folder.resolve("none"), source()).exportTo(folder.resolve("nothing")));
    }

    @Test
    void withoutSignersThereIsNoListOfLists() {
        assertThrows(IllegalArgumentException.class, () -> ListOfTrustedLists.european(List.of()));
    }
}
