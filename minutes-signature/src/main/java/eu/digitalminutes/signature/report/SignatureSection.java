// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.minutes.SignatoryRole;

/** The part of the page on signatures: the picture of their times, then each with all its facts. */
final class SignatureSection {
    private final Html html;
    private final ReportWords words;
    private final VerificationReport report;

    SignatureSection(Html html, ReportWords words, VerificationReport report) {
        this.html = html;
        this.words = words;
        this.report = report;
    }

    void write() {
        html.element("h2", words.say("page.signatures")).raw("\n");
        if (report.signatures().isEmpty()) {
            html.element("p", words.say("page.noSignatures")).raw("\n");
            return;
        }
        report.signatures().forEach(this::signature);
        ReportTimeline timeline = new ReportTimeline(report, words);
        html.element("h2", words.say("page.timeline")).raw("\n");
        EvidenceSection.region(html, words.say("page.timeline"), "wide picture");
        html.raw(timeline.svg()).closeLine();
        html.element("h3", words.say("page.timelineTable"));
        EvidenceSection.region(html, words.say("page.timelineTable"), "wide");
        EvidenceSection.table(html, words, "signer", "event", "when");
        for (VerifiedSignature signature : report.signatures()) {
            for (ReportTimeline.Event event : timeline.events(signature)) {
                html.open("tr").element("td", signature.signer());
                html.element("td", event.what()).element("td", words.time(event.when()));
                html.closeLine();
            }
        }
        html.close().close().closeLine();
    }

    private void signature(VerifiedSignature signature) {
        html.open("div", "class", "signature");
        html.element("h3", signature.signer().isBlank() ? "–" : signature.signer());
        html.open("table", "class", "facts").open("tbody");
        fact("outcome", words.say(SignatureWord.of(signature)));
        fact("role", role(signature));
        fact("signingTime", words.time(signature.signingTime()));
        fact("provenTime", words.time(signature.bestSignatureTime()));
        if (signature.timestamps().isEmpty()) {
            fact("timestamp", words.say("page.noTimestamp"));
        }
        signature.timestamps().forEach(this::stamp);
        signature.certificate().ifPresent(this::certificate);
        long intact = signature.references().stream()
                .filter(reference -> reference.found() && reference.intact())
                .count();
        fact(
                "signedFiles",
                words.say("page.signedFilesOf", intact, signature.references().size()));
        if (signature.countersignatures() > 0) {
            fact("countersignatures", words.number(signature.countersignatures()));
        }
        fact("format", signature.format());
        fact("algorithm", signature.algorithm());
        fact(
                "codes",
                signature.indication()
                        + (signature.subIndication().isEmpty() ? "" : ", " + signature.subIndication()) + ", "
                        + signature.qualification());
        if (!signature.reasons().isEmpty()) {
            fact("reasons", String.join("; ", signature.reasons()));
        }
        html.close().close().closeLine();
    }

    private String role(VerifiedSignature signature) {
        String claimed = signature.claimedRole().isEmpty() ? words.say("page.noRole") : signature.claimedRole();
        return signature.role().map(SignatoryRole::label).map(words::say).orElse(claimed);
    }

    private void stamp(VerifiedTimestamp stamp) {
        String text = words.say(
                "page.timestampOf", words.time(stamp.time()), stamp.authority(), words.say(SignatureWord.of(stamp)));
        String until = stamp.certificate()
                .map(certificate -> "; " + words.say("page.timestampUntil", words.day(certificate.notAfter())))
                .orElse("");
        fact(stamp.kind().startsWith("ARCHIVE") ? "archiveTimestamp" : "timestamp", text + until);
    }

    private void certificate(VerifiedCertificate certificate) {
        fact("issuer", certificate.issuer());
        fact("serial", certificate.serialNumber());
        fact("validity", words.time(certificate.notBefore()) + " – " + words.time(certificate.notAfter()));
        fact(
                "revocation",
                certificate.revocation().map(this::revocation).orElseGet(() -> words.say("page.revocationUnknown")));
    }

    private String revocation(VerifiedRevocation answer) {
        String asOf = words.shortTime(answer.asOf());
        if (answer.revokedAt().isEmpty()) {
            return words.say("page.revocationGood", asOf, answer.source());
        }
        String since = words.shortTime(answer.revokedAt().get());
        if (answer.reason().equals("certificateHold")) {
            return words.say("page.revocationHold", since, answer.source(), asOf);
        }
        String reason = answer.reason().isEmpty() ? words.say("page.noReason") : answer.reason();
        return words.say("page.revocationBad", since, reason, answer.source(), asOf);
    }

    private void fact(String key, String value) {
        html.open("tr").element("th", words.say("page." + key), "scope", "row").element("td", value);
        html.closeLine();
    }
}
