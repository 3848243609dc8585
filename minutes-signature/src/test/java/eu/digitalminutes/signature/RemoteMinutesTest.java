// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.remote.Consent;
import eu.digitalminutes.signature.remote.RemoteSigning;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.testkit.CscCredential;
import eu.digitalminutes.signature.testkit.CscFault;
import eu.digitalminutes.signature.testkit.CscServer;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two officials sign with keys that are in remote services; the verifier finds two qualified signatures. */
class RemoteMinutesTest {
    @TempDir
    static Path folder;

    static Council council;
    static CscServer server;

    @BeforeAll
    static void start() throws IOException {
        council = new Council(folder);
        server = CscServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
        council.close();
    }

    private static SigningKey key(URI base, CscCredential credential) {
        return RemoteSigning.connect(base, server::accessToken)
                .key(
                        credential.id(),
                        request -> Consent.pinAndOtp(
                                credential.pin().toCharArray(),
                                server.otp(credential).toCharArray()));
    }

    private static void sign(Path target, SigningKey first, SigningKey second) throws IOException {
        try (first;
                second) {
            new MinutesSigner(council.profile())
                    .sign(
                            council.composition(council.recording(300_000)),
                            target,
                            List.of(Signatory.president(first), Signatory.secretary(second)));
        }
    }

    @Test
    void minutesSignedRemotelyAreValidAndQualified() throws IOException {
        CscCredential president = server.add(council.services.pki().identity(TestSigner.PRESIDENT))
                .scal(2);
        CscCredential secretary = server.add(council.services.pki().identity(TestSigner.SECRETARY));
        Path target = folder.resolve("minutes.asice");
        sign(target, key(server.v1(), president), key(server.v2(), secretary));
        VerificationReport report = MinutesVerifier.trusting(council.trust()).verify(target);
        assertEquals(Verdict.VALID, report.verdict());
        assertEquals(
                List.of("QESIG", "QESIG"),
                report.signatures().stream()
                        .map(VerifiedSignature::qualification)
                        .toList());
    }

    @Test
    void aServiceThatSignsSomethingElseLeavesNoContainer() throws IOException {
        CscCredential president = server.add(council.services.pki().identity(TestSigner.PRESIDENT));
        CscCredential secretary = server.add(council.services.pki().identity(TestSigner.SECRETARY));
        Path target = folder.resolve("nothing.asice");
        server.faultOnce("signatures/signHash", CscFault.OTHER_KEY);
        SigningRefusedException failure = assertThrows(
                SigningRefusedException.class,
                () -> sign(target, key(server.v1(), president), key(server.v2(), secretary)));
        assertEquals("SIGNATURE_VALUE_WRONG", failure.code());
        assertFalse(Files.exists(target));
    }
}
