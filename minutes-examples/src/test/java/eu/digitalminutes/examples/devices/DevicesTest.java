// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.examples.demo.Demo;
import eu.digitalminutes.signature.MinutesSigner;
import eu.digitalminutes.signature.MinutesVerifier;
import eu.digitalminutes.signature.key.BatchSigningKey;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TestIdentity;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Italian providers behind the seam, against fakes of their interfaces. */
class DevicesTest {
    private static final NamirialSws.Account ACCOUNT = new NamirialSws.Account("RHIP0001", "230099040", "1234<&5678");

    static PkiServer services;

    @TempDir
    Path folder;

    FakeProvider aruba;
    FakeProvider namirial;

    @BeforeAll
    static void pki() throws IOException {
        services = PkiServer.start();
    }

    @AfterAll
    static void close() {
        services.close();
    }

    @BeforeEach
    void providers() throws IOException {
        aruba = new FakeProvider(identity(TestSigner.PRESIDENT), this::arss);
        namirial = new FakeProvider(identity(TestSigner.SECRETARY), this::sws);
    }

    @AfterEach
    void stop() {
        aruba.close();
        namirial.close();
    }

    private static TestIdentity identity(TestSigner signer) {
        return services.pki().identity(signer);
    }

    private String arss(String request) {
        boolean right = FakeProvider.element(request, "otpPwd").equals("123456")
                && FakeProvider.element(request, "userPWD").equals("parola")
                && FakeProvider.element(request, "hashtype").equals("SHA256");
        return FakeProvider.envelope("<ns2:signhashResponse xmlns:ns2=\"http://arubasignservice.arubapec.it/\"><return>"
                + (right
                        ? "<return_code>0000</return_code><signature>" + aruba.signature(request, "hash")
                                + "</signature><status>OK</status>"
                        : "<description>Credenziali non valide</description><return_code>0004</return_code>"
                                + "<status>KO</status>")
                + "</return></ns2:signhashResponse>");
    }

    private String sws(String request) {
        if (request.contains("openSession")) {
            return FakeProvider.element(request, "otp").equals("654321")
                    ? FakeProvider.envelope("<r xmlns=\"http://service.ws.nam/\"><return>sessione-1</return></r>")
                    : FakeProvider.envelope("<S:Fault><faultstring>Invalid OTP</faultstring></S:Fault>");
        }
        boolean open = FakeProvider.element(request, "sessionKey").equals("sessione-1")
                && FakeProvider.element(request, "password").equals("1234&lt;&amp;5678");
        if (!open) {
            return FakeProvider.envelope("<S:Fault><faultstring>No session</faultstring></S:Fault>");
        }
        return request.contains("signPkcs1")
                ? FakeProvider.envelope("<r><return>" + namirial.signature(request, "hash") + "</return></r>")
                : FakeProvider.envelope("<r/>");
    }

    private SigningKey president(String otp) {
        return new ArubaArss(aruba.address(), "firma")
                .key(identity(TestSigner.PRESIDENT).chain(), "bianchi", "parola", () -> otp);
    }

    private BatchSigningKey secretary(String otp) {
        return new NamirialSws(namirial.address())
                .key(identity(TestSigner.SECRETARY).chain(), ACCOUNT, () -> otp);
    }

    @Test
    void minutesSignedWithTwoProvidersAreValid() throws IOException {
        for (String name : new String[] {"minutes.json", "recording.mp4"}) {
            try (InputStream in = Demo.class.getResourceAsStream(name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
        Minutes minutes = MinutesJson.read(folder.resolve("minutes.json"));
        Path container = folder.resolve("minutes.asice");
        try (SigningKey president = president("123456");
                SigningKey secretary = secretary("654321")) {
            new MinutesSigner(SigningProfile.italianCouncil(TimestampAuthority.at(services.tsa())))
                    .sign(
                            Composition.of(minutes)
                                    .withWrittenAct(Files.writeString(folder.resolve("act.pdf"), "%PDF-1.7 atto"))
                                    .withRecording("recording-1.mp4", folder.resolve("recording.mp4")),
                            container,
                            List.of(Signatory.president(president), Signatory.secretary(secretary)));
        }
        TrustAnchors trust = TrustAnchors.offlineLists(TrustBundle.write(folder.resolve("trust"), services.pki()));
        VerificationReport report = MinutesVerifier.trusting(trust).verify(container);
        assertEquals(Verdict.VALID, report.verdict());
        assertEquals(
                List.of("QESIG", "QESIG"),
                report.signatures().stream()
                        .map(VerifiedSignature::qualification)
                        .toList());
        assertEquals(1, aruba.requests.size());
        assertEquals(3, namirial.requests.size());
    }

    @Test
    void aBatchTakesOneOneTimePasswordAndClosesItsSession() {
        assertEquals(
                3,
                secretary("654321")
                        .signAll(List.of(new byte[1], new byte[2], new byte[3]))
                        .size());
        assertEquals(5, namirial.requests.size());
        assertTrue(namirial.requests.get(4).contains("closeSession"));
    }

    @Test
    void aWrongOneTimePasswordIsARefusalInTheProvidersWords() {
        SigningRefusedException first =
                assertThrows(SigningRefusedException.class, () -> president("0").sign(new byte[1]));
        assertTrue(first.getMessage().contains("Credenziali non valide"), first.getMessage());
        SigningRefusedException second =
                assertThrows(SigningRefusedException.class, () -> secretary("0").sign(new byte[1]));
        assertTrue(second.getMessage().contains("Invalid OTP"), second.getMessage());
        assertEquals(1, namirial.requests.size());
    }

    @Test
    void anAnswerWithADoctypeIsNotRead() throws IOException {
        try (FakeProvider hostile = new FakeProvider(
                identity(TestSigner.PRESIDENT),
                request ->
                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a><signature>&b;</signature></a>")) {
            SigningKey key = new ArubaArss(hostile.address(), "firma")
                    .key(identity(TestSigner.PRESIDENT).chain(), "bianchi", "parola", () -> "1");
            assertEquals(
                    "DEVICE_ANSWER_UNUSABLE",
                    assertThrows(MinutesException.class, () -> key.sign(new byte[1]))
                            .code());
        }
    }

    @Test
    void proxySignSignsTheWrittenActAndLeavesNothingAfterARefusal() throws IOException {
        Path act = Files.writeString(folder.resolve("act.pdf"), "%PDF-1.7 atto");
        Path signed = folder.resolve("signed.pdf");
        try (FakeProvider infoCert = new FakeProvider(
                identity(TestSigner.PRESIDENT),
                request -> request.contains("otp") && request.contains("999999")
                        ? "!PIN o OTP errati"
                        : "%PDF-1.7 atto firmato")) {
            InfoCertProxySign service = new InfoCertProxySign(infoCert.address());
            service.requestOtp("bianchi");
            assertThrows(
                    SigningRefusedException.class, () -> service.sign(act, "bianchi", "12345678", "999999", signed));
            assertFalse(Files.exists(signed));
            service.sign(act, "bianchi", "12345678", "123456", signed);
            assertEquals("%PDF-1.7 atto firmato", Files.readString(signed));
            assertTrue(infoCert.requests.get(0).startsWith("GET /remote/request-otp/bianchi"));
            String sent = infoCert.requests.get(2);
            assertTrue(sent.startsWith("POST /remote/sign/pades/bianchi"), sent);
            assertTrue(sent.contains("name=\"contentToSign-1\"") && sent.contains("%PDF-1.7 atto"), sent);
            assertThrows(IllegalArgumentException.class, () -> service.requestOtp("../auto/sign/pades/x"));
        }
    }
}
