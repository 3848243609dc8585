// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.signature.internal.timeline.Lane;
import eu.digitalminutes.signature.internal.timeline.Row;
import eu.digitalminutes.signature.internal.timeline.Timeline;
import eu.digitalminutes.signature.internal.timeline.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened to each signature in time: as a picture, and as the same facts in a list. */
final class ReportTimeline {
    /** More than anybody can read in one picture; the list has all. */
    private static final int MAX_LANES = 12;

    private static final int MAX_STAMPS = 6;

    private final VerificationReport report;
    private final ReportWords words;

    ReportTimeline(VerificationReport report, ReportWords words) {
        this.report = report;
        this.words = words;
    }

    /** One thing that happened, or is due. */
    record Event(String what, Instant when) {}

    String svg() {
        StringBuilder description = new StringBuilder();
        for (VerifiedSignature signature : report.signatures()) {
            description
                    .append(words.say("timeline.lane", title(signature), words.say(SignatureWord.of(signature))))
                    .append(' ');
            events(signature)
                    .forEach(event -> description
                            .append(event.what())
                            .append(' ')
                            .append(words.shortTime(event.when()))
                            .append(". "));
        }
        int more = report.signatures().size() - MAX_LANES;
        return new Timeline(
                        words.say("timeline.title"),
                        description.toString().strip(),
                        report.validatedAt(),
                        words.say("timeline.at", words.shortTime(report.validatedAt())),
                        words.say("timeline.note") + (more > 0 ? " – " + words.say("timeline.more", more) : ""),
                        List.of(
                                words.say("timeline.isClaimed"),
                                words.say("timeline.isProven"),
                                words.say("timeline.isKnown"),
                                words.say("timeline.isRevoked")),
                        report.signatures().stream()
                                .limit(MAX_LANES)
                                .map(this::lane)
                                .toList())
                .svg();
    }

    /** What happened to a signature, the earliest first. */
    List<Event> events(VerifiedSignature signature) {
        List<Event> events = new ArrayList<>();
        signature.certificate().ifPresent(certificate -> {
            event(events, "certificateFrom", certificate.notBefore());
            event(events, "certificateTo", certificate.notAfter());
            certificate.revocation().ifPresent(answer -> {
                event(events, "revocationAsOf", answer.asOf());
                answer.revokedAt().ifPresent(since -> event(events, "revoked", since));
            });
        });
        signature.signingTime().ifPresent(claimed -> event(events, "claimed", claimed));
        for (VerifiedTimestamp stamp : signature.timestamps()) {
            events.add(new Event(stampName(stamp), stamp.time()));
            stamp.certificate().ifPresent(certificate -> event(events, "stampUntil", certificate.notAfter()));
        }
        event(events, "verification", report.validatedAt());
        events.sort(Comparator.comparing(Event::when));
        return events;
    }

    private void event(List<Event> events, String key, Instant when) {
        events.add(new Event(words.say("timeline." + key), when));
    }

    private String stampName(VerifiedTimestamp stamp) {
        return words.say(
                stamp.kind().startsWith("ARCHIVE")
                        ? "page.archiveTimestamp"
                        : stamp.kind().startsWith("CONTENT") ? "page.contentTimestamp" : "timeline.stamp");
    }

    String title(VerifiedSignature signature) {
        return signature.signer()
                + signature
                        .role()
                        .map(SignatoryRole::label)
                        .map(label -> ", " + words.say(label))
                        .orElse("");
    }

    private Lane lane(VerifiedSignature signature) {
        List<Row> rows = new ArrayList<>();
        Instant made = signature.bestSignatureTime().or(signature::signingTime).orElse(report.validatedAt());
        signature.certificate().ifPresent(certificate -> {
            Tone tone = certificate.isInValidity(made) ? Tone.PLAIN : Tone.BAD;
            rows.add(new Row(
                    words.say("timeline.certificate"),
                    Row.Sign.NONE,
                    certificate.notBefore(),
                    certificate.notAfter(),
                    tone,
                    words.day(certificate.notBefore()),
                    words.day(certificate.notAfter())));
            certificate
                    .revocation()
                    .flatMap(VerifiedRevocation::revokedAt)
                    .ifPresent(since -> rows.add(new Row(
                            words.say("timeline.revoked"),
                            Row.Sign.CROSS,
                            since,
                            null,
                            Tone.BAD,
                            words.shortTime(since),
                            "")));
        });
        signature
                .signingTime()
                .ifPresent(claimed -> rows.add(new Row(
                        words.say("timeline.claimed"),
                        Row.Sign.RING,
                        claimed,
                        null,
                        Tone.PLAIN,
                        words.shortTime(claimed),
                        "")));
        signature.timestamps().stream().limit(MAX_STAMPS).map(this::row).forEach(rows::add);
        signature
                .certificate()
                .flatMap(VerifiedCertificate::revocation)
                .ifPresent(answer -> rows.add(new Row(
                        words.say("timeline.revocationAsOf"),
                        Row.Sign.DISC,
                        answer.asOf(),
                        null,
                        answer.asOf().isBefore(made) ? Tone.OPEN : Tone.GOOD,
                        words.shortTime(answer.asOf()) + " (" + answer.source() + ")",
                        "")));
        return new Lane(title(signature), words.say(SignatureWord.of(signature)), tone(signature), rows);
    }

    private Row row(VerifiedTimestamp stamp) {
        Tone tone = stamp.indication().endsWith("FAILED")
                ? Tone.BAD
                : stamp.qualification().equals("QTSA") ? Tone.GOOD : Tone.OPEN;
        VerifiedCertificate certificate = stamp.certificate().orElse(null);
        return new Row(
                stampName(stamp),
                Row.Sign.DIAMOND,
                stamp.time(),
                certificate == null ? null : certificate.notAfter(),
                tone,
                words.shortTime(stamp.time()),
                certificate == null ? "" : words.day(certificate.notAfter()));
    }

    private static Tone tone(VerifiedSignature signature) {
        if (signature.passed()) {
            return signature.qualification().equals("QESIG") ? Tone.GOOD : Tone.OPEN;
        }
        return signature.indication().equals("TOTAL_FAILED") ? Tone.BAD : Tone.OPEN;
    }
}
