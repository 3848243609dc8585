// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.renewal.EvidenceForm;
import eu.digitalminutes.archive.renewal.EvidenceStore;
import eu.digitalminutes.archive.renewal.PreservedObject;
import eu.digitalminutes.archive.renewal.PreservedObjects;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.ArchiveStamper;
import eu.digitalminutes.signature.EvidenceRecordVerifier;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in an object or its record is found and named. */
class DamagedRecordsTest {
    private static final int FLIPS = 30;

    @TempDir
    static Path folder;

    static PkiServer services;
    static EvidenceRecordVerifier verifier;
    static Path objects;

    /** Of the first hashing, with its renewal, and of the second. */
    static byte[] first;

    static byte[] renewed;
    static byte[] rehashed;
    static byte[] rehashedOther;
    static final List<byte[]> rehashedOthers = new ArrayList<>();
    static byte[] group;
    static final List<byte[]> inXml = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        services = PkiServer.start();
        ArchiveStamper stamper = new ArchiveStamper(TimestampAuthority.at(services.tsa()));
        objects = Files.createDirectory(folder.resolve("objects"));
        for (String name : List.of("uno", "due", "tre", "quattro", "cinque")) {
            Files.writeString(objects.resolve(name), "verbale " + name);
        }
        Path package1 = Files.createDirectory(objects.resolve("pacchetto"));
        for (String name : List.of("a", "b", "c")) {
            Files.writeString(package1.resolve(name), "file " + name);
        }
        EvidenceStore store = EvidenceStore.in(folder.resolve("evidence"));
        try (Stream<PreservedObject> all = PreservedObjects.below(objects)) {
            store.create(all, HashFunction.SHA256, stamper, Task.none());
        }
        first = store.record("uno").orElseThrow();
        group = store.record("pacchetto").orElseThrow();
        inXml.add(store.record("uno", EvidenceForm.XML).orElseThrow());
        store.renew(stamper);
        renewed = store.record("uno").orElseThrow();
        inXml.add(store.record("uno", EvidenceForm.XML).orElseThrow());
        try (Stream<PreservedObject> all = PreservedObjects.below(objects)) {
            store.rehash(all, HashFunction.SHA512, stamper, Task.none());
        }
        rehashed = store.record("uno").orElseThrow();
        inXml.add(store.record("uno", EvidenceForm.XML).orElseThrow());
        rehashedOther = store.record("due").orElseThrow();
        for (String name : List.of("due", "tre", "quattro", "cinque")) {
            rehashedOthers.add(store.record(name).orElseThrow());
        }
        verifier = EvidenceRecordVerifier.trusting(
                TrustAnchors.offlineLists(TrustBundle.write(folder.resolve("trust"), services.pki())));
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    private static Report verify(byte[] record, Path... object) throws IOException {
        return verifier.verify(Files.write(folder.resolve("record.ers"), record), List.of(object), Instant.now());
    }

    private static List<String> failures(Report report) {
        return report.findings().stream()
                .filter(one -> one.severity() == Severity.FAIL)
                .map(Finding::code)
                .toList();
    }

    private static Path uno() {
        return objects.resolve("uno");
    }

    @Test
    void aChangedObjectIsNamedUnderEveryKindOfRecord() throws IOException {
        Path changed = Files.writeString(folder.resolve("uno"), "verbale uno!");
        List<byte[]> records = new ArrayList<>(List.of(first, renewed, rehashed));
        records.addAll(inXml);
        for (byte[] record : records) {
            assertEquals(Verdict.VALID, verify(record, uno()).verdict());
            Report report = verify(record, changed);
            assertEquals(Verdict.INVALID, report.verdict());
            assertEquals("EVIDENCE_OBJECT_ALTERED", failures(report).get(0));
            assertEquals(changed.toString(), report.findings().get(0).where());
        }
    }

    /** What is changed in the text of a record in XML, and its chains taken away, is found. */
    @Test
    void aChangedRecordInXmlIsFound() throws IOException {
        for (byte[] record : inXml) {
            String text = new String(record, StandardCharsets.UTF_8);
            int hashes = 0;
            for (int at = text.indexOf("<DigestValue>"); at >= 0; at = text.indexOf("<DigestValue>", at + 1)) {
                int place = at + 20;
                char other = text.charAt(place) == 'A' ? 'B' : 'A';
                String changed = text.substring(0, place) + other + text.substring(place + 1);
                assertNotEquals(
                        Verdict.VALID,
                        verify(changed.getBytes(StandardCharsets.UTF_8), uno()).verdict(),
                        "hash " + hashes++);
            }
            assertTrue(hashes >= 3);
        }
        String rehashedText = new String(inXml.get(2), StandardCharsets.UTF_8);
        int begin = rehashedText.indexOf("<ArchiveTimeStamp Order=\"2\">");
        int end = rehashedText.indexOf("</ArchiveTimeStamp>", begin) + "</ArchiveTimeStamp>".length();
        String cut = rehashedText.substring(0, begin) + rehashedText.substring(end);
        assertTrue(failures(verify(cut.getBytes(StandardCharsets.UTF_8), uno())).contains("EVIDENCE_RENEWAL_BROKEN"));
    }

    @Test
    void theRecordOfAnotherObjectIsNone() throws IOException {
        assertTrue(failures(verify(rehashedOther, uno())).contains("EVIDENCE_OBJECT_ALTERED"));
        assertTrue(failures(verify(group, uno())).contains("EVIDENCE_OBJECT_ALTERED"));
    }

    @Test
    void aGroupIsWholeOrToldToBeLarger() throws IOException {
        Path a = objects.resolve("pacchetto/a");
        Path b = objects.resolve("pacchetto/b");
        Path c = objects.resolve("pacchetto/c");
        assertEquals(
                List.of("EVIDENCE_FADES"),
                verify(group, c, a, b).findings().stream().map(Finding::code).toList());
        assertEquals(
                "EVIDENCE_GROUP_LARGER", verify(group, a, b).findings().get(0).code());
        assertEquals(List.of("EVIDENCE_OBJECT_ALTERED"), failures(verify(group, a, b, uno())));
    }

    /**
     * Not proven and not needed are the list of functions that begins the record and the certificates that the last time
     * stamp carries.
     */
    @Test
    void aFlippedByteIsFoundWhereverItStandsBeforeTheLastTimeStamp() throws IOException {
        for (byte[] record : List.of(first, rehashed)) {
            List<ASN1Sequence> chains = chains(record);
            ASN1Sequence last = chains.get(chains.size() - 1);
            ASN1Sequence stamp = ASN1Sequence.getInstance(last.getObjectAt(last.size() - 1));
            int end = record.length
                    - stamp.getObjectAt(stamp.size() - 1).toASN1Primitive().getEncoded().length;
            int begin = record.length
                    - ASN1Sequence.getInstance(record)
                            .getObjectAt(2)
                            .toASN1Primitive()
                            .getEncoded()
                            .length;
            for (int i = 0; i < FLIPS; i++) {
                int at = begin + i * (end - begin - 1) / (FLIPS - 1);
                byte[] damaged = record.clone();
                damaged[at] ^= 0x01;
                assertNotEquals(Verdict.VALID, verify(damaged, uno()).verdict(), "at " + at + " of " + end);
            }
        }
    }

    /** Whoever reads the record takes any byte but 00 for true, and makes FF of it before he digests it for the renewal. */
    @Test
    void aTruthValueThatIsNotAsItWasIsFoundInEachCertificateThatARenewalCovers() throws IOException {
        int flips = 0;
        byte[] critical = {0x01, 0x01, (byte) 0xFF, 0x04};
        for (int at = 0; at + critical.length < rehashed.length; at++) {
            if (Arrays.equals(critical, Arrays.copyOfRange(rehashed, at, at + critical.length))) {
                byte[] damaged = rehashed.clone();
                damaged[at + 2] ^= (byte) (1 << flips % 8);
                assertEquals(List.of("EVIDENCE_MALFORMED"), failures(verify(damaged, uno())), "at " + at);
                flips++;
            }
        }
        assertTrue(flips >= 4, flips + " truth values");
    }

    /** The functions of a stamp are field 0; as field 1 they would be its attributes. */
    @Test
    void theFunctionOfAStampThatPosesAsItsAttributesIsFound() throws IOException {
        for (byte[] record : List.of(first, rehashed)) {
            List<ASN1Sequence> chains = chains(record);
            byte[] last = chains.get(chains.size() - 1).getEncoded();
            int at = record.length - last.length;
            while (record[at] != (byte) 0xA0) {
                at++;
            }
            byte[] damaged = record.clone();
            damaged[at] = (byte) 0xA1;
            assertEquals(List.of("EVIDENCE_MALFORMED"), failures(verify(damaged, uno())), "at " + at);
        }
    }

    @Test
    void everyHashOfThePathCounts() throws IOException {
        int flips = 0;
        for (int at = 0; at + 34 < first.length && flips < 4; at++) {
            if (first[at] == 0x04 && first[at + 1] == 0x20) {
                byte[] damaged = first.clone();
                damaged[at + 2 + flips] ^= 0x40;
                Report report = verify(damaged, uno());
                assertEquals(Verdict.INVALID, report.verdict(), "at " + at);
                assertTrue(
                        failures(report).contains("EVIDENCE_TREE_BROKEN")
                                || failures(report).contains("EVIDENCE_OBJECT_ALTERED"),
                        report::toString);
                flips++;
            }
        }
        assertEquals(4, flips);
    }

    @Test
    void aBrokenSignatureOfATimeStampIsNamed() throws IOException {
        byte[] damaged = first.clone();
        damaged[damaged.length - 1] ^= 0x01;
        assertEquals(List.of("EVIDENCE_STAMP_BROKEN"), failures(verify(damaged, uno())));
    }

    @Test
    void chainsOfAnotherRecordAreNoRenewal() throws IOException {
        int broken = 0;
        for (byte[] other : rehashedOthers) {
            byte[] swapped =
                    withChains(rehashed, chains(rehashed).get(0), chains(other).get(1));
            broken += failures(verify(swapped, uno())).contains("EVIDENCE_RENEWAL_BROKEN") ? 1 : 0;
        }
        // The record of the one object that stands beside this one in the tree holds its hash, and proves it as well.
        assertTrue(broken >= rehashedOthers.size() - 1, broken + " of " + rehashedOthers.size());
        byte[] turned =
                withChains(rehashed, chains(rehashed).get(1), chains(rehashed).get(0));
        assertNotEquals(Verdict.VALID, verify(turned, uno()).verdict());
        byte[] mixed = withChains(
                rehashed, chains(rehashedOther).get(0), chains(rehashed).get(1));
        assertEquals(Verdict.INVALID, verify(mixed, uno()).verdict());
    }

    private static List<ASN1Sequence> chains(byte[] record) {
        ASN1Sequence parts = ASN1Sequence.getInstance(record);
        List<ASN1Sequence> chains = new ArrayList<>();
        ASN1Sequence.getInstance(parts.getObjectAt(2)).forEach(one -> chains.add(ASN1Sequence.getInstance(one)));
        return chains;
    }

    private static byte[] withChains(byte[] record, ASN1Sequence... chains) throws IOException {
        ASN1Sequence parts = ASN1Sequence.getInstance(record);
        ASN1EncodableVector all = new ASN1EncodableVector();
        all.add(parts.getObjectAt(0));
        all.add(parts.getObjectAt(1));
        all.add(new DERSequence(chains));
        return new DERSequence(all).getEncoded();
    }

    @Test
    void whatIsNoRecordIsSaidToBeNone() throws IOException {
        for (String text : List.of("", "verbale", "<a/>", "0\u0003\u0002\u0001\u0001")) {
            Path file = Files.writeString(folder.resolve("none.ers"), text);
            Report report = verifier.verify(file, List.of(uno()), Instant.now());
            assertEquals(List.of("EVIDENCE_MALFORMED"), failures(report), text);
        }
    }

    @Test
    void withoutTrustTheObjectIsHeldAgainstTheRecordAlone() throws IOException {
        Path record = Files.write(folder.resolve("record.ers"), rehashed);
        Report report =
                EvidenceRecordVerifier.trusting(TrustAnchors.none()).verify(record, List.of(uno()), Instant.now());
        assertEquals(Verdict.VALID, report.verdict(), report::toString);
        assertEquals("EVIDENCE_STAMP_NOT_CHECKED", report.findings().get(0).code());
    }
}
