// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.signed.SignedFile;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Five gibibytes in a heap of 128 MiB, in every form that takes them; run by the profile {@code large}. */
@Tag("large")
class LargeFormsTest {
    private static final long SIZE = 5L << 30;

    @TempDir
    static Path folder;

    static Council council;
    static Path recording;

    @BeforeAll
    static void start() throws IOException {
        assertTrue(Runtime.getRuntime().maxMemory() <= 160L << 20, "run with -Xmx128m: mvn -Plarge verify");
        council = new Council(folder);
        recording = folder.resolve("seduta.mp4");
        try (RandomAccessFile sparse = new RandomAccessFile(recording.toFile(), "rw")) {
            sparse.setLength(SIZE);
        }
    }

    @AfterAll
    static void stop() {
        council.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"ASIC_E_CADES", "ASIC_S_CADES", "CADES_ENVELOPING", "CADES_DETACHED", "XADES_DETACHED"})
    void twoSignTogetherAndAThirdReadsNothing(SignatureForm form) throws Exception {
        Path target = folder.resolve("seduta.mp4" + form.extension());
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY);
                SigningKey deputy = council.key(TestSigner.DEPUTY)) {
            FileSigner signer =
                    new FileSigner(council.profile().toBuilder().form(form).build());
            signer.sign(
                    recording,
                    target,
                    List.of(Signatory.president(president), Signatory.secretary(secretary)),
                    Task.none());
            Path counted =
                    form == SignatureForm.CADES_DETACHED || form == SignatureForm.XADES_DETACHED ? recording : target;
            Reads reads = Reads.of(counted, () -> {
                SignedFile signed = signer.addSignature(target, Signatory.claiming("Vicesindaco", deputy));
                assertEquals(3, signed.signatures().size());
                assertEquals(SIZE, signed.files().get(0).fingerprint().bytes());
                return signed;
            });
            assertTrue(reads.bytes() < 1 << 20, () -> reads.bytes() + " bytes read");
        } finally {
            Files.deleteIfExists(target);
        }
    }
}
