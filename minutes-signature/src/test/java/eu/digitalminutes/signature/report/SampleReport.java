// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports made by hand, for what no test certificate can be made to say. */
final class SampleReport {
    static final Instant SIGNED = Instant.parse("2026-03-12T17:05:00Z");
    static final Instant AT = Instant.parse("2026-04-01T08:00:00Z");
    static final VerifiedCertificate CERTIFICATE = VerifiedCertificate.of(
            "Anna Bianchi",
            "CA di prova",
            "1f",
            Instant.parse("2025-01-01T00:00:00Z"),
            Instant.parse("2028-01-01T00:00:00Z"));

    private SampleReport() {}

    static VerifiedSignature.Builder signature(String signer) {
        return VerifiedSignature.of("id-" + signer.hashCode(), "META-INF/signatures001.xml")
                .signer(signer, "", "president")
                .answer("XAdES-BASELINE-T", "TOTAL_PASSED", "", "QESIG", List.of())
                .references(List.of(new SignedReference("minutes.json", true, true)))
                .times(
                        SIGNED,
                        SIGNED.plusSeconds(2),
                        List.of(VerifiedTimestamp.of(SIGNED.plusSeconds(2), "TSA di prova", "PASSED", "QTSA")
                                .madeWith("SIGNATURE_TIMESTAMP", "ECDSA_SHA256", CERTIFICATE)))
                .madeWith("RSA_SHA256", CERTIFICATE);
    }

    static VerificationReport of(String document, List<VerifiedSignature> signatures, Finding... findings) {
        Fingerprint fingerprint = new Fingerprint(Digest.of(new byte[32]), 7);
        return VerificationReport.of(
                document,
                "ASiC-E",
                AT,
                Report.of(List.of(findings)),
                signatures,
                List.of(new VerifiedFile(document, fingerprint, signatures.size())),
                Optional.empty());
    }

    static Finding finding(String code, String text) {
        return Finding.undecided(code, text, new Text(text, text), "CAD 24(4-bis)");
    }
}
