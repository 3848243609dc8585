// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.meeting.AttendanceMode;
import eu.digitalminutes.core.meeting.Choice;
import eu.digitalminutes.core.meeting.Occurrence;
import eu.digitalminutes.core.meeting.Outcome;
import eu.digitalminutes.core.meeting.SessionEvent;
import eu.digitalminutes.core.meeting.Tally;
import eu.digitalminutes.core.meeting.VoteKind;
import eu.digitalminutes.core.meeting.VotingMethod;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The events of a meeting as JSON objects: {@code at}, {@code type}, and the fields of the type. */
final class EventCodec {
    private static final Map<String, Function<JsonObject, Occurrence>> READERS = new LinkedHashMap<>();

    static {
        READERS.put("opened", json -> new Occurrence.Opened(json.text("president"), json.text("secretary")));
        READERS.put(
                "joined",
                json -> new Occurrence.Joined(
                        json.text("seat"),
                        json.word("mode", AttendanceMode::ofCode, AttendanceMode.IN_PERSON),
                        json.text("identification", "")));
        READERS.put("left", json -> new Occurrence.Left(json.text("seat"), json.text("cause", "")));
        READERS.put("excused", json -> new Occurrence.Excused(json.text("seat"), json.text("reason", "")));
        READERS.put("quorum-verified", json -> new Occurrence.QuorumVerified());
        READERS.put("item-opened", json -> new Occurrence.ItemOpened(json.text("item")));
        READERS.put("spoke", json -> new Occurrence.Spoke(json.text("seat"), json.text("summary", "")));
        READERS.put("recused", json -> new Occurrence.Recused(json.text("seat"), json.text("item")));
        READERS.put(
                "vote-opened",
                json -> new Occurrence.VoteOpened(
                        json.text("vote"),
                        json.text("item"),
                        json.word("kind", VoteKind::ofCode, VoteKind.MAIN),
                        json.word("method", VotingMethod::ofCode),
                        json.text("subject", "")));
        READERS.put("vote-closed", EventCodec::voteClosed);
        READERS.put(
                "proclaimed",
                json -> new Occurrence.Proclaimed(json.text("vote"), json.word("outcome", Outcome::ofCode)));
        READERS.put("suspended", json -> new Occurrence.Suspended(json.text("reason", "")));
        READERS.put("resumed", json -> new Occurrence.Resumed());
        READERS.put("recording-started", json -> new Occurrence.RecordingStarted(json.text("part")));
        READERS.put(
                "recording-stopped",
                json -> new Occurrence.RecordingStopped(json.text("part"), json.text("reason", "")));
        READERS.put("noted", json -> new Occurrence.Noted(json.text("text")));
        READERS.put("closed", json -> new Occurrence.Closed());
    }

    private EventCodec() {}

    static SessionEvent read(JsonObject json) {
        String type = json.text("type");
        Function<JsonObject, Occurrence> reader = READERS.get(type);
        if (reader == null) {
            throw JsonObject.invalid(json.pointer() + "/type", "there is no event of type \"" + type + "\"");
        }
        return SessionEvent.of(json.instant("at"), reader.apply(json));
    }

    private static Occurrence voteClosed(JsonObject json) {
        Map<String, Choice> ballots =
                json.has("ballots") ? json.object("ballots").reading(EventCodec::ballots) : Map.of();
        Tally tally = json.object("tally")
                .reading(count -> new Tally(
                        count.integer("yes"),
                        count.integer("no"),
                        count.integer("abstained"),
                        count.integer("notVoting", 0),
                        count.integer("blank", 0),
                        count.integer("spoiled", 0)));
        return new Occurrence.VoteClosed(json.text("vote"), tally, ballots);
    }

    private static Map<String, Choice> ballots(JsonObject json) {
        Map<String, Choice> ballots = new LinkedHashMap<>();
        for (String seat : json.names()) {
            ballots.put(seat, json.word(seat, Choice::ofCode));
        }
        return ballots;
    }

    static void write(SessionEvent event, ObjectNode json) {
        json.put("at", event.at().toString());
        Occurrence what = event.what();
        if (what instanceof Occurrence.Opened opened) {
            json.put("type", "opened").put("president", opened.president()).put("secretary", opened.secretary());
        } else if (what instanceof Occurrence.Joined joined) {
            json.put("type", "joined")
                    .put("seat", joined.seat())
                    .put("mode", joined.mode().code());
            optional(json, "identification", joined.identification());
        } else if (what instanceof Occurrence.Left left) {
            json.put("type", "left").put("seat", left.seat());
            optional(json, "cause", left.cause());
        } else if (what instanceof Occurrence.Excused excused) {
            json.put("type", "excused").put("seat", excused.seat());
            optional(json, "reason", excused.reason());
        } else if (what instanceof Occurrence.QuorumVerified) {
            json.put("type", "quorum-verified");
        } else if (what instanceof Occurrence.ItemOpened opened) {
            json.put("type", "item-opened").put("item", opened.item());
        } else if (what instanceof Occurrence.Spoke spoke) {
            json.put("type", "spoke").put("seat", spoke.seat());
            optional(json, "summary", spoke.summary());
        } else if (what instanceof Occurrence.Recused recused) {
            json.put("type", "recused").put("seat", recused.seat()).put("item", recused.item());
        } else {
            writeVoting(what, json);
        }
    }

    private static void writeVoting(Occurrence what, ObjectNode json) {
        if (what instanceof Occurrence.VoteOpened opened) {
            json.put("type", "vote-opened")
                    .put("vote", opened.vote())
                    .put("item", opened.item())
                    .put("kind", opened.kind().code())
                    .put("method", opened.method().code());
            optional(json, "subject", opened.subject());
        } else if (what instanceof Occurrence.VoteClosed closed) {
            json.put("type", "vote-closed").put("vote", closed.vote());
            writeTally(closed.tally(), json.putObject("tally"));
            if (!closed.ballots().isEmpty()) {
                ObjectNode ballots = json.putObject("ballots");
                new TreeMap<>(closed.ballots()).forEach((seat, choice) -> ballots.put(seat, choice.code()));
            }
        } else if (what instanceof Occurrence.Proclaimed proclaimed) {
            json.put("type", "proclaimed")
                    .put("vote", proclaimed.vote())
                    .put("outcome", proclaimed.outcome().code());
        } else {
            writeCourse(what, json);
        }
    }

    private static void writeCourse(Occurrence what, ObjectNode json) {
        if (what instanceof Occurrence.Suspended suspended) {
            json.put("type", "suspended");
            optional(json, "reason", suspended.reason());
        } else if (what instanceof Occurrence.Resumed) {
            json.put("type", "resumed");
        } else if (what instanceof Occurrence.RecordingStarted started) {
            json.put("type", "recording-started").put("part", started.part());
        } else if (what instanceof Occurrence.RecordingStopped stopped) {
            json.put("type", "recording-stopped").put("part", stopped.part());
            optional(json, "reason", stopped.reason());
        } else if (what instanceof Occurrence.Noted noted) {
            json.put("type", "noted").put("text", noted.text());
        } else if (what instanceof Occurrence.Closed) {
            json.put("type", "closed");
        }
    }

    private static void writeTally(Tally tally, ObjectNode json) {
        json.put("yes", tally.yes())
                .put("no", tally.no())
                .put("abstained", tally.abstained())
                .put("notVoting", tally.notVoting())
                .put("blank", tally.blank())
                .put("spoiled", tally.spoiled());
    }

    static void optional(ObjectNode json, String field, String value) {
        if (!value.isEmpty()) {
            json.put(field, value);
        }
    }
}
