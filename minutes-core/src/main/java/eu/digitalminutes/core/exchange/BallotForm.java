// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.deliberation.step.Ballot;
import eu.digitalminutes.core.deliberation.step.Turnout;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.meeting.MeetingId;
import eu.digitalminutes.core.meeting.OrganKind;
import java.util.Optional;

/** A vote of a deliberation in JSON, with the figures that its outcome follows from. */
final class BallotForm {
    private BallotForm() {}

    static Ballot read(JsonObject json) {
        Optional<Choice> chair = json.has("chair") ? Optional.of(json.word("chair", Choice::ofCode)) : Optional.empty();
        return new Ballot(
                json.object("meeting").reading(BallotForm::meeting),
                json.text("vote"),
                json.word("kind", VoteKind::ofCode),
                new Matter(json.text("matter", Matter.ORDINARY.code())),
                json.object("turnout").reading(BallotForm::turnout),
                json.object("tally").reading(VotingForms::tally),
                chair,
                json.word("outcome", Outcome::ofCode));
    }

    static MeetingId meeting(JsonObject json) {
        return new MeetingId(
                json.text("ipaCode"),
                json.word("organ", OrganKind::ofCode),
                json.integer("year"),
                json.integer("number"));
    }

    private static Turnout turnout(JsonObject json) {
        return new Turnout(
                json.integer("call"),
                json.integer("assigned"),
                json.integer("inOffice"),
                json.bool("mayor", true),
                json.integer("present"),
                json.bool("mayorPresent", true),
                json.integer("recused", 0));
    }

    static void write(Ballot ballot, ObjectNode json) {
        write(ballot.meeting(), json.putObject("meeting"));
        json.put("vote", ballot.vote()).put("kind", ballot.kind().code());
        if (!ballot.matter().equals(Matter.ORDINARY)) {
            json.put("matter", ballot.matter().code());
        }
        Turnout turnout = ballot.turnout();
        json.putObject("turnout")
                .put("call", turnout.call())
                .put("assigned", turnout.assigned())
                .put("inOffice", turnout.inOffice())
                .put("mayor", turnout.mayor())
                .put("present", turnout.present())
                .put("mayorPresent", turnout.mayorPresent())
                .put("recused", turnout.recused());
        VotingForms.write(ballot.tally(), json.putObject("tally"));
        ballot.chair().ifPresent(choice -> json.put("chair", choice.code()));
        json.put("outcome", ballot.outcome().code());
    }

    static void write(MeetingId meeting, ObjectNode json) {
        json.put("ipaCode", meeting.ipaCode())
                .put("organ", meeting.organ().code())
                .put("year", meeting.year())
                .put("number", meeting.number());
    }
}
