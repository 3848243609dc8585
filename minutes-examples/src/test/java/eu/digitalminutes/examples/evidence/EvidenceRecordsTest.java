// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.renewal.EvidenceForm;
import eu.digitalminutes.archive.renewal.EvidenceRun;
import eu.digitalminutes.archive.renewal.EvidenceStore;
import eu.digitalminutes.archive.renewal.PreservedObject;
import eu.digitalminutes.archive.renewal.PreservedObjects;
import eu.digitalminutes.archive.renewal.RunOutcome;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.ArchiveStamper;
import eu.digitalminutes.signature.EvidenceRecordVerifier;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TrustBundle;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records of a store with a real time-stamping authority, judged by DSS, by Bouncy Castle and by ourselves.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998</a>
 */
class EvidenceRecordsTest {
    @TempDir
    static Path shared;

    static PkiServer services;
    static ArchiveStamper stamper;
    static EvidenceRecordVerifier verifier;

    @TempDir
    Path folder;

    private Path objects;
    private EvidenceStore store;

    @BeforeAll
    static void start() throws IOException {
        services = PkiServer.start();
        stamper = new ArchiveStamper(TimestampAuthority.at(services.tsa()));
        verifier = EvidenceRecordVerifier.trusting(
                TrustAnchors.offlineLists(TrustBundle.write(shared.resolve("trust"), services.pki())));
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void fill() throws IOException {
        objects = Files.createDirectory(folder.resolve("objects"));
        store = EvidenceStore.in(folder.resolve("evidence"));
        Files.writeString(
                objects.resolve("indice.xml"), "\uFEFF<?xml version=\"1.0\"?>\r\n<a  b='c'><!-- note --></a>\n");
        Files.writeString(objects.resolve("pagina.html"), "<!DOCTYPE html><html><br></html>");
        for (int i = 0; i < 4; i++) {
            Files.writeString(objects.resolve("verbale-" + i + ".zip"), "verbale " + i);
        }
        Path group = Files.createDirectories(objects.resolve("pacchetto/content"));
        Files.writeString(group.resolveSibling("PIndex.xml"), "<PIndex/>");
        Files.writeString(group.resolve("metadata.xml"), "<PIndex />");
        Files.writeString(group.resolve("minutes.asice"), "contenitore");
        Files.writeString(group.resolve("copy.asice"), "contenitore");
    }

    private RunOutcome create() throws IOException {
        try (Stream<PreservedObject> all = PreservedObjects.below(objects)) {
            return store.create(all, HashFunction.SHA256, stamper, Task.none());
        }
    }

    private RunOutcome rehash(HashFunction function) throws IOException {
        try (Stream<PreservedObject> all = PreservedObjects.below(objects)) {
            return store.rehash(all, function, stamper, Task.none());
        }
    }

    private static Path[] files(Path object) throws IOException {
        if (Files.isRegularFile(object)) {
            return new Path[] {object};
        }
        try (Stream<Path> walk = Files.walk(object)) {
            return walk.filter(Files::isRegularFile).sorted().toArray(Path[]::new);
        }
    }

    private Report verify(byte[] record, Path... object) throws IOException {
        Path file = Files.write(folder.resolve("record.ers"), record);
        return verifier.verify(file, List.of(object), Instant.now());
    }

    /** All three judges accept the record of every object, and those that know it its form in XML. */
    private void requireSound() throws Exception {
        try (Stream<Path> list = Files.list(objects)) {
            for (Path object : list.toList()) {
                String name = String.valueOf(object.getFileName());
                byte[] record = store.record(name).orElseThrow();
                Path[] files = files(object);
                assertEquals(List.of(), Judges.dss(record, files), name);
                Judges.requireBouncyCastle(record, files);
                requireValid(record, files);
                byte[] xml = store.record(name, EvidenceForm.XML).orElseThrow();
                assertEquals(List.of(), Judges.dssOfXml(xml, files), name);
                Judges.requireSchema(xml);
                requireValid(xml, files);
            }
        }
    }

    private void requireValid(byte[] record, Path... files) throws IOException {
        Report report = verify(record, files);
        assertEquals(Verdict.VALID, report.verdict(), report::toString);
        assertEquals(
                List.of("EVIDENCE_FADES"),
                report.findings().stream().map(Finding::code).toList());
    }

    @Test
    void oneTimeStampProvesEveryObjectAlone() throws Exception {
        EvidenceRun run = create().run().orElseThrow();
        assertEquals(7, run.objects());
        requireSound();
        assertTrue(create().run().isEmpty());
    }

    @Test
    void theOnlyObjectOfARunIsProven() throws Exception {
        try (Stream<Path> list = Files.list(objects)) {
            for (Path object : list.filter(Files::isRegularFile).toList()) {
                Files.delete(object);
            }
        }
        create();
        requireSound();
        Files.writeString(objects.resolve("altro.zip"), "altro");
        create();
        store.renew(stamper);
        requireSound();
        rehash(HashFunction.SHA512);
        requireSound();
    }

    @Test
    void renewedTimeStampsProveWithoutReadingAnObject() throws Exception {
        create();
        Files.writeString(objects.resolve("verbale-9.zip"), "verbale 9");
        create();
        Files.writeString(objects.resolve("verbale-10.zip"), "verbale 10");
        create();
        List<EvidenceRun> runs = store.renew(stamper);
        assertEquals(List.of(1, 2, 3), runs.get(0).covers());
        requireSound();
        store.renew(stamper);
        store.renew(stamper);
        assertEquals(6, store.runs().size());
        requireSound();
    }

    @Test
    void objectsHashedAgainAreProvenWithAllThatProvedThemBefore() throws Exception {
        create();
        store.renew(stamper);
        Files.writeString(objects.resolve("verbale-9.zip"), "verbale 9");
        create();
        EvidenceRun run = rehash(HashFunction.SHA512).run().orElseThrow();
        assertEquals(List.of(1, 3), run.covers());
        requireSound();
        store.renew(stamper);
        requireSound();
        assertEquals(8, rehash(HashFunction.SHA3_256).run().orElseThrow().objects());
        store.renew(stamper);
        requireSound();
    }
}
