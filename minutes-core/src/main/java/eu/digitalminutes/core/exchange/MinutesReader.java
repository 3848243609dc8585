// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.event.LogHead;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Municipality;
import eu.digitalminutes.core.meeting.Organ;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.rules.LocalRules;
import java.util.HashSet;
import java.util.Set;

/** From the JSON tree to the model. Events have a reader of their own, {@link EventCodec}. */
final class MinutesReader {
    private MinutesReader() {}

    static Minutes minutes(JsonObject json) {
        String version = json.text("formatVersion");
        if (!version.matches("1\\.\\d{1,6}")) {
            throw JsonObject.invalid(
                    "/formatVersion", "this SDK reads version 1.x, not " + version + "; use a later SDK");
        }
        Meeting meeting = meeting(json);
        LocalRules.Preset preset = preset(meeting.organ().kind());
        LocalRules rules = json.has("rules")
                ? json.object("rules").reading(local -> RulesReader.rules(local, preset))
                : LocalRules.of(preset);
        Minutes minutes = Minutes.of(meeting, rules);
        return EvidenceForm.read(json, minutes);
    }

    private static LocalRules.Preset preset(OrganKind organ) {
        return organ == OrganKind.EXECUTIVE_BOARD
                ? LocalRules.Preset.EXECUTIVE_BOARD
                : LocalRules.Preset.ORDINARY_COUNCIL;
    }

    private static Meeting meeting(JsonObject json) {
        Municipality municipality = json.object("municipality").reading(HeadForm::municipality);
        Organ organ = json.object("organ").reading(HeadForm::organ);
        Meeting.Builder builder = json.object("meeting").reading(head -> HeadForm.head(head, municipality, organ));
        builder.seats(json.list("seats", HeadForm::seat))
                .agenda(json.list("agenda", HeadForm::item))
                .events(json.list("events", EventCodec::read, SessionEvent::withUnknownFields));
        if (json.has("convocation")) {
            builder.convocation(json.object("convocation").reading(HeadForm::convocation));
        }
        if (json.has("log")) {
            builder.logHead(json.object("log")
                    .reading(log -> new LogHead(log.integer("events"), new Digest(log.text("head")))));
        }
        Meeting meeting = builder.build();
        secretBallotsSayNoMore(meeting);
        return meeting;
    }

    /** What a later version may say of a secret ballot could be who chose what: it is refused, not kept. */
    private static void secretBallotsSayNoMore(Meeting meeting) {
        Set<String> secret = new HashSet<>();
        for (int i = 0; i < meeting.events().size(); i++) {
            SessionEvent event = meeting.events().get(i);
            if (event.what() instanceof Voting.VoteOpened opened && opened.method() == VotingMethod.SECRET_BALLOT) {
                secret.add(opened.vote());
            } else if (event.what() instanceof Voting.VoteClosed closed
                    && secret.contains(closed.vote())
                    && !event.unknownFields().byPointer().isEmpty()) {
                throw JsonObject.invalid("/events/" + i, "a secret ballot has a field that this SDK does not know");
            }
        }
    }
}
