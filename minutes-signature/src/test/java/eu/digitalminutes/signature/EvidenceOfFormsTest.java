// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.minutes.AppliedSignature;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.signed.SignedFile;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Evidence is added to any form, renewed before it fades, and a signature can be signed in its turn. */
class EvidenceOfFormsTest {
    private static final int SIZE = 60_000;
    private static final Duration FAR = Duration.ofDays(36_500);

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

    private static List<String> levels(SignedFile signed) {
        return signed.signatures().stream().map(AppliedSignature::level).toList();
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void fromNothingToArchivalInOneCallAndRenewedOnlyWhenTheTimeHasCome(SignatureForm form) throws Exception {
        Path signed = desk.sign(form, SignatureLevel.B, SIZE);
        SignatureExtender extender = desk.extender();
        SignedFile extended = extender.extend(signed, SignatureLevel.LTA);
        assertEquals(List.of("LTA", "LTA"), levels(extended));
        assertTrue(desk.qualified(signed).stream().allMatch(one -> one.endsWith("-LTA")));
        assertTrue(extended.provableUntil().isPresent());
        byte[] before = Files.readAllBytes(signed);
        extender.renew(signed, Duration.ofDays(1));
        assertArrayEquals(before, Files.readAllBytes(signed));
        int stamps = desk.judge(signed)
                .getSignatureTimestamps(desk.judge(signed).getSignatureIdList().get(0))
                .size();
        assertEquals(List.of("LTA", "LTA"), levels(extender.renew(signed, FAR)));
        assertTrue(Files.size(signed) > before.length);
        SimpleReport report = desk.judge(signed);
        for (String id : report.getSignatureIdList()) {
            assertEquals(Indication.TOTAL_PASSED, report.getIndication(id));
        }
        assertEquals(
                stamps + 1,
                report.getSignatureTimestamps(report.getSignatureIdList().get(0))
                        .size());
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void onlyWhatIsArchivedIsRenewed(SignatureForm form) throws Exception {
        Path signed = desk.signAlone(form, SignatureLevel.T, SIZE);
        byte[] before = Files.readAllBytes(signed);
        SignatureExtender extender = desk.extender();
        MinutesException refusal = assertThrows(MinutesException.class, () -> extender.renew(signed, FAR));
        assertEquals("LEVEL_TOO_LOW", refusal.code());
        assertArrayEquals(before, Files.readAllBytes(signed));
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"ASIC_E_XADES", "ASIC_E_CADES"})
    void aSignatureWithAFileOfItsOwnIsExtendedAlone(SignatureForm form) throws Exception {
        Path signed = desk.sign(form, SignatureLevel.B, SIZE);
        SignatureExtender extender = desk.extender();
        assertEquals(List.of("B", "T"), levels(extender.extend(signed, SignatureLevel.T, List.of(2), Map.of())));
        assertEquals(List.of("LT", "T"), levels(extender.extend(signed, SignatureLevel.LT, List.of(1), Map.of())));
        assertEquals(2, desk.qualified(signed).size());
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"ASIC_S_CADES", "CADES_ENVELOPING", "CADES_DETACHED", "XADES_DETACHED", "PADES"})
    void signaturesInOneStructureAreExtendedTogether(SignatureForm form) throws Exception {
        Path signed = desk.sign(form, SignatureLevel.B, SIZE);
        SignatureExtender extender = desk.extender();
        for (int number = 1; number <= 2; number++) {
            List<Integer> numbers = List.of(number);
            MinutesException refusal = assertThrows(
                    MinutesException.class, () -> extender.extend(signed, SignatureLevel.T, numbers, Map.of()));
            assertEquals("SIGNATURES_INSEPARABLE", refusal.code());
        }
        MinutesException unknown = assertThrows(
                MinutesException.class, () -> extender.extend(signed, SignatureLevel.T, List.of(3), Map.of()));
        assertEquals("SIGNATURE_UNKNOWN", unknown.code());
        assertEquals(List.of("T", "T"), levels(extender.extend(signed, SignatureLevel.T, List.of(1, 2), Map.of())));
    }

    @Test
    void anUnsignedFileIsNotExtended() throws Exception {
        Path content = SigningDesk.content(desk.folder(), SignatureForm.CADES_ENVELOPING, SIZE);
        Path begun = desk.signer(SignatureForm.CADES_ENVELOPING, SignatureLevel.B)
                .begin(content, content.resolveSibling("seduta.mp4.p7m"), Task.none())
                .path();
        SignatureExtender extender = desk.extender();
        assertEquals(
                "NOT_SIGNED_YET",
                assertThrows(MinutesException.class, () -> extender.extend(begun, SignatureLevel.T))
                        .code());
    }

    @ParameterizedTest
    @EnumSource(value = SignatureForm.class, names = "PADES", mode = EnumSource.Mode.EXCLUDE)
    void aSignatureIsSignedInItsTurn(SignatureForm form) throws Exception {
        Path signed = desk.signAlone(form, SignatureLevel.T, SIZE);
        FileSigner signer = desk.signer(form, SignatureLevel.T);
        signer.counterSign(signed, 1, Signatory.secretary(desk.secretary));
        SimpleReport report = desk.judge(signed);
        assertEquals(2, report.getSignatureIdList().size());
        for (String id : report.getSignatureIdList()) {
            assertEquals(
                    Indication.TOTAL_PASSED, report.getIndication(id), String.valueOf(report.getSubIndication(id)));
        }
        assertEquals(
                "SIGNATURE_UNKNOWN",
                assertThrows(
                                MinutesException.class,
                                () -> signer.counterSign(signed, 2, Signatory.secretary(desk.secretary)))
                        .code());
        desk.extender().extend(signed, SignatureLevel.LTA);
        assertTrue(desk.qualified(signed).size() == 2);
        assertEquals(
                "COUNTERSIGNATURE_TOO_LATE",
                assertThrows(
                                MinutesException.class,
                                () -> signer.counterSign(signed, 1, Signatory.secretary(desk.secretary)))
                        .code());
    }

    @Test
    void aPdfIsSignedOnceMoreInstead() throws Exception {
        Path signed = desk.signAlone(SignatureForm.PADES, SignatureLevel.B, SIZE);
        FileSigner signer = desk.signer(SignatureForm.PADES, SignatureLevel.B);
        assertEquals(
                "FORM_WITHOUT_COUNTERSIGNATURES",
                assertThrows(
                                MinutesException.class,
                                () -> signer.counterSign(signed, 1, Signatory.secretary(desk.secretary)))
                        .code());
        assertEquals(Collections.nCopies(1, "PAdES-BASELINE-B"), desk.qualified(signed));
    }
}
