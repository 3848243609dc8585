// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.signature.key.PinSource;
import eu.digitalminutes.signature.key.Pkcs11Driver;
import eu.digitalminutes.signature.key.Pkcs11Token;
import eu.digitalminutes.signature.key.Pkcs11Token.PinState;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.testkit.SoftToken;
import eu.digitalminutes.signature.testkit.SoftToken.Use;
import eu.digitalminutes.signature.testkit.TestIdentity;
import eu.digitalminutes.signature.testkit.TestPerson;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cards behind PKCS#11, played by SoftHSM: what signs, what is refused, and that no try of a PIN is wasted. */
class Pkcs11KeyTest {
    private static final char[] PIN = "1234".toCharArray();
    private static final char[] WRONG = "9999".toCharArray();
    private static final byte[] DATA = "ciò che si firma".getBytes(StandardCharsets.UTF_8);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    static Path folder;

    static Council council;
    static Pkcs11Driver driver;

    private final CountingPins pins = new CountingPins(PIN);

    /** Counts the questions, and keeps what it gave to see whether it was wiped. */
    private static final class CountingPins implements PinSource {
        private final char[] answer;
        final List<Purpose> asked = new ArrayList<>();
        final List<char[]> given = new ArrayList<>();

        CountingPins(char[] answer) {
            this.answer = answer;
        }

        @Override
        public char[] pin(Pkcs11Token token, Purpose purpose) {
            asked.add(purpose);
            char[] pin = answer.clone();
            given.add(pin);
            return pin;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(
                SoftToken.missing().isEmpty(), SoftToken.missing().orElse(""));
        council = new Council(folder);
        driver = Pkcs11Driver.load(SoftToken.driver());
    }

    @AfterAll
    static void stop() {
        if (council != null) {
            council.close();
        }
    }

    private SoftToken token() {
        return SoftToken.create("firma " + NUMBER.incrementAndGet(), PIN);
    }

    private static TestIdentity identity(TestSigner signer) {
        return council.services.pki().identity(signer);
    }

    private SigningKey open(SoftToken token) {
        return SigningKey.pkcs11(driver, token.label(), pins);
    }

    private static void assertSigns(SigningKey key) {
        try {
            Signature verifier = Signature.getInstance(
                    key.certificateChain().get(0).getPublicKey().getAlgorithm().equals("RSA")
                            ? "SHA256withRSA"
                            : "SHA256withECDSA");
            verifier.initVerify(key.certificateChain().get(0).getPublicKey());
            verifier.update(DATA);
            assertTrue(verifier.verify(key.sign(DATA)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static PinState pinState(SoftToken token) {
        return driver.tokens().stream()
                .filter(one -> one.label().equals(token.label()))
                .findFirst()
                .orElseThrow()
                .pinState();
    }

    @Test
    void presidentAndSecretaryWithTwoCardsSignQualified() throws IOException {
        SoftToken presidents = token().with(identity(TestSigner.PRESIDENT), Use.PIN_ONCE);
        SoftToken secretarys = token().with(identity(TestSigner.SECRETARY), Use.PIN_EACH_TIME);
        Path container = folder.resolve("cards.asice");
        try (SigningKey president = open(presidents);
                SigningKey secretary = open(secretarys)) {
            new MinutesSigner(council.profile())
                    .sign(
                            council.composition(council.recording(100_000)),
                            container,
                            List.of(Signatory.president(president), Signatory.secretary(secretary)));
        }
        VerificationReport report = MinutesVerifier.trusting(council.trust()).verify(container);
        assertEquals(Verdict.VALID, report.verdict());
        assertEquals(
                List.of("QESIG", "QESIG"),
                report.signatures().stream()
                        .map(VerifiedSignature::qualification)
                        .toList());
        assertEquals(
                List.of(PinSource.Purpose.LOGIN, PinSource.Purpose.LOGIN, PinSource.Purpose.SIGNATURE), pins.asked);
    }

    @Test
    void allFourKindsOfKeySign() {
        for (Use use : Use.values()) {
            SoftToken token =
                    token().with(identity(TestSigner.PRESIDENT), use).with(identity(TestSigner.SECRETARY), use);
            List<SigningKey> keys = driver.open(token.label(), pins);
            assertEquals(2, keys.size());
            keys.forEach(Pkcs11KeyTest::assertSigns);
            keys.get(0).close();
        }
    }

    @Test
    void oneLoginIsEnoughForTwoHundredSignatures() {
        try (SigningKey key = open(token().with(identity(TestSigner.SECRETARY), Use.PIN_ONCE))) {
            for (int i = 0; i < 200; i++) {
                assertSigns(key);
            }
        }
        assertEquals(List.of(PinSource.Purpose.LOGIN), pins.asked);
    }

    @Test
    void severalThreadsShareOneKey() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (SigningKey key = open(token().with(identity(TestSigner.PRESIDENT), Use.PIN_EACH_TIME))) {
            Callable<Boolean> work = () -> {
                assertSigns(key);
                return true;
            };
            for (var done : threads.invokeAll(Collections.nCopies(40, work))) {
                assertTrue(done.get());
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(41, pins.asked.size());
    }

    @Test
    void thePinIsWipedAfterUse() {
        try (SigningKey key = open(token().with(identity(TestSigner.PRESIDENT), Use.PIN_EACH_TIME))) {
            assertSigns(key);
        }
        assertEquals(2, pins.given.size());
        pins.given.forEach(pin -> assertArrayEquals(new char[PIN.length], pin));
    }

    @Test
    void theChainComesFromTheTokenWhereItHasOne() {
        TestIdentity authority = council.services.pki().qualifiedAuthority();
        SoftToken token =
                token().with(identity(TestSigner.SECRETARY), Use.PIN_ONCE).withAuthority(authority);
        try (SigningKey key = open(token)) {
            assertEquals(identity(TestSigner.SECRETARY).chain(), key.certificateChain());
        }
    }

    /** A CNS card has a certificate for logging in too; a renewed card keeps the expired one. */
    @ParameterizedTest
    @EnumSource(
            value = TestSigner.class,
            names = {"CNS_LOGIN", "EXPIRED"})
    void theCertificateThatIsMadeForSigningAndValidIsChosen(TestSigner other) {
        SoftToken token =
                token().with(identity(other), Use.PIN_ONCE).with(identity(TestSigner.PRESIDENT), Use.PIN_ONCE);
        try (SigningKey key = open(token)) {
            assertEquals(
                    identity(TestSigner.PRESIDENT).certificate(),
                    key.certificateChain().get(0));
        }
    }

    @Test
    void aCnsWithoutDigitalSignatureIsRefused() {
        SoftToken token = token().with(identity(TestSigner.CNS_LOGIN), Use.PIN_ONCE);
        MinutesException failure = assertThrows(MinutesException.class, () -> open(token));
        assertEquals("CERTIFICATE_NOT_FOR_SIGNING", failure.code());
        assertTrue(failure.getMessage().contains("Anna Bianchi"), failure.getMessage());
        assertNobodyIsLoggedInOn(token);
    }

    @Test
    void severalSignatureCertificatesAreListed() {
        TestIdentity other = council.services.pki().issue(new TestPerson("Anna", "Bianchi", "BNCNNA70A41H501X"));
        SoftToken token =
                token().with(identity(TestSigner.PRESIDENT), Use.PIN_ONCE).with(other, Use.PIN_ONCE);
        MinutesException failure = assertThrows(MinutesException.class, () -> open(token));
        assertEquals("KEY_AMBIGUOUS", failure.code());
        for (TestIdentity choice : List.of(identity(TestSigner.PRESIDENT), other)) {
            String serial = choice.certificate().getSerialNumber().toString(16);
            assertTrue(failure.getMessage().contains(serial), failure.getMessage());
        }
        assertNobodyIsLoggedInOn(token);
    }

    @Test
    void aKeyWithoutCertificateIsNamed() {
        SoftToken token = token().withoutCertificate(identity(TestSigner.PRESIDENT));
        MinutesException failure = assertThrows(MinutesException.class, () -> open(token));
        assertEquals("KEY_WITHOUT_CERTIFICATE", failure.code());
        assertTrue(failure.getMessage().contains("(president)"), failure.getMessage());
        assertNobodyIsLoggedInOn(token);
    }

    @Test
    void anEmptyTokenIsSaid() {
        SoftToken token = token();
        assertEquals(
                "KEY_MISSING",
                assertThrows(MinutesException.class, () -> open(token)).code());
        assertNobodyIsLoggedInOn(token);
    }

    /** A second login succeeds only where the first was ended. */
    private void assertNobodyIsLoggedInOn(SoftToken token) {
        token.with(identity(TestSigner.DEPUTY), Use.PIN_ONCE);
        driver.open(token.label(), pins).get(0).close();
    }

    @Test
    void aWrongPinIsTriedOnce() {
        SoftToken token = token().with(identity(TestSigner.PRESIDENT), Use.PIN_ONCE);
        assertEquals(PinState.READY, pinState(token));
        CountingPins wrong = new CountingPins(WRONG);
        SigningRefusedException failure =
                assertThrows(SigningRefusedException.class, () -> SigningKey.pkcs11(driver, token.label(), wrong));
        assertEquals("PIN_WRONG", failure.code());
        assertTrue(failure.getMessage().contains(token.label()), failure.getMessage());
        assertTrue(failure.getMessage().contains("fewer tries are left"), failure.getMessage());
        assertEquals(1, wrong.asked.size());
        assertArrayEquals(new char[WRONG.length], wrong.given.get(0));
        assertEquals(PinState.FEW_TRIES, pinState(token));
    }

    @Test
    void aRefusedPinIsNotSentToTheTokenAgain() {
        SoftToken token = token().with(identity(TestSigner.PRESIDENT), Use.PIN_ONCE);
        PinSource wrong = PinSource.fixed(WRONG);
        assertThrows(SigningRefusedException.class, () -> SigningKey.pkcs11(driver, token.label(), wrong));
        assertEquals(
                "PIN_REFUSED_BEFORE",
                assertThrows(SigningRefusedException.class, () -> SigningKey.pkcs11(driver, token.label(), wrong))
                        .code());
        try (SigningKey key = open(token)) {
            assertSigns(key);
        }
        assertEquals(PinState.READY, pinState(token));
    }

    @Test
    void afterAWrongPinForASignatureTheKeyRefusesWithoutAskingAnybody() {
        SoftToken token = token().with(identity(TestSigner.PRESIDENT), Use.PIN_EACH_TIME);
        List<PinSource.Purpose> asked = new ArrayList<>();
        PinSource changing = (one, purpose) -> {
            asked.add(purpose);
            return purpose == PinSource.Purpose.LOGIN ? PIN.clone() : WRONG.clone();
        };
        SigningKey key = SigningKey.pkcs11(driver, token.label(), changing);
        assertEquals(
                "PIN_WRONG",
                assertThrows(SigningRefusedException.class, () -> key.sign(DATA))
                        .code());
        SigningRefusedException again = assertThrows(SigningRefusedException.class, () -> key.sign(DATA));
        assertEquals("PIN_WRONG", again.code());
        assertTrue(again.getMessage().contains("not asked again"), again.getMessage());
        assertEquals(2, asked.size());
        key.close();
        try (SigningKey fresh = open(token)) {
            assertSigns(fresh);
        }
    }

    @Test
    void aCancelledDialogSpendsNoTryAndLeavesTheKeyUsable() {
        SoftToken token = token().with(identity(TestSigner.SECRETARY), Use.PIN_EACH_TIME);
        AtomicInteger asked = new AtomicInteger();
        PinSource hesitant = (one, purpose) -> {
            if (asked.incrementAndGet() == 2) {
                throw new CancelledException("the PIN dialog");
            }
            return PIN.clone();
        };
        try (SigningKey key = SigningKey.pkcs11(driver, token.label(), hesitant)) {
            assertThrows(CancelledException.class, () -> key.sign(DATA));
            assertSigns(key);
        }
        assertEquals(PinState.READY, pinState(token));
    }

    @Test
    void aLabelThatIsNotThereIsRefusedWithTheLabelsThatAre() {
        SoftToken token = token();
        SigningRefusedException failure =
                assertThrows(SigningRefusedException.class, () -> SigningKey.pkcs11(driver, "carta del sindaco", pins));
        assertEquals("TOKEN_ABSENT", failure.code());
        assertTrue(failure.getMessage().contains("carta del sindaco"), failure.getMessage());
        assertTrue(failure.getMessage().contains('"' + token.label() + '"'), failure.getMessage());
        assertTrue(pins.asked.isEmpty());
    }

    @Test
    void twoTokensOfOneLabelAreToldApartBySerialNumber() {
        SoftToken token = SoftToken.create("gemella", PIN).with(identity(TestSigner.PRESIDENT), Use.PIN_ONCE);
        SoftToken.create("gemella", PIN);
        SigningRefusedException failure = assertThrows(SigningRefusedException.class, () -> open(token));
        assertEquals("TOKEN_AMBIGUOUS", failure.code());
        List<Pkcs11Token> twins = driver.tokens().stream()
                .filter(one -> one.label().equals("gemella"))
                .toList();
        twins.forEach(twin -> assertTrue(failure.getMessage().contains(twin.serialNumber()), failure.getMessage()));
        assertTrue(pins.asked.isEmpty());
    }

    @Test
    void oneTokenIsOpenedOnceAtATime() {
        SoftToken token = token().with(identity(TestSigner.PRESIDENT), Use.PIN_ONCE);
        try (SigningKey first = open(token)) {
            assertEquals(
                    "TOKEN_IN_USE",
                    assertThrows(SigningRefusedException.class, () -> open(token))
                            .code());
            assertSigns(first);
        }
        open(token).close();
    }

    @Test
    void aClosedKeySaysSo() {
        SigningKey key = open(token().with(identity(TestSigner.PRESIDENT), Use.PIN_ONCE));
        key.close();
        key.close();
        assertEquals(
                "KEY_CLOSED",
                assertThrows(MinutesException.class, () -> key.sign(DATA)).code());
    }

    @Test
    void aTokenThatIsPulledOutIsSaid() {
        SoftToken token = token().with(identity(TestSigner.PRESIDENT), Use.PIN_ONCE);
        SigningKey key = open(token);
        assertSigns(key);
        token.remove();
        SigningRefusedException failure = assertThrows(SigningRefusedException.class, () -> key.sign(DATA));
        assertEquals("TOKEN_REMOVED", failure.code());
        assertTrue(failure.getMessage().contains(token.label()), failure.getMessage());
        assertEquals(
                failure.code(),
                assertThrows(SigningRefusedException.class, () -> key.sign(DATA))
                        .code());
        key.close();
    }

    @Test
    void aSessionThatSomebodyElseEndedIsSaidAndCanBeOpenedAgain() {
        SoftToken token = token().with(identity(TestSigner.SECRETARY), Use.PIN_ONCE);
        SigningKey key = open(token);
        token.endSessions();
        SigningRefusedException failure = assertThrows(SigningRefusedException.class, () -> key.sign(DATA));
        assertEquals("SESSION_LOST", failure.code());
        key.close();
        try (SigningKey again = open(token)) {
            assertSigns(again);
        }
    }

    @Test
    void aRefusedSignatureLeavesNoContainer() throws IOException {
        SoftToken token = token().with(identity(TestSigner.PRESIDENT), Use.PIN_EACH_TIME);
        Path container = folder.resolve("refused.asice");
        PinSource wrongForSignature =
                (one, purpose) -> purpose == PinSource.Purpose.LOGIN ? PIN.clone() : WRONG.clone();
        try (SigningKey president = SigningKey.pkcs11(driver, token.label(), wrongForSignature);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            assertThrows(
                    SigningRefusedException.class,
                    () -> new MinutesSigner(council.profile())
                            .sign(
                                    council.composition(council.recording(10_000)),
                                    container,
                                    List.of(Signatory.president(president), Signatory.secretary(secretary))));
        }
        assertFalse(container.toFile().exists());
    }
}
