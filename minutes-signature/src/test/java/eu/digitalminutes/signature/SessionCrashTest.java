// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that signs a pile of minutes is killed again and again; the pile is signed in the end, each paper once. */
@Tag("killed")
class SessionCrashTest {
    private static final int DOCUMENTS = 12;
    private static final int MAX_ROUNDS = 10;

    @TempDir
    Path folder;

    @Test
    void aKilledSessionGoesOnWhereItStopped() throws Exception {
        Random random = new Random(20_261_124);
        MinutesSigner signer = new MinutesSigner(SigningProfile.withoutTimestamp());
        try (Council council = new Council(folder);
                SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            Composition composition = council.composition(council.recording(10_000));
            List<Path> documents = new ArrayList<>();
            for (int i = 0; i < DOCUMENTS; i++) {
                documents.add(signer.compose(composition, folder.resolve("minutes-" + i + ".asice"), Task.none())
                        .container());
            }
            Path place = folder.resolve("session");
            SigningSession session = SigningSession.begin(place, documents, signer);
            Path key = council.pkcs12(TestSigner.PRESIDENT);
            int killed = 0;
            for (int round = 0; round < MAX_ROUNDS && !isSigned(session); round++) {
                killed += signAndKill(place, key, 900 + random.nextInt(1_600)) ? 1 : 0;
            }
            assertTrue(killed > 0, "nobody was killed: this test proves nothing");
            session.sign(Signatory.president(president));
            session.sign(Signatory.secretary(secretary));
            MinutesVerifier verifier = MinutesVerifier.trusting(council.trust());
            for (Path document : documents) {
                assertEquals(2, verifier.verify(document).signatures().size(), document.toString());
                assertEquals(Verdict.VALID, verifier.verify(document).verdict(), document.toString());
            }
            assertEquals(
                    List.of("session.json"),
                    Files.list(place).map(file -> file.getFileName().toString()).toList());
        }
    }

    private static boolean isSigned(SigningSession session) throws Exception {
        return session.progress().stream().allMatch(one -> one.signed().contains(SignatoryRole.PRESIDENT));
    }

    /** Whether the program was killed before its end. */
    private static boolean signAndKill(Path session, Path key, int afterMillis) throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SessionWriter.class.getName(),
                        session.toString(),
                        key.toString(),
                        "segreta")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = program.inputReader(StandardCharsets.US_ASCII)) {
            lines.readLine();
            Thread.sleep(afterMillis);
            boolean running = program.isAlive();
            program.toHandle().destroyForcibly();
            program.waitFor();
            return running;
        } finally {
            program.destroyForcibly();
        }
    }
}
