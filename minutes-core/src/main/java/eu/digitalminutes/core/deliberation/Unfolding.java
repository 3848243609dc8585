// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.deliberation.step.Ballot;
import eu.digitalminutes.core.deliberation.step.Completion;
import eu.digitalminutes.core.deliberation.step.Decision;
import eu.digitalminutes.core.deliberation.step.Ending;
import eu.digitalminutes.core.deliberation.step.Preparation;
import eu.digitalminutes.core.deliberation.step.Spending;
import eu.digitalminutes.core.deliberation.step.Step;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.proposal.Commitment;
import eu.digitalminutes.core.proposal.Effect;
import eu.digitalminutes.core.proposal.Opinion;
import eu.digitalminutes.core.proposal.OpinionKind;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.ruling.VoteRuling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The history of a deliberation read once, step by step; what {@link Standing} shows is what it leaves behind. */
final class Unfolding {
    final LocalRules rules;
    final Slots slots;
    final Set<OpinionKind> opinionsSinceAmendment = EnumSet.noneOf(OpinionKind.class);
    final List<Step> statuteVotes = new ArrayList<>();
    Proposal proposal;
    boolean proposed;
    boolean amended;
    boolean discussed;
    boolean postponed;
    Preparation.@Nullable PutOnAgenda agenda;

    @Nullable
    LocalDate repeatBy;

    @Nullable
    Ballot approval;

    @Nullable
    LocalDate adopted;

    boolean immediateVoted;
    boolean immediate;
    Completion.@Nullable Numbered number;
    Completion.@Nullable MinutesSigned signed;
    Completion.@Nullable Published published;
    Completion.@Nullable GroupLeadersNotified notified;
    Completion.@Nullable BecameExecutable executable;
    Completion.@Nullable Preserved preserved;

    @Nullable
    DeliberationState ended;

    @Nullable
    Step last;

    Unfolding(Proposal initial, LocalRules rules) {
        this.proposal = initial;
        this.rules = rules;
        this.slots = new Slots(initial.reference());
    }

    void take(Step step) {
        last = step;
        if (step.what() instanceof Preparation preparation) {
            prepare(preparation);
        } else if (step.what() instanceof Decision decision) {
            decide(decision, step);
        } else if (step.what() instanceof Completion completion) {
            complete(completion);
        } else if (step.what() instanceof Spending spending) {
            spend(spending);
        } else if (step.what() instanceof Ending ending) {
            end(ending);
        }
    }

    private void prepare(Preparation what) {
        if (what instanceof Preparation.Proposed) {
            proposed = true;
            slots.bind(proposal.commitments());
        } else if (what instanceof Preparation.OpinionGiven given) {
            proposal = proposal.withOpinion(given.opinion());
            opinionsSinceAmendment.add(given.opinion().kind());
        } else if (what instanceof Preparation.CoverageAttested attested) {
            proposal = proposal.withCoverageVisa(attested.visa());
        } else if (what instanceof Preparation.PutOnAgenda listed) {
            agenda = listed;
            discussed = false;
            postponed = false;
        }
    }

    private void decide(Decision what, Step step) {
        if (what instanceof Decision.DiscussionOpened) {
            discussed = true;
        } else if (what instanceof Decision.Amended change) {
            amend(change);
        } else if (what instanceof Decision.Voted voted) {
            vote(voted.ballot(), step);
        } else if (what instanceof Decision.ImmediateExecutionVoted voted) {
            immediateVoted = true;
            immediate = voted.ballot().outcome() == Outcome.APPROVED;
        } else if (what instanceof Decision.Postponed) {
            putOff();
        }
    }

    private void putOff() {
        postponed = true;
        agenda = null;
        discussed = false;
    }

    /** Other money was not covered by the visa given for the first. */
    private void amend(Decision.Amended change) {
        boolean money = !change.commitments().equals(proposal.commitments()) || change.effect() != proposal.effect();
        if (money) {
            proposal = changed(change.effect(), change.commitments());
            slots.bind(change.commitments());
        }
        if (money || change.substantive()) {
            amended = true;
            opinionsSinceAmendment.clear();
        }
    }

    private Proposal changed(Effect effect, List<Commitment> commitments) {
        Proposal result = Proposal.of(proposal.reference(), proposal.proponent())
                .preparedBy(proposal.office())
                .withEffect(effect);
        if (proposal.isPolicy() && effect == Effect.NONE) {
            result = result.asPolicy();
        }
        for (Opinion opinion : proposal.opinions()) {
            result = result.withOpinion(opinion);
        }
        for (Commitment commitment : commitments) {
            result = result.withCommitment(commitment);
        }
        return result;
    }

    private void vote(Ballot ballot, Step step) {
        if (ballot.outcome() == Outcome.APPROVED) {
            approval = ballot;
            adopted = step.at().toLocalDate();
            repeatBy = null;
            return;
        }
        if (ballot.matter().equals(Matter.STATUTE)) {
            VoteRuling ruling = BallotRules.statute(this, ballot, step.at().toLocalDate());
            statuteVotes.add(step);
            LocalDate until = ruling.repeatBy().orElse(null);
            if (until != null && step.at().toLocalDate().isBefore(until)) {
                repeatBy = until;
                putOff();
                return;
            }
        }
        ended = DeliberationState.REJECTED;
    }

    private void complete(Completion what) {
        if (what instanceof Completion.Numbered value) {
            number = value;
        } else if (what instanceof Completion.MinutesSigned value) {
            signed = value;
        } else if (what instanceof Completion.Published value) {
            published = value;
        } else if (what instanceof Completion.GroupLeadersNotified value) {
            notified = value;
        } else if (what instanceof Completion.BecameExecutable value) {
            executable = value;
        } else if (what instanceof Completion.Preserved value) {
            preserved = value;
        }
    }

    private void spend(Spending what) {
        if (what instanceof Spending.MoneyReserved value) {
            slots.take(value.position(), FundingSlot.State.RESERVED, value.reference());
        } else if (what instanceof Spending.CommitmentRegistered value) {
            slots.take(value.position(), FundingSlot.State.COMMITTED, value.reference());
        } else if (what instanceof Spending.MoneyReleased value) {
            slots.release(value.position(), ended != null);
        }
    }

    private void end(Ending what) {
        if (what instanceof Ending.Withdrawn) {
            ended = DeliberationState.WITHDRAWN;
        } else if (what instanceof Ending.Lapsed) {
            ended = DeliberationState.LAPSED;
        } else if (what instanceof Ending.Revoked) {
            ended = DeliberationState.REVOKED;
        } else if (what instanceof Ending.Annulled) {
            ended = DeliberationState.ANNULLED;
        }
    }
}
