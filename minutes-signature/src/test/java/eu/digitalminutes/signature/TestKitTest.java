// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.RevocationFault;
import eu.digitalminutes.signature.testkit.TestIdentity;
import eu.digitalminutes.signature.testkit.TestPerson;
import eu.digitalminutes.signature.testkit.TestPki;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.testkit.TrustedLists;
import eu.digitalminutes.signature.testkit.TrustedListsWriter;
import eu.digitalminutes.signature.testkit.TsaFault;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.service.http.commons.CommonsDataLoader;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.client.http.MemoryDataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The test kit does what it says, judged by DSS alone. */
class TestKitTest {

    private static final TestPerson SOMEBODY = new TestPerson("Nina", "Prova", "PRVNNI70A41H501Y");

    private static PkiServer server;
    private static TestPki pki;
    private static TrustedListsCertificateSource trust;

    @TempDir
    Path folder;

    @BeforeAll
    static void startServices(@TempDir Path cache) throws IOException {
        server = PkiServer.start();
        pki = server.pki();
        trust = PlainDss.trust(TrustedListsWriter.of(pki).write(), cache);
    }

    @AfterAll
    static void stopServices() {
        server.close();
    }

    @AfterEach
    void mendServices() {
        server.tsaFaults();
        server.ocspFaults();
        server.crlFaults();
    }

    @ParameterizedTest
    @CsvSource({
        "PRESIDENT, TOTAL_PASSED, QESIG",
        "SECRETARY, TOTAL_PASSED, QESIG",
        "DEPUTY, TOTAL_PASSED, QESIG",
        "SEAL, TOTAL_PASSED, QESEAL",
        "WITHOUT_QSCD, TOTAL_PASSED, ADESIG_QC",
        "UNLISTED_AUTHORITY, NO_CERTIFICATE_CHAIN_FOUND, NA",
        "REVOKED, REVOKED_NO_POE, INDETERMINATE_QESIG",
        "SUSPENDED, TRY_LATER, INDETERMINATE_QESIG",
        "NOT_YET_VALID, CERTIFICATE_CHAIN_GENERAL_FAILURE, INDETERMINATE_QESIG",
    })
    void everySignerIsWhatItsNameSaysWithoutNetwork(TestSigner signer, String outcome, String qualification)
            throws Exception {
        DSSDocument stamped = PlainDss.stamp(PlainDss.sign(pki.identity(signer)), server.tsa());
        int asked = server.requests("ocsp") + server.requests("crl") + server.requests("aia");
        assertEquals(outcome + " " + qualification + " CAdES-BASELINE-T QTSA", verdict(stamped, offline()));
        assertEquals(asked, server.requests("ocsp") + server.requests("crl") + server.requests("aia"));
    }

    @Test
    void expiredSignerHasNoTimestampThatHelps() throws Exception {
        DSSDocument stamped = PlainDss.stamp(PlainDss.sign(pki.identity(TestSigner.EXPIRED)), server.tsa());
        assertTrue(verdict(stamped, offline()).startsWith("CERTIFICATE_CHAIN_GENERAL_FAILURE INDETERMINATE_QESIG"));
    }

    @Test
    void keyUsageOfNoSigningUsageIsKeyEnciphermentAlone() {
        boolean[] usage =
                pki.identity(TestSigner.NO_SIGNING_USAGE).certificate().getKeyUsage();
        assertEquals("[false, false, true, false, false, false, false, false, false]", Arrays.toString(usage));
    }

    @Test
    void bundleIsAllThatAVerifierNeedsWithoutNetwork() throws Exception {
        TestIdentity signer = pki.issue(SOMEBODY);
        DSSDocument stamped = PlainDss.stamp(PlainDss.sign(signer), server.tsa());
        Path lotl = TrustBundle.write(folder.resolve("trust"), pki);
        Path bundle = lotl.getParent();
        Map<String, byte[]> lists = Map.of(
                "https://lotl.example.invalid/lotl.xml", Files.readAllBytes(lotl),
                "https://tl.example.invalid/it-tl.xml", Files.readAllBytes(bundle.resolve("it-tl.xml")));
        TrustedListsCertificateSource loaded;
        try (InputStream pem = Files.newInputStream(bundle.resolve("lotl-signers.pem"))) {
            List<X509Certificate> signers = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            loaded = PlainDss.trust(
                    TrustedListsWriter.of(pki).write().lotlLocation(), signers, new MemoryDataLoader(lists), folder);
        }
        byte[] crl = Files.readAllBytes(bundle.resolve("crl/ca-qc.crl"));
        String strict = strictPolicy();
        assertEquals(
                "TOTAL_PASSED QESIG CAdES-BASELINE-T QTSA", verdict(stamped, PlainDss.offline(loaded, crl), strict));
    }

    @Test
    void crlFromBeforeSigningPassesOnlyWherePolicyIgnoresFreshness() throws Exception {
        DSSDocument stamped = PlainDss.stamp(PlainDss.sign(pki.identity(TestSigner.DEPUTY)), server.tsa());
        byte[] old = pki.crl(pki.qualifiedAuthority(), Instant.now().minus(Duration.ofDays(60)));
        CommonCertificateVerifier verifier = PlainDss.offline(trust, old);
        assertEquals("TOTAL_PASSED QESIG CAdES-BASELINE-T QTSA", verdict(stamped, verifier));
        assertEquals("TRY_LATER INDETERMINATE_QESIG CAdES-BASELINE-T QTSA", verdict(stamped, verifier, strictPolicy()));
    }

    @Test
    void revocationAfterTheTimestampLeavesTheSignatureGood() throws Exception {
        TestIdentity signer = pki.issue(SOMEBODY);
        server.clockOffBy(Duration.ofHours(-1));
        server.tsaFaults(TsaFault.CLOCK_OFF);
        DSSDocument stamped = PlainDss.stamp(PlainDss.sign(signer), server.tsa());
        signer.revoke(CRLReason.KEY_COMPROMISE, Instant.now().minus(Duration.ofMinutes(10)));
        assertEquals("TOTAL_PASSED QESIG CAdES-BASELINE-T QTSA", verdict(stamped, offline()));
        signer.revoke(CRLReason.KEY_COMPROMISE, Instant.now().minus(Duration.ofMinutes(70)));
        assertEquals("REVOKED_NO_POE INDETERMINATE_QESIG CAdES-BASELINE-T QTSA", verdict(stamped, offline()));
    }

    @Test
    void endOfSuspensionMakesTheSignatureGood() throws Exception {
        TestIdentity signer = pki.issue(SOMEBODY);
        signer.suspend(Instant.now().minus(Duration.ofHours(1)));
        DSSDocument stamped = PlainDss.stamp(PlainDss.sign(signer), server.tsa());
        assertEquals("TRY_LATER INDETERMINATE_QESIG CAdES-BASELINE-T QTSA", verdict(stamped, offline()));
        signer.reinstate();
        assertEquals("TOTAL_PASSED QESIG CAdES-BASELINE-T QTSA", verdict(stamped, offline()));
    }

    @Test
    void oneChangedByteOfTheItalianListLeavesNoTrust() {
        TrustedLists lists = TrustedListsWriter.of(pki).write();
        byte[] tampered = new String(lists.italian(), StandardCharsets.UTF_8)
                .replace("Via di Prova 1", "Via di Prova 2")
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(0, PlainDss.trust(lists, tampered, folder).getNumberOfCertificates());
    }

    static Stream<Arguments> unsoundLists() {
        Instant past = Instant.now().minus(Duration.ofDays(1));
        return Stream.of(
                unsound("LOTL of a stranger", writer -> writer.lotlSignedBy(pki.strangeListSigner())),
                unsound("Italian list of a stranger", writer -> writer.italianListSignedBy(pki.strangeListSigner())),
                unsound("expired LOTL", writer -> writer.lotlNextUpdate(past)),
                unsound("expired Italian list", writer -> writer.italianNextUpdate(past)));
    }

    private static Arguments unsound(String name, UnaryOperator<TrustedListsWriter> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsoundLists")
    void unsoundListsLeaveNoTrust(String name, UnaryOperator<TrustedListsWriter> change) {
        TrustedLists lists = change.apply(TrustedListsWriter.of(pki)).write();
        assertEquals(0, PlainDss.trust(lists, folder).getNumberOfCertificates());
    }

    @Test
    void withdrawnServicesQualifyOnlyWhatWasSignedBefore() throws Exception {
        DSSDocument stamped = PlainDss.stamp(PlainDss.sign(pki.identity(TestSigner.PRESIDENT)), server.tsa());
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        assertEquals(
                "TOTAL_PASSED ADESIG CAdES-BASELINE-T QTSA",
                verdict(stamped, withdrawn("a", pki.qualifiedAuthority(), yesterday)));
        assertEquals(
                "TOTAL_PASSED QESIG CAdES-BASELINE-T TSA",
                verdict(stamped, withdrawn("b", pki.timestampUnit(), yesterday)));
        assertEquals(
                "TOTAL_PASSED QESIG CAdES-BASELINE-T QTSA",
                verdict(stamped, withdrawn("c", pki.qualifiedAuthority(), tomorrow)));
    }

    @ParameterizedTest
    @CsvSource({
        "DOWN, 503",
        "SLOW, Read timed out",
        "GARBAGE, malformed timestamp response",
        "REJECTS, PKIFailureInfo: 0x200",
        "WRONG_HASH, different message imprint digest",
        "WRONG_NONCE, wrong nonce",
    })
    void everyFaultOfTheTsaIsNoticed(TsaFault fault, String message) throws Exception {
        DSSDocument signed = PlainDss.sign(pki.identity(TestSigner.SECRETARY));
        int asked = server.requests("tsa");
        server.tsaFaults(fault);
        DSSExternalResourceException failure =
                assertThrows(DSSExternalResourceException.class, () -> PlainDss.stamp(signed, server.tsa()));
        assertTrue(failure.getMessage().contains(message), failure.getMessage());
        assertEquals(asked + 1, server.requests("tsa"));
    }

    @Test
    void clockOfTheTsaMayBeOff() throws Exception {
        server.clockOffBy(Duration.ofDays(-3));
        server.tsaFaults(TsaFault.CLOCK_OFF);
        DSSDocument stamped = PlainDss.stamp(PlainDss.sign(pki.identity(TestSigner.SECRETARY)), server.tsa());
        SimpleReport report = report(stamped, offline(), null);
        Instant best = report.getBestSignatureTime(report.getFirstSignatureId()).toInstant();
        assertEquals(3, Duration.between(best, Instant.now()).toDays());
    }

    @Test
    void tsaAsksForTheLoginItWasGiven() throws Exception {
        DSSDocument signed = PlainDss.sign(pki.identity(TestSigner.SECRETARY));
        try (PkiServer guarded = PkiServer.serving(pki)) {
            guarded.tsaLogin("comune", "segreta");
            assertThrows(DSSExternalResourceException.class, () -> PlainDss.stamp(signed, guarded.tsa()));
            assertThrows(
                    DSSExternalResourceException.class,
                    () -> PlainDss.stamp(signed, guarded.tsa(), "comune", "sbagliata"));
            DSSDocument stamped = PlainDss.stamp(signed, guarded.tsa(), "comune", "segreta");
            assertEquals("TOTAL_PASSED QESIG CAdES-BASELINE-T QTSA", verdict(stamped, offline()));
        }
    }

    @Test
    @Timeout(10)
    void waitingForASlowServiceEndsWithTheServer() throws Exception {
        CompletableFuture<HttpResponse<Void>> answer;
        try (PkiServer slow = PkiServer.serving(pki)) {
            slow.delay(Duration.ofHours(1));
            slow.crlFaults(RevocationFault.SLOW);
            answer = HttpClient.newHttpClient()
                    .sendAsync(
                            HttpRequest.newBuilder(slow.crl(pki.qualifiedAuthority()))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            while (slow.requests("crl") == 0) {
                Thread.onSpinWait();
            }
            assertFalse(answer.isDone());
        }
        // The answer still gets out, or the connection is cut: either way nobody waits for an hour.
        assertTrue(answer.handle((response, failure) -> true).get(5, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @EnumSource(RevocationFault.class)
    void everyFaultOfTheRevocationServicesIsNoticed(RevocationFault fault) throws Exception {
        DSSDocument stamped = PlainDss.stamp(PlainDss.sign(pki.identity(TestSigner.SECRETARY)), server.tsa());
        assertEquals(
                "TOTAL_PASSED QESIG CAdES-BASELINE-T QTSA", verdict(stamped, PlainDss.online(trust)), "without fault");
        server.crlFaults(RevocationFault.DOWN);
        server.ocspFaults(fault);
        assertFalse(verdict(stamped, PlainDss.online(trust), strictPolicy()).contains("TOTAL_PASSED"), "OCSP");
        server.crlFaults(fault);
        server.ocspFaults(RevocationFault.DOWN);
        assertFalse(verdict(stamped, PlainDss.online(trust), strictPolicy()).contains("TOTAL_PASSED"), "CRL");
    }

    @Test
    void publishedListsAreLoadedOverHttp() throws Exception {
        TrustedLists lists = TrustedListsWriter.of(pki)
                .locations(server.lotl(), server.italianList())
                .sequenceNumber(7)
                .write();
        server.publish(lists);
        int asked = server.requests("lists");
        TrustedListsCertificateSource loaded =
                PlainDss.trust(server.lotl(), lists.lotlSigners(), new CommonsDataLoader(), folder);
        assertEquals(2, loaded.getNumberOfCertificates());
        assertEquals(asked + 2, server.requests("lists"));
        assertEquals(
                7,
                loaded.getSummary().getLOTLInfos().get(0).getParsingCacheInfo().getSequenceNumber());
    }

    @Test
    void pkcs12FileHoldsKeyAndChain() throws Exception {
        TestIdentity president = pki.identity(TestSigner.PRESIDENT);
        Path file = folder.resolve("president.p12");
        president.writePkcs12(file, "demo".toCharArray());
        KeyStore store = KeyStore.getInstance(file.toFile(), "demo".toCharArray());
        assertEquals(president.privateKey(), store.getKey("president", "demo".toCharArray()));
        assertEquals(president.chain(), List.of(store.getCertificateChain("president")));
    }

    @Test
    void personsAreNamedAsItalianCertificatesNameThem() {
        TestPerson president = TestSigner.PRESIDENT.person();
        assertEquals(new TestPerson("Anna", "Bianchi", "BNCNNA70A41H501X"), president);
        String subject = pki.identity(TestSigner.PRESIDENT)
                .certificate()
                .getSubjectX500Principal()
                .getName("RFC1779", Map.of("2.5.4.5", "SERIALNUMBER"));
        assertTrue(subject.contains("SERIALNUMBER=TINIT-BNCNNA70A41H501X"), subject);
        assertTrue(subject.contains("CN=Anna Bianchi"), subject);
    }

    private CommonCertificateVerifier offline() {
        return PlainDss.offline(trust, pki.crl(pki.qualifiedAuthority()), pki.crl(pki.unlistedAuthority()));
    }

    private CommonCertificateVerifier withdrawn(String cache, TestIdentity service, Instant since) {
        TrustedLists lists =
                TrustedListsWriter.of(pki).withdrawn(service, since).write();
        return PlainDss.offline(PlainDss.trust(lists, folder.resolve(cache)), pki.crl(pki.qualifiedAuthority()));
    }

    private static String verdict(DSSDocument signed, CommonCertificateVerifier verifier) {
        return verdict(signed, verifier, null);
    }

    /** Sub-indication if there is one, else indication; then qualification, level, and qualification of the stamps. */
    private static String verdict(DSSDocument signed, CommonCertificateVerifier verifier, String policy) {
        SimpleReport report = report(signed, verifier, policy);
        String id = report.getFirstSignatureId();
        Object outcome = report.getSubIndication(id) == null ? report.getIndication(id) : report.getSubIndication(id);
        String stamps = String.join(
                ",",
                report.getSignatureTimestamps(id).stream()
                        .map(stamp -> stamp.getTimestampLevel().getValue().name())
                        .toList());
        return outcome + " " + report.getSignatureQualification(id) + " " + report.getSignatureFormat(id) + " "
                + stamps;
    }

    private static SimpleReport report(DSSDocument signed, CommonCertificateVerifier verifier, String policy) {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(signed);
        validator.setCertificateVerifier(verifier);
        return (policy == null
                        ? validator.validateDocument()
                        : validator.validateDocument(new ByteArrayInputStream(policy.getBytes(StandardCharsets.UTF_8))))
                .getSimpleReport();
    }

    /** The policy of DSS, but revocation data must not have been due again before the time of signing. */
    private static String strictPolicy() throws IOException {
        try (InputStream policy = SignedDocumentValidator.class.getResourceAsStream("/policy/constraint.xml")) {
            return new String(policy.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(
                            "<RevocationFreshness Level=\"IGNORE\" Unit=\"DAYS\" Value=\"0\" />",
                            "<RevocationFreshnessNextUpdate Level=\"FAIL\" />");
        }
    }
}
