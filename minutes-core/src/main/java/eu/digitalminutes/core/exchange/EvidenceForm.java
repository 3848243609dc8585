// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static eu.digitalminutes.core.exchange.EventForm.optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.minutes.Annex;
import eu.digitalminutes.core.minutes.AnnexKind;
import eu.digitalminutes.core.minutes.Approval;
import eu.digitalminutes.core.minutes.GapCause;
import eu.digitalminutes.core.minutes.Lineage;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.RecordingGap;
import eu.digitalminutes.core.minutes.Rectification;
import eu.digitalminutes.core.minutes.RectificationKind;
import eu.digitalminutes.core.minutes.RegisterEntry;
import eu.digitalminutes.core.minutes.Transcript;
import java.math.BigDecimal;
import java.time.Duration;

/** What is bound to the facts, in JSON: recordings with their gaps, annexes, transcripts, and the line of versions. */
final class EvidenceForm {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(366).toSeconds());

    private EvidenceForm() {}

    static Minutes read(JsonObject json, Minutes facts) {
        Minutes minutes = facts;
        for (RecordingPart part : json.list("recordings", EvidenceForm::recording)) {
            minutes = minutes.withRecording(part);
        }
        for (RecordingGap gap : json.list("recordingGaps", EvidenceForm::gap)) {
            minutes = minutes.withGap(gap);
        }
        for (Annex annex : json.list("annexes", EvidenceForm::annex)) {
            minutes = minutes.withAnnex(annex);
        }
        for (Transcript transcript : json.list("transcripts", EvidenceForm::transcript)) {
            minutes = minutes.withTranscript(transcript);
        }
        return json.has("lineage")
                ? minutes.withLineage(json.object("lineage").reading(EvidenceForm::lineage))
                : minutes;
    }

    private static Fingerprint fingerprint(JsonObject json) {
        return new Fingerprint(new Digest(json.text("sha256")), json.size("bytes"));
    }

    private static RecordingPart recording(JsonObject json) {
        BigDecimal seconds = json.seconds("durationSeconds");
        if (seconds.compareTo(LONGEST) > 0) {
            throw JsonObject.invalid(json.pointer() + "/durationSeconds", "no recording lasts more than a year");
        }
        Duration duration = Duration.ofNanos(seconds.multiply(NANOS).longValue());
        RecordingPart part = RecordingPart.of(
                json.text("name"), json.text("mediaType"), fingerprint(json), json.instant("start"), duration);
        return json.has("treeRoot") ? part.withTree(new Digest(json.text("treeRoot"))) : part;
    }

    private static RecordingGap gap(JsonObject json) {
        return new RecordingGap(
                json.instant("from"),
                json.instant("to"),
                json.word("cause", GapCause::ofCode),
                json.text("reason", ""));
    }

    private static Annex annex(JsonObject json) {
        return new Annex(
                json.text("name"),
                json.word("kind", AnnexKind::ofCode, AnnexKind.PAPER),
                json.text("title", ""),
                json.text("mediaType"),
                fingerprint(json));
    }

    private static Transcript transcript(JsonObject json) {
        if (json.bool("authoritative", false)) {
            throw JsonObject.invalid(json.pointer() + "/authoritative", "a transcript is never authoritative");
        }
        return new Transcript(
                json.text("name"),
                json.text("mediaType"),
                fingerprint(json),
                json.text("language", ""),
                json.text("part", ""),
                json.text("madeBy", ""));
    }

    private static Lineage lineage(JsonObject json) {
        Lineage lineage = json.has("rectification")
                ? Lineage.rectifying(
                        json.integer("version", 1), json.object("rectification").reading(EvidenceForm::rectification))
                : Lineage.first().withVersion(json.integer("version", 1));
        if (json.has("registration")) {
            lineage = lineage.registered(json.object("registration")
                    .reading(entry ->
                            new RegisterEntry(entry.text("register"), entry.text("number"), entry.date("date"))));
        }
        return json.has("approval")
                ? lineage.approved(json.object("approval")
                        .reading(approval ->
                                new Approval(approval.text("meeting"), approval.text("vote"), approval.date("date"))))
                : lineage;
    }

    private static Rectification rectification(JsonObject json) {
        return new Rectification(
                json.word("kind", RectificationKind::ofCode),
                new Digest(json.text("previous")),
                json.text("approvedIn", ""),
                json.text("reason", ""));
    }

    static void write(Minutes minutes, ObjectNode json) {
        ArrayNode recordings = json.putArray("recordings");
        minutes.recordings().forEach(part -> write(part, recordings.addObject()));
        if (!minutes.gaps().isEmpty()) {
            ArrayNode gaps = json.putArray("recordingGaps");
            minutes.gaps().forEach(gap -> write(gap, gaps.addObject()));
        }
        if (!minutes.annexes().isEmpty()) {
            ArrayNode annexes = json.putArray("annexes");
            minutes.annexes().forEach(annex -> write(annex, annexes.addObject()));
        }
        if (!minutes.transcripts().isEmpty()) {
            ArrayNode transcripts = json.putArray("transcripts");
            minutes.transcripts().forEach(transcript -> write(transcript, transcripts.addObject()));
        }
        if (!minutes.lineage().equals(Lineage.first())) {
            write(minutes.lineage(), json.putObject("lineage"));
        }
    }

    private static void write(RecordingPart part, ObjectNode json) {
        json.put("name", part.name()).put("mediaType", part.mediaType());
        write(part.fingerprint(), json);
        json.put("start", part.start().toString()).put("durationSeconds", seconds(part.duration()));
        part.treeRoot().ifPresent(root -> json.put("treeRoot", root.hex()));
    }

    private static void write(Fingerprint fingerprint, ObjectNode json) {
        json.put("bytes", fingerprint.bytes())
                .put("sha256", fingerprint.digest().hex());
    }

    private static void write(RecordingGap gap, ObjectNode json) {
        json.put("from", gap.from().toString())
                .put("to", gap.to().toString())
                .put("cause", gap.cause().code());
        optional(json, "reason", gap.reason());
    }

    private static void write(Annex annex, ObjectNode json) {
        json.put("name", annex.name()).put("kind", annex.kind().code());
        optional(json, "title", annex.title());
        json.put("mediaType", annex.mediaType());
        write(annex.fingerprint(), json);
    }

    private static void write(Transcript transcript, ObjectNode json) {
        json.put("name", transcript.name()).put("mediaType", transcript.mediaType());
        write(transcript.fingerprint(), json);
        optional(json, "language", transcript.language());
        optional(json, "part", transcript.part());
        optional(json, "madeBy", transcript.madeBy());
        json.put("authoritative", false);
    }

    private static void write(Lineage lineage, ObjectNode json) {
        json.put("version", lineage.version());
        lineage.registration()
                .ifPresent(entry -> json.putObject("registration")
                        .put("register", entry.register())
                        .put("number", entry.number())
                        .put("date", entry.date().toString()));
        lineage.approval()
                .ifPresent(approval -> json.putObject("approval")
                        .put("meeting", approval.meeting())
                        .put("vote", approval.vote())
                        .put("date", approval.date().toString()));
        lineage.rectification().ifPresent(change -> {
            ObjectNode one = json.putObject("rectification")
                    .put("kind", change.kind().code())
                    .put("previous", change.previous().hex());
            optional(one, "approvedIn", change.approvedIn());
            optional(one, "reason", change.reason());
        });
    }

    private static BigDecimal seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }
}
