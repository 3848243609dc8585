// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often what is signed is read, as the JVM itself counts it: once to sign, never again, save for one standard. */
class ReadingsTest {
    private static final int SIZE = 3_000_000;
    /** What stands around the content. */
    private static final int AROUND = SIZE / 4;

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

    private static boolean isBeside(SignatureForm form) {
        return form == SignatureForm.CADES_DETACHED || form == SignatureForm.XADES_DETACHED;
    }

    private static boolean isXml(SignatureForm form) {
        return form == SignatureForm.ASIC_E_XADES || form == SignatureForm.XADES_DETACHED;
    }

    /** How often a piece of work reads the content, wherever it lies. */
    private static void assertReadings(int expected, Path signed, SignatureForm form, Callable<?> work)
            throws Exception {
        long bytes = Reads.of(isBeside(form) ? signed.resolveSibling("seduta.mp4") : signed, work)
                .bytes();
        long least = (long) expected * SIZE;
        assertTrue(bytes >= least && bytes <= least + AROUND, () -> bytes + " bytes read, of " + SIZE);
    }

    @ParameterizedTest
    @EnumSource(value = SignatureForm.class, names = "PADES", mode = EnumSource.Mode.EXCLUDE)
    void twoSignWithOneReading(SignatureForm form) throws Exception {
        Path content = SigningDesk.content(desk.folder(), form, SIZE);
        FileSigner signer = desk.signer(form, SignatureLevel.LT);
        Path target = SigningDesk.target(content, form);
        assertEquals(
                SIZE,
                Reads.of(content, () -> signer.sign(content, target, desk.both(), Task.none()))
                        .bytes());
    }

    @ParameterizedTest
    @EnumSource(value = SignatureForm.class, names = "PADES", mode = EnumSource.Mode.EXCLUDE)
    void aFileIsLaidOutForSigningWithOneReading(SignatureForm form) throws Exception {
        Path content = SigningDesk.content(desk.folder(), form, SIZE);
        FileSigner signer = desk.signer(form, SignatureLevel.B);
        Path target = SigningDesk.target(content, form);
        assertEquals(
                SIZE,
                Reads.of(content, () -> signer.begin(content, target, Task.none()))
                        .bytes());
    }

    @ParameterizedTest
    @EnumSource(value = SignatureForm.class, names = "PADES", mode = EnumSource.Mode.EXCLUDE)
    void whatIsAddedLaterReadsNothing(SignatureForm form) throws Exception {
        Path signed = desk.signAlone(form, SignatureLevel.B, SIZE);
        SignatureExtender extender = desk.extender();
        assertReadings(
                0,
                signed,
                form,
                () -> desk.signer(form, SignatureLevel.B).addSignature(signed, Signatory.secretary(desk.secretary)));
        assertReadings(0, signed, form, () -> extender.extend(signed, SignatureLevel.T));
        assertReadings(0, signed, form, () -> extender.extend(signed, SignatureLevel.LT));
        // EN 319 132-1 has the archive time stamp of XAdES over the bytes themselves: once for both signatures.
        assertReadings(isXml(form) ? 1 : 0, signed, form, () -> extender.extend(signed, SignatureLevel.LTA));
        // A renewal looks at the last one first, which is over the bytes too.
        assertReadings(
                isXml(form) ? 2 : 0, signed, form, () -> extender.renew(signed, java.time.Duration.ofDays(36_500)));
        assertEquals(2, desk.qualified(signed).size());
    }
}
