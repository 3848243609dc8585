// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.testkit.TrustedListsWriter;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureQualification;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DSS by itself, with its own policy and its own reader of containers, says the same. */
@Tag("judge")
class PlainDssJudgeTest {
    @TempDir
    Path folder;

    @Test
    void plainDssFindsTwoQualifiedSignatures() throws Exception {
        try (Council council = new Council(folder);
                SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            Path container = new MinutesSigner(council.profile())
                    .sign(
                            council.composition(council.recording(500_000)),
                            folder.resolve("minutes.asice"),
                            List.of(Signatory.president(president), Signatory.secretary(secretary)))
                    .container();
            council.trust();
            SignedDocumentValidator validator =
                    SignedDocumentValidator.fromDocument(new FileDocument(container.toFile()));
            validator.setCertificateVerifier(PlainDss.offline(
                    PlainDss.trust(
                            TrustedListsWriter.of(council.services.pki()).write(),
                            Files.createDirectories(folder.resolve("cache"))),
                    Files.readAllBytes(folder.resolve("trust/crl/ca-qc.crl"))));
            SimpleReport report = validator.validateDocument().getSimpleReport();
            assertEquals(ASiCContainerType.ASiC_E, report.getContainerType());
            assertEquals(2, report.getSignatureIdList().size());
            for (String id : report.getSignatureIdList()) {
                assertEquals(Indication.TOTAL_PASSED, report.getIndication(id));
                assertEquals(SignatureQualification.QESIG, report.getSignatureQualification(id));
                assertEquals(
                        "XAdES-BASELINE-T",
                        String.valueOf(report.getSignatureFormat(id)).replace('_', '-'));
            }
        }
    }
}
