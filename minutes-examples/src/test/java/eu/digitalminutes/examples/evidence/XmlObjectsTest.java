// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.renewal.EvidenceForm;
import eu.digitalminutes.archive.renewal.EvidenceStore;
import eu.digitalminutes.archive.renewal.PreservedObject;
import eu.digitalminutes.archive.renewal.PreservedObjects;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.ArchiveStamper;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is XML, and in which canonical form: DSS sees it as we do, however strange the file. */
class XmlObjectsTest {
    private static final int EACH = 40;

    private static final List<String> SEEDS = List.of(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<p:a xmlns:p='urn:x' z='1' p:y='à'>\r\n <b/><![CDATA[<&]]></p:a>\n",
            "<?xml version='1.0' encoding='ISO-8859-1'?><a xmlns='urn:à'><!-- note --><?go on?><b xml:lang='it'/></a>",
            "\uFEFF<a b = \"&quot;&#10;&#13;&amp;\" >&#13;&lt;&gt;</a  ><!-- after -->",
            "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
            "<?xml version='1.1'?><a>&#x1;</a>",
            "<html><head><meta charset=utf-8></head></html>");

    @TempDir
    Path folder;

    private void write(Path objects) throws IOException {
        Random random = new Random(6283);
        for (int seed = 0; seed < SEEDS.size(); seed++) {
            for (int i = 0; i < EACH; i++) {
                Charset charset = seed == 1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
                byte[] content = SEEDS.get(seed).getBytes(i == 1 ? StandardCharsets.UTF_16LE : charset);
                for (int flips = i < 2 ? 0 : 1 + random.nextInt(3); flips > 0; flips--) {
                    content[random.nextInt(content.length)] = (byte) " <>/&'\"=a:\r;".charAt(random.nextInt(12));
                }
                Files.write(objects.resolve(seed + "-" + i), content);
            }
        }
    }

    @Test
    void everyFileIsProvenAsDssReadsIt() throws Exception {
        Path objects = Files.createDirectory(folder.resolve("objects"));
        write(objects);
        EvidenceStore store = EvidenceStore.in(folder.resolve("evidence"));
        try (PkiServer services = PkiServer.start();
                Stream<PreservedObject> all = PreservedObjects.below(objects)) {
            ArchiveStamper stamper = new ArchiveStamper(TimestampAuthority.at(services.tsa()));
            store.create(all, HashFunction.SHA256, stamper, Task.none());
        }
        int refused = 0;
        try (Stream<Path> list = Files.list(objects)) {
            for (Path file : list.toList()) {
                String name = String.valueOf(file.getFileName());
                try {
                    byte[] record = store.record(name, EvidenceForm.XML).orElseThrow();
                    assertEquals(List.of(), Judges.dssOfXml(record, file), () -> name);
                } catch (MinutesException e) {
                    assertEquals("EVIDENCE_NOT_IN_XML", e.code());
                    refused++;
                }
            }
        }
        assertTrue(refused < EACH, refused + " were refused");
    }
}
