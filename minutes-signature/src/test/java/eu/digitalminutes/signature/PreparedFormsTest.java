// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.PreparedSignature;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A signature is prepared here, its value made elsewhere and put in by another program, by what the JSON says. */
class PreparedFormsTest {
    private static final int SIZE = 60_000;
    private static final String PRESIDENT = SignatoryRole.PRESIDENT.label().italian();

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

    private static byte[] device(byte[] data) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(
                desk.council.services.pki().identity(TestSigner.PRESIDENT).privateKey());
        signature.update(data);
        return signature.sign();
    }

    private static byte[] prepare(Path begun, SignatureForm form) throws IOException {
        return desk.signer(form, SignatureLevel.T)
                .prepare(begun, desk.president.certificateChain(), PRESIDENT)
                .toJson();
    }

    private static Path begun(SignatureForm form) throws IOException {
        Path content = SigningDesk.content(desk.folder(), form, SIZE);
        return desk.signer(form, SignatureLevel.T)
                .begin(content, SigningDesk.target(content, form), Task.none())
                .path();
    }

    private static PreparedSignature read(byte[] json) {
        return PreparedSignature.fromJson(json);
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void whatTheJsonSaysIsEnoughForAnotherProgram(SignatureForm form) throws Exception {
        Path begun = begun(form);
        byte[] json = prepare(begun, form);
        byte[] value = device(read(json).dataToSign());
        desk.signer(form, SignatureLevel.T).complete(begun, read(json), value);
        assertEquals(1, desk.qualified(begun).size());
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void aWrongValueIsFoundOutAndTheRightOneCanStillCome(SignatureForm form) throws Exception {
        Path begun = begun(form);
        byte[] before = Files.readAllBytes(begun);
        byte[] json = prepare(begun, form);
        assertArrayEquals(before, Files.readAllBytes(begun), "to prepare writes nothing");
        byte[] other = device("something else".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "SIGNATURE_VALUE_WRONG",
                assertThrows(
                                SigningRefusedException.class,
                                () -> desk.signer(form, SignatureLevel.T).complete(begun, read(json), other))
                        .code());
        assertArrayEquals(before, Files.readAllBytes(begun));
        desk.signer(form, SignatureLevel.T)
                .complete(begun, read(json), device(read(json).dataToSign()));
        assertEquals(1, desk.qualified(begun).size());
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void whoSignsMeanwhileHindersNobodyButInAPdf(SignatureForm form) throws Exception {
        Path begun = begun(form);
        byte[] json = prepare(begun, form);
        byte[] value = device(read(json).dataToSign());
        FileSigner signer = desk.signer(form, SignatureLevel.T);
        signer.addSignature(begun, Signatory.secretary(desk.secretary));
        if (form == SignatureForm.PADES) {
            assertEquals(
                    "PREPARED_OTHER",
                    assertThrows(MinutesException.class, () -> signer.complete(begun, read(json), value))
                            .code());
            assertEquals(1, desk.qualified(begun).size());
        } else {
            signer.complete(begun, read(json), value);
            assertEquals(2, desk.qualified(begun).size());
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void aChangedRequestIsRefused(SignatureForm form) throws Exception {
        Path begun = begun(form);
        String json = new String(prepare(begun, form), StandardCharsets.UTF_8);
        byte[] value = device(read(json.getBytes(StandardCharsets.UTF_8)).dataToSign());
        byte[] before = Files.readAllBytes(begun);
        PreparedSignature sound = read(json.getBytes(StandardCharsets.UTF_8));
        String digest = sound.files().get(0).fingerprint().digest().toString();
        String[] changed = {
            json.replace(PRESIDENT, "Vicepresidente"),
            json.replace(sound.signingTime().toString(), "2020-01-01T00:00:00Z"),
            json.replace(digest, "00" + digest.substring(2)),
            json.replace("\"city\" : \"\"", "\"city\" : \"Altrove\""),
            json.replace(
                    "\"form\" : \"" + form.code(), "\"form\" : \"" + (form == SignatureForm.PADES ? "p7m" : "pades")),
        };
        for (String one : changed) {
            byte[] bytes = one.getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    "PREPARED_OTHER",
                    assertThrows(
                                    MinutesException.class,
                                    () -> desk.signer(form, SignatureLevel.T).complete(begun, read(bytes), value),
                                    one)
                            .code());
        }
        String[] malformed = {
            "",
            "[]",
            "{}",
            json.substring(0, json.length() / 2),
            json.replace("\"formatVersion\" : 1", "\"formatVersion\" : 2"),
            json.replace("\"form\" : \"" + form.code(), "\"form\" : \"doc"),
            json.replace(digest, digest.substring(2)),
            json.replace("\"dataToSign\" : \"", "\"dataToSign\" : \"*"),
            json.replaceAll("(?s)\"certificates\" : \\[.*?\\]", "\"certificates\" : []"),
            json.replaceAll("(?s)\"certificates\" : \\[.*?\\]", "\"certificates\" : [\"AAAA\"]"),
            json.replace(sound.signingTime().toString(), "yesterday"),
        };
        for (String one : malformed) {
            byte[] bytes = one.getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    "PREPARED_MALFORMED",
                    assertThrows(MinutesException.class, () -> read(bytes), one).code());
        }
        assertArrayEquals(before, Files.readAllBytes(begun));
    }

    @ParameterizedTest
    @EnumSource(SignatureForm.class)
    void itServesForTheFileThatItWasPreparedForAlone(SignatureForm form) throws Exception {
        Path begun = begun(form);
        byte[] json = prepare(begun, form);
        byte[] value = device(read(json).dataToSign());
        Path content = SigningDesk.content(desk.folder(), form, SIZE + 1);
        if (form == SignatureForm.PADES) {
            Files.write(
                    content,
                    desk.council.services.tsa().toString().getBytes(StandardCharsets.UTF_8),
                    java.nio.file.StandardOpenOption.APPEND);
        }
        Path other = desk.signer(form, SignatureLevel.T)
                .begin(content, SigningDesk.target(content, form), Task.none())
                .path();
        assertEquals(
                "PREPARED_OTHER",
                assertThrows(
                                MinutesException.class,
                                () -> desk.signer(form, SignatureLevel.T).complete(other, read(json), value))
                        .code());
    }
}
