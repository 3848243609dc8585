// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.container.TornContainer;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TsaFault;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong has a message of its own and leaves everything as it was. */
class SigningFailureTest {
    @TempDir
    static Path folder;

    static Council council;

    @BeforeAll
    static void start() throws IOException {
        council = new Council(folder);
    }

    @AfterAll
    static void stop() {
        council.close();
    }

    @AfterEach
    void heal() {
        council.services.tsaFaults();
    }

    private static void sign(Path target, TestSigner president, TestSigner secretary, Task task) throws IOException {
        try (SigningKey first = council.key(president);
                SigningKey second = council.key(secretary)) {
            new MinutesSigner(council.profile())
                    .sign(
                            council.composition(council.recording(100_000)),
                            target,
                            List.of(Signatory.president(first), Signatory.secretary(second)),
                            task);
        }
    }

    private static <T extends Throwable> T assertLeavesTheTarget(Class<T> kind, Path target, Executable work)
            throws IOException {
        Files.writeString(target, "the earlier container");
        Files.deleteIfExists(folder.resolve("act.pdf"));
        council.composition(council.recording(100_000));
        List<Path> before = files();
        T failure = assertThrows(kind, work);
        assertEquals("the earlier container", Files.readString(target));
        assertEquals(before, files());
        return failure;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".p12"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aWrongPinIsRefusedOnce() throws IOException {
        Path file = council.pkcs12(TestSigner.PRESIDENT);
        SigningRefusedException refusal =
                assertThrows(SigningRefusedException.class, () -> SigningKey.pkcs12(file, "sbagliata".toCharArray()));
        assertEquals("PIN_WRONG", refusal.code());
        assertTrue(refusal.getMessage().contains(file.toString()));
        assertFalse(refusal.getMessage().contains("sbagliata"));
    }

    @Test
    void aFileThatIsNoKeyIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("no-key.p12"), "not a key");
        MinutesException refusal =
                assertThrows(MinutesException.class, () -> SigningKey.pkcs12(file, "x".toCharArray()));
        assertEquals("KEY_UNUSABLE", refusal.code());
        assertThrows(
                NoSuchFileException.class, () -> SigningKey.pkcs12(folder.resolve("missing.p12"), "x".toCharArray()));
    }

    @ParameterizedTest
    @EnumSource(
            value = TsaFault.class,
            names = {"DOWN", "GARBAGE", "REJECTS", "WRONG_HASH", "WRONG_NONCE"})
    void aTimeStampingAuthorityThatFailsIsSaid(TsaFault fault) throws IOException {
        council.services.tsaFaults(fault);
        Path target = folder.resolve("minutes.asice");
        ServiceUnavailableException failure = assertLeavesTheTarget(
                ServiceUnavailableException.class,
                target,
                () -> sign(target, TestSigner.PRESIDENT, TestSigner.SECRETARY, Task.none()));
        assertTrue(failure.getMessage().contains(council.services.tsa().toString()), failure.getMessage());
        assertFalse(failure.getMessage().contains("\n"));
    }

    @Test
    void anAuthorityThatIsNotThereIsSaid() throws IOException {
        SigningProfile nobody = SigningProfile.italianCouncil(
                TimestampAuthority.at(URI.create("http://127.0.0.1:1/tsa")).withTimeout(Duration.ofSeconds(5)));
        Path target = folder.resolve("minutes.asice");
        assertLeavesTheTarget(ServiceUnavailableException.class, target, () -> {
            try (SigningKey first = council.key(TestSigner.PRESIDENT);
                    SigningKey second = council.key(TestSigner.SECRETARY)) {
                new MinutesSigner(nobody)
                        .sign(
                                council.composition(council.recording(100_000)),
                                target,
                                List.of(Signatory.president(first), Signatory.secretary(second)));
            }
        });
    }

    @Test
    void anExpiredCertificateDoesNotSign() throws IOException {
        assertCode("CERTIFICATE_EXPIRED", TestSigner.EXPIRED);
    }

    @Test
    void aCertificateOfTheFutureDoesNotSign() throws IOException {
        assertCode("CERTIFICATE_NOT_YET_VALID", TestSigner.NOT_YET_VALID);
    }

    @Test
    void aCertificateForEncryptionDoesNotSign() throws IOException {
        assertCode("CERTIFICATE_NOT_FOR_SIGNING", TestSigner.NO_SIGNING_USAGE);
    }

    @Test
    void aCertificateThatCannotSignIsRefusedBeforeTheRecordingIsRead() throws Exception {
        Composition composition = council.composition(council.recording(100_000));
        Path recording = composition.recordings().values().iterator().next();
        Path target = folder.resolve("minutes.asice");
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey expired = council.key(TestSigner.EXPIRED)) {
            List<Signatory> signatories = List.of(Signatory.president(president), Signatory.secretary(expired));
            MinutesSigner signer = new MinutesSigner(council.profile());
            Reads reads = Reads.of(
                    recording,
                    () -> assertThrows(MinutesException.class, () -> signer.sign(composition, target, signatories)));
            assertEquals(0, reads.bytes());
        }
    }

    private static void assertCode(String code, TestSigner president) throws IOException {
        Path target = folder.resolve("minutes.asice");
        MinutesException failure = assertLeavesTheTarget(
                MinutesException.class, target, () -> sign(target, president, TestSigner.SECRETARY, Task.none()));
        assertEquals(code, failure.code());
    }

    @Test
    void onePersonDoesNotSignTwice() throws IOException {
        assertCode("SAME_SIGNATORY", TestSigner.SECRETARY);
    }

    @Test
    void aMissingSignatoryIsNamed() throws IOException {
        Path target = folder.resolve("minutes.asice");
        try (SigningKey president = council.key(TestSigner.PRESIDENT)) {
            MinutesException failure = assertThrows(
                    MinutesException.class,
                    () -> new MinutesSigner(council.profile())
                            .sign(
                                    council.composition(council.recording(10)),
                                    target,
                                    List.of(Signatory.president(president))));
            assertEquals("SIGNATORY_MISSING", failure.code());
            assertTrue(failure.getMessage().contains("secretary"));
        }
    }

    @Test
    void aDeviceThatGivesGarbageIsFoundOutBeforeAnythingIsWritten() throws IOException {
        Path target = folder.resolve("minutes.asice");
        try (SigningKey real = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            SigningKey garbage = new SigningKey() {
                @Override
                public List<X509Certificate> certificateChain() {
                    return real.certificateChain();
                }

                @Override
                public byte[] sign(byte[] data) {
                    return new byte[256];
                }

                @Override
                public void close() {}
            };
            SigningRefusedException failure = assertLeavesTheTarget(
                    SigningRefusedException.class,
                    target,
                    () -> new MinutesSigner(council.profile())
                            .sign(
                                    council.composition(council.recording(100_000)),
                                    target,
                                    List.of(Signatory.president(garbage), Signatory.secretary(secretary))));
            assertEquals("SIGNATURE_VALUE_WRONG", failure.code());
        }
    }

    @Test
    void aRecordingThatChangedSinceItsFingerprintIsNotSigned() throws IOException {
        Path target = folder.resolve("minutes.asice");
        Composition composition = council.composition(council.recording(100_000));
        Path recording = folder.resolve("recording.mp4");
        byte[] content = Files.readAllBytes(recording);
        content[50_000] ^= 1;
        Files.write(recording, content);
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            List<Signatory> both = List.of(Signatory.president(president), Signatory.secretary(secretary));
            ContentMismatchException failure = assertThrows(
                    ContentMismatchException.class,
                    () -> new MinutesSigner(council.profile()).sign(composition, target, both));
            assertEquals("RECORDING_CHANGED", failure.code());
            Files.write(recording, new byte[10]);
            assertEquals(
                    "RECORDING_CHANGED",
                    assertThrows(
                                    ContentMismatchException.class,
                                    () -> new MinutesSigner(council.profile()).sign(composition, target, both))
                            .code());
        }
    }

    @Test
    void aCancelledSigningLeavesNothing() throws IOException {
        Path target = folder.resolve("minutes.asice");
        assertLeavesTheTarget(
                CancelledException.class,
                target,
                () -> sign(
                        target,
                        TestSigner.PRESIDENT,
                        TestSigner.SECRETARY,
                        Task.none().cancellableBy(() -> true)));
    }

    @Test
    void anUnwritableTargetIsNamed() throws IOException {
        Path target = folder.resolve("nowhere").resolve("minutes.asice");
        FileSystemException failure = assertThrows(
                FileSystemException.class, () -> sign(target, TestSigner.PRESIDENT, TestSigner.SECRETARY, Task.none()));
        assertEquals(target.toString(), failure.getFile());
    }

    @Test
    void aFullDiskIsNamedAndKeepsTheEarlierContainer() throws IOException {
        Configuration tiny = Configuration.unix().toBuilder()
                .setMaxSize(65_536)
                .setBlockSize(1024)
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(tiny);
                SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            Path home = Files.createDirectories(disk.getPath("/home"));
            Path target = Files.writeString(home.resolve("minutes.asice"), "the earlier container");
            FileSystemException failure = assertThrows(
                    FileSystemException.class,
                    () -> new MinutesSigner(council.profile())
                            .sign(
                                    council.composition(council.recording(200_000)),
                                    target,
                                    List.of(Signatory.president(president), Signatory.secretary(secretary))));
            assertEquals(target.toString(), failure.getFile());
            assertEquals("the earlier container", Files.readString(target));
            try (Stream<Path> files = Files.list(home)) {
                assertEquals(List.of(target), files.toList());
            }
        }
    }

    @Test
    void aSecondSignatureAddedTomorrowReadsNothingAndCompletesTheMinutes() throws Exception {
        Path target = folder.resolve("two-days.asice");
        SigningProfile today = council.profile().toBuilder()
                .requiredRoles(Set.of(SignatoryRole.PRESIDENT))
                .build();
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            new MinutesSigner(today)
                    .sign(
                            council.composition(council.recording(3_000_000)),
                            target,
                            List.of(Signatory.president(president)));
            MinutesSigner signer = new MinutesSigner(council.profile());
            Reads reads = Reads.of(target, () -> signer.addSignature(target, Signatory.secretary(secretary)));
            assertTrue(reads.bytes() < 200_000, () -> reads.bytes() + " bytes read");
            assertEquals(
                    Verdict.VALID,
                    MinutesVerifier.trusting(council.trust()).verify(target).verdict());
            MinutesException twice = assertThrows(
                    MinutesException.class, () -> signer.addSignature(target, Signatory.secretary(secretary)));
            assertEquals("ROLE_HAS_SIGNED", twice.code());
        }
    }

    @Test
    void aStopOfTheMachineWhileSigningIsMendedAtTheNextSigning() throws IOException {
        Path target = folder.resolve("torn.asice");
        SigningProfile alone = SigningProfile.withoutTimestamp().toBuilder()
                .requiredRoles(Set.of())
                .build();
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            MinutesSigner signer = new MinutesSigner(alone);
            signer.sign(council.composition(council.recording(1_000)), target, List.of(Signatory.president(president)));
            TornContainer.tear(target);
            assertThrows(
                    MinutesException.class,
                    () -> MinutesVerifier.trusting(council.trust()).verify(target));
            SignedMinutes signed = signer.addSignature(target, Signatory.secretary(secretary));
            assertEquals(2, signed.signatures().size());
        }
    }

    @Test
    void twoWhoSignAtTheSameMomentLoseNoSignature() throws Exception {
        SigningProfile alone = SigningProfile.withoutTimestamp().toBuilder()
                .requiredRoles(Set.of())
                .build();
        for (int round = 0; round < 5; round++) {
            Path target = folder.resolve("together-" + round + ".asice");
            try (SigningKey president = council.key(TestSigner.PRESIDENT);
                    SigningKey secretary = council.key(TestSigner.SECRETARY)) {
                Composition composition = council.composition(council.recording(1_000));
                MinutesSigner signer = new MinutesSigner(alone);
                signer.sign(composition, target, List.of(Signatory.president(president)));
                ExecutorService threads = Executors.newFixedThreadPool(2);
                List<Callable<Integer>> both = Collections.nCopies(2, () -> {
                    try {
                        signer.addSignature(target, Signatory.secretary(secretary));
                        return 1;
                    } catch (MinutesException refused) {
                        assertTrue(
                                Set.of("CONTAINER_BUSY", "CONTAINER_CHANGED", "ROLE_HAS_SIGNED", "CONTAINER_MALFORMED")
                                        .contains(refused.code()),
                                refused.getMessage());
                        return 0;
                    }
                });
                int added = 0;
                for (Future<Integer> one : threads.invokeAll(both)) {
                    added += one.get();
                }
                threads.shutdown();
                assertEquals(1, added);
                assertEquals(
                        2,
                        MinutesVerifier.trusting(council.trust())
                                .verify(target)
                                .signatures()
                                .size());
            }
        }
    }

    @Test
    void aFailedSecondSignatureLeavesTheFirst() throws IOException {
        Path target = folder.resolve("first.asice");
        SigningProfile today = council.profile().toBuilder()
                .requiredRoles(Set.of(SignatoryRole.PRESIDENT))
                .build();
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            new MinutesSigner(today)
                    .sign(
                            council.composition(council.recording(1_000)),
                            target,
                            List.of(Signatory.president(president)));
            byte[] before = Files.readAllBytes(target);
            council.services.tsaFaults(TsaFault.DOWN);
            assertThrows(
                    ServiceUnavailableException.class,
                    () -> new MinutesSigner(council.profile()).addSignature(target, Signatory.secretary(secretary)));
            assertArrayEquals(before, Files.readAllBytes(target));
        }
    }

    @Test
    void withoutATimeStampTheReportWarns() throws IOException {
        Path target = folder.resolve("b.asice");
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            SignedMinutes signed = new MinutesSigner(SigningProfile.withoutTimestamp())
                    .sign(
                            council.composition(council.recording(1_000)),
                            target,
                            List.of(Signatory.president(president), Signatory.secretary(secretary)));
            assertEquals("B", signed.signatures().get(0).level());
            assertTrue(MinutesVerifier.trusting(council.trust()).verify(target).findings().stream()
                    .anyMatch(finding -> finding.code().equals("NO_TIMESTAMP")));
        }
    }

    @Test
    void namesOfTheContainerCannotBeTaken() throws IOException {
        Composition composition = council.composition(council.recording(10));
        Path file = Files.write(folder.resolve("x"), "x".getBytes(StandardCharsets.UTF_8));
        for (String name :
                new String[] {"minutes.json", "minutes.pdf", "mimetype", "recording-1.mp4", "../x", "à.txt"}) {
            assertThrows(IllegalArgumentException.class, () -> composition.withAttachment(name, file), name);
        }
    }
}
