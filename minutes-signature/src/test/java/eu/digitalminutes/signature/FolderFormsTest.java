// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.remote.Consent;
import eu.digitalminutes.signature.remote.RemoteSigning;
import eu.digitalminutes.signature.testkit.CscCredential;
import eu.digitalminutes.signature.testkit.CscServer;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TsaFault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Minutes in a folder, each file under its own signatures or all under the same, are composed whole or not at all. */
class FolderFormsTest {
    private static final int SIZE = 400_000;

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

    private static SignedMinutes sign(Path target, SignatureForm form, SignatureLevel level) throws IOException {
        return desk.minutesSigner(desk.profile(form, level))
                .sign(desk.council.composition(desk.council.recording(SIZE)), target, desk.both());
    }

    private static SigningProfile alone(SignatureForm form, SignatureLevel level) {
        return desk.profile(form, level).toBuilder()
                .requiredRoles(Set.of(SignatoryRole.PRESIDENT))
                .build();
    }

    private static Map<String, Integer> sizes(Path folder) throws IOException {
        Map<String, Integer> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(folder.relativize(file).toString(), (int) Files.size(file));
            }
        }
        return sizes;
    }

    /** Every signed file of the folder, once the recording lies where a verifier looks for it. */
    private static List<Path> signed(Path target) throws IOException {
        if (!Files.exists(target.resolve("recording-1.mp4.p7m"))) {
            Files.copy(
                    desk.council.folder.resolve("recording.mp4"),
                    target.resolve("recording-1.mp4"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file ->
                            file.toString().endsWith(".p7m") || file.toString().endsWith(".p7s"))
                    .sorted()
                    .toList();
        }
    }

    private static void assertSignedByBoth(Path target, SignatureLevel level) throws IOException {
        List<Path> signed = signed(target);
        for (Path one : signed) {
            assertEquals(List.of("CAdES-BASELINE-" + level, "CAdES-BASELINE-" + level), desk.qualified(one));
        }
        assertEquals(Files.exists(target.resolve("signatures.xml")) ? 0 : 4, signed.size());
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"CADES_ENVELOPING", "CADES_DETACHED", "XADES_DETACHED"})
    void bothSignEveryFileAtOnceOrOneAfterTheOther(SignatureForm form) throws Exception {
        for (SignatureLevel level : new SignatureLevel[] {SignatureLevel.T, SignatureLevel.LTA}) {
            Path atOnce = desk.folder().resolve("seduta");
            assertEquals(2, sign(atOnce, form, level).signatures().size());
            assertSignedByBoth(atOnce, level);
            Path later = desk.folder().resolve("seduta");
            MinutesSigner signer = desk.minutesSigner(alone(form, level));
            signer.sign(
                    desk.council.composition(desk.council.recording(SIZE)),
                    later,
                    List.of(Signatory.president(desk.president)));
            if (form == SignatureForm.XADES_DETACHED) {
                signed(later);
            }
            SignedMinutes signed = signer.addSignature(later, Signatory.secretary(desk.secretary));
            assertEquals(
                    List.of(level.name(), level.name()),
                    signed.signatures().stream().map(one -> one.level()).toList());
            assertSignedByBoth(later, level);
            MinutesException twice = assertThrows(
                    MinutesException.class, () -> signer.addSignature(later, Signatory.secretary(desk.secretary)));
            assertEquals("ROLE_HAS_SIGNED", twice.code());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"CADES_ENVELOPING", "CADES_DETACHED", "XADES_DETACHED"})
    void everyFileOfAFolderIsExtended(SignatureForm form) throws Exception {
        Path target = desk.folder().resolve("seduta");
        sign(target, form, SignatureLevel.B);
        signed(target);
        desk.extender().extend(target, SignatureLevel.LTA);
        assertSignedByBoth(target, SignatureLevel.LTA);
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"CADES_ENVELOPING", "CADES_DETACHED", "XADES_DETACHED"})
    void aFolderThatIsThereAlreadyIsNotTouched(SignatureForm form) throws Exception {
        Path parent = desk.folder();
        Path target = Files.createDirectories(parent.resolve("seduta"));
        Files.writeString(target.resolve("other.txt"), "other");
        FileAlreadyExistsException failure =
                assertThrows(FileAlreadyExistsException.class, () -> sign(target, form, SignatureLevel.T));
        assertTrue(failure.getMessage().contains("name a new one"), failure.getMessage());
        assertEquals(Set.of("seduta/other.txt"), sizes(parent).keySet());
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"CADES_ENVELOPING", "CADES_DETACHED", "XADES_DETACHED"})
    void aFailureLeavesNoFolder(SignatureForm form) throws Exception {
        Path parent = desk.folder();
        desk.council.services.tsaFaults(TsaFault.DOWN);
        assertThrows(ServiceUnavailableException.class, () -> sign(parent.resolve("seduta"), form, SignatureLevel.T));
        try (Stream<Path> left = Files.list(parent)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"CADES_ENVELOPING", "CADES_DETACHED"})
    void anAuthorityThatStopsHalfWayLeavesEveryFileAsItWas(SignatureForm form) throws Exception {
        Path target = desk.folder().resolve("seduta");
        MinutesSigner signer = desk.minutesSigner(alone(form, SignatureLevel.T));
        signer.sign(
                desk.council.composition(desk.council.recording(SIZE)),
                target,
                List.of(Signatory.president(desk.president)));
        Map<String, Integer> before = sizes(target);
        desk.council.services.tsaFaults(TsaFault.DOWN);
        assertThrows(
                ServiceUnavailableException.class,
                () -> signer.addSignature(target, Signatory.secretary(desk.secretary)));
        assertEquals(before, sizes(target));
        desk.council.services.tsaFaults();
        signer.addSignature(target, Signatory.secretary(desk.secretary));
        assertSignedByBoth(target, SignatureLevel.T);
    }

    @Test
    void aStopBetweenTwoFilesIsMadeUpForByTheNextCall() throws Exception {
        Path target = desk.folder().resolve("seduta");
        MinutesSigner signer = desk.minutesSigner(alone(SignatureForm.CADES_ENVELOPING, SignatureLevel.T));
        signer.sign(
                desk.council.composition(desk.council.recording(SIZE)),
                target,
                List.of(Signatory.president(desk.president)));
        desk.signer(SignatureForm.CADES_ENVELOPING, SignatureLevel.T)
                .addSignature(target.resolve("minutes.json.p7m"), Signatory.secretary(desk.secretary));
        signer.addSignature(target, Signatory.secretary(desk.secretary));
        assertSignedByBoth(target, SignatureLevel.T);
    }

    @Test
    void oneConsentSignsEveryFileOfAFolderRemotely() throws Exception {
        try (CscServer server = CscServer.start()) {
            AtomicInteger consents = new AtomicInteger();
            List<SigningKey> keys = new ArrayList<>();
            for (TestSigner signer : new TestSigner[] {TestSigner.PRESIDENT, TestSigner.SECRETARY}) {
                CscCredential credential = server.add(
                                desk.council.services.pki().identity(signer))
                        .scal(2)
                        .multisign(10);
                keys.add(RemoteSigning.connect(server.v1(), server::accessToken).key(credential.id(), request -> {
                    consents.incrementAndGet();
                    return Consent.pinAndOtp(
                            credential.pin().toCharArray(),
                            server.otp(credential).toCharArray());
                }));
            }
            Path target = desk.folder().resolve("seduta");
            try (SigningKey president = keys.get(0);
                    SigningKey secretary = keys.get(1)) {
                desk.minutesSigner(desk.profile(SignatureForm.CADES_ENVELOPING, SignatureLevel.T))
                        .sign(
                                desk.council.composition(desk.council.recording(SIZE)),
                                target,
                                List.of(Signatory.president(president), Signatory.secretary(secretary)));
            }
            assertSignedByBoth(target, SignatureLevel.T);
            assertEquals(2, consents.get());
            assertFalse(Files.exists(target.resolve("recording-1.mp4")));
        }
    }
}
