// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.internal.xml.CanonicalXml;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.evidence.EvidenceAuthority;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records in XML, and when there are none. DSS judges them in minutes-examples.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6283">RFC 6283</a>
 */
class EvidenceFormTest {
    private static final EvidenceAuthority AUTHORITY = new StubAuthority();

    @TempDir
    Path folder;

    private Path objects;
    private EvidenceStore store;

    @BeforeEach
    void fill() throws IOException {
        objects = Files.createDirectory(folder.resolve("objects"));
        store = EvidenceStore.in(folder.resolve("evidence"));
        Files.writeString(objects.resolve("verbale"), "verbale");
    }

    private void create(EvidenceAuthority authority) throws IOException {
        try (Stream<PreservedObject> all = PreservedObjects.below(objects)) {
            store.create(all, HashFunction.SHA256, authority, Task.none());
        }
    }

    private void rehash() throws IOException {
        try (Stream<PreservedObject> all = PreservedObjects.below(objects)) {
            store.rehash(all, HashFunction.SHA512, AUTHORITY, Task.none());
        }
    }

    private byte[] xml(String object) throws IOException {
        return store.record(object, EvidenceForm.XML).orElseThrow();
    }

    private static String hash(byte[] content) {
        return Base64.getEncoder()
                .encodeToString(HashFunction.SHA256.computation().digest(content));
    }

    /** The run as a version that knew only ASN.1 left it: one object at most. */
    private void makeOld(String run) throws IOException {
        Path at = folder.resolve("evidence").resolve(run);
        Path json = at.resolve("run.json");
        Files.writeString(json, Files.readString(json).replace("\"formatVersion\" : 2", "\"formatVersion\" : 1"));
        byte[] table = Files.readAllBytes(at.resolve("objects.bin"));
        Files.write(at.resolve("objects.bin"), Arrays.copyOf(table, Math.max(0, table.length - 4)));
    }

    private void requireNotInXml(String why) throws IOException {
        assertTrue(store.record("verbale").isPresent());
        MinutesException refused = assertThrows(MinutesException.class, () -> xml("verbale"));
        assertEquals("EVIDENCE_NOT_IN_XML", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
        Path target = Files.writeString(folder.resolve("verbale.xml"), "before");
        assertThrows(MinutesException.class, () -> store.export("verbale", target, EvidenceForm.XML));
        assertEquals("before", Files.readString(target));
    }

    /** What renewals hash is in its canonical form as it is written. */
    @Test
    void aRecordIsWrittenInItsCanonicalForm() throws Exception {
        create(AUTHORITY);
        store.renew(AUTHORITY);
        rehash();
        store.renew(AUTHORITY);
        byte[] record = xml("verbale");
        assertArrayEquals(CanonicalXml.of(record), record);
    }

    /** The hash of the time stamp before, as an element of its own, begins the next one. */
    @Test
    void aRenewalIsOverTheTimeStampBefore() throws Exception {
        create(AUTHORITY);
        store.renew(AUTHORITY);
        store.renew(AUTHORITY);
        String record = new String(xml("verbale"), StandardCharsets.UTF_8);
        String[] stamps = record.split("(?=<TimeStamp>)", -1);
        assertEquals(4, stamps.length);
        for (int i = 1; i < 3; i++) {
            String stamp = stamps[i].substring(0, stamps[i].indexOf("</TimeStamp>") + 12);
            String alone = stamp.replace("<TimeStamp>", "<TimeStamp xmlns=\"urn:ietf:params:xml:ns:ers\">");
            assertTrue(stamps[i].contains(hash(CanonicalXml.of(alone.getBytes(StandardCharsets.UTF_8)))), record);
        }
    }

    @Test
    void whatIsXmlIsProvenInItsCanonicalForm() throws IOException {
        Files.writeString(objects.resolve("verbale"), "\uFEFF<a  b='c'><!-- --></a>\n");
        String canonical = hash("<a b=\"c\"></a>".getBytes(StandardCharsets.UTF_8));
        assertThrows(ServiceUnavailableException.class, () -> create(StubAuthority.DOWN));
        create(AUTHORITY);
        String plain = hash(Files.readAllBytes(objects.resolve("verbale")));
        String record = new String(xml("verbale"), StandardCharsets.UTF_8);
        assertTrue(record.contains("<Sequence Order=\"1\">") && record.contains(canonical), record);
        // of one file there are two leaves, side by side in the tree
        assertTrue(record.contains(plain), record);
    }

    @Test
    void whatOnlyLooksLikeXmlIsProvenByItsBytes() throws IOException {
        for (String text : List.of("<", "<!DOCTYPE html><html></html>", "<html><br></html>", " <a/>", "<a/> b")) {
            Files.writeString(objects.resolve("verbale" + text.hashCode()), text);
        }
        create(AUTHORITY);
        try (Stream<Path> all = Files.list(objects)) {
            for (Path one : all.toList()) {
                String record = new String(xml(String.valueOf(one.getFileName())), StandardCharsets.UTF_8);
                assertTrue(record.contains(hash(Files.readAllBytes(one))), one.toString());
            }
        }
    }

    @Test
    void xmlThatIsTooLargeHasNoRecordInXml() throws IOException {
        Files.writeString(objects.resolve("verbale"), "<a>" + "b".repeat(9 << 20) + "</a>");
        create(AUTHORITY);
        requireNotInXml("too large");
        rehash();
        requireNotInXml("too large");
    }

    @Test
    void whatAnOlderVersionMadeHasNoRecordInXml() throws IOException {
        create(AUTHORITY);
        makeOld("0001-creation");
        requireNotInXml("1 creation SHA-256");
        store.renew(AUTHORITY);
        rehash();
        requireNotInXml("1 creation SHA-256");
    }

    @Test
    void whatAnOlderVersionRenewedHasNoRecordInXml() throws IOException {
        create(AUTHORITY);
        assertTrue(xml("verbale").length > 0);
        store.renew(AUTHORITY);
        makeOld("0002-renewal");
        requireNotInXml("2 renewal SHA-256");
        rehash();
        requireNotInXml("2 renewal SHA-256");
    }

    @Test
    void objectsKnownByTheirDigestHaveRecordsInXml() throws IOException {
        Digest digest = Digest.of(HashFunction.SHA256.computation().digest(new byte[] {1}));
        store.create(Stream.of(PreservedObject.known("noto", digest)), HashFunction.SHA256, AUTHORITY, Task.none());
        assertFalse(new String(xml("noto"), StandardCharsets.UTF_8).contains("<HashTree>"));
        assertTrue(store.record("ignoto", EvidenceForm.XML).isEmpty());
    }
}
