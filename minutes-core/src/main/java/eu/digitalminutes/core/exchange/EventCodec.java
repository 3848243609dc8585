// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The events of a meeting as JSON objects: {@code at}, {@code type}, and the fields of the type. */
final class EventCodec {
    private static final Map<String, Function<JsonObject, Occurrence>> READERS = new LinkedHashMap<>();

    static {
        READERS.put("opened", json -> new Conduct.Opened(json.text("president"), json.text("secretary")));
        READERS.put(
                "joined",
                json -> new Attending.Joined(
                        json.text("seat"),
                        json.word("mode", AttendanceMode::ofCode, AttendanceMode.IN_PERSON),
                        json.text("identification", "")));
        READERS.put("left", json -> new Attending.Left(json.text("seat"), json.text("cause", "")));
        READERS.put("excused", json -> new Attending.Excused(json.text("seat"), json.text("reason", "")));
        READERS.put("quorum-verified", json -> new Conduct.QuorumVerified());
        READERS.put("item-opened", json -> new Business.ItemOpened(json.text("item")));
        READERS.put("spoke", json -> new Business.Spoke(json.text("seat"), json.text("summary", "")));
        READERS.put("recused", json -> new Attending.Recused(json.text("seat"), json.text("item")));
        READERS.put(
                "vote-opened",
                json -> new Voting.VoteOpened(
                        json.text("vote"),
                        json.text("item"),
                        json.word("kind", VoteKind::ofCode, VoteKind.MAIN),
                        json.word("method", VotingMethod::ofCode),
                        json.text("subject", "")));
        READERS.put("vote-closed", EventCodec::voteClosed);
        READERS.put(
                "proclaimed", json -> new Voting.Proclaimed(json.text("vote"), json.word("outcome", Outcome::ofCode)));
        READERS.put("suspended", json -> new Conduct.Suspended(json.text("reason", "")));
        READERS.put("resumed", json -> new Conduct.Resumed());
        READERS.put("recording-started", json -> new Filming.RecordingStarted(json.text("part")));
        READERS.put(
                "recording-stopped", json -> new Filming.RecordingStopped(json.text("part"), json.text("reason", "")));
        READERS.put("noted", json -> new Business.Noted(json.text("text")));
        READERS.put("closed", json -> new Conduct.Closed());
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
        return new Voting.VoteClosed(json.text("vote"), tally, ballots);
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
        if (what instanceof Conduct.Opened opened) {
            json.put("type", "opened").put("president", opened.president()).put("secretary", opened.secretary());
        } else if (what instanceof Attending.Joined joined) {
            json.put("type", "joined")
                    .put("seat", joined.seat())
                    .put("mode", joined.mode().code());
            optional(json, "identification", joined.identification());
        } else if (what instanceof Attending.Left left) {
            json.put("type", "left").put("seat", left.seat());
            optional(json, "cause", left.cause());
        } else if (what instanceof Attending.Excused excused) {
            json.put("type", "excused").put("seat", excused.seat());
            optional(json, "reason", excused.reason());
        } else if (what instanceof Conduct.QuorumVerified) {
            json.put("type", "quorum-verified");
        } else if (what instanceof Business.ItemOpened opened) {
            json.put("type", "item-opened").put("item", opened.item());
        } else if (what instanceof Business.Spoke spoke) {
            json.put("type", "spoke").put("seat", spoke.seat());
            optional(json, "summary", spoke.summary());
        } else if (what instanceof Attending.Recused recused) {
            json.put("type", "recused").put("seat", recused.seat()).put("item", recused.item());
        } else {
            writeVoting(what, json);
        }
    }

    private static void writeVoting(Occurrence what, ObjectNode json) {
        if (what instanceof Voting.VoteOpened opened) {
            json.put("type", "vote-opened")
                    .put("vote", opened.vote())
                    .put("item", opened.item())
                    .put("kind", opened.kind().code())
                    .put("method", opened.method().code());
            optional(json, "subject", opened.subject());
        } else if (what instanceof Voting.VoteClosed closed) {
            json.put("type", "vote-closed").put("vote", closed.vote());
            writeTally(closed.tally(), json.putObject("tally"));
            if (!closed.ballots().isEmpty()) {
                ObjectNode ballots = json.putObject("ballots");
                new TreeMap<>(closed.ballots()).forEach((seat, choice) -> ballots.put(seat, choice.code()));
            }
        } else if (what instanceof Voting.Proclaimed proclaimed) {
            json.put("type", "proclaimed")
                    .put("vote", proclaimed.vote())
                    .put("outcome", proclaimed.outcome().code());
        } else {
            writeCourse(what, json);
        }
    }

    private static void writeCourse(Occurrence what, ObjectNode json) {
        if (what instanceof Conduct.Suspended suspended) {
            json.put("type", "suspended");
            optional(json, "reason", suspended.reason());
        } else if (what instanceof Conduct.Resumed) {
            json.put("type", "resumed");
        } else if (what instanceof Filming.RecordingStarted started) {
            json.put("type", "recording-started").put("part", started.part());
        } else if (what instanceof Filming.RecordingStopped stopped) {
            json.put("type", "recording-stopped").put("part", stopped.part());
            optional(json, "reason", stopped.reason());
        } else if (what instanceof Business.Noted noted) {
            json.put("type", "noted").put("text", noted.text());
        } else if (what instanceof Conduct.Closed) {
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
