// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Text;
import eu.digitalminutes.core.ruling.Candidate;
import eu.digitalminutes.core.ruling.ElectionCount;
import eu.digitalminutes.core.ruling.ElectionRuling;
import eu.digitalminutes.core.ruling.Figures;
import eu.digitalminutes.core.ruling.Membership;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The count of one election by one rule, seat by seat. */
final class Scrutiny {
    /** By votes; equals from the oldest, then by name, so that the order of the candidates never matters. */
    private static final Comparator<Candidate> RANKING = Comparator.comparingInt(Candidate::votes)
            .reversed()
            .thenComparing(candidate -> candidate.born().orElse(LocalDate.MAX))
            .thenComparing(Candidate::name);

    private final ElectionRule rule;
    private final ElectionCount count;
    private final int required;
    private final List<Candidate> ranked;
    private final List<Candidate> elected = new ArrayList<>();
    private final List<Candidate> runOff = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Scrutiny(ElectionRule rule, ElectionCount count, int required) {
        this.rule = rule;
        this.count = count;
        this.required = required;
        this.ranked = count.candidates().stream()
                .filter(candidate -> candidate.votes() > 0)
                .sorted(RANKING)
                .toList();
    }

    static ElectionRuling of(ElectionRule rule, ElectionCount count, Membership body) {
        refuseMoreVotesThanNames(rule, count);
        ElectionRule.Threshold threshold = count.round() == 1 ? rule.firstRound() : rule.laterRounds();
        boolean relative = threshold == ElectionRule.Threshold.RELATIVE;
        int base = base(rule, threshold, count, body);
        Scrutiny scrutiny = new Scrutiny(rule, count, relative ? 1 : base / 2 + 1);
        scrutiny.fillSeats();
        if (!relative) {
            scrutiny.callRunOff();
        }
        scrutiny.keepMinoritySeats();
        Figures figures = new Figures(
                "R13",
                rule.source(),
                base,
                RuleTexts.word(name(threshold)),
                scrutiny.required,
                scrutiny.ranked.isEmpty() ? 0 : scrutiny.ranked.get(0).votes());
        return scrutiny.ruling(figures, relative);
    }

    private static void refuseMoreVotesThanNames(ElectionRule rule, ElectionCount count) {
        int names = rule.namesPerBallot() == 0 ? count.seats() : rule.namesPerBallot();
        long votes = count.candidates().stream().mapToLong(Candidate::votes).sum();
        if (votes > (long) count.valid() * names) {
            throw new MinutesException(
                    "VOTES_EXCEED_BALLOTS",
                    votes + " votes on " + count.valid() + " valid ballots of at most " + names + " names each");
        }
    }

    private static int base(ElectionRule rule, ElectionRule.Threshold threshold, ElectionCount count, Membership body) {
        return switch (threshold) {
            case RELATIVE, ABSOLUTE_OF_VOTERS ->
                rule.blanks() == ElectionRule.Blanks.VOTERS ? count.ballots() : count.valid();
            case ABSOLUTE_OF_PRESENT -> count.present();
            case ABSOLUTE_OF_COMPONENTS -> body.components();
        };
    }

    private static MajorityRule.Base name(ElectionRule.Threshold threshold) {
        return switch (threshold) {
            case RELATIVE, ABSOLUTE_OF_VOTERS -> MajorityRule.Base.VOTERS;
            case ABSOLUTE_OF_PRESENT -> MajorityRule.Base.PRESENT;
            case ABSOLUTE_OF_COMPONENTS -> MajorityRule.Base.COMPONENTS;
        };
    }

    private void fillSeats() {
        List<Candidate> left = new ArrayList<>(
                ranked.stream().filter(one -> one.votes() >= required).toList());
        while (!left.isEmpty() && elected.size() < count.seats()) {
            int votes = left.get(0).votes();
            List<Candidate> equals =
                    left.stream().filter(one -> one.votes() == votes).toList();
            left.removeAll(equals);
            int free = count.seats() - elected.size();
            if (equals.size() <= free) {
                elected.addAll(equals);
            } else {
                breakTie(equals, free);
                return;
            }
        }
    }

    private void breakTie(List<Candidate> equals, int free) {
        switch (rule.tie()) {
            case OLDER -> {
                Candidate last = equals.get(free - 1);
                boolean known = equals.stream().allMatch(one -> one.born().isPresent());
                if (known && !Objects.equals(last.born(), equals.get(free).born())) {
                    elected.addAll(equals.subList(0, free));
                } else {
                    warnings.add("BIRTH_DATES_NEEDED");
                }
            }
            case RUN_OFF -> runOff.addAll(equals);
            case NOBODY -> warnings.add("TIE_UNRESOLVED");
        }
    }

    private void callRunOff() {
        int free = count.seats() - elected.size();
        if (free == 0 || !runOff.isEmpty() || rule.runOff() == ElectionRule.RunOff.FORBIDDEN) {
            return;
        }
        List<Candidate> rest =
                ranked.stream().filter(one -> !elected.contains(one)).toList();
        int last = Math.min(rest.size(), 2 * free) - 1;
        if (last >= 1) {
            int votes = rest.get(last).votes();
            rest.stream().filter(one -> one.votes() >= votes).forEach(runOff::add);
        }
    }

    /** The most voted of the minority takes the seat of the least voted of the majority. */
    private void keepMinoritySeats() {
        int missing = missingMinority();
        for (Candidate candidate : ranked) {
            if (missing > 0 && candidate.minority() && !elected.contains(candidate) && candidate.votes() >= required) {
                int last = lastOfMajority();
                if (last >= 0 && elected.size() == count.seats()) {
                    elected.remove(last);
                    elected.add(candidate);
                    missing--;
                }
            }
        }
        if (missing > 0) {
            warnings.add("MINORITY_SEATS_SHORT");
        }
    }

    private int missingMinority() {
        long there = elected.stream().filter(Candidate::minority).count();
        return Math.toIntExact(Math.max(0, rule.minoritySeats() - there));
    }

    private int lastOfMajority() {
        for (int i = elected.size() - 1; i >= 0; i--) {
            if (!elected.get(i).minority()) {
                return i;
            }
        }
        return -1;
    }

    private ElectionRuling ruling(Figures figures, boolean relative) {
        List<String> names = elected.stream().map(Candidate::name).toList();
        List<String> again = runOff.stream().map(Candidate::name).toList();
        int vacant = count.seats() - elected.size();
        return ElectionRuling.of(
                figures,
                names,
                again,
                vacant,
                warnings,
                () -> RuleTexts.say(
                        "election",
                        relative
                                ? RuleTexts.say("election.relative")
                                : RuleTexts.say("election.absolute", figures.base(), figures.baseName()),
                        figures.required(),
                        figures.counted(),
                        list(names),
                        again.isEmpty()
                                ? RuleTexts.say("election.norunoff")
                                : RuleTexts.say("election.runoff", String.join(", ", again)),
                        vacant == 0 ? RuleTexts.say("election.filled") : RuleTexts.say("election.vacant", vacant),
                        figures.source()));
    }

    private static Text list(List<String> names) {
        String joined = String.join(", ", names);
        return names.isEmpty() ? RuleTexts.say("election.nobody") : new Text(joined, joined);
    }
}
