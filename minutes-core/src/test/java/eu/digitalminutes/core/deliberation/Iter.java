// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.deliberation.step.ActReference;
import eu.digitalminutes.core.deliberation.step.Advance;
import eu.digitalminutes.core.deliberation.step.Ballot;
import eu.digitalminutes.core.deliberation.step.Completion;
import eu.digitalminutes.core.deliberation.step.Decision;
import eu.digitalminutes.core.deliberation.step.DeliberationNumber;
import eu.digitalminutes.core.deliberation.step.ExecutabilityGround;
import eu.digitalminutes.core.deliberation.step.Preparation;
import eu.digitalminutes.core.deliberation.step.Spending;
import eu.digitalminutes.core.deliberation.step.Step;
import eu.digitalminutes.core.deliberation.step.Turnout;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.meeting.MeetingId;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.proposal.Commitment;
import eu.digitalminutes.core.proposal.Effect;
import eu.digitalminutes.core.proposal.OpinionKind;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.rules.LocalRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** The steps of an invented council of twelve and the mayor, in which everything goes by the rules. */
public final class Iter {
    public static final String OFFICER = "Dario Conti";
    public static final MeetingId SITTING = new MeetingId("c_z998", OrganKind.COUNCIL, 2026, 7);
    public static final MeetingId LATER = new MeetingId("c_z998", OrganKind.COUNCIL, 2026, 8);
    public static final Digest DIGEST = new Digest(TestCouncil.DIGEST);
    public static final ActReference ACT = new ActReference("c_z998-council-2026-0020", DIGEST);
    static final OffsetDateTime START = OffsetDateTime.parse("2026-03-02T09:00:00+01:00");

    private Iter() {}

    public static Commitment money(String chapter, String amount) {
        return new Commitment(2026, chapter, new BigDecimal(amount), "Impresa Rossi", OFFICER, "");
    }

    /** Spends 1,000 and 250.50 on two chapters. */
    public static Deliberation spending() {
        return act(OrganKind.COUNCIL, spendingProposal(), LocalRules.ordinaryCouncil());
    }

    static Proposal spendingProposal() {
        return Proposal.of("41/2026", "Assessore")
                .withCommitment(money("101", "1000.00"))
                .withCommitment(money("102", "250.50"));
    }

    public static Deliberation plain() {
        return act(OrganKind.COUNCIL, Proposal.of("42/2026", "Assessore"), LocalRules.ordinaryCouncil());
    }

    public static Deliberation act(OrganKind organ, Proposal proposal, LocalRules rules) {
        return Deliberation.draft("c_z998", organ, "Lavori alla scuola", proposal, rules);
    }

    /** A step one hour after the last. */
    public static Deliberation next(Deliberation act, Advance what) {
        return act.take(step(act, what));
    }

    /** A step at an instant of its own. */
    public static Deliberation next(Deliberation act, OffsetDateTime at, Advance what) {
        return act.take(new Step(at, "Segretario", "motivo", what));
    }

    public static Deliberation next(Deliberation act, Advance... steps) {
        Deliberation result = act;
        for (Advance what : steps) {
            result = next(result, what);
        }
        return result;
    }

    static Step step(Deliberation act, Advance what) {
        List<Step> history = act.history();
        OffsetDateTime at =
                history.isEmpty() ? START : history.get(history.size() - 1).at().plusMinutes(1);
        if (what instanceof Completion.BecameExecutable effect
                && at.toLocalDate().isBefore(effect.on())) {
            at = effect.on().atTime(9, 0).atOffset(START.getOffset());
        }
        String by = what instanceof Spending ? OFFICER : "Segretario";
        return new Step(at, by, "motivo", what);
    }

    public static Advance opinion(OpinionKind kind) {
        return new Preparation.OpinionGiven(TestCouncil.opinion(kind));
    }

    static Ballot ballot(MeetingId meeting, String vote, VoteKind kind, int yes, int no) {
        Outcome outcome = yes > no ? Outcome.APPROVED : Outcome.REJECTED;
        return Ballot.of(meeting, vote, kind, Turnout.of(12, yes + no), Tally.of(yes, no, 0), outcome);
    }

    public static Ballot ballot(String vote, VoteKind kind, Tally tally, Outcome outcome) {
        return Ballot.of(SITTING, vote, kind, Turnout.of(12, tally.counted()), tally, outcome);
    }

    public static Advance voted(int yes, int no) {
        return new Decision.Voted(ballot(SITTING, "v1", VoteKind.MAIN, yes, no));
    }

    public static Advance immediate(int yes, int no) {
        return new Decision.ImmediateExecutionVoted(ballot(SITTING, "v2", VoteKind.IMMEDIATE_EXECUTION, yes, no));
    }

    static Advance amended(List<Commitment> commitments) {
        return new Decision.Amended(
                ballot(SITTING, "v0", VoteKind.AMENDMENT, 13, 0), "meno spesa", true, Effect.SPENDING, commitments);
    }

    /** Proposed, with every opinion, and the visa if it spends. */
    public static Deliberation examined(Deliberation draft) {
        Deliberation act = next(
                draft, new Preparation.Proposed(), opinion(OpinionKind.TECHNICAL), opinion(OpinionKind.ACCOUNTING));
        return act.standing().funding().isEmpty()
                ? act
                : next(act, new Preparation.CoverageAttested("Ragioniera Bianchi, 2 marzo 2026"));
    }

    public static Deliberation discussed(Deliberation examined) {
        return next(examined, new Preparation.PutOnAgenda(SITTING, "item-1"), new Decision.DiscussionOpened(SITTING));
    }

    public static Deliberation approved() {
        return next(discussed(examined(spending())), voted(13, 0));
    }

    public static Deliberation published() {
        return next(approved(), numbered(13), signed(), albo("2026-03-05", "2026-03-19"));
    }

    /** In effect by publication. */
    public static Deliberation executable() {
        return next(published(), effect("2026-03-15"));
    }

    public static Advance numbered(int number) {
        return new Completion.Numbered(new DeliberationNumber("c_z998", OrganKind.COUNCIL, 2026, number));
    }

    public static Advance signed() {
        return new Completion.MinutesSigned(DIGEST);
    }

    static Advance albo(String from, String to) {
        return new Completion.Published("512", LocalDate.parse(from), LocalDate.parse(to));
    }

    public static Advance effect(String on) {
        return new Completion.BecameExecutable(LocalDate.parse(on), ExecutabilityGround.PUBLICATION);
    }

    static Advance effectAtOnce(String on) {
        return new Completion.BecameExecutable(LocalDate.parse(on), ExecutabilityGround.IMMEDIATE);
    }

    static Advance committed(Deliberation act, int position) {
        return new Spending.CommitmentRegistered(
                position, act.standing().funding().get(position - 1).key(), "I-" + position);
    }

    static Advance reserved(Deliberation act, int position) {
        return new Spending.MoneyReserved(
                position, act.standing().funding().get(position - 1).key(), "P-" + position);
    }

    static Advance released(Deliberation act, int position) {
        return new Spending.MoneyReleased(
                position, act.standing().funding().get(position - 1).key());
    }
}
