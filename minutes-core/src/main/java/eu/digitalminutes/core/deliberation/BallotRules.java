// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.deliberation.step.Ballot;
import eu.digitalminutes.core.deliberation.step.Decision;
import eu.digitalminutes.core.deliberation.step.Step;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.rules.QuorumRule;
import eu.digitalminutes.core.rules.StatuteRule;
import eu.digitalminutes.core.ruling.Attendance;
import eu.digitalminutes.core.ruling.QuorumRuling;
import eu.digitalminutes.core.ruling.VoteRuling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whether a vote had its quorum and the outcome that was proclaimed follows from its figures. */
final class BallotRules {
    private BallotRules() {}

    static List<Refusal> refusals(Unfolding act, Ballot ballot, LocalDate day) {
        List<Refusal> found = new ArrayList<>();
        quorum(act.rules, ballot, found);
        if (ballot.kind() == VoteKind.ELECTION) {
            return found;
        }
        if (isStatute(ballot) && !inOrder(act, day)) {
            found.add(Refusal.of("VOTES_OUT_OF_ORDER", day));
            return found;
        }
        VoteRuling ruling = isStatute(ballot)
                ? statute(act, ballot, day)
                : act.rules.vote(ballot.kind(), ballot.matter(), ballot.count(), ballot.membership());
        if (ruling.outcome() != ballot.outcome()) {
            found.add(Refusal.explained(
                    "OUTCOME_WRONG",
                    ruling,
                    ballot.vote(),
                    ballot.outcome().label(),
                    ruling.outcome().label()));
        }
        return found;
    }

    /** Where the number is presumed until somebody asks for it, nothing is held against the vote. */
    private static void quorum(LocalRules rules, Ballot ballot, List<Refusal> found) {
        int call = ballot.turnout().call();
        QuorumRule rule = rules.quorumRule(call, ballot.matter());
        if (rule.verification() == QuorumRule.Verification.ON_REQUEST) {
            return;
        }
        Attendance counted = rules.recusal()
                .forQuorum(
                        ballot.turnout().attendance(),
                        new Attendance(ballot.turnout().recused(), false));
        QuorumRuling ruling = rules.quorum(ballot.membership(), call, ballot.matter(), counted);
        if (!ruling.holds()) {
            found.add(Refusal.explained("QUORUM_MISSING", ruling, ballot.vote(), ruling.counted(), ruling.required()));
        }
    }

    private static boolean isStatute(Ballot ballot) {
        return ballot.kind() == VoteKind.MAIN && ballot.matter().equals(Matter.STATUTE);
    }

    private static boolean inOrder(Unfolding act, LocalDate day) {
        return act.statuteVotes.stream()
                .allMatch(earlier -> earlier.at().toLocalDate().isBefore(day));
    }

    /** What the votes on a statute come to with one more. */
    static VoteRuling statute(Unfolding act, Ballot ballot, LocalDate day) {
        List<StatuteRule.Vote> votes = new ArrayList<>();
        for (Step earlier : act.statuteVotes) {
            if (earlier.what() instanceof Decision.Voted voted) {
                votes.add(new StatuteRule.Vote(
                        earlier.at().toLocalDate(), voted.ballot().count()));
            }
        }
        votes.add(new StatuteRule.Vote(day, ballot.count()));
        return act.rules.statute().ruling(votes, ballot.membership());
    }
}
