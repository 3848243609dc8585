// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.course.Course;
import eu.digitalminutes.core.course.Speech;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.SpeechKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.voting.Vote;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From the events of a meeting to the sections of a debate, in one walk along the time. */
final class MinutesSections {
    private final Meeting meeting;
    private final Course course;
    private final MinutesEntities entities;
    private final MinutesChecks checks;
    private final MinutesLines lines;
    private final VoteSection votes;
    private final SectionStack stack = new SectionStack();
    private final Map<String, Vote> voteById = new HashMap<>();
    private final Iterator<Speech> speeches;

    MinutesSections(Meeting meeting, Course course, MinutesEntities entities, MinutesChecks checks) {
        this.meeting = meeting;
        this.course = course;
        this.entities = entities;
        this.checks = checks;
        this.lines = new MinutesLines(meeting, entities);
        this.votes = new VoteSection(meeting, entities, checks);
        this.speeches = course.speeches().iterator();
        Vote.allOf(meeting).forEach(vote -> voteById.put(vote.id(), vote));
    }

    SectionStack walk() {
        for (SessionEvent event : meeting.timeline()) {
            accept(event.what(), event.at());
        }
        stack.endAll();
        return stack;
    }

    private void accept(Occurrence what, OffsetDateTime at) {
        if (what instanceof Business.ItemOpened opened) {
            stack.endAll();
            item(meeting.item(opened.item()), at);
        } else if (what instanceof Business.Spoke spoke) {
            speech(spoke, at);
        } else if (what instanceof Voting.VoteOpened opened) {
            within(at);
            Optional.ofNullable(voteById.get(opened.vote())).ifPresent(vote -> votes.add(vote, stack));
        } else if (isEnd(what)) {
            stack.endAll();
            stack.begin(at, "adjournment", "", "", "Chiusura della seduta");
            lines.of(what, at).ifPresent(stack::add);
        } else {
            lines.of(what, at).ifPresent(line -> {
                within(at);
                stack.add(line);
                after(what, at);
            });
        }
    }

    /** What follows the line about it. */
    private void after(Occurrence what, OffsetDateTime at) {
        if (what instanceof Conduct.QuorumVerified) {
            DebateCheck check = checks.quorum(at, Matter.ORDINARY, "#" + stack.id(), "#session");
            stack.add(lines.quorum(check));
        } else if (endsItem(what)) {
            stack.endAll();
        }
    }

    private static boolean isEnd(Occurrence what) {
        return what instanceof Conduct.Closed
                || what instanceof Conduct.Dissolved
                || what instanceof Conduct.Deserted
                || what instanceof Conduct.Cancelled;
    }

    private static boolean endsItem(Occurrence what) {
        return what instanceof Business.ItemClosed
                || what instanceof Business.ItemPostponed
                || what instanceof Business.ItemWithdrawn;
    }

    /** Where nothing is open, what comes before the opening is the roll call, and what comes between points the session. */
    private void within(OffsetDateTime at) {
        if (!stack.isEmpty()) {
            return;
        }
        if (stack.sections().isEmpty()) {
            stack.begin(at, "rollCall", "", "", "Appello e apertura della seduta");
        } else {
            stack.begin(at, "debateSection", "session", "", "Seduta");
        }
    }

    private void item(AgendaItem item, OffsetDateTime at) {
        switch (item.kind()) {
            case QUESTION, INTERPELLATION -> stack.begin(at, "questions", "", item.number(), item.title());
            case MOTION, RESOLUTION -> stack.begin(at, "noticesOfMotion", "", item.number(), item.title());
            case COMMUNICATION -> stack.begin(at, "communication", "", item.number(), item.title());
            case MINUTES_APPROVAL -> stack.begin(at, "debateSection", "minutesApproval", item.number(), item.title());
            case PROPOSAL, APPOINTMENT, OTHER ->
                stack.begin(at, "debateSection", "agendaItem", item.number(), item.title());
        }
        item.proposal().map(lines::proposal).ifPresent(stack::add);
    }

    private void speech(Business.Spoke spoke, OffsetDateTime at) {
        Speech speech = speeches.next();
        if (speech.item().isEmpty() && stack.top().equals("rollCall")) {
            stack.endAll();
        }
        if (stack.isEmpty() && spoke.kind() == SpeechKind.COMMUNICATION) {
            stack.begin(at, "communication", "", "", "Comunicazioni");
        } else if (stack.isEmpty()) {
            stack.begin(at, "debateSection", "session", "", "Seduta");
        }
        String around = around(spoke.kind());
        if (!around.isEmpty()) {
            stack.begin(at, around, "", "", capital(spoke.kind().label().italian()));
        }
        stack.add(debateSpeech(speech, element(spoke.kind())));
        if (!around.isEmpty()) {
            stack.end();
        }
    }

    private DebateSpeech debateSpeech(Speech speech, String element) {
        boolean presides =
                course.presidentAt(speech.span().from()).map(Seat::id).equals(Optional.of(speech.seat()));
        List<DebateBlock> blocks = speech.summary()
                .strip()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> DebateBlock.of("p", line))
                .toList();
        return new DebateSpeech(
                element,
                stack.nextId(speech.span().from(), element),
                entities.person(speech.seat()),
                presides ? entities.chair() : entities.role(speech.seat()),
                "",
                Optional.of(speech.span().from()),
                Optional.of(speech.span().to()),
                meeting.seat(speech.seat()).person().fullName(),
                blocks.isEmpty() ? List.of(DebateBlock.of("p", "")) : blocks);
    }

    private static String around(SpeechKind kind) {
        return switch (kind) {
            case VOTE_DECLARATION -> "declarationOfVote";
            case POINT_OF_ORDER -> "pointOfOrder";
            case PERSONAL_MATTER -> "personalStatements";
            case INTERVENTION, REPORT, REPLY, QUESTION, ANSWER, COMMUNICATION -> "";
        };
    }

    private static String element(SpeechKind kind) {
        return switch (kind) {
            case QUESTION -> "question";
            case ANSWER -> "answer";
            case INTERVENTION, REPORT, REPLY, VOTE_DECLARATION, POINT_OF_ORDER, PERSONAL_MATTER, COMMUNICATION ->
                "speech";
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ITALIAN) + words.substring(1);
    }
}
