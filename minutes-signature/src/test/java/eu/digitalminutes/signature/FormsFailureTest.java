// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.dss.Trust;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.testkit.TestIdentity;
import eu.digitalminutes.signature.testkit.TestPerson;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TsaFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever may not sign, and whatever cannot be signed, is told so in words of its own, and nothing is changed. */
class FormsFailureTest {
    private static final int SIZE = 100_000;

    @TempDir
    static Path folder;

    static SigningDesk desk;

    @BeforeAll
    static void start() throws IOException {
        desk = new SigningDesk(folder);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @AfterEach
    void heal() {
        desk.council.services.tsaFaults();
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(
                        file.getFileName().toString(),
                        String.valueOf(java.util.Arrays.hashCode(Files.readAllBytes(file))));
            }
        }
        return contents;
    }

    private interface Work {
        void in(Path content, Path target) throws Exception;
    }

    /** The failure of some work, which leaves an earlier target and everything around it. */
    private static <T extends Throwable> T failure(Class<T> kind, SignatureForm form, Work work) throws Exception {
        Path content = SigningDesk.content(desk.folder(), form, SIZE);
        Path target = Files.writeString(SigningDesk.target(content, form), "an earlier file");
        Map<String, String> before = contents(content.getParent());
        T failure = assertThrows(kind, () -> work.in(content, target));
        assertEquals(before, contents(content.getParent()));
        return failure;
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, CERTIFICATE_EXPIRED",
        "NOT_YET_VALID, CERTIFICATE_NOT_YET_VALID",
        "NO_SIGNING_USAGE, CERTIFICATE_NOT_FOR_SIGNING",
        "CNS_LOGIN, CERTIFICATE_NOT_FOR_SIGNING",
        "WITHOUT_QSCD, CERTIFICATE_NOT_QUALIFIED",
        "UNLISTED_AUTHORITY, CERTIFICATE_NOT_QUALIFIED",
        "SEAL, CERTIFICATE_OF_SEAL",
        "REVOKED, CERTIFICATE_REVOKED",
        "SUSPENDED, CERTIFICATE_SUSPENDED"
    })
    void whoMayNotSignIsToldWhy(TestSigner signer, String code) throws Exception {
        try (SigningKey key = desk.council.key(signer)) {
            MinutesException refusal = failure(
                    MinutesException.class,
                    SignatureForm.CADES_ENVELOPING,
                    (content, target) -> desk.signer(SignatureForm.CADES_ENVELOPING, SignatureLevel.T)
                            .sign(content, target, List.of(Signatory.claiming("Vicesindaco", key)), Task.none()));
            assertEquals(code, refusal.code());
        }
    }

    @Test
    void theWrongPersonAndThePersonWithTwoCertificatesDoNotSignMinutes() throws Exception {
        Composition composition = desk.council.composition(desk.council.recording(SIZE));
        TestPerson president = TestSigner.PRESIDENT.person();
        TestIdentity second = desk.council.services.pki().issue(president);
        Path file = folder.resolve("second.p12");
        second.writePkcs12(file, "segreta".toCharArray());
        Path target = desk.folder().resolve("minutes.asice");
        MinutesSigner signer = desk.minutesSigner(desk.profile(SignatureForm.ASIC_E_CADES, SignatureLevel.T));
        try (SigningKey again = SigningKey.pkcs12(file, "segreta".toCharArray());
                SigningKey deputy = desk.council.key(TestSigner.DEPUTY)) {
            assertEquals(
                    "SAME_SIGNATORY",
                    assertThrows(
                                    MinutesException.class,
                                    () -> signer.sign(
                                            composition,
                                            target,
                                            List.of(Signatory.president(desk.president), Signatory.secretary(again))))
                            .code());
            assertEquals(
                    "SIGNER_NOT_IN_ROLE",
                    assertThrows(
                                    MinutesException.class,
                                    () -> signer.sign(
                                            composition,
                                            target,
                                            List.of(Signatory.president(deputy), Signatory.secretary(desk.secretary))))
                            .code());
            desk.minutesSigner(desk.profile(SignatureForm.ASIC_E_CADES, SignatureLevel.T).toBuilder()
                            .requiredRoles(java.util.Set.of(SignatoryRole.PRESIDENT))
                            .build())
                    .sign(composition, target, List.of(Signatory.president(desk.president)));
            byte[] before = Files.readAllBytes(target);
            assertEquals(
                    "SIGNER_NOT_IN_ROLE",
                    assertThrows(MinutesException.class, () -> signer.addSignature(target, Signatory.secretary(again)))
                            .code());
            assertArrayEquals(before, Files.readAllBytes(target));
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void aClockThatIsOffByADayIsFoundOutByTheTimeStamp(SignatureForm form) throws Exception {
        Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
        FileSigner signer = new FileSigner(desk.profile(form, SignatureLevel.T), Trust.none(), tomorrow);
        MinutesException refusal = failure(
                MinutesException.class,
                form,
                (content, target) -> signer.sign(content, target, desk.both(), Task.none()));
        assertEquals("CLOCK_WRONG", refusal.code());
    }

    @ParameterizedTest
    @EnumSource(
            value = TsaFault.class,
            names = {"DOWN", "GARBAGE", "REJECTS", "WRONG_HASH", "WRONG_NONCE"})
    void aFaultOfTheAuthorityLeavesAnEnvelopeAsItWas(TsaFault fault) throws Exception {
        Path signed = desk.signAlone(SignatureForm.CADES_ENVELOPING, SignatureLevel.T, SIZE);
        Map<String, String> before = contents(signed.getParent());
        desk.council.services.tsaFaults(fault);
        assertThrows(
                ServiceUnavailableException.class,
                () -> desk.signer(SignatureForm.CADES_ENVELOPING, SignatureLevel.T)
                        .addSignature(signed, Signatory.secretary(desk.secretary)));
        assertEquals(before, contents(signed.getParent()));
        failure(
                ServiceUnavailableException.class,
                SignatureForm.CADES_DETACHED,
                (content, target) -> desk.signer(SignatureForm.CADES_DETACHED, SignatureLevel.T)
                        .sign(content, target, desk.both(), Task.none()));
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void whatIsSignedIsNeverItsOwnTarget(SignatureForm form) throws Exception {
        Path content = SigningDesk.content(desk.folder(), form, SIZE);
        byte[] before = Files.readAllBytes(content);
        FileSystemException refusal = assertThrows(
                FileSystemException.class,
                () -> desk.signer(form, SignatureLevel.B).sign(content, content, desk.both(), Task.none()));
        assertEquals(content.toString(), refusal.getFile());
        assertArrayEquals(before, Files.readAllBytes(content));
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"ASIC_E_XADES", "ASIC_E_CADES", "ASIC_S_CADES", "CADES_ENVELOPING"})
    void aFileThatGrowsWhileItIsReadIsNotSigned(SignatureForm form) throws Exception {
        Path content = SigningDesk.content(desk.folder(), form, 3_000_000);
        Path target = SigningDesk.target(content, form);
        Task growing = Task.none().cancellableBy(() -> {
            try {
                Files.write(content, new byte[1_000], StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return false;
        });
        ContentMismatchException failure = assertThrows(
                ContentMismatchException.class,
                () -> desk.signer(form, SignatureLevel.B).sign(content, target, desk.both(), growing));
        assertTrue(failure.getMessage().contains("seduta.mp4"), failure.getMessage());
        assertEquals(
                java.util.Set.of("seduta.mp4"), contents(content.getParent()).keySet());
    }

    @Test
    void aPdfThatIsEncryptedDamagedOrNoneIsNotSigned() throws Exception {
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(SigningDesk.pdf())) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(encrypted);
        }
        byte[] half = java.util.Arrays.copyOf(SigningDesk.pdf(), 300);
        byte[] none = "this is no PDF".getBytes(StandardCharsets.UTF_8);
        for (byte[] pdf : new byte[][] {encrypted.toByteArray(), half, none, {}}) {
            MinutesException refusal = failure(MinutesException.class, SignatureForm.PADES, (content, target) -> {
                byte[] sound = Files.readAllBytes(content);
                Files.write(content, pdf);
                try {
                    desk.signer(SignatureForm.PADES, SignatureLevel.B).sign(content, target, desk.both(), Task.none());
                } finally {
                    Files.write(content, sound);
                }
            });
            assertEquals("PDF_UNUSABLE", refusal.code(), refusal.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void twoWhoSignAtTheSameMomentLoseNoSignature(SignatureForm form) throws Exception {
        for (int round = 0; round < 3; round++) {
            Path content = SigningDesk.content(desk.folder(), form, SIZE);
            FileSigner signer = desk.signer(form, SignatureLevel.B);
            Path begun = signer.begin(content, SigningDesk.target(content, form), Task.none())
                    .path();
            ExecutorService threads = Executors.newFixedThreadPool(2);
            List<Callable<Integer>> both = desk.both().stream()
                    .<Callable<Integer>>map(one -> () -> {
                        try {
                            signer.addSignature(begun, one);
                            return 1;
                        } catch (MinutesException refused) {
                            return 0;
                        }
                    })
                    .toList();
            int added = 0;
            for (Future<Integer> one : threads.invokeAll(both)) {
                added += one.get();
            }
            threads.shutdown();
            assertTrue(added > 0);
            assertEquals(added, desk.qualified(begun).size());
        }
    }
}
