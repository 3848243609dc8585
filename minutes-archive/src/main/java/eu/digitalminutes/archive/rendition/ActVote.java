// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.ruling.VoteRuling;
import eu.digitalminutes.core.voting.Vote;
import eu.digitalminutes.core.voting.VoteResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One vote (<i>votazione</i>): what, how, the count, the names that the law wants, the outcome. */
final class ActVote {
    private ActVote() {}

    static void write(Html html, Words words, Minutes minutes, Vote vote) {
        begin(html, words, vote, vote.subject());
        vote.tally()
                .ifPresentOrElse(
                        tally -> {
                            count(html, words, minutes, vote, tally);
                            if (vote.method() == VotingMethod.SECRET_BALLOT) {
                                html.element("p", words.say("vote.secret"), "class", "names");
                            } else {
                                names(html, words, minutes.meeting(), vote);
                            }
                            outcome(html, words, minutes, vote);
                        },
                        () -> html.element("p", words.say("vote.uncounted")));
        html.closeLine();
    }

    /** The vote of a secret item: never a name, never its subject. */
    static void writeTotals(Html html, Words words, Minutes minutes, Vote vote) {
        begin(html, words, vote, "");
        vote.tally()
                .ifPresentOrElse(
                        tally -> {
                            count(html, words, minutes, vote, tally);
                            outcome(html, words, minutes, vote);
                        },
                        () -> html.element("p", words.say("vote.uncounted")));
        html.closeLine();
    }

    private static void begin(Html html, Words words, Vote vote, String subject) {
        html.open("div", "class", "vote");
        html.open("h4")
                .text(words.say("vote.title", words.say(vote.kind().label())))
                .closeLine();
        html.open("p", "class", "manner");
        html.element("span", words.time(vote.openedAt()), "class", "time");
        html.text(" ")
                .text(words.say("vote.manner", words.say(vote.method().label())))
                .closeLine();
        if (!subject.isBlank()) {
            html.open("p", "class", "subject").lines(subject).closeLine();
        }
    }

    private static void count(Html html, Words words, Minutes minutes, Vote vote, Tally tally) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        int present = vote.closedAt()
                .map(closed -> Presence.of(minutes.meeting()).membersAt(closed).size())
                .orElse(tally.counted());
        figures.put("vote.present", present);
        figures.put("vote.yes", tally.yes());
        figures.put("vote.no", tally.no());
        figures.put("vote.abstained", tally.abstained());
        if (vote.method() == VotingMethod.SECRET_BALLOT || tally.blank() + tally.spoiled() > 0) {
            figures.put("vote.blank", tally.blank());
            figures.put("vote.spoiled", tally.spoiled());
        }
        figures.put("vote.not-voting", tally.notVoting());
        html.open("table", "class", "figures").open("thead").open("tr");
        figures.keySet().forEach(key -> html.element("th", words.say(key), "scope", "col"));
        html.close().close().open("tbody").open("tr");
        figures.values().forEach(figure -> html.element("td", words.number(figure)));
        html.close().close().closeLine();
    }

    private static void names(Html html, Words words, Meeting meeting, Vote vote) {
        for (Choice choice : List.of(Choice.NO, Choice.ABSTAINED, Choice.NOT_VOTING)) {
            List<String> seats = vote.seatsThat(choice);
            if (!seats.isEmpty()) {
                String names = seats.stream()
                        .map(seat -> meeting.seat(seat).person().fullName())
                        .collect(Collectors.joining(", "));
                html.open("p", "class", "names");
                html.element("span", words.say("vote." + choice.code()), "class", "minor");
                html.text(" ").text(names).closeLine();
            }
        }
    }

    private static void outcome(Html html, Words words, Minutes minutes, Vote vote) {
        Optional<VoteRuling> ruling = VoteResult.of(vote, minutes.meeting(), minutes.rules());
        html.open("p", "class", "outcome");
        ruling.ifPresent(result ->
                html.text(words.say("vote.required", result.required())).text(" "));
        html.element(
                "span",
                vote.proclaimed()
                        .map(outcome -> words.say(
                                "vote.proclaimed",
                                words.say("vote.outcome." + vote.kind().code() + "." + outcome.code())))
                        .orElse(words.say("vote.unproclaimed")),
                "class",
                "verdict");
        html.closeLine();
        if (!vote.elected().isEmpty()) {
            html.element("p", words.say("vote.elected", String.join(", ", vote.elected())), "class", "names");
        }
        ruling.ifPresent(result -> html.element("p", result.explanation().in(words.locale()), "class", "minor"));
    }
}
