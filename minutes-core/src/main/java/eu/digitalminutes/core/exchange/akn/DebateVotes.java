// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The votes of a debate of others as events, where the text holds them. */
final class DebateVotes {
    private static final Map<Choice, Set<String>> WORDS = Map.of(
            Choice.YES, Set.of("yes", "aye", "ayes", "favorevole", "favorevoli", "for", "in favour", "sì", "si"),
            Choice.NO, Set.of("no", "nay", "nays", "noes", "contrario", "contrari", "against"),
            Choice.ABSTAINED, Set.of("abstain", "abstained", "abstentions", "astenuto", "astenuti"),
            Choice.NOT_VOTING, Set.of("not-voting", "not voting", "non votante", "non votanti"));

    private static final Map<Outcome, Set<String>> OUTCOMES = Map.of(
            Outcome.APPROVED, Set.of("approved", "approvata", "approvato", "carried", "pass", "passed"),
            Outcome.REJECTED, Set.of("rejected", "respinta", "respinto", "lost", "fail", "failed"));

    private final Debate debate;
    private final DebateSeats seats;
    private final AknNotices notices;
    private final List<DebateCheck> open;

    DebateVotes(Debate debate, DebateSeats seats, AknNotices notices) {
        this.debate = debate;
        this.seats = seats;
        this.notices = notices;
        this.open = new ArrayList<>(debate.checks().stream()
                .filter(check -> check.kind() != DebateCheck.Kind.QUORUM_VERIFICATION)
                .toList());
    }

    /** The votes that are done at a part of the text. */
    List<Voting> at(DebatePart part, String item) {
        List<DebateCheck> here = open.stream()
                .filter(check -> !part.id().isEmpty() && check.place().equals("#" + part.id()))
                .toList();
        open.removeAll(here);
        return events(here, item);
    }

    /** The votes of which the text does not say where they are done. */
    List<Voting> rest(String item) {
        return events(open, item);
    }

    private List<Voting> events(List<DebateCheck> checks, String item) {
        List<Voting> events = new ArrayList<>();
        for (DebateCheck check : checks) {
            if (item.isEmpty()) {
                notices.add("AKN_LEFT_OUT", check.id());
            } else {
                events.addAll(events(check, item));
            }
        }
        return events;
    }

    private List<Voting> events(DebateCheck check, String item) {
        Map<String, Choice> ballots = new HashMap<>();
        debate.ballots(check)
                .forEach((person, figure) -> choice(figure)
                        .ifPresent(choice -> seats.of(person).ifPresent(seat -> ballots.put(seat, choice))));
        Map<Choice, Integer> counts = new EnumMap<>(Choice.class);
        for (DebateCheck.Figure figure : check.figures()) {
            Optional<Choice> choice = choice(figure);
            boolean number = figure.value().matches("\\d{1,6}");
            if (!figure.needed() && number && choice.isPresent()) {
                counts.put(choice.get(), Integer.parseInt(figure.value()));
            } else if (!figure.needed()) {
                notices.add("AKN_COUNT_UNKNOWN", figure.id());
            }
        }
        VotingMethod method = ballots.isEmpty() ? VotingMethod.SHOW_OF_HANDS : VotingMethod.ROLL_CALL;
        notices.add("AKN_METHOD_ASSUMED", check.id());
        Tally tally = new Tally(
                counts.getOrDefault(Choice.YES, 0),
                counts.getOrDefault(Choice.NO, 0),
                counts.getOrDefault(Choice.ABSTAINED, 0),
                counts.getOrDefault(Choice.NOT_VOTING, 0),
                0,
                0);
        List<Voting> events = new ArrayList<>();
        events.add(new Voting.VoteOpened(check.id(), item, VoteKind.MAIN, method, ""));
        events.add(new Voting.VoteClosed(check.id(), tally, ballots));
        outcome(check).ifPresent(outcome -> events.add(new Voting.Proclaimed(check.id(), outcome)));
        return events;
    }

    private Optional<Choice> choice(DebateCheck.Figure figure) {
        return meant(figure.meaning(), WORDS);
    }

    private Optional<Outcome> outcome(DebateCheck check) {
        return meant(check.outcome(), OUTCOMES);
    }

    private <T> Optional<T> meant(String reference, Map<T, Set<String>> words) {
        String id = reference.replaceFirst("^#(choice_|outcome_)?", "").toLowerCase(Locale.ROOT);
        String shown = debate.referenced(reference)
                .map(DebateReference::showAs)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return words.entrySet().stream()
                .filter(entry ->
                        entry.getValue().contains(id) || entry.getValue().contains(shown))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
