// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.BatchSigningKey;
import eu.digitalminutes.signature.key.PreparedSignature;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.signed.DocumentProgress;
import eu.digitalminutes.signature.signed.SigningState;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TsaFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Minutes are signed by several people, each when he can, and no signature that was made is lost. */
class SigningSessionTest {
    @TempDir
    Path folder;

    Council council;
    List<Path> documents;
    Path session;

    @BeforeEach
    void composeThreeMinutes() throws IOException {
        council = new Council(folder);
        session = folder.resolve("libro-firma");
        documents = new ArrayList<>();
        Composition composition = council.composition(council.recording(50_000));
        for (int i = 1; i <= 3; i++) {
            documents.add(signer().compose(composition, folder.resolve("minutes-" + i + ".asice"), Task.none())
                    .container());
        }
    }

    @AfterEach
    void close() {
        council.close();
    }

    private MinutesSigner signer() {
        return new MinutesSigner(council.profile());
    }

    private SigningSession begun() throws IOException {
        return SigningSession.begin(session, documents, signer());
    }

    private void assertAllValid() throws IOException {
        MinutesVerifier verifier = MinutesVerifier.trusting(council.trust());
        for (Path document : documents) {
            assertEquals(Verdict.VALID, verifier.verify(document).verdict());
        }
        assertFalse(Files.exists(session.resolve("pending-president.json")));
        assertFalse(Files.exists(session.resolve("pending-secretary.json")));
    }

    @Test
    void thePresidentSignsTodayAndTheSecretaryTomorrowInAnotherProcess() throws IOException {
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            List<DocumentProgress> today = begun().sign(Signatory.president(president));
            assertEquals(Set.of(SignatoryRole.PRESIDENT), today.get(2).signed());
            assertEquals(Set.of(SignatoryRole.SECRETARY), today.get(2).missing());
            SigningSession tomorrow = SigningSession.open(session, signer());
            assertEquals(SigningState.OPEN, tomorrow.state());
            tomorrow.sign(Signatory.secretary(secretary));
            assertEquals(SigningState.COMPLETE, tomorrow.state());
            tomorrow.sign(Signatory.secretary(secretary));
        }
        assertAllValid();
    }

    @Test
    void aKeyThatSignsSeveralAtOnceIsAskedOnce() throws IOException {
        List<Integer> asked = new ArrayList<>();
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            SigningSession signing = begun();
            signing.sign(Signatory.president(new CountingBatch(president, asked)));
            signing.sign(Signatory.secretary(secretary));
        }
        assertEquals(List.of(3), asked);
        assertAllValid();
    }

    @Test
    void keyThatGivesTooFewValuesIsRefusedAndSignsNothing() throws IOException {
        try (SigningKey president = council.key(TestSigner.PRESIDENT)) {
            SigningSession signing = begun();
            BatchSigningKey few = new CountingBatch(president, new ArrayList<>()) {
                @Override
                public List<byte[]> signAll(List<byte[]> data) {
                    return super.signAll(data.subList(1, data.size()));
                }
            };
            SigningRefusedException refused =
                    assertThrows(SigningRefusedException.class, () -> signing.sign(Signatory.president(few)));
            assertEquals("SIGNATURES_MISSING", refused.code());
            for (DocumentProgress document : signing.progress()) {
                assertEquals(Set.of(), document.signed());
                assertEquals(Set.of(), document.pending());
            }
        }
    }

    /** A key whose one consent is for several signatures, and who remembers for how many it was asked. */
    private static class CountingBatch implements BatchSigningKey {
        private final SigningKey key;
        private final List<Integer> asked;

        CountingBatch(SigningKey key, List<Integer> asked) {
            this.key = key;
            this.asked = asked;
        }

        @Override
        public List<byte[]> signAll(List<byte[]> data) {
            asked.add(data.size());
            return data.stream().map(key::sign).toList();
        }

        @Override
        public List<X509Certificate> certificateChain() {
            return key.certificateChain();
        }

        @Override
        public byte[] sign(byte[] data) {
            asked.add(1);
            return key.sign(data);
        }

        @Override
        public void close() {
            key.close();
        }
    }

    @Test
    void signaturesThatWaitForATimeStampCostNoSecondPin() throws IOException {
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            SigningSession signing = begun();
            council.services.tsaFaults(TsaFault.DOWN);
            assertThrows(ServiceUnavailableException.class, () -> signing.sign(Signatory.president(president)));
            DocumentProgress waiting = signing.progress().get(0);
            assertEquals(Set.of(SignatoryRole.PRESIDENT), waiting.pending());
            assertEquals(Set.of(), waiting.signed());
            council.services.tsaFaults();
            SigningSession.open(session, signer()).resume(SignatoryRole.PRESIDENT);
            signing.sign(Signatory.secretary(secretary));
        }
        assertAllValid();
    }

    @Test
    void aDeviceThatGivesUpInTheMiddleKeepsWhatItSigned() throws IOException {
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            SigningSession signing = begun();
            SigningRefusedException removed = assertThrows(
                    SigningRefusedException.class,
                    () -> signing.sign(Signatory.president(new RemovedCard(president, new int[] {2}))));
            assertEquals("TOKEN_REMOVED", removed.code());
            signing.resume(SignatoryRole.PRESIDENT);
            assertEquals(
                    List.of(1, 1, 0),
                    signing.progress().stream().map(one -> one.signed().size()).toList());
            signing.sign(Signatory.president(new RemovedCard(president, new int[] {1})));
            signing.sign(Signatory.secretary(secretary));
        }
        assertAllValid();
    }

    @Test
    void aDeviceThatGivesGarbageStopsNobodyTheNextTime() throws IOException {
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            SigningSession signing = begun();
            SigningKey otherCard = new OtherCard(president, secretary);
            SigningRefusedException wrong =
                    assertThrows(SigningRefusedException.class, () -> signing.sign(Signatory.president(otherCard)));
            assertEquals("SIGNATURE_VALUE_WRONG", wrong.code());
            signing.sign(Signatory.president(president));
            signing.sign(Signatory.secretary(secretary));
        }
        assertAllValid();
    }

    /** A device that shows one certificate and signs with the key of another. */
    private record OtherCard(SigningKey shown, SigningKey inside) implements SigningKey {
        @Override
        public List<X509Certificate> certificateChain() {
            return shown.certificateChain();
        }

        @Override
        public byte[] sign(byte[] data) {
            return inside.sign(data);
        }

        @Override
        public void close() {
            shown.close();
        }
    }

    /** A card that is pulled out after some signatures. */
    @SuppressWarnings("ArrayRecordComponent") // a counter
    private record RemovedCard(SigningKey key, int[] left) implements SigningKey {
        @Override
        public List<X509Certificate> certificateChain() {
            return key.certificateChain();
        }

        @Override
        public byte[] sign(byte[] data) {
            if (left[0]-- == 0) {
                throw new SigningRefusedException("TOKEN_REMOVED", "the card was pulled out", null);
            }
            return key.sign(data);
        }

        @Override
        public void close() {
            key.close();
        }
    }

    @Test
    void aCrashBetweenTheSignatureAndItsNoteSignsNothingTwice() throws IOException {
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            SigningSession signing = begun();
            council.services.tsaFaults(TsaFault.DOWN);
            assertThrows(ServiceUnavailableException.class, () -> signing.sign(Signatory.president(president)));
            council.services.tsaFaults();
            byte[] note = Files.readAllBytes(session.resolve("pending-president.json"));
            signing.resume(SignatoryRole.PRESIDENT);
            Files.write(session.resolve("pending-president.json"), note);
            signing.resume(SignatoryRole.PRESIDENT);
            signing.sign(Signatory.secretary(secretary));
        }
        assertAllValid();
        assertEquals(
                2,
                MinutesVerifier.trusting(council.trust())
                        .verify(documents.get(0))
                        .signatures()
                        .size());
    }

    @Test
    void aWebSuiteSignsAcrossTwoRequests() throws IOException {
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            Map<Path, PreparedSignature> prepared =
                    begun().prepare(president.certificateChain(), SignatoryRole.PRESIDENT);
            Map<Path, byte[]> values = new HashMap<>();
            prepared.forEach((document, one) -> values.put(document, president.sign(one.dataToSign())));
            SigningSession later = SigningSession.open(session, signer());
            byte[] wrong = president.sign(new byte[] {1});
            assertThrows(
                    SigningRefusedException.class,
                    () -> later.complete(SignatoryRole.PRESIDENT, Map.of(documents.get(0), wrong)));
            later.sign(Signatory.secretary(secretary));
            later.complete(SignatoryRole.PRESIDENT, values);
            assertThrows(MinutesException.class, () -> later.complete(SignatoryRole.PRESIDENT, values));
        }
        assertAllValid();
    }

    @Test
    void aCertifiedImpedimentMakesTheMinutesEffectiveAndTheSignatureFollows() throws Exception {
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            SigningSession signing = begun();
            signing.sign(Signatory.secretary(secretary));
            Path statement = signing.certifyImpediment(
                    SignatoryRole.PRESIDENT, "ricovero ospedaliero", Signatory.secretary(secretary));
            assertEquals(SigningState.EFFECTIVE, signing.state());
            CMSSignedData cms = new CMSSignedData(Files.readAllBytes(statement));
            String text = new String((byte[]) cms.getSignedContent().getContent(), StandardCharsets.UTF_8);
            assertTrue(text.contains("Anna Bianchi è temporaneamente impedito"), text);
            assertTrue(text.contains("ricovero ospedaliero"), text);
            assertEquals(3, text.split("recording-1.mp4  SHA-256 ", -1).length - 1);
            assertThrows(
                    FileAlreadyExistsException.class,
                    () -> signing.certifyImpediment(SignatoryRole.PRESIDENT, "altro", Signatory.secretary(secretary)));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> signing.certifyImpediment(SignatoryRole.SECRETARY, "altro", Signatory.secretary(secretary)));
            signing.sign(Signatory.president(president));
            assertEquals(SigningState.COMPLETE, signing.state());
        }
        assertAllValid();
    }

    @Test
    void aDamagedSessionIsSaidAndTouchesNoDocument() throws IOException {
        begun();
        assertThrows(FileAlreadyExistsException.class, this::begun);
        byte[] before = Files.readAllBytes(documents.get(0));
        for (String damage : new String[] {"", "{", "[]", "{\"formatVersion\":2}", "{\"formatVersion\":1}"}) {
            Files.writeString(session.resolve("session.json"), damage);
            MinutesException malformed =
                    assertThrows(MinutesException.class, () -> SigningSession.open(session, signer()));
            assertEquals("SESSION_MALFORMED", malformed.code());
        }
        assertArrayEquals(before, Files.readAllBytes(documents.get(0)));
    }
}
