// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.signature.testkit.CscCredential;
import eu.digitalminutes.signature.testkit.CscFault;
import eu.digitalminutes.signature.testkit.CscServer;
import eu.digitalminutes.signature.testkit.TestPki;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service is used by what it announces, within bounds, and reading may be repeated. */
class RemoteSigningTest {
    static TestPki pki;

    CscServer server;

    @BeforeAll
    static void people() {
        pki = TestPki.create(URI.create("http://127.0.0.1:1/"));
    }

    @BeforeEach
    void start() throws IOException {
        server = CscServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RemoteSigning connect(ApiVersion version) {
        return RemoteSigning.connect(version == ApiVersion.V1 ? server.v1() : server.v2(), server::accessToken);
    }

    private RemoteSigning impatient() {
        return RemoteSigning.connect(
                server.v1(), server::accessToken, HttpClient.newHttpClient(), Duration.ofMillis(400));
    }

    private static String code(Runnable work) {
        return assertThrows(MinutesException.class, work::run).code();
    }

    @ParameterizedTest
    @EnumSource
    void aServiceSaysWhatItIsAndWhatItsKeysAre(ApiVersion version) {
        CscCredential added =
                server.add(pki.identity(TestSigner.PRESIDENT)).multisign(5).scal(2);
        RemoteSigning service = connect(version);
        assertEquals(version, service.version());
        assertEquals("Firma remota di prova", service.name());
        assertTrue(service.methods().contains("signatures/signHash"));

        RemoteCredential found = service.credentials().get(0);
        assertEquals(added.id(), found.id());
        assertEquals("Firma di prova di president", found.description());
        assertEquals(pki.identity(TestSigner.PRESIDENT).chain(), found.certificateChain());
        assertEquals(CertificateStatus.VALID, found.certificateStatus());
        assertEquals(Set.of("1.2.840.113549.1.1.11", "1.2.840.113549.1.1.1"), found.algorithms());
        assertEquals(AuthorizationMode.EXPLICIT, found.authorizationMode());
        assertEquals(5, found.multisign());
        assertTrue(found.enabled() && found.bindsDigests() && found.asksPin() && found.asksOtp());
        assertEquals("the remote key cred-president of Anna Bianchi", found.toString());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotAskedIsNotAsked(ApiVersion version) {
        CscCredential added = server.add(pki.identity(TestSigner.PRESIDENT)).otp(CscCredential.Otp.NONE);
        assertTrue(connect(version).credential(added.id()).asksPin());
        assertFalse(connect(version).credential(added.id()).asksOtp());
        added.pin("");
        assertEquals(
                AuthorizationMode.IMPLICIT,
                connect(version).credential(added.id()).authorizationMode());
    }

    @ParameterizedTest
    @EnumSource
    void theListIsReadPageByPage(ApiVersion version) {
        List<TestSigner> all = List.of(TestSigner.values());
        all.forEach(signer -> server.add(pki.identity(signer)));
        server.pageSize(5);
        assertEquals(all.size(), connect(version).credentials().size());
        assertEquals(3, server.requests("credentials/list"));
    }

    @Test
    void aKeyWithoutCertificateIsListedAndRefused() {
        CscCredential added = server.add(pki.identity(TestSigner.PRESIDENT)).certified(false);
        RemoteSigning service = connect(ApiVersion.V1);
        assertEquals(
                "the remote key cred-president", service.credentials().get(0).toString());
        assertEquals(
                "CERTIFICATE_MISSING",
                code(() -> service.key(added.id(), request -> {
                    throw new AssertionError("asked");
                })));
    }

    @Test
    void aListWithoutEndIsLeft() {
        server.faults("credentials/list", CscFault.ENDLESS_PAGES);
        assertEquals("REMOTE_ANSWER_UNUSABLE", code(() -> connect(ApiVersion.V1).credentials()));
        assertTrue(server.requests("credentials/list") <= 51);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.9", "3.0", "", "due"})
    void anotherVersionIsRefused(String specs) {
        server.specs(specs.isEmpty() ? " " : specs);
        assertEquals("API_VERSION_UNSUPPORTED", code(() -> connect(ApiVersion.V1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"credentials/list", "credentials/info", "credentials/authorize", "signatures/signHash"})
    void onlyWhatIsAnnouncedIsUsed(String method) {
        server.conceal(method);
        server.add(pki.identity(TestSigner.PRESIDENT));
        RemoteSigning service = connect(ApiVersion.V2);
        assertEquals(
                "METHOD_NOT_OFFERED",
                code(() -> service.key(service.credentials().get(0).id(), request -> {
                    throw new AssertionError("asked");
                })));
        assertEquals(0, server.requests(method));
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "DOWN"})
    void readingIsRepeatedWhenTheServiceIsBusy(CscFault fault) {
        server.faultOnce("info", fault);
        RemoteSigning service = connect(ApiVersion.V1);
        server.faultOnce("credentials/list", fault);
        assertEquals(List.of(), service.credentials());
        assertEquals(2, server.requests("info"));
        assertEquals(2, server.requests("credentials/list"));
    }

    @Test
    void readingIsNotRepeatedForEver() {
        server.faults("info", CscFault.DOWN);
        assertEquals("REMOTE_UNAVAILABLE", code(() -> connect(ApiVersion.V1)));
        assertEquals(3, server.requests("info"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "999999999", "Fri, 31 Dec 2100 23:59:59 GMT"})
    void aLongWaitIsTheCallersToDecide(String wait) {
        server.faults("info", CscFault.BUSY);
        server.retryAfter(wait);
        ServiceUnavailableException failure =
                assertThrows(ServiceUnavailableException.class, () -> connect(ApiVersion.V1));
        assertTrue(failure.getMessage().matches(".*try again in (3600|86400) seconds"), failure.getMessage());
        assertEquals(1, server.requests("info"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "domani", "Thu, 01 Jan 1970 00:00:00 GMT"})
    void anUnreadableWaitIsAShortOne(String wait) {
        server.faultOnce("info", CscFault.BUSY);
        server.retryAfter(wait);
        assertEquals(ApiVersion.V1, connect(ApiVersion.V1).version());
    }

    @Test
    void anExpiredTokenIsRenewedOnce() {
        AtomicInteger renewals = new AtomicInteger();
        String stale = server.accessToken();
        RemoteSigning service = RemoteSigning.connect(server.v2(), new AccessTokens() {
            @Override
            public String token() {
                return renewals.get() == 0 ? stale : server.accessToken();
            }

            @Override
            public String renewedToken() {
                renewals.incrementAndGet();
                return server.accessToken();
            }
        });
        server.expireAccessToken();
        assertEquals(List.of(), service.credentials());
        assertEquals(1, renewals.get());
        assertEquals(2, server.requests("credentials/list"));
    }

    @Test
    void aTokenThatStaysTheSameIsNotSentAgain() {
        RemoteSigning service = RemoteSigning.connect(server.v1(), () -> "falso");
        MinutesException failure = assertThrows(MinutesException.class, service::credentials);
        assertEquals("ACCESS_TOKEN_REFUSED", failure.code());
        assertEquals(1, server.requests("credentials/list"));
    }

    @ParameterizedTest
    @EnumSource(names = {"HALF_JSON", "HUGE", "REDIRECT", "LATER"})
    void anAnswerOutOfBoundsIsRefusedWithoutItsWords(CscFault fault) {
        RemoteSigning service = connect(ApiVersion.V1);
        server.faults("credentials/list", fault);
        MinutesException failure = assertThrows(MinutesException.class, service::credentials);
        assertEquals("REMOTE_ANSWER_UNUSABLE", failure.code());
        assertFalse(failure.toString().contains("segreto"), failure.toString());
        assertEquals(null, failure.getCause());
        assertEquals(0, server.requests("elsewhere"));
    }

    @Test
    void theWordsOfAnErrorAreCleanedAndWithoutTheToken() {
        RemoteSigning service = connect(ApiVersion.V1);
        server.faults("credentials/info", CscFault.ECHO);
        String message = assertThrows(MinutesException.class, () -> service.credential("x"))
                .getMessage();
        assertFalse(message.contains(server.accessToken()), message);
        assertTrue(message.contains("***") && message.contains("invalid_request"), message);
        assertTrue(message.chars().noneMatch(Character::isISOControl), message);
    }

    @Test
    void anUnknownKeyIsNamedInTheServicesWords() {
        MinutesException failure = assertThrows(
                MinutesException.class, () -> connect(ApiVersion.V1).credential("altra"));
        assertEquals("REMOTE_REFUSED", failure.code());
        assertTrue(failure.getMessage().contains("Invalid parameter credentialID"), failure.getMessage());
    }

    @Test
    void aSlowServiceIsGivenUp() {
        RemoteSigning service = impatient();
        server.faults("credentials/list", CscFault.SLOW);
        assertEquals("REMOTE_UNAVAILABLE", code(service::credentials));
    }

    @Test
    void aBrokenServiceIsUnavailable() {
        server.faults("info", CscFault.BROKEN);
        assertEquals("REMOTE_UNAVAILABLE", code(() -> connect(ApiVersion.V1)));
        server.faults("info", CscFault.HANGS_UP);
        server.close();
        assertEquals("REMOTE_UNAVAILABLE", code(() -> connect(ApiVersion.V1)));
    }

    @Test
    void anInterruptedThreadStopsWaiting() {
        RemoteSigning service = connect(ApiVersion.V1);
        server.faults("credentials/list", CscFault.SLOW);
        Thread.currentThread().interrupt();
        assertThrows(CancelledException.class, service::credentials);
        assertTrue(Thread.interrupted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://firma.example/csc/v1",
                "ftp://127.0.0.1/csc/v1",
                "https://user:word@firma.example/csc/v1",
                "https://firma.example/csc/v1?a=b",
                "https://firma.example/csc/v1#a",
                "csc/v1"
            })
    void anAddressThatCouldBeReadOnTheWayIsRefused(String address) {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class, () -> RemoteSigning.connect(URI.create(address), () -> "token"));
        assertFalse(failure.getMessage().contains("word@"), failure.getMessage());
    }

    @Test
    void aClientThatFollowsRedirectsIsRefused() {
        HttpClient follows = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        assertThrows(
                IllegalArgumentException.class,
                () -> RemoteSigning.connect(server.v1(), server::accessToken, follows, Duration.ofSeconds(1)));
    }

    @Test
    void aTokenThatNoHeaderHoldsIsNotShown() {
        RemoteSigning service = RemoteSigning.connect(server.v1(), () -> "segreto\n1");
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, service::credentials);
        assertFalse(failure.toString().contains("segreto"), failure.toString());
    }
}
