// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.signature.key.BatchSigningKey;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.testkit.CscCredential;
import eu.digitalminutes.signature.testkit.CscCredential.Mode;
import eu.digitalminutes.signature.testkit.CscCredential.Otp;
import eu.digitalminutes.signature.testkit.CscFault;
import eu.digitalminutes.signature.testkit.CscServer;
import eu.digitalminutes.signature.testkit.TestPki;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A remote key signs what its owner consented to, once, and what it gives back is verified. */
class RemoteKeyTest {
    private static final String AUTHORIZE = "credentials/authorize";
    private static final String SIGN = "signatures/signHash";

    static TestPki pki;

    final List<ConsentRequest> asked = new ArrayList<>();
    CscServer server;
    CscCredential president;
    CscCredential secretary;

    @BeforeAll
    static void people() {
        pki = TestPki.create(URI.create("http://127.0.0.1:1/"));
    }

    @BeforeEach
    void start() throws IOException {
        server = CscServer.start();
        president = server.add(pki.identity(TestSigner.PRESIDENT));
        secretary = server.add(pki.identity(TestSigner.SECRETARY));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RemoteSigning service(ApiVersion version) {
        return RemoteSigning.connect(
                version == ApiVersion.V1 ? server.v1() : server.v2(),
                server::accessToken,
                HttpClient.newHttpClient(),
                Duration.ofSeconds(5));
    }

    private BatchSigningKey key(ApiVersion version, CscCredential credential) {
        return service(version).key(credential.id(), request -> consent(credential, request));
    }

    /** The signer, who reads PIN and one-time password and agrees to all. */
    private Consent consent(CscCredential credential, ConsentRequest request) {
        asked.add(request);
        if (credential.pin().isEmpty() || !request.asksPin()) {
            return request.asksOtp()
                    ? Consent.otp(server.otp(credential).toCharArray())
                    : Consent.token(server.credentialToken(request.authorizationParameters()));
        }
        return request.asksOtp()
                ? Consent.pinAndOtp(
                        credential.pin().toCharArray(), server.otp(credential).toCharArray())
                : Consent.pin(credential.pin().toCharArray());
    }

    private static List<byte[]> data(int count) {
        List<byte[]> data = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            data.add(("delibera " + i).getBytes(StandardCharsets.UTF_8));
        }
        return data;
    }

    private static void assertSigned(SigningKey key, List<byte[]> data, List<byte[]> values)
            throws GeneralSecurityException {
        assertEquals(data.size(), values.size());
        for (int i = 0; i < data.size(); i++) {
            Signature signature = Signature.getInstance(
                    key.certificateChain().get(0).getPublicKey().getAlgorithm().equals("RSA")
                            ? "SHA256withRSA"
                            : "SHA256withECDSA");
            signature.initVerify(key.certificateChain().get(0).getPublicKey());
            signature.update(data.get(i));
            assertTrue(signature.verify(values.get(i)));
        }
    }

    private static <T extends MinutesException> T refused(Class<T> kind, SigningKey key) {
        return assertThrows(kind, () -> key.sign(data(1).get(0)));
    }

    @ParameterizedTest
    @EnumSource
    void presidentAndSecretarySignWithPinAndOneTimePassword(ApiVersion version) throws GeneralSecurityException {
        for (CscCredential credential : List.of(president, secretary)) {
            try (BatchSigningKey key = key(version, credential)) {
                assertSigned(key, data(1), List.of(key.sign(data(1).get(0))));
            }
        }
        assertEquals(2, server.signatures());
        assertEquals(2, asked.size());
        assertEquals(1, asked.get(0).digests().size());
        assertTrue(asked.get(0).asksPin() && asked.get(0).asksOtp());
    }

    @ParameterizedTest
    @EnumSource
    void oneConsentServesForAsManySignaturesAsTheKeyAllows(ApiVersion version) throws GeneralSecurityException {
        president.multisign(3).scal(2);
        BatchSigningKey key = key(version, president);
        assertSigned(key, data(8), key.signAll(data(8)));
        assertEquals(3, server.requests(AUTHORIZE));
        assertEquals(
                List.of(3, 3, 2),
                asked.stream().map(one -> one.digests().size()).toList());
        assertEquals(List.of(0, 3, 6), asked.stream().map(ConsentRequest::done).toList());
        assertTrue(asked.stream().allMatch(one -> one.total() == 8));
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatSignsOnceForEachConsentAsksForEach(ApiVersion version) throws GeneralSecurityException {
        BatchSigningKey key = key(version, secretary);
        assertSigned(key, data(3), key.signAll(data(3)));
        assertEquals(3, asked.size());
    }

    @ParameterizedTest
    @EnumSource
    void anAutomaticKeyAsksNobody(ApiVersion version) throws GeneralSecurityException {
        secretary.mode(Mode.IMPLICIT).multisign(10).scal(2);
        BatchSigningKey key = key(version, secretary);
        assertSigned(key, data(10), key.signAll(data(10)));
        assertEquals(List.of(), asked);
        assertEquals(1, server.requests(AUTHORIZE));
    }

    @ParameterizedTest
    @EnumSource
    void thePinAloneIsEnoughWhereNoOneTimePasswordIsAsked(ApiVersion version) throws GeneralSecurityException {
        secretary.otp(Otp.NONE);
        BatchSigningKey key = key(version, secretary);
        assertSigned(key, data(1), key.signAll(data(1)));
        assertFalse(asked.get(0).asksOtp());
    }

    @ParameterizedTest
    @EnumSource
    void aOneTimePasswordThatTheServiceSendsIsSentBeforeTheSignerIsAsked(ApiVersion version)
            throws GeneralSecurityException {
        secretary.otp(Otp.ONLINE).pin("");
        BatchSigningKey key = key(version, secretary);
        assertEquals(0, server.requests("credentials/sendOTP"));
        assertSigned(key, data(2), key.signAll(data(2)));
        assertEquals(2, server.requests("credentials/sendOTP"));
    }

    @Test
    void aChallengeIsShownToTheSigner() throws GeneralSecurityException {
        secretary.otp(Otp.CHALLENGE);
        BatchSigningKey key = key(ApiVersion.V2, secretary);
        assertSigned(key, data(1), key.signAll(data(1)));
        assertEquals(Optional.of("Codice OTP di oggi"), asked.get(0).challenge());
    }

    @ParameterizedTest
    @EnumSource
    void aTokenForTheseSignaturesTakesThePlaceOfPinAndOneTimePassword(ApiVersion version)
            throws GeneralSecurityException {
        secretary.mode(Mode.OAUTH2).multisign(2).scal(2);
        BatchSigningKey key = key(version, secretary);
        assertSigned(key, data(3), key.signAll(data(3)));
        assertEquals(2, asked.size());
        assertEquals(0, server.requests(AUTHORIZE));
        String digests = asked.get(0).authorizationParameters().get(version == ApiVersion.V1 ? "hash" : "hashes");
        assertTrue(digests.matches("[A-Za-z0-9_-]{43},[A-Za-z0-9_-]{43}"), digests);
    }

    @Test
    void nothingToSignAsksNobody() {
        assertEquals(List.of(), key(ApiVersion.V1, president).signAll(List.of()));
        assertEquals(List.of(), asked);
    }

    @ParameterizedTest
    @CsvSource({"V1,PIN_WRONG", "V2,AUTHENTICATION_WRONG"})
    void aWrongPinIsSentOnceAndTheKeyIsNotAskedAgain(ApiVersion version, String code) {
        BatchSigningKey key = service(version)
                .key(
                        president.id(),
                        request -> Consent.pinAndOtp(
                                "00000000".toCharArray(), server.otp(president).toCharArray()));
        SigningRefusedException failure = refused(SigningRefusedException.class, key);
        assertEquals(code, failure.code());
        assertFalse(failure.getMessage().contains("00000000"), failure.getMessage());
        int requests = server.requests("credentials/info");
        assertEquals("KEY_ENDED", refused(SigningRefusedException.class, key).code());
        assertEquals(1, president.wrongPins());
        assertEquals(1, server.requests(AUTHORIZE));
        assertEquals(requests, server.requests("credentials/info"));
        assertEquals(0, server.signatures());
    }

    @Test
    void aLockedKeySaysSo() {
        for (int i = 0; i < CscCredential.PIN_TRIES; i++) {
            refused(
                    SigningRefusedException.class,
                    service(ApiVersion.V1)
                            .key(president.id(), request -> Consent.pinAndOtp(new char[] {'0'}, new char[] {'0'})));
        }
        assertTrue(president.locked());
        SigningRefusedException failure = refused(SigningRefusedException.class, key(ApiVersion.V1, president));
        assertEquals("REMOTE_REFUSED", failure.code());
        assertTrue(failure.getMessage().contains("Credential locked"), failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void aBatchStopsAtTheFirstRefusal(ApiVersion version) {
        BatchSigningKey key = service(version).key(president.id(), request -> {
            asked.add(request);
            String otp = request.done() == 1 ? "sbagliata" : server.otp(president);
            return Consent.pinAndOtp(president.pin().toCharArray(), otp.toCharArray());
        });
        assertThrows(SigningRefusedException.class, () -> key.signAll(data(5)));
        assertEquals(2, asked.size());
        assertEquals(1, server.signatures());
    }

    @ParameterizedTest
    @CsvSource({"V1,OTP_WRONG", "V2,AUTHENTICATION_WRONG"})
    void anExpiredOneTimePasswordIsRefused(ApiVersion version, String code) {
        server.faults(AUTHORIZE, CscFault.OTP_EXPIRED);
        assertEquals(
                code,
                refused(SigningRefusedException.class, key(version, president)).code());
        assertEquals(0, president.wrongPins());
    }

    @ParameterizedTest
    @CsvSource({"SAD_EXPIRED,SAD expired", "OTHER_DIGESTS,Hash is not authorized by the SAD"})
    void anAuthorizationThatDoesNotHoldIsNotUsedTwice(CscFault fault, String words) {
        server.faults(AUTHORIZE, fault);
        BatchSigningKey key = key(ApiVersion.V1, president);
        SigningRefusedException failure = refused(SigningRefusedException.class, key);
        assertEquals("REMOTE_REFUSED", failure.code());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
        assertEquals("KEY_ENDED", refused(SigningRefusedException.class, key).code());
        assertEquals(1, server.requests(SIGN));
    }

    @Test
    void aConsentWithoutWhatWasAskedIsNotSent() {
        for (Consent consent : List.of(
                Consent.pin("12345678".toCharArray()), Consent.otp("1".toCharArray()), Consent.token("token"))) {
            BatchSigningKey key = service(ApiVersion.V2).key(president.id(), request -> consent);
            assertEquals(
                    "CONSENT_INCOMPLETE",
                    refused(SigningRefusedException.class, key).code());
        }
        assertEquals(0, server.requests(AUTHORIZE));
    }

    @Test
    void aConsentServesOnce() {
        secretary.otp(Otp.NONE);
        Consent consent = Consent.pin(secretary.pin().toCharArray());
        BatchSigningKey key = service(ApiVersion.V1).key(secretary.id(), request -> consent);
        SigningRefusedException failure = assertThrows(SigningRefusedException.class, () -> key.signAll(data(2)));
        assertEquals("CONSENT_USED", failure.code());
        assertEquals(1, server.requests(AUTHORIZE));
        assertEquals(0, secretary.wrongPins());
    }

    @Test
    void aSignerMayDecline() {
        BatchSigningKey key = service(ApiVersion.V1).key(president.id(), request -> {
            throw new SigningRefusedException("DECLINED", "non firmo", null);
        });
        assertEquals("DECLINED", refused(SigningRefusedException.class, key).code());
        assertEquals(0, server.requests(AUTHORIZE));
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY,credentials/authorize,REMOTE_UNAVAILABLE",
        "DOWN,credentials/authorize,REMOTE_UNAVAILABLE",
        "BUSY,signatures/signHash,REMOTE_UNAVAILABLE",
        "DOWN,signatures/signHash,REMOTE_UNAVAILABLE",
        "BROKEN,credentials/authorize,REMOTE_OUTCOME_UNKNOWN",
        "BROKEN,signatures/signHash,REMOTE_OUTCOME_UNKNOWN",
        "HANGS_UP,credentials/authorize,REMOTE_OUTCOME_UNKNOWN",
        "HANGS_UP,signatures/signHash,REMOTE_OUTCOME_UNKNOWN"
    })
    void whatSpendsAConsentIsNeverRepeated(CscFault fault, String method, String code) {
        server.faults(method, fault);
        server.retryAfter("7");
        BatchSigningKey key = key(ApiVersion.V2, president);
        ServiceUnavailableException failure = refused(ServiceUnavailableException.class, key);
        assertEquals(code, failure.code());
        if (code.equals("REMOTE_UNAVAILABLE")) {
            assertTrue(failure.getMessage().contains("try again in 7 seconds"), failure.getMessage());
        }
        assertEquals(1, server.requests(method));
        assertEquals(1, asked.size());
    }

    @Test
    void aSignatureWhoseAnswerIsLateIsOfUnknownOutcome() {
        RemoteSigning impatient = RemoteSigning.connect(
                server.v1(), server::accessToken, HttpClient.newHttpClient(), Duration.ofMillis(500));
        BatchSigningKey key = impatient.key(president.id(), request -> consent(president, request));
        server.faults(SIGN, CscFault.SLOW);
        assertEquals(
                "REMOTE_OUTCOME_UNKNOWN",
                refused(ServiceUnavailableException.class, key).code());
        assertEquals(1, server.requests(SIGN));
    }

    @Test
    void anExpiredTokenIsRenewedBeforeTheSignerIsAskedNeverAfter() {
        String[] token = {server.accessToken()};
        AccessTokens tokens = new AccessTokens() {
            @Override
            public String token() {
                return token[0];
            }

            @Override
            public String renewedToken() {
                token[0] = server.accessToken();
                return token[0];
            }
        };
        RemoteSigning service = RemoteSigning.connect(server.v1(), tokens);
        BatchSigningKey key = service.key(president.id(), request -> consent(president, request));
        server.expireAccessToken();
        assertEquals(256, key.sign(new byte[1]).length);
        BatchSigningKey late = service.key(president.id(), request -> {
            server.expireAccessToken();
            return consent(president, request);
        });
        assertEquals(
                "ACCESS_TOKEN_REFUSED",
                refused(SigningRefusedException.class, late).code());
        assertEquals(2, server.requests(AUTHORIZE));
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatCannotSignIsFoundBeforeAnyoneIsAsked(ApiVersion version) {
        RemoteSigning service = service(version);
        BatchSigningKey made = key(version, president);
        president.enabled(false);
        assertEquals("CREDENTIAL_DISABLED", codeOfKey(service));
        assertEquals(
                "CREDENTIAL_DISABLED", refused(MinutesException.class, made).code());
        president.enabled(true);
        for (String status : List.of("suspended", "revoked", "expired")) {
            president.certificateStatus(status);
            assertEquals("CERTIFICATE_NOT_VALID", codeOfKey(service));
        }
        assertEquals(
                "CERTIFICATE_NOT_VALID", refused(MinutesException.class, made).code());
        president.certificateStatus("valid");
        president.algorithms("1.2.840.113549.1.1.13", "1.2.840.113549.1.1.5");
        assertEquals("ALGORITHM_UNSUPPORTED", codeOfKey(service));
        president.algorithms("1.2.840.113549.1.1.10");
        MinutesException failure = assertThrows(
                MinutesException.class, () -> service.key(president.id(), request -> consent(president, request)));
        assertTrue(failure.getMessage().contains("RSA-PSS"), failure.getMessage());
        assertEquals(List.of(), asked);
        assertEquals(0, server.requests(AUTHORIZE));
    }

    private String codeOfKey(RemoteSigning service) {
        return assertThrows(
                        MinutesException.class,
                        () -> service.key(president.id(), request -> consent(president, request)))
                .code();
    }

    @Test
    void anAuthorizationOnAnotherWayIsRefused() {
        president.otp(Otp.OUT_OF_BAND);
        assertEquals("AUTHORIZATION_UNSUPPORTED", codeOfKey(service(ApiVersion.V2)));
    }

    @Test
    void aKeyThatChangedMeanwhileIsNotUsed() {
        president.multisign(5);
        BatchSigningKey key = key(ApiVersion.V1, president);
        president.multisign(1);
        assertEquals("CREDENTIAL_CHANGED", refused(MinutesException.class, key).code());
        assertEquals(List.of(), asked);
    }

    @ParameterizedTest
    @EnumSource
    void theBareAlgorithmIsUsedWhereTheServiceNamesNoHash(ApiVersion version) throws GeneralSecurityException {
        president.algorithms("1.2.840.113549.1.1.10", "1.2.840.113549.1.1.1");
        secretary.algorithms("1.2.840.10045.2.1");
        for (CscCredential credential : List.of(president, secretary)) {
            BatchSigningKey key = key(version, credential);
            assertSigned(key, data(1), key.signAll(data(1)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEcdsaValueInTwoHalvesComesOutInDer(ApiVersion version) throws GeneralSecurityException {
        server.faults(SIGN, CscFault.RAW_ECDSA);
        secretary.multisign(20);
        BatchSigningKey key = key(version, secretary);
        assertSigned(key, data(20), key.signAll(data(20)));
    }

    @ParameterizedTest
    @CsvSource({
        "BARE_RSA,SIGNATURE_VALUE_WRONG",
        "PSS,SIGNATURE_VALUE_WRONG",
        "OTHER_KEY,SIGNATURE_VALUE_WRONG",
        "REORDERED,SIGNATURES_REORDERED",
        "SHORT,SIGNATURES_MISSING"
    })
    void aValueThatTheCertificateDoesNotVerifyIsNotGivenBack(CscFault fault, String code) {
        server.faults(SIGN, fault);
        president.multisign(3);
        BatchSigningKey key = key(ApiVersion.V1, president);
        assertEquals(
                code,
                assertThrows(SigningRefusedException.class, () -> key.signAll(data(3)))
                        .code());
    }

    @ParameterizedTest
    @EnumSource(names = {"HALF_JSON", "HUGE", "REDIRECT", "LATER"})
    void anAnswerOutOfBoundsIsRefusedWithoutItsWords(CscFault fault) {
        for (String method : List.of(AUTHORIZE, SIGN)) {
            server.faults(method, fault);
            MinutesException failure = refused(MinutesException.class, key(ApiVersion.V2, president));
            assertEquals("REMOTE_ANSWER_UNUSABLE", failure.code());
            assertFalse(failure.toString().contains("segreto"), failure.toString());
            server.faults(method);
        }
        assertEquals(0, server.requests("elsewhere"));
    }

    @ParameterizedTest
    @EnumSource
    void noSecretStandsInAMessage(ApiVersion version) {
        String otp = server.otp(president);
        for (String method : List.of(AUTHORIZE, SIGN)) {
            server.faults(method, CscFault.ECHO);
            SigningRefusedException failure = refused(SigningRefusedException.class, key(version, president));
            String shown = failure.toString();
            assertTrue(shown.contains("***"), shown);
            assertFalse(
                    shown.contains(president.pin())
                            || shown.contains(otp)
                            || shown.contains("SAD-")
                            || shown.contains(server.accessToken()),
                    shown);
            server.faults(method);
        }
        assertEquals("Consent", Consent.pin(president.pin().toCharArray()).toString());
    }

    @Test
    void aClosedKeySignsNoMore() {
        BatchSigningKey key = key(ApiVersion.V1, president);
        key.close();
        assertEquals("KEY_ENDED", refused(SigningRefusedException.class, key).code());
        assertEquals(List.of(), asked);
    }
}
