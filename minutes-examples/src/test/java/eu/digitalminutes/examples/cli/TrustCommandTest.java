// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.testkit.TrustedListsWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trusted lists, profiles and references of time on the command line. */
class TrustCommandTest {
    private static final String PASSWORD = "prova";

    @TempDir
    Path folder;

    private PkiServer services;
    private Path signers;
    private Path lists;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void publish() throws IOException {
        services = PkiServer.start();
        services.publish(TrustedListsWriter.of(services.pki())
                .locations(services.lotl(), services.italianList())
                .write());
        signers = TrustBundle.write(folder.resolve("official"), services.pki()).resolveSibling("lotl-signers.pem");
        lists = folder.resolve("lists");
    }

    @AfterEach
    void stop() {
        services.close();
    }

    private int minutes(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        return MinutesCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    private int refresh() {
        return minutes("trust", "refresh", lists, "--lotl", services.lotl(), "--signers", signers, "--json");
    }

    private Path signed() throws IOException {
        Path key = folder.resolve("secretary.p12");
        services.pki().identity(TestSigner.SECRETARY).writePkcs12(key, PASSWORD.toCharArray());
        Path file = Files.write(folder.resolve("seduta.mp4"), new byte[50_000]);
        assertEquals(
                0,
                minutes("sign", file, "--form", "p7m", "--key", "secretary=" + key + ":" + PASSWORD),
                err.toString());
        return folder.resolve("seduta.mp4.p7m");
    }

    @Test
    void listsAreRefreshedAndToldAndServeToValidate() throws IOException {
        assertEquals(0, refresh(), err.toString());
        assertTrue(json().get("usable").asBoolean());
        assertEquals(2, json().get("lists").size());
        assertEquals(0, minutes("trust", "state", lists, "--signers", signers));
        assertTrue(out.toString().contains("IT  CURRENT"), out.toString());
        assertEquals(
                0,
                minutes(
                        "validate",
                        signed(),
                        "--trust-folder",
                        lists,
                        "--online",
                        "--revocation-cache",
                        folder.resolve("answers"),
                        "--json"),
                out.toString());
        assertEquals(
                "QESIG", json().get("signatures").get(0).get("qualification").asText());
    }

    @Test
    void aBundleGoesToAMachineWithoutConnection() throws IOException {
        refresh();
        Path bundle = folder.resolve("bundle");
        assertEquals(0, minutes("trust", "export", lists, "--signers", signers, "--out", bundle), err.toString());
        Path offline = folder.resolve("offline");
        assertEquals(
                0,
                minutes("trust", "refresh", offline, "--lotl", services.lotl(), "--signers", signers, "--from", bundle),
                err.toString());
    }

    @Test
    void whenNobodyAnswersItSaysSoAndTheExitCodeIsTwo() throws IOException {
        services.close();
        assertEquals(2, refresh());
        assertEquals("UNREACHABLE", json().get("failures").get(0).get("fault").asText());
    }

    @Test
    void aClosedProfileTrustsItsCertificatesAlone() throws IOException {
        Path authority = folder.resolve("authority.pem");
        Files.writeString(
                authority,
                "-----BEGIN CERTIFICATE-----\n"
                        + java.util.Base64.getMimeEncoder().encodeToString(encoded())
                        + "\n-----END CERTIFICATE-----\n");
        Path signed = signed();
        assertEquals(0, minutes("validate", signed, "--trust-cert", authority, "--online", "--profile", "closed"));
        assertEquals(2, minutes("validate", signed, "--trust-cert", authority, "--online"));
        assertEquals(64, minutes("validate", signed, "--profile", "strange"));
        assertEquals(64, minutes("validate", signed, "--reference", "fax=2026-01-01T00:00:00Z"));
        assertEquals(
                1,
                err.toString()
                        .lines()
                        .filter(line -> line.contains("--reference wants"))
                        .count());
    }

    private byte[] encoded() throws IOException {
        try {
            return services.pki().qualifiedAuthority().certificate().getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IOException(e);
        }
    }
}
