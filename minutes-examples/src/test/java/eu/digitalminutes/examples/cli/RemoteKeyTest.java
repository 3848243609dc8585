// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.signature.testkit.CscCredential;
import eu.digitalminutes.signature.testkit.CscServer;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustBundle;
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

/** A key in a remote signature service, named on the command line. */
class RemoteKeyTest {
    @TempDir
    Path folder;

    private PkiServer services;
    private CscServer server;
    private CscCredential secretary;
    private Path recording;
    private Path token;
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void serve() throws IOException {
        services = PkiServer.start();
        server = CscServer.start();
        secretary = server.add(services.pki().identity(TestSigner.SECRETARY)).otp(CscCredential.Otp.NONE);
        recording = Files.write(folder.resolve("seduta.mp4"), new byte[100_000]);
        token = Files.writeString(folder.resolve("token"), server.accessToken() + "\n");
    }

    @AfterEach
    void stop() {
        server.close();
        services.close();
    }

    private int minutes(Object... arguments) {
        String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        return MinutesCommand.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), words);
    }

    private String key(String pin) {
        return "secretary=csc:" + server.v2() + "#" + secretary.id() + (pin.isEmpty() ? "" : ":" + pin);
    }

    @Test
    void itSignsAFileThatValidates() throws IOException {
        assertEquals(
                0,
                minutes("sign", recording, "--form", "p7m", "--key", key(secretary.pin()), "--csc-token", token),
                err.toString());
        Path lists = TrustBundle.write(folder.resolve("trust"), services.pki());
        Path report = folder.resolve("report.json");
        minutes("validate", folder.resolve("seduta.mp4.p7m"), "--trusted-list", lists, "--report", report);
        assertTrue(Files.readString(report).contains("\"QESIG\""), Files.readString(report));
        assertEquals(1, server.signatures());
    }

    @Test
    void aWrongPinIsSentOnceAndLeavesNothing() {
        int code = minutes("sign", recording, "--form", "p7m", "--key", key("00000000"), "--csc-token", token);
        assertEquals(65, code, err.toString());
        assertEquals(1, secretary.wrongPins());
        assertFalse(Files.exists(folder.resolve("seduta.mp4.p7m")));
    }

    @Test
    void whatIsMissingIsSaidInOneLine() throws IOException {
        assertEquals(64, minutes("sign", recording, "--form", "p7m", "--key", key("1")));
        assertTrue(err.toString().contains("--csc-token FILE"), err.toString());
        err.getBuffer().setLength(0);
        secretary.otp(CscCredential.Otp.ONLINE);
        assertEquals(
                64, minutes("sign", recording, "--form", "p7m", "--key", key(secretary.pin()), "--csc-token", token));
        assertTrue(err.toString().contains("one-time password"), err.toString());
        assertEquals(
                1,
                err.toString().lines().filter(line -> line.contains("one-time")).count());
        assertEquals(0, server.signatures());
    }
}
