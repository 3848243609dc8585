// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStampGenerator;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSEvidenceRecordGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Evidence records of other archives, made by Bouncy Castle.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998</a>
 */
class EvidenceRecordsTest {
    private static final byte[] CONTENT = "verbale".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    static Council council;
    static MinutesVerifier verifier;

    @BeforeAll
    static void start() throws IOException {
        council = new Council(folder);
        verifier = MinutesVerifier.trusting(council.trust());
    }

    @AfterAll
    static void stop() {
        council.close();
    }

    private static byte[] record(byte[] content) throws Exception {
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        ASN1ObjectIdentifier sha256 = NISTObjectIdentifiers.id_sha256;
        ERSArchiveTimeStampGenerator generator =
                new ERSArchiveTimeStampGenerator(digests.get(new AlgorithmIdentifier(sha256)));
        generator.addData(new ERSByteData(content));
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        TimeStampRequest request = generator.generateTimeStampRequest(requests, BigInteger.ONE);
        TimeStampResponse answer = new TimeStampResponse(Wrappings.asked(council.services.tsa(), request.getEncoded()));
        return new ERSEvidenceRecordGenerator(digests)
                .generate(generator.generateArchiveTimeStamp(answer))
                .getEncoded();
    }

    @Test
    void oneBesideItsFileIsVerified() throws Exception {
        Files.write(folder.resolve("verbale.txt"), CONTENT);
        Path record = Files.write(folder.resolve("verbale.txt.ers"), record(CONTENT));
        VerificationReport report = verifier.verify(record);
        assertEquals(Verdict.VALID, report.verdict(), () -> report.report().toString());
        assertEquals("RFC 4998", report.format());
        assertEquals(1, report.timestamps().size());
    }

    @Test
    void oneOverAnotherFileIsNotValid() throws Exception {
        Files.write(folder.resolve("altro.txt"), CONTENT);
        Path record = Files.write(folder.resolve("altro.txt.ers"), record(new byte[] {1}));
        VerificationReport report = verifier.verify(record);
        assertEquals(Verdict.INVALID, report.verdict(), () -> report.report().toString());
    }

    /** A critical extension of a certificate in it: any byte but 00 would be read as true. */
    @Test
    void oneWithATruthValueThatWasChangedIsRefused() throws Exception {
        Files.write(folder.resolve("vero.txt"), CONTENT);
        Path damaged = Files.write(folder.resolve("vero.txt.ers"), untrue(record(CONTENT)));
        assertTruthValueRefused(damaged);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mimetype", "application/vnd.etsi.asic-s+zip".getBytes(StandardCharsets.US_ASCII));
        files.put("verbale.txt", CONTENT);
        files.put("META-INF/evidencerecord.ers", untrue(record(CONTENT)));
        assertTruthValueRefused(Repacked.write(folder.resolve("vero.asics"), files));
    }

    private static byte[] untrue(byte[] record) {
        int at = 0;
        while (record[at] != 0x01 || record[at + 1] != 0x01 || record[at + 2] != (byte) 0xFF) {
            at++;
        }
        record[at + 2] = 0x7F;
        return record;
    }

    private static void assertTruthValueRefused(Path file) {
        MinutesException refused = assertThrows(MinutesException.class, () -> verifier.verify(file));
        assertEquals("SIGNATURES_MALFORMED", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("truth value"), refused.getMessage());
    }

    @Test
    void oneInAContainerIsVerified() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mimetype", "application/vnd.etsi.asic-s+zip".getBytes(StandardCharsets.US_ASCII));
        files.put("verbale.txt", CONTENT);
        files.put("META-INF/evidencerecord.ers", record(CONTENT));
        VerificationReport report = verifier.verify(Repacked.write(folder.resolve("record.asics"), files));
        assertEquals(Verdict.VALID, report.verdict(), () -> report.report().toString());
        assertEquals(1, report.timestamps().size());
        files.put("verbale.txt", new byte[] {1});
        VerificationReport changed = verifier.verify(Repacked.write(folder.resolve("changed.asics"), files));
        assertEquals(Verdict.INVALID, changed.verdict(), () -> changed.report().toString());
        assertTrue(
                changed.findings().stream().anyMatch(one -> one.code().equals("TIMESTAMP_BROKEN")),
                () -> changed.report().toString());
    }

    /** A record of RFC 6283 over two files, of which one is looked for. */
    private static byte[] xml(byte[] content) {
        MessageDigest sha256 = HashFunction.SHA256.computation();
        byte[] wanted = sha256.digest(content);
        byte[] other = sha256.digest("altro".getBytes(StandardCharsets.UTF_8));
        boolean first = Arrays.compareUnsigned(wanted, other) < 0;
        sha256.update(first ? wanted : other);
        byte[] root = sha256.digest(first ? other : wanted);
        byte[] token = new ArchiveStamper(TimestampAuthority.at(council.services.tsa()))
                .stamp(HashFunction.SHA256, root)
                .token();
        Base64.Encoder base64 = Base64.getEncoder();
        return ("<EvidenceRecord xmlns=\"urn:ietf:params:xml:ns:ers\" Version=\"1.0\"><ArchiveTimeStampSequence>"
                        + "<ArchiveTimeStampChain Order=\"1\">"
                        + "<DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>"
                        + "<CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"/>"
                        + "<ArchiveTimeStamp Order=\"1\"><HashTree><Sequence Order=\"1\"><DigestValue>"
                        + base64.encodeToString(wanted) + "</DigestValue></Sequence><Sequence Order=\"2\"><DigestValue>"
                        + base64.encodeToString(other) + "</DigestValue></Sequence></HashTree><TimeStamp>"
                        + "<TimeStampToken Type=\"RFC3161\">" + base64.encodeToString(token)
                        + "</TimeStampToken></TimeStamp></ArchiveTimeStamp></ArchiveTimeStampChain>"
                        + "</ArchiveTimeStampSequence></EvidenceRecord>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void oneInXmlIsVerified() throws Exception {
        Path file = Files.write(folder.resolve("xml.txt"), CONTENT);
        Path record = Files.write(folder.resolve("xml.txt.xml"), xml(CONTENT));
        VerificationReport report = verifier.verify(record);
        assertEquals(Verdict.VALID, report.verdict(), () -> report.report().toString());
        assertEquals("RFC 6283", report.format());
        EvidenceRecordVerifier records = EvidenceRecordVerifier.trusting(council.trust());
        Report held = records.verify(record, List.of(file), Instant.now());
        assertEquals(Verdict.VALID, held.verdict(), held::toString);
        Files.write(file, new byte[] {1});
        assertEquals(
                Verdict.INVALID,
                records.verify(record, List.of(file), Instant.now()).verdict());
    }

    /** What is XML is proven in its canonical form. */
    @Test
    void oneInXmlOverXmlIsVerified() throws Exception {
        Path file = Files.writeString(folder.resolve("indice.xml"), "<?xml version='1.0'?>\n<a  b='c'><!-- --></a>\n");
        Path record =
                Files.write(folder.resolve("indice.xml.xml"), xml("<a b=\"c\"></a>".getBytes(StandardCharsets.UTF_8)));
        VerificationReport report = verifier.verify(record);
        assertEquals(Verdict.VALID, report.verdict(), () -> report.report().toString());
        EvidenceRecordVerifier records = EvidenceRecordVerifier.trusting(council.trust());
        Report held = records.verify(record, List.of(file), Instant.now());
        assertEquals(Verdict.VALID, held.verdict(), held::toString);
        Files.writeString(file, "<a b='d'/>");
        assertEquals(
                Verdict.INVALID,
                records.verify(record, List.of(file), Instant.now()).verdict());
        assertEquals(Verdict.INVALID, verifier.verify(record).verdict());
    }

    @Test
    void oneInXmlIsByItsSchema() throws Exception {
        Path schema = Path.of(System.getProperty("shared.data", "../../shared"), "schemas/etsi/rfc6283_ers.xsd");
        assumeTrue(Files.exists(schema), schema + " is not here");
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema.toUri().toURL())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xml(CONTENT))));
    }
}
