// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.examples.demo.Demo;
import eu.digitalminutes.signature.MinutesVerifier;
import eu.digitalminutes.signature.remote.Consent;
import eu.digitalminutes.signature.remote.RemoteSigning;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.testkit.CscCredential;
import eu.digitalminutes.signature.testkit.CscServer;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignRemotelyTest {
    @TempDir
    Path folder;

    @Test
    void presidentAndSecretarySignWithKeysOfOneService() throws IOException {
        try (PkiServer services = PkiServer.start();
                CscServer server = CscServer.start()) {
            for (String file : new String[] {"minutes.json", "recording.mp4"}) {
                try (InputStream in = Demo.class.getResourceAsStream(file)) {
                    Files.copy(in, folder.resolve(file));
                }
            }
            CscCredential president = server.add(services.pki().identity(TestSigner.PRESIDENT));
            CscCredential secretary = server.add(services.pki().identity(TestSigner.SECRETARY));
            Map<String, CscCredential> owners = Map.of(president.id(), president, secretary.id(), secretary);
            Path container = SignRemotely.run(
                    folder,
                    services.tsa(),
                    RemoteSigning.connect(server.v2(), server::accessToken),
                    List.of(president.id(), secretary.id()),
                    request -> {
                        CscCredential owner = owners.get(request.credential().id());
                        return Consent.pinAndOtp(
                                owner.pin().toCharArray(), server.otp(owner).toCharArray());
                    });
            VerificationReport report = MinutesVerifier.trusting(
                            TrustAnchors.offlineLists(TrustBundle.write(folder.resolve("trust"), services.pki())))
                    .verify(container);
            assertTrue(report.signatures().stream()
                    .allMatch(signature -> signature.qualification().equals("QESIG")));
            assertEquals(2, report.signatures().size());
            assertEquals(2, server.signatures());
        }
    }
}
