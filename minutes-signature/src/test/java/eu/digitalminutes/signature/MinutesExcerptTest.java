// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static eu.digitalminutes.signature.TreedRecordings.MEBI;
import static eu.digitalminutes.signature.TreedRecordings.PART;
import static eu.digitalminutes.signature.TreedRecordings.TREE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.media.MediaSpan;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SignatureForm;
import eu.digitalminutes.signature.profile.SignatureLevel;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.trust.RevocationAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Some minutes of a recording prove themselves by the original signatures, without the rest of it. */
class MinutesExcerptTest {
    private static final MediaSpan FIFTH_SECOND = new MediaSpan(Duration.ofMillis(5000), Duration.ofMillis(5500));

    @TempDir
    static Path folder;

    static Council council;
    static Path recording;
    static Path signed;
    static Path excerpt;
    static MinutesVerifier verifier;

    @BeforeAll
    static void presidentAndSecretarySign() throws IOException {
        council = new Council(folder);
        recording = TreedRecordings.sound(folder, 0);
        signed = sign("minutes.asice", SignatureForm.ASIC_E_XADES);
        verifier = MinutesVerifier.trusting(council.trust());
        excerpt = folder.resolve("fifth-second.zip");
        MinutesExcerpt.ofTime(signed, PART, FIFTH_SECOND, excerpt, Task.none());
    }

    @AfterAll
    static void close() {
        council.close();
    }

    private static Path sign(String name, SignatureForm form) throws IOException {
        try (SigningKey first = council.key(TestSigner.PRESIDENT);
                SigningKey second = council.key(TestSigner.SECRETARY)) {
            return new MinutesSigner(council.profile().toBuilder().form(form).build())
                    .sign(
                            TreedRecordings.treed(council, recording, recording),
                            folder.resolve(name),
                            List.of(Signatory.president(first), Signatory.secretary(second)))
                    .container();
        }
    }

    private static VerificationReport verified(Path file, Verdict verdict) throws IOException {
        VerificationReport report = verifier.verify(file);
        assertEquals(verdict, report.verdict(), () -> report.report().toString());
        return report;
    }

    private static boolean says(VerificationReport report, String code, String words) {
        return report.findings().stream()
                .anyMatch(finding -> finding.code().equals(code)
                        && finding.message().english().contains(words));
    }

    private static void assertFound(String code, Consumer<Map<String, byte[]>> change) throws IOException {
        Path changed = Repacked.of(excerpt, "changed.zip", change);
        VerificationReport report = verified(changed, Verdict.INVALID);
        assertTrue(
                report.findings().stream()
                        .anyMatch(finding -> finding.code().equals(code) && finding.severity() == Severity.FAIL),
                () -> code + " in " + report.report());
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"ASIC_E_XADES", "ASIC_E_CADES"})
    void anExcerptIsValidWithoutTheRest(SignatureForm form) throws IOException {
        Path whole = sign(form + ".asice", form);
        Path some = folder.resolve(form + ".zip");
        MinutesExcerpt.ofTime(whole, PART, FIFTH_SECOND, some, Task.none());
        VerificationReport report = verified(some, Verdict.VALID);
        assertEquals("intact", report.integrity());
        assertEquals(2, report.signatures().size());
        assertTrue(
                says(report, "EXCERPT_PROVEN", "00:00:0"), () -> report.report().toString());
        assertTrue(
                says(report, "EXCERPT_PROVEN", "Item 1."), () -> report.report().toString());
        assertTrue(
                says(report, "EXCERPT_LEAVES_OUT", PART), () -> report.report().toString());
        assertTrue(Files.size(some) < Files.size(whole) / 2);
    }

    @Test
    void anItemIsFoundByItsNumberOrId() throws IOException {
        Path byNumber = folder.resolve("number.zip");
        Path byId = folder.resolve("id.zip");
        MinutesExcerpt.ofItem(signed, "1", byNumber, Task.none());
        MinutesExcerpt.ofItem(signed, "item-1", byId, Task.none());
        assertEquals(-1, Files.mismatch(byNumber, byId));
        verified(byId, Verdict.VALID);
        MinutesException unknown = assertThrows(
                MinutesException.class,
                () -> MinutesExcerpt.ofItem(signed, "7", folder.resolve("none.zip"), Task.none()));
        assertEquals("EXCERPT_IMPOSSIBLE", unknown.code());
        assertTrue(String.valueOf(unknown.getMessage()).contains("item-1"), unknown.getMessage());
        assertFalse(Files.exists(folder.resolve("none.zip")));
    }

    @Test
    void itsBytesAreWhereTheyWereWhenItIsRestored() throws IOException {
        Path restored = folder.resolve("restored.wav");
        MinutesExcerpt.restore(excerpt, restored, Task.none());
        byte[] original = Files.readAllBytes(recording);
        byte[] found = Files.readAllBytes(restored);
        assertEquals(original.length, found.length);
        int fifth = 44 + 5 * TreedRecordings.BYTES_PER_SECOND;
        assertArrayEquals(
                Arrays.copyOfRange(original, fifth, fifth + 1000), Arrays.copyOfRange(found, fifth, fifth + 1000));
        assertArrayEquals(Arrays.copyOf(original, 44), Arrays.copyOf(found, 44));
        assertArrayEquals(new byte[1000], Arrays.copyOfRange(found, 2 * MEBI, 2 * MEBI + 1000));
    }

    @Test
    void whateverIsChangedIsFoundOut() throws IOException {
        String piece = piece(true);
        assertFound("EXCERPT_ALTERED", files -> files.get(piece)[77] ^= 1);
        assertFound("EXCERPT_ALTERED", files -> files.put(piece, Arrays.copyOf(files.get(piece), MEBI - 1)));
        assertFound("EXCERPT_ALTERED_BYTES", files -> files.get(piece(false))[2] ^= 1);
        assertFound("EXCERPT_ALTERED", files -> files.remove(piece));
        assertFound("FILE_ALTERED", files -> files.get(Minutes.FILE_NAME)[100] ^= 1);
        assertFound("FILE_NOT_SIGNED", files -> files.put("more.txt", new byte[10]));
        assertFound("EXCERPT_WITHOUT_ROOT", files -> replace(files, PART, "recording-2.mp4"));
    }

    @Test
    void aProofThatIsNotOfThisPieceProvesNothing() throws IOException {
        Path other = folder.resolve("other.zip");
        MediaSpan eighth = new MediaSpan(Duration.ofMillis(8000), Duration.ofMillis(8100));
        MinutesExcerpt.ofTime(signed, PART, eighth, other, Task.none());
        byte[] form = Repacked.files(other).get("excerpt.json");
        Path mixed = Repacked.of(excerpt, "mixed.zip", files -> files.put("excerpt.json", form));
        verified(mixed, Verdict.INVALID);
    }

    @Test
    void theSignaturesOfAnotherMeetingProveNothing() throws IOException {
        Path other = sign("another.asice", SignatureForm.ASIC_E_XADES);
        Map<String, byte[]> theirs = Repacked.files(other);
        Path mixed = Repacked.of(excerpt, "theirs.zip", files -> {
            files.put(Minutes.FILE_NAME, replaced(files.get(Minutes.FILE_NAME), "Aula", "Sala"));
            files.put("META-INF/signatures001.xml", theirs.get("META-INF/signatures001.xml"));
        });
        verified(mixed, Verdict.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "{\"format\":\"minutes-excerpt\",\"formatVersion\":2}",
                "{\"format\":\"minutes-excerpt\",\"formatVersion\":1,\"recording\":\"r\",\"pieces\":[]}",
                "{\"format\":\"minutes-excerpt\",\"formatVersion\":1,\"recording\":\"r\",\"pieces\":[{\"of\":1e400,"
                        + "\"from\":0,\"to\":1,\"path\":[]}]}",
                "{\"format\":\"minutes-excerpt\",\"formatVersion\":1,\"recording\":\"r\",\"pieces\":[{\"of\":10,"
                        + "\"from\":5,\"to\":1,\"path\":[\"zz\"]}]}"
            })
    void aFormThatIsNoneIsRefused(String form) throws IOException {
        Path changed = Repacked.of(
                excerpt, "form.zip", files -> files.put("excerpt.json", form.getBytes(StandardCharsets.UTF_8)));
        MinutesException refused = assertThrows(MinutesException.class, () -> verifier.verify(changed));
        assertTrue(List.of("EXCERPT_MALFORMED", "INPUT_MALFORMED").contains(refused.code()), refused.code());
        assertThrows(
                MinutesException.class, () -> MinutesExcerpt.restore(changed, folder.resolve("no.wav"), Task.none()));
        assertFalse(Files.exists(folder.resolve("no.wav")));
    }

    @Test
    void anyFlippedByteOfTheFormIsRefusedOrLeavesNoFalseProof() throws IOException {
        Random random = new Random(20_261_130);
        byte[] form = Repacked.files(excerpt).get("excerpt.json");
        for (int i = 0; i < 40; i++) {
            byte[] changed = form.clone();
            changed[random.nextInt(form.length)] = (byte) random.nextInt(128);
            Path file = Repacked.of(excerpt, "flip.zip", files -> files.put("excerpt.json", changed));
            try {
                VerificationReport report = verifier.verify(file);
                boolean same = new String(changed, StandardCharsets.UTF_8)
                        .replaceAll("\\s", "")
                        .equals(new String(form, StandardCharsets.UTF_8).replaceAll("\\s", ""));
                assertEquals(
                        same ? Verdict.VALID : Verdict.INVALID,
                        report.verdict(),
                        () -> new String(changed, StandardCharsets.UTF_8));
            } catch (MinutesException refused) {
                assertTrue(refused.code().endsWith("_MALFORMED"), refused.code());
            }
        }
    }

    @Test
    void ofADamagedRecordingNoFalseExcerptIsCut() throws IOException {
        Path damaged = Repacked.of(
                signed, "damaged.asice", files -> files.get(PART)[5 * TreedRecordings.BYTES_PER_SECOND + 100] ^= 1);
        MinutesException refused = assertThrows(
                MinutesException.class,
                () -> MinutesExcerpt.ofTime(damaged, PART, FIFTH_SECOND, folder.resolve("no.zip"), Task.none()));
        assertEquals("RECORDING_CHANGED", refused.code());
        assertFalse(Files.exists(folder.resolve("no.zip")));
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"ASIC_E_XADES", "ASIC_E_CADES"})
    void archiveTimeStampsOverTheWholeAreNoHindrance(SignatureForm form) throws IOException {
        try (SigningDesk desk = new SigningDesk(Files.createDirectories(folder.resolve("desk-" + form)))) {
            Path sound = TreedRecordings.sound(desk.folder(), 4);
            Path whole = desk.minutesSigner(desk.profile(form, SignatureLevel.LTA))
                    .sign(
                            TreedRecordings.treed(desk.council, sound, sound),
                            desk.folder.resolve("lta.asice"),
                            desk.both())
                    .container();
            Path some = desk.folder.resolve("lta.zip");
            MinutesExcerpt.ofTime(whole, PART, FIFTH_SECOND, some, Task.none());
            VerificationReport report = MinutesVerifier.trusting(desk.lists(), RevocationAccess.ONLINE)
                    .verify(some);
            assertEquals(Verdict.VALID, report.verdict(), () -> report.report().toString());
            assertEquals(
                    form == SignatureForm.ASIC_E_XADES ? "LT" : "LTA",
                    report.signatures().get(0).level());
        }
    }

    @Test
    void ofAMeetingWithASecretPartNoneIsMade() throws IOException {
        Path sound = TreedRecordings.sound(folder, 5);
        Composition open = TreedRecordings.treed(council, sound, sound);
        Meeting partial = open.minutes().meeting().toBuilder()
                .item(AgendaItem.of("item-2", "2", "Provvedimento riservato", Publicity.SECRET))
                .build();
        Composition secret = Composition.of(open.minutes().withMeeting(partial))
                .withRecording(PART, sound)
                .withWrittenAct(open.writtenAct().orElseThrow())
                .withAttachment(TREE, open.attachments().get(TREE));
        Path whole = folder.resolve("secret.asice");
        new MinutesSigner(council.profile()).compose(secret, whole, Task.none());
        MinutesException refused = assertThrows(
                MinutesException.class, () -> MinutesExcerpt.ofItem(whole, "1", folder.resolve("no.zip"), Task.none()));
        assertEquals("EXCERPT_OF_SECRET_MEETING", refused.code());
        assertFalse(Files.exists(folder.resolve("no.zip")));
    }

    @Test
    void withoutATreeThereIsNoExcerpt() throws IOException {
        Path treeless = Repacked.of(signed, "treeless.asice", files -> files.remove(TREE));
        MinutesException refused = assertThrows(
                MinutesException.class,
                () -> MinutesExcerpt.ofTime(treeless, PART, FIFTH_SECOND, folder.resolve("no.zip"), Task.none()));
        assertEquals("EXCERPT_IMPOSSIBLE", refused.code());
    }

    private static String piece(boolean last) {
        try {
            List<String> pieces = Repacked.files(excerpt).keySet().stream()
                    .filter(name -> name.startsWith("pieces/"))
                    .toList();
            return pieces.get(last ? pieces.size() - 1 : 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void replace(Map<String, byte[]> files, String old, String now) {
        files.put("excerpt.json", replaced(files.get("excerpt.json"), old, now));
    }

    private static byte[] replaced(byte[] text, String old, String now) {
        return new String(text, StandardCharsets.UTF_8).replace(old, now).getBytes(StandardCharsets.UTF_8);
    }
}
