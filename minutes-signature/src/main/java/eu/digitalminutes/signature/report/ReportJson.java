// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.Finding;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The report as JSON. */
final class ReportJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReportJson() {}

    static String write(VerificationReport report, Locale language) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("document", report.document());
        json.put("verdict", report.verdict().name());
        json.put("format", report.format());
        json.put("validatedAt", report.validatedAt().toString());
        json.put("levels", report.levels());
        json.put("integrity", report.integrity());
        json.put("timestamps", report.timestamps().size());
        ArrayNode signatures = json.putArray("signatures");
        report.signatures().forEach(signature -> signature(signature, signatures.addObject()));
        ArrayNode files = json.putArray("files");
        for (VerifiedFile file : report.files()) {
            files.addObject()
                    .put("name", file.name())
                    .put("bytes", file.fingerprint().bytes())
                    .put("sha256", file.fingerprint().digest().hex())
                    .put("covered", file.covered());
        }
        ArrayNode checks = json.putArray("checks");
        for (VerifiedCheck check : report.checks()) {
            ObjectNode one = checks.addObject()
                    .put("number", check.number())
                    .put("title", check.title().in(language))
                    .put("outcome", check.outcome().name())
                    .put("expected", check.expected().in(language));
            ArrayNode found = one.putArray("found");
            check.found().forEach(text -> found.add(text.in(language)));
            one.put("basis", check.basis());
        }
        ArrayNode findings = json.putArray("findings");
        for (Finding finding : report.findings()) {
            findings.addObject()
                    .put("code", finding.code())
                    .put("severity", finding.severity().name())
                    .put("conclusive", finding.conclusive())
                    .put("where", finding.where())
                    .put("message", finding.message().in(language))
                    .put("basis", finding.basis());
        }
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot fail to be written", e);
        }
    }

    private static void signature(VerifiedSignature signature, ObjectNode json) {
        json.put("signer", signature.signer());
        json.put("role", signature.role().map(SignatoryRole::code).orElse(signature.claimedRole()));
        json.put("level", signature.level());
        json.put("format", signature.format());
        json.put("indication", signature.indication());
        json.put("subIndication", signature.subIndication());
        json.put("qualification", signature.qualification());
        json.put("signingTime", text(signature.signingTime()));
        json.put("bestSignatureTime", text(signature.bestSignatureTime()));
        json.put("countersignatures", signature.countersignatures());
        json.put("algorithm", signature.algorithm());
        signature.certificate().ifPresent(certificate -> certificate(certificate, json.putObject("certificate")));
        ArrayNode timestamps = json.putArray("timestamps");
        for (VerifiedTimestamp timestamp : signature.timestamps()) {
            ObjectNode one = timestamps
                    .addObject()
                    .put("time", timestamp.time().toString())
                    .put("authority", timestamp.authority())
                    .put("indication", timestamp.indication())
                    .put("qualification", timestamp.qualification())
                    .put("kind", timestamp.kind())
                    .put("algorithm", timestamp.algorithm());
            timestamp.certificate().ifPresent(certificate -> certificate(certificate, one.putObject("certificate")));
        }
    }

    private static void certificate(VerifiedCertificate certificate, ObjectNode json) {
        json.put("subject", certificate.subject());
        json.put("issuer", certificate.issuer());
        json.put("serialNumber", certificate.serialNumber());
        json.put("notBefore", certificate.notBefore().toString());
        json.put("notAfter", certificate.notAfter().toString());
        certificate
                .revocation()
                .ifPresent(answer -> json.putObject("revocation")
                        .put("source", answer.source())
                        .put("asOf", answer.asOf().toString())
                        .put("nextUpdate", text(answer.nextUpdate()))
                        .put("revokedAt", text(answer.revokedAt()))
                        .put("reason", answer.reason()));
    }

    private static String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse("");
    }
}
