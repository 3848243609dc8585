// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.archive.internal.proceedings.Attendance;
import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.presence.Quorum;
import eu.digitalminutes.core.ruling.QuorumRuling;
import eu.digitalminutes.core.voting.Vote;
import java.util.List;
import java.util.Optional;

/** One event as the sentence that the act has for it. */
final class ActEvent {
    private final Html html;
    private final Words words;
    private final Minutes minutes;
    private final Meeting meeting;
    private final Presence presence;
    private final List<Vote> votes;
    private final ActFact facts;

    ActEvent(Html html, Words words, Minutes minutes, List<Vote> votes) {
        this.html = html;
        this.words = words;
        this.minutes = minutes;
        this.meeting = minutes.meeting();
        this.presence = Presence.of(meeting);
        this.votes = votes;
        this.facts = new ActFact(words, meeting);
    }

    void write(SessionEvent event) {
        Occurrence what = event.what();
        if (what instanceof Business.Spoke spoke) {
            speech(event, spoke);
        } else if (what instanceof Voting.VoteOpened) {
            vote(event);
        } else if (what instanceof Conduct.Suspended suspended) {
            mark(event, withReason("event.suspended", suspended.reason()));
        } else if (what instanceof Conduct.Resumed) {
            mark(event, words.say("event.resumed"));
        } else if (what instanceof Conduct.Closed) {
            mark(event, words.say("event.closed"));
        } else {
            sentence(event).ifPresent(text -> line(event, text));
        }
    }

    Optional<Vote> voteOpenedBy(SessionEvent event) {
        return event.what() instanceof Voting.VoteOpened opened
                ? votes.stream().filter(vote -> vote.id().equals(opened.vote())).findFirst()
                : Optional.empty();
    }

    boolean isSecret(String item) {
        return meeting.item(item).publicity() == Publicity.SECRET;
    }

    private Optional<String> sentence(SessionEvent event) {
        Occurrence what = event.what();
        if (what instanceof Conduct.QuorumVerified) {
            List<Seat> present = presence.membersAt(event.at());
            QuorumRuling quorum = Quorum.of(meeting, minutes.rules(), Matter.ORDINARY, present);
            return Optional.of(words.say("event.quorum", present.size(), quorum.counted(), quorum.required()));
        } else if (what instanceof Attending.Joined joined) {
            return joined(event, joined);
        }
        return facts.sentence(what);
    }

    /** Who answers the roll call is in its table; who comes in later gets a sentence, and so does any remote attendance. */
    private Optional<String> joined(SessionEvent event, Attending.Joined joined) {
        boolean rollCall = !event.at().isAfter(Attendance.rollCallOf(meeting));
        if (rollCall && joined.identification().isBlank()) {
            return Optional.empty();
        }
        String key = joined.identification().isBlank() ? "event.joined" : "event.joined.identified";
        return Optional.of(words.say(
                key,
                who(joined.seat()),
                words.say(joined.mode().label()),
                joined.identification().in(words.locale())));
    }

    private void speech(SessionEvent event, Business.Spoke spoke) {
        html.open("div", "class", "speech");
        html.open("p", "class", "speaker").element("span", words.time(event.at()), "class", "time");
        html.text(" ").text(who(spoke.seat())).closeLine();
        if (!spoke.summary().isBlank()) {
            html.open("p").lines(spoke.summary()).close();
        }
        html.closeLine();
    }

    private void vote(SessionEvent event) {
        Vote vote = voteOpenedBy(event).orElseThrow();
        if (isSecret(vote.item())) {
            line(event, words.say("proceedings.secret"));
        } else {
            ActVote.write(html, words, minutes, vote);
        }
    }

    private void line(SessionEvent event, String text) {
        html.open("p", "class", "line").element("span", words.time(event.at()), "class", "time");
        html.text(" ").lines(text).closeLine();
    }

    private void mark(SessionEvent event, String text) {
        html.open("p", "class", "mark").element("span", words.time(event.at()), "class", "time");
        html.text(" ").lines(text).closeLine();
    }

    private String who(String seat) {
        return ActHead.named(words, meeting.seat(seat));
    }

    private String withReason(String key, String reason, Object... arguments) {
        String sentence = words.say(key, arguments);
        return reason.isBlank() ? sentence : words.say("event.reason", sentence, reason.strip());
    }
}
