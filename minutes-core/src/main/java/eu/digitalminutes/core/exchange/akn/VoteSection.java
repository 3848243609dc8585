// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.voting.Vote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One vote as a section: what was put to it, who chose what if it was open, the figures, the outcome. */
final class VoteSection {
    private final Meeting meeting;
    private final MinutesEntities entities;
    private final MinutesChecks checks;

    VoteSection(Meeting meeting, MinutesEntities entities, MinutesChecks checks) {
        this.meeting = meeting;
        this.entities = entities;
        this.checks = checks;
    }

    void add(Vote vote, SectionStack stack) {
        String subject = "#" + stack.id();
        String element = vote.kind() == VoteKind.PROCEDURAL ? "proceduralMotions" : "debateSection";
        String name = vote.kind() == VoteKind.PROCEDURAL ? "" : name(vote.kind());
        stack.begin(
                vote.openedAt(),
                element,
                name,
                "",
                "Votazione: " + vote.kind().label().italian());
        String place = "#" + stack.id();
        checks.quorum(vote.openedAt(), vote.matter(), place, subject);
        DebateCheck check = checks.vote(vote, place, subject);
        stack.add(opening(vote));
        if (vote.method() != VotingMethod.SECRET_BALLOT) {
            ballots(vote, check).forEach(stack::add);
        }
        if (vote.closedAt().isPresent()) {
            stack.add(figures(vote, check));
        }
        stack.add(outcome(vote, check));
        stack.end();
    }

    private static String name(VoteKind kind) {
        return switch (kind) {
            case MAIN, PROCEDURAL -> "voting";
            case AMENDMENT -> "amendment";
            case IMMEDIATE_EXECUTION -> "immediateExecution";
            case ELECTION -> "election";
        };
    }

    private DebateBlock opening(Vote vote) {
        String words = vote.subject().isEmpty() ? meeting.item(vote.item()).title() : vote.subject();
        return new DebateBlock(
                "p",
                "",
                List.of(
                        MinutesLines.time(vote.openedAt()),
                        DebateText.plain(" Votazione " + vote.method().label().italian() + ": " + words)));
    }

    private List<DebateBlock> ballots(Vote vote, DebateCheck check) {
        List<DebateBlock> blocks = new ArrayList<>();
        for (Seat seat : meeting.seats()) {
            Choice choice = vote.ballots().get(seat.id());
            if (choice != null) {
                Map<String, String> attributes = new LinkedHashMap<>();
                attributes.put("by", entities.person(seat.id()));
                attributes.put("as", entities.role(seat.id()));
                attributes.put(
                        "choice", "#" + figure(check, entities.choice(choice)).id());
                String words = seat.person().fullName() + ": " + choice.label().italian();
                blocks.add(new DebateBlock("p", "", List.of(new DebateText("vote", attributes, words))));
            }
        }
        return blocks;
    }

    private static DebateCheck.Figure figure(DebateCheck check, String meaning) {
        return check.figures().stream()
                .filter(figure -> !figure.needed() && figure.meaning().equals(meaning))
                .findFirst()
                .orElseThrow();
    }

    private DebateBlock figures(Vote vote, DebateCheck check) {
        List<DebateText> texts = new ArrayList<>();
        vote.closedAt().ifPresent(at -> texts.add(MinutesLines.time(at)));
        String before = " ";
        for (DebateCheck.Figure figure : check.figures()) {
            if (!figure.needed()) {
                texts.add(DebateText.plain(before + entities.words(figure.meaning()) + ": "));
                texts.add(new DebateText(
                        "quantity",
                        Map.of("refersTo", figure.meaning(), "normalized", figure.value()),
                        figure.value()));
                before = "; ";
            }
        }
        return new DebateBlock("p", "", texts);
    }

    private DebateBlock outcome(Vote vote, DebateCheck check) {
        if (check.outcome().isEmpty()) {
            return DebateBlock.of("p", "Esito non proclamato");
        }
        List<DebateText> texts = new ArrayList<>();
        texts.add(DebateText.plain("Esito: "));
        texts.add(DebateText.referring("outcome", check.outcome().substring(1), entities.words(check.outcome())));
        if (!vote.elected().isEmpty()) {
            texts.add(DebateText.plain("; eletti: " + String.join(", ", vote.elected())));
        }
        return new DebateBlock("p", "", texts);
    }
}
