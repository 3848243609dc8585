// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.judges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSL, in which there is no line of ours or of Bouncy Castle's, accepts the seal of a package. */
@Tag("judge")
class OpensslJudgeTest {
    @TempDir
    static Path folder;

    private static Path archive;

    @BeforeAll
    static void packOnce() throws Exception {
        assumeTrue(Program.exists("openssl"), "openssl is not installed");
        try (SignedSession session = new SignedSession(folder.resolve("session"))) {
            archive = session.pack(session.sign());
            Files.writeString(
                    folder.resolve("authority.pem"),
                    pem(session.services.pki().qualifiedAuthority().certificate()));
            Files.writeString(
                    folder.resolve("stranger.pem"),
                    pem(session.services.pki().unlistedAuthority().certificate()));
        }
    }

    private static String pem(X509Certificate certificate) throws CertificateEncodingException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static Program.Answer verify(Path index, String... trust) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in"));
        command.add(archive.resolve("PIndex.xml.p7s").toString());
        command.addAll(List.of("-content", index.toString(), "-signer", "signer.pem", "-out", "content.xml"));
        command.addAll(List.of(trust));
        return Program.run(folder, command);
    }

    @Test
    void theSealIsTheSecretarysAndOverTheIndexAsItLies() throws Exception {
        Path index = archive.resolve("PIndex.xml");
        Program.Answer answer = verify(index, "-noverify");
        assertEquals(0, answer.code(), answer.errors());
        assertEquals(-1, Files.mismatch(index, folder.resolve("content.xml")));
        Program.Answer signer = Program.run(
                folder, List.of("openssl", "x509", "-in", "signer.pem", "-noout", "-subject", "-nameopt", "RFC2253"));
        assertTrue(signer.output().contains("CN=Bruno Rinaldi"), signer.output());
    }

    @Test
    void theChainToTheAuthorityStandsOnWhatTheSealCarries() throws Exception {
        Program.Answer answer =
                verify(archive.resolve("PIndex.xml"), "-CAfile", "authority.pem", "-no-CApath", "-purpose", "any");
        assertEquals(0, answer.code(), answer.errors());
        assertNotEquals(
                0,
                verify(archive.resolve("PIndex.xml"), "-CAfile", "stranger.pem", "-no-CApath", "-purpose", "any")
                        .code());
    }

    @Test
    void aChangedIndexIsRefused() throws Exception {
        Path changed = Files.copy(archive.resolve("PIndex.xml"), folder.resolve("changed.xml"));
        Files.write(changed, "\n".getBytes(StandardCharsets.US_ASCII), StandardOpenOption.APPEND);
        Program.Answer answer = verify(changed, "-noverify");
        assertNotEquals(0, answer.code());
        assertTrue(answer.errors().contains("content verify error"), answer.errors());
    }
}
