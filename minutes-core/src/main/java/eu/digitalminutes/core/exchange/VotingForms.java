// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static eu.digitalminutes.core.exchange.EventForm.optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Votes in JSON. */
final class VotingForms {
    static final List<EventForm<?>> ALL = List.of(
            new EventForm<>(
                    "scrutineers-named",
                    Voting.ScrutineersNamed.class,
                    json -> new Voting.ScrutineersNamed(json.texts("seats")),
                    (what, json) -> what.seats().forEach(json.putArray("seats")::add)),
            new EventForm<>(
                    "vote-opened",
                    Voting.VoteOpened.class,
                    json -> new Voting.VoteOpened(
                            json.text("vote"),
                            json.text("item"),
                            json.word("kind", VoteKind::ofCode, VoteKind.MAIN),
                            json.word("method", VotingMethod::ofCode),
                            json.text("subject", ""),
                            new Matter(json.text("matter", Matter.ORDINARY.code()))),
                    (what, json) -> {
                        json.put("vote", what.vote())
                                .put("item", what.item())
                                .put("kind", what.kind().code())
                                .put("method", what.method().code());
                        optional(json, "subject", what.subject());
                        if (!what.matter().equals(Matter.ORDINARY)) {
                            json.put("matter", what.matter().code());
                        }
                    }),
            new EventForm<>(
                    "vote-closed",
                    Voting.VoteClosed.class,
                    json -> new Voting.VoteClosed(
                            json.text("vote"),
                            json.object("tally").reading(VotingForms::tally),
                            ballots(json),
                            json.has("candidates")
                                    ? json.object("candidates").reading(VotingForms::candidates)
                                    : Map.of()),
                    VotingForms::closed),
            new EventForm<>(
                    "proclaimed",
                    Voting.Proclaimed.class,
                    json -> new Voting.Proclaimed(
                            json.text("vote"), json.word("outcome", Outcome::ofCode), json.texts("elected")),
                    (what, json) -> {
                        json.put("vote", what.vote())
                                .put("outcome", what.outcome().code());
                        if (!what.elected().isEmpty()) {
                            what.elected().forEach(json.putArray("elected")::add);
                        }
                    }),
            new EventForm<>(
                    "vote-annulled",
                    Voting.VoteAnnulled.class,
                    json -> new Voting.VoteAnnulled(json.text("vote"), json.text("reason", "")),
                    (what, json) -> {
                        json.put("vote", what.vote());
                        optional(json, "reason", what.reason());
                    }));

    private VotingForms() {}

    static Tally tally(JsonObject count) {
        return new Tally(
                count.integer("yes"),
                count.integer("no"),
                count.integer("abstained"),
                count.integer("notVoting", 0),
                count.integer("blank", 0),
                count.integer("spoiled", 0));
    }

    /** A refusal must not repeat who chose what: whether the ballot is secret is not known here. */
    private static Map<String, Choice> ballots(JsonObject json) {
        Map<String, Choice> ballots = new LinkedHashMap<>();
        json.discreet("ballots").forEach((seat, word) -> {
            Choice choice = Choice.ofCode(word)
                    .orElseThrow(
                            () -> JsonObject.invalid(json.pointer() + "/ballots", "a choice in it is not known here"));
            ballots.put(seat, choice);
        });
        return ballots;
    }

    private static Map<String, Integer> candidates(JsonObject json) {
        Map<String, Integer> candidates = new LinkedHashMap<>();
        for (String name : json.names()) {
            candidates.put(name, json.integer(name));
        }
        return candidates;
    }

    private static void closed(Voting.VoteClosed what, ObjectNode json) {
        json.put("vote", what.vote());
        write(what.tally(), json.putObject("tally"));
        if (!what.ballots().isEmpty()) {
            ObjectNode ballots = json.putObject("ballots");
            new TreeMap<>(what.ballots()).forEach((seat, choice) -> ballots.put(seat, choice.code()));
        }
        if (!what.candidates().isEmpty()) {
            new TreeMap<>(what.candidates()).forEach(json.putObject("candidates")::put);
        }
    }

    static void write(Tally tally, ObjectNode json) {
        json.put("yes", tally.yes())
                .put("no", tally.no())
                .put("abstained", tally.abstained())
                .put("notVoting", tally.notVoting())
                .put("blank", tally.blank())
                .put("spoiled", tally.spoiled());
    }
}
