// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the recording is read: the number that decides at 20 GB. */
class PassesTest {
    private static final int SIZE = 4_000_000;

    @TempDir
    Path folder;

    @Test
    void signingByTwoReadsTheRecordingOnceAndValidatingBothReadsItOnce() throws Exception {
        try (Council council = new Council(folder);
                SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            Path recording = council.recording(SIZE);
            Composition composition = council.composition(recording);
            Path target = folder.resolve("minutes.asice");
            Reads signing = Reads.of(
                    recording,
                    () -> new MinutesSigner(council.profile())
                            .sign(
                                    composition,
                                    target,
                                    List.of(Signatory.president(president), Signatory.secretary(secretary))));
            assertEquals(SIZE, signing.bytes());
            MinutesVerifier verifier = MinutesVerifier.trusting(council.trust());
            Reads validating = Reads.of(target, () -> verifier.verify(target));
            long around = Files.size(target) - SIZE;
            assertTrue(validating.bytes() >= SIZE, () -> validating.bytes() + " bytes read");
            assertTrue(validating.bytes() <= SIZE + 3 * around, () -> validating.bytes() + " bytes read");
        }
    }
}
