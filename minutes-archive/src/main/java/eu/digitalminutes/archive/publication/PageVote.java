// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.ruling.VoteRuling;
import eu.digitalminutes.core.voting.Vote;
import eu.digitalminutes.core.voting.VoteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One vote: the table, which is also the key of the drawing, and the hemicycle. Of a secret ballot, totals only. */
final class PageVote {
    private final Html html;
    private final Session session;
    private final Words words;
    private final Vote vote;
    private final String id;

    private PageVote(Html html, Session session, Vote vote, int number) {
        this.html = html;
        this.session = session;
        this.words = session.words();
        this.vote = vote;
        this.id = "vote-" + number;
    }

    static void write(Html html, Session session, Vote vote, int number) {
        new PageVote(html, session, vote, number).write();
    }

    private void write() {
        boolean secret = vote.method() == VotingMethod.SECRET_BALLOT;
        Tally tally = vote.tally().orElse(null);
        html.open("div", "class", "vote", "id", id);
        html.open("h4")
                .text(words.say("vote.title", words.say(vote.kind().label())))
                .close();
        html.element(
                "p",
                words.say(
                        "vote.manner",
                        words.time(vote.openedAt()),
                        words.say(vote.method().label())),
                "class",
                "minor");
        if (!vote.subject().isBlank()) {
            html.open("p").lines(vote.subject()).close();
        }
        html.raw("\n");
        if (tally == null) {
            html.element("p", words.say("vote.uncounted"));
        } else {
            html.open("div", "class", secret ? "count" : "count drawn").raw("\n");
            table(tally, secret ? List.of() : Ballot.allOf(session.meeting(), vote), secret);
            if (!secret) {
                Hemicycle.write(html, words, Ballot.allOf(session.meeting(), vote), id, tally);
            }
            html.closeLine();
            outcome();
            if (secret) {
                html.element("p", words.say("vote.secret"), "class", "minor");
            }
        }
        html.closeLine();
    }

    private void table(Tally tally, List<Ballot> ballots, boolean secret) {
        html.open("table", "class", "tally");
        html.element("caption", words.say("vote.caption", words.say(vote.kind().label())), "class", "hidden");
        html.open("thead").open("tr").element("th", words.say("vote.choice"), "scope", "col");
        html.element("th", words.say("vote.count"), "scope", "col", "class", "figure");
        if (!secret) {
            html.element("th", words.say("vote.names"), "scope", "col");
        }
        html.close().close().open("tbody").raw("\n");
        row("yes", tally.yes(), ballots, Ballot.Mark.YES, secret);
        row("no", tally.no(), ballots, Ballot.Mark.NO, secret);
        row("abstained", tally.abstained(), ballots, Ballot.Mark.ABSTAINED, secret);
        if (secret) {
            row("blank", tally.blank(), ballots, Ballot.Mark.UNKNOWN, true);
            row("spoiled", tally.spoiled(), ballots, Ballot.Mark.UNKNOWN, true);
        }
        if (tally.notVoting() > 0) {
            row("not-voting", tally.notVoting(), ballots, Ballot.Mark.NOT_VOTING, secret);
        }
        List<Ballot> unknown = of(ballots, Ballot.Mark.UNKNOWN);
        if (!unknown.isEmpty()) {
            row("unknown", unknown.size(), ballots, Ballot.Mark.UNKNOWN, false);
        }
        List<Ballot> absent = of(ballots, Ballot.Mark.ABSENT);
        if (!absent.isEmpty()) {
            row("absent", absent.size(), ballots, Ballot.Mark.ABSENT, false);
        }
        html.close().closeLine();
    }

    private void row(String key, int count, List<Ballot> ballots, Ballot.Mark mark, boolean secret) {
        html.open("tr").open("th", "scope", "row");
        if (!secret) {
            Hemicycle.key(html, words, mark);
        }
        html.text(words.say("vote." + key)).close();
        html.element("td", words.number(count), "class", "figure");
        if (!secret) {
            List<String> names = new ArrayList<>();
            of(ballots, mark).forEach(ballot -> names.add(ballot.seat().person().fullName()));
            html.element("td", names.isEmpty() ? "—" : String.join(", ", names), "class", "names");
        }
        html.closeLine();
    }

    private static List<Ballot> of(List<Ballot> ballots, Ballot.Mark mark) {
        return ballots.stream().filter(ballot -> ballot.mark() == mark).toList();
    }

    private void outcome() {
        html.open("p", "class", "outcome");
        String state = vote.proclaimed().map(Outcome::code).orElse("unproclaimed");
        html.open("strong", "class", "badge " + state);
        String kind = vote.proclaimed().isPresent() ? "." + vote.kind().code() : "";
        html.text(words.say("outcome." + state + kind)).close();
        Optional<VoteRuling> ruling =
                VoteResult.of(vote, session.meeting(), session.minutes().rules());
        ruling.ifPresent(result -> html.text(" " + words.say("vote.required", result.required())));
        html.closeLine();
        if (!vote.elected().isEmpty()) {
            html.element("p", words.say("vote.elected", String.join(", ", vote.elected())));
        }
        ruling.ifPresent(result -> html.element("p", result.explanation().in(words.locale()), "class", "minor"));
    }
}
