// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever signs or extends is killed at any moment: each file is as it was or as it was to be, and the next run cleans up. */
@Tag("killed")
class WholeActCrashTest {
    private static final int KILLS = 5;
    private static final int MAX_KILLS = 40;
    private static final int PILE = 12;

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_125);
    private SigningDesk desk;
    private Path signed;
    private MinutesVerifier verifier;

    @BeforeEach
    void open() throws IOException {
        desk = new SigningDesk(folder.resolve("desk"));
        signed = Files.createDirectories(folder.resolve("signed"));
        verifier = MinutesVerifier.trusting(desk.lists());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aNewlySignedFileIsThereWholeOrNotAtAll() throws Exception {
        Path content = Files.write(folder.resolve("seduta.mp4"), bytes(3_000_000));
        List<Signatory> both = desk.both();
        int step = 0;
        int left = 0;
        for (int round = 1; round <= KILLS || (left == 0 && round <= MAX_KILLS); round++) {
            int reported = EndlessProgram.killAfter(
                    step,
                    null,
                    random,
                    WholeActs.class,
                    "sign",
                    content.toString(),
                    signed.toString(),
                    desk.council.pkcs12(TestSigner.PRESIDENT).toString(),
                    desk.council.pkcs12(TestSigner.SECRETARY).toString());
            left += names().anyMatch(name -> name.startsWith(".")) ? 1 : 0;
            while (step < reported) {
                assertSigned(WholeActs.target(signed, ++step), "B");
            }
            Path last = WholeActs.target(signed, step + 1);
            if (Files.exists(last)) {
                assertSigned(last, "B");
            }
            WholeActs.sign(content, signed, ++step, both);
            assertSigned(last, "B");
            assertEquals(List.of(), names().filter(name -> name.startsWith(".")).toList());
        }
        assertTrue(left > 0, "no kill left a half file: this test proves nothing");
    }

    @Test
    void anExtendedFileHasTheOldSignaturesOrTheNewOnes() throws Exception {
        Path content = Files.write(folder.resolve("seduta.mp4"), bytes(20_000));
        int signedUpTo = 0;
        int step = 0;
        int torn = 0;
        for (int round = 1; round <= KILLS || (torn == 0 && round <= MAX_KILLS); round++) {
            signedUpTo = sign(content, signedUpTo, step + PILE);
            String tsa = desk.council.services.tsa().toString();
            // every other kill waits for the moment at which the next file is being written
            Path kept = WholeActs.target(signed, step + 4);
            int reported = EndlessProgram.killAfter(
                    step,
                    round % 2 == 0 ? kept.resolveSibling("." + kept.getFileName() + ".tail") : null,
                    random,
                    WholeActs.class,
                    "extend",
                    signed.toString(),
                    tsa);
            torn += names().anyMatch(name -> name.startsWith(".")) ? 1 : 0;
            while (step < reported) {
                assertSigned(WholeActs.target(signed, ++step), "T");
            }
            // A slow machine may kill so late that the pile is used up.
            signedUpTo = sign(content, signedUpTo, step + 3);
            for (int unfinished = 0; unfinished < 2; unfinished++) {
                Path last = WholeActs.target(signed, ++step);
                WholeActs.extend(last, desk.council.services.tsa());
                assertSigned(last, "T");
            }
            assertEquals(List.of(), names().filter(name -> name.startsWith(".")).toList());
        }
        assertTrue(torn > 0, "no kill met a file that was being written: this test proves nothing");
        assertSigned(WholeActs.target(signed, step + 1), "B");
    }

    /** Signs what is not there yet of a pile of files that are to be extended. */
    private int sign(Path content, int signedUpTo, int last) throws IOException {
        int step = signedUpTo;
        while (step < last) {
            WholeActs.sign(content, signed, ++step, desk.both());
        }
        return step;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(signed)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private void assertSigned(Path file, String level) throws IOException {
        VerificationReport report = verifier.verify(file);
        assertEquals(2, report.signatures().size(), file.toString());
        for (VerifiedSignature signature : report.signatures()) {
            assertEquals(level, signature.level(), file.toString());
            assertTrue(signature.references().stream().allMatch(one -> one.intact()), file.toString());
        }
    }
}
