// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.deliberation.step.Ballot;
import eu.digitalminutes.core.deliberation.step.Completion;
import eu.digitalminutes.core.deliberation.step.DeliberationNumber;
import eu.digitalminutes.core.deliberation.step.Preparation;
import eu.digitalminutes.core.proposal.Effect;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.ruling.OpinionRuling;
import eu.digitalminutes.core.ruling.TermRuling;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the history of a deliberation comes to (<i>stato e fatti dell'atto</i>). Immutable, computed once.
 */
public final class Standing {
    private final Unfolding act;
    private final DeliberationState state;

    Standing(Unfolding act) {
        this.act = act;
        this.state = state(act);
    }

    private static DeliberationState state(Unfolding act) {
        DeliberationState end = act.ended;
        if (end != null) {
            return end;
        }
        return act.approval == null ? before(act) : after(act);
    }

    private static DeliberationState before(Unfolding act) {
        if (!act.proposed) {
            return DeliberationState.DRAFT;
        } else if (act.postponed) {
            return DeliberationState.POSTPONED;
        } else if (act.discussed) {
            return DeliberationState.DISCUSSED;
        } else if (act.agenda != null) {
            return DeliberationState.ON_AGENDA;
        }
        return OpinionsDue.of(act).holds() ? DeliberationState.EXAMINED : DeliberationState.PROPOSED;
    }

    private static DeliberationState after(Unfolding act) {
        if (act.preserved != null) {
            return DeliberationState.PRESERVED;
        } else if (act.executable != null) {
            return isCommitted(act) ? DeliberationState.COMMITTED : DeliberationState.EXECUTABLE;
        } else if (act.published != null) {
            return DeliberationState.PUBLISHED;
        } else if (act.signed != null) {
            return DeliberationState.MINUTES_SIGNED;
        }
        return act.number != null ? DeliberationState.NUMBERED : DeliberationState.APPROVED;
    }

    /** Every commitment of the text in force is registered, and there is one. */
    static boolean isCommitted(Unfolding act) {
        int bound = act.proposal.commitments().size();
        List<FundingSlot> slots = act.slots.all();
        return bound > 0
                && slots.size() >= bound
                && slots.subList(0, bound).stream()
                        .allMatch(slot -> slot.state() == FundingSlot.State.COMMITTED && !slot.stale());
    }

    /**
     * Where the deliberation stands.
     *
     * @return the furthest point that it reached
     */
    public DeliberationState state() {
        return state;
    }

    /**
     * The proposal with its opinions, visa and amendments so far.
     *
     * @return the proposal as it is now
     */
    public Proposal proposal() {
        return act.proposal;
    }

    /**
     * Which opinions the proposal lacks before the vote.
     *
     * @return the ruling, with its reasons
     */
    public OpinionRuling opinions() {
        return OpinionsDue.of(act);
    }

    /**
     * On which agenda it is, or was when it was decided.
     *
     * @return meeting and point, or empty if on none
     */
    public Optional<Preparation.PutOnAgenda> agenda() {
        return Optional.ofNullable(act.agenda);
    }

    /**
     * The last day on which a statute that fell short may be voted again.
     *
     * @return the day, or empty if that is not pending
     */
    public Optional<LocalDate> repeatBy() {
        return Optional.ofNullable(act.repeatBy);
    }

    /**
     * The vote that approved it.
     *
     * @return the vote, or empty if it is not approved
     */
    public Optional<Ballot> approval() {
        return Optional.ofNullable(act.approval);
    }

    /**
     * The day on which it was approved.
     *
     * @return the day, or empty if it is not approved
     */
    public Optional<LocalDate> adopted() {
        return Optional.ofNullable(act.adopted);
    }

    /**
     * Whether it was declared immediately executable.
     *
     * @return true if the separate vote approved it
     */
    public boolean isImmediate() {
        return act.immediate;
    }

    /**
     * Its number.
     *
     * @return the number, or empty if it has none
     */
    public Optional<DeliberationNumber> number() {
        return Optional.ofNullable(act.number).map(Completion.Numbered::number);
    }

    /**
     * The signed container.
     *
     * @return its digest, or empty if it is not signed
     */
    public Optional<Digest> container() {
        return Optional.ofNullable(act.signed).map(Completion.MinutesSigned::container);
    }

    /**
     * Its publication at the albo.
     *
     * @return number and days, or empty if it is not published
     */
    public Optional<Completion.Published> publication() {
        return Optional.ofNullable(act.published);
    }

    /**
     * Whether the group leaders got the list with it.
     *
     * @return true if so
     */
    public boolean isNotified() {
        return act.notified != null;
    }

    /**
     * From when it is executable by publication, if nothing else makes it so.
     *
     * @return the ruling, with its first day; empty if it is not published
     */
    public Optional<TermRuling> executableFrom() {
        return Optional.ofNullable(act.published)
                .map(published -> act.rules.publication().executability(published.from()));
    }

    /**
     * How it took effect.
     *
     * @return day and ground, or empty if it did not
     */
    public Optional<Completion.BecameExecutable> effect() {
        return Optional.ofNullable(act.executable);
    }

    /**
     * What became of the money, position by position.
     *
     * @return an immutable list, in the order of positions
     */
    public List<FundingSlot> funding() {
        return act.slots.all();
    }

    /**
     * Whether it spends and a commitment is still to be registered.
     *
     * @return true if so
     */
    public boolean lacksCommitments() {
        return act.proposal.effect() == Effect.SPENDING && !isCommitted(act);
    }

    /**
     * Whether the archive holds it.
     *
     * @return the digest of the receipt, or empty if not
     */
    public Optional<Digest> receipt() {
        return Optional.ofNullable(act.preserved).map(Completion.Preserved::receipt);
    }

    /**
     * Whether it came to an end without, or with no more, effect.
     *
     * @return true if rejected, withdrawn, lapsed, revoked or annulled
     */
    public boolean isEnded() {
        return act.ended != null;
    }
}
