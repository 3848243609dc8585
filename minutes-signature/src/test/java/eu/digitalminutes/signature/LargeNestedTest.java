// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Envelopes in each other and in base64, of gibibytes, in a heap of 128 MiB; run by the profile {@code large}. */
@Tag("large")
class LargeNestedTest {
    @TempDir
    static Path folder;

    static Council council;

    @BeforeAll
    static void start() throws IOException {
        assertTrue(Runtime.getRuntime().maxMemory() <= 160L << 20, "run with -Xmx128m: mvn -Plarge verify");
        council = new Council(folder);
    }

    @AfterAll
    static void stop() {
        council.close();
    }

    private static Path wrapped(Path content, TestSigner signer) throws IOException {
        Path target = content.resolveSibling(content.getFileName() + ".p7m");
        try (SigningKey key = council.key(signer)) {
            new FileSigner(council.profile().toBuilder()
                            .form(SignatureForm.CADES_ENVELOPING)
                            .build())
                    .sign(content, target, List.of(Signatory.president(key)), Task.none());
        }
        return target;
    }

    private static Path sparse(String name, long bytes) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
        return file;
    }

    private static void assertReadOnce(Path file, int levels) throws Exception {
        VerificationReport[] report = new VerificationReport[1];
        MinutesVerifier verifier = MinutesVerifier.trusting(council.trust());
        Reads reads = Reads.of(file, () -> report[0] = verifier.verify(file));
        assertEquals(
                Verdict.VALID, report[0].verdict(), () -> report[0].report().toString());
        assertEquals(levels, report[0].levels());
        long bytes = Files.size(file);
        assertTrue(reads.bytes() >= bytes && reads.bytes() < bytes + 1_000_000, () -> reads.bytes() + " bytes read");
    }

    @Test
    void moreThanTwoGibibytesUnderTwoEnvelopes() throws Exception {
        Path content = sparse("seduta.mp4", (2L << 30) + 12_345);
        Path once = wrapped(content, TestSigner.PRESIDENT);
        Path twice = wrapped(once, TestSigner.SECRETARY);
        Files.delete(once);
        assertReadOnce(twice, 2);
        Files.delete(twice);
    }

    @Test
    void moreThanTwoGibibytesOfBase64() throws Exception {
        Path once = wrapped(sparse("breve.mp4", 1_700L << 20), TestSigner.PRESIDENT);
        Path text = folder.resolve("testo.mp4.p7m");
        try (OutputStream out = Base64.getMimeEncoder().wrap(Files.newOutputStream(text))) {
            Files.copy(once, out);
        }
        Files.delete(once);
        assertTrue(Files.size(text) > 2L << 30);
        assertReadOnce(text, 1);
        Files.delete(text);
    }
}
