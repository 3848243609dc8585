// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.evidence;

import eu.europa.esig.dss.evidencerecord.asn1.validation.ASN1EvidenceRecordAnalyzer;
import eu.europa.esig.dss.evidencerecord.common.validation.DefaultEvidenceRecordAnalyzer;
import eu.europa.esig.dss.evidencerecord.xml.validation.XMLEvidenceRecordAnalyzer;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.ReferenceValidation;
import eu.europa.esig.dss.spi.x509.evidencerecord.EvidenceRecord;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSData;
import org.bouncycastle.tsp.ers.ERSDataGroup;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;

/** What DSS and Bouncy Castle say of a record, each by itself and without our code. */
final class Judges {
    private Judges() {}

    /** Whether Bouncy Castle finds the object under the record, its renewals linked and its last time stamp signed. */
    static void requireBouncyCastle(byte[] record, Path... object) throws Exception {
        ERSEvidenceRecord read = new ERSEvidenceRecord(record, new JcaDigestCalculatorProviderBuilder().build());
        List<ERSData> files = new ArrayList<>();
        for (Path file : object) {
            files.add(new ERSByteData(Files.readAllBytes(file)));
        }
        read.validatePresent(files.size() == 1 ? files.get(0) : new ERSDataGroup(files), new Date());
        X509CertificateHolder signer = read.getSigningCertificate();
        read.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
    }

    /** What DSS does not find or not find intact; empty if everything is. */
    static List<String> dss(byte[] record, Path... object) throws Exception {
        return faults(new ASN1EvidenceRecordAnalyzer(new InMemoryDocument(record)), object);
    }

    /** The same of a record in XML. */
    static List<String> dssOfXml(byte[] record, Path... object) throws Exception {
        return faults(new XMLEvidenceRecordAnalyzer(new InMemoryDocument(record)), object);
    }

    /** Whether a record in XML is by the schema that the standard gives, where that is at hand. */
    static void requireSchema(byte[] record) throws Exception {
        Path schema = Path.of(System.getProperty("shared.data", "../../shared"), "schemas/etsi/rfc6283_ers.xsd");
        if (Files.exists(schema)) {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(schema.toUri().toURL())
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(record)));
        }
    }

    private static List<String> faults(DefaultEvidenceRecordAnalyzer analyzer, Path... object) throws Exception {
        List<DSSDocument> files = new ArrayList<>();
        for (Path file : object) {
            files.add(new InMemoryDocument(Files.readAllBytes(file), String.valueOf(file.getFileName())));
        }
        analyzer.setDetachedContents(files);
        EvidenceRecord read = analyzer.getEvidenceRecord();
        List<String> faults = new ArrayList<>();
        long found = read.getReferenceValidation().stream()
                .filter(one -> one.isFound() && one.isIntact())
                .count();
        if (found != object.length) {
            faults.add(found + " of " + object.length + " files: " + read.getReferenceValidation());
        }
        for (TimestampToken stamp : read.getTimestamps()) {
            if (!stamp.isMessageImprintDataFound() || !stamp.isMessageImprintDataIntact()) {
                faults.add("imprint " + stamp.getGenerationTime());
            }
            stamp.getReferenceValidations().stream()
                    .filter(one -> !String.valueOf(one.getType()).contains("ORPHAN"))
                    .filter(one -> !one.isFound() || !one.isIntact())
                    .map(Judges::text)
                    .forEach(faults::add);
        }
        return faults;
    }

    private static String text(ReferenceValidation one) {
        return one.getType() + " found " + one.isFound() + " intact " + one.isIntact();
    }
}
