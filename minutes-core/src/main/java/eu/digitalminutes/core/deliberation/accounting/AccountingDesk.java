// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.accounting;

import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.FundingSlot;
import eu.digitalminutes.core.deliberation.FundingSlot.State;
import eu.digitalminutes.core.deliberation.Refusal;
import eu.digitalminutes.core.deliberation.RefusedStepException;
import eu.digitalminutes.core.deliberation.step.Spending;
import eu.digitalminutes.core.deliberation.step.Step;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.proposal.Commitment;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Drives an accounting system so that no sum is bound twice and none is forgotten (<i>gestione contabile dell'atto</i>).
 *
 * <p>The history of the deliberation is the only memory: each method asks for what the history does not yet show and
 * adds the step when the answer is in. A call that did not end, for whatever reason, is made again with the same
 * deliberation: it asks under the same keys. Holds no state and may be used by several threads.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 153, 183 and 191</a>
 */
public final class AccountingDesk {
    private static final int ATTEMPTS = 3;

    private final AccountingSystem system;
    private final Supplier<OffsetDateTime> clock;
    private final int attempts;

    private AccountingDesk(AccountingSystem system, Supplier<OffsetDateTime> clock, int attempts) {
        this.system = Objects.requireNonNull(system, "system");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.attempts = attempts;
        if (attempts < 1) {
            throw new IllegalArgumentException("the system is asked at least once, not " + attempts + " times");
        }
    }

    /**
     * A desk that asks three times, at once, before it gives up.
     *
     * @param system the accounting system
     * @param clock tells the instant of each step, in the zone of the municipality
     * @return the desk
     */
    public static AccountingDesk at(AccountingSystem system, Supplier<OffsetDateTime> clock) {
        return new AccountingDesk(system, clock, ATTEMPTS);
    }

    /**
     * The same desk with another number of attempts.
     *
     * @param value how often the system is asked in one call, from 1
     * @return a new desk
     * @throws IllegalArgumentException if it is below 1
     */
    public AccountingDesk withAttempts(int value) {
        return new AccountingDesk(system, clock, value);
    }

    /**
     * Reserves every sum of the officer that is not reserved yet. What an amendment replaced is given back first.
     *
     * @param act the deliberation
     * @param officer who asks, responsible for the chapters
     * @return the deliberation with a step for each sum; the same if there was nothing to do
     * @throws RefusedStepException with code {@code OFFICER_NOT_RESPONSIBLE} if no chapter is the officer's,
     *     {@code FUNDS_INSUFFICIENT} or {@code ACCOUNTING_REFUSED} if the system refuses; what it did before stays and
     *     is found again when the call is repeated
     * @throws ServiceUnavailableException with code {@code ACCOUNTING_UNAVAILABLE} if it did not answer; repeat the call
     */
    public Deliberation reserve(Deliberation act, String officer) {
        Deliberation result = act;
        for (FundingSlot slot : slots(act, officer)) {
            result = reserve(result, slot.position(), officer);
        }
        return result;
    }

    private Deliberation reserve(Deliberation act, int position, String officer) {
        Deliberation current = giveBackStale(act, position, officer);
        FundingSlot slot = slot(current, position);
        if (slot.state() != State.OPEN) {
            return current;
        }
        require(current, step(officer, new Spending.MoneyReserved(position, slot.key(), "")));
        String number = ask(current, slot, system::reserve);
        return current.take(step(officer, new Spending.MoneyReserved(position, slot.key(), number)));
    }

    /**
     * Registers every commitment of the officer that is not registered yet, reserving first what is not reserved.
     *
     * @param act the deliberation, in effect
     * @param officer who asks, responsible for the chapters
     * @return the deliberation with a step for each sum; the same if there was nothing to do
     * @throws RefusedStepException as {@link #reserve}, and with code {@code NOT_EXECUTABLE} if it is not in effect
     * @throws ServiceUnavailableException with code {@code ACCOUNTING_UNAVAILABLE} if it did not answer; repeat the call
     */
    public Deliberation commit(Deliberation act, String officer) {
        Deliberation result = act;
        for (FundingSlot slot : slots(act, officer)) {
            if (slot.state() != State.COMMITTED || slot.stale()) {
                result = commit(result, slot.position(), officer);
            }
        }
        return result;
    }

    private Deliberation commit(Deliberation act, int position, String officer) {
        Deliberation current = giveBackStale(act, position, officer);
        FundingSlot slot = slot(current, position);
        if (slot.state() == State.RELEASED) {
            return current;
        }
        require(current, step(officer, new Spending.CommitmentRegistered(position, slot.key(), "")));
        if (slot.state() == State.OPEN) {
            current = reserve(current, position, officer);
        }
        String number = ask(current, slot, system::commit);
        return current.take(step(officer, new Spending.CommitmentRegistered(position, slot.key(), number)));
    }

    /**
     * Gives back every sum of the officer that an act which came to an end reserved, or may have reserved in a call whose
     * answer was lost; of an act that stands, what an amendment replaced. Commitments of a revoked or annulled act stay:
     * see {@link #release}.
     *
     * @param act the deliberation
     * @param officer who asks, responsible for the chapters
     * @return the deliberation with a step for each sum; the same if there was nothing to do
     * @throws RefusedStepException with code {@code OFFICER_NOT_RESPONSIBLE} or {@code ACCOUNTING_REFUSED}
     * @throws ServiceUnavailableException with code {@code ACCOUNTING_UNAVAILABLE} if it did not answer; repeat the call
     */
    public Deliberation settle(Deliberation act, String officer) {
        Deliberation result = act;
        for (FundingSlot slot : slots(act, officer)) {
            boolean loose = slot.state() == State.OPEN || slot.state() == State.RESERVED;
            if (loose && act.standing().isEnded()) {
                result = release(result, slot.position(), officer);
            } else {
                result = giveBackStale(result, slot.position(), officer);
            }
        }
        return result;
    }

    /**
     * Gives one sum back, such as the reservation of a postponed proposal or the commitment of an annulled act.
     *
     * @param act the deliberation
     * @param position which commitment, from 1
     * @param officer who asks, responsible for the chapter
     * @return the deliberation with the step
     * @throws RefusedStepException with code {@code OFFICER_NOT_RESPONSIBLE}, {@code COMMITMENT_STANDS},
     *     {@code ALREADY_RELEASED} or {@code ACCOUNTING_REFUSED}
     * @throws ServiceUnavailableException with code {@code ACCOUNTING_UNAVAILABLE} if it did not answer; repeat the call
     * @throws IllegalArgumentException if there is no such position
     */
    public Deliberation release(Deliberation act, int position, String officer) {
        FundingSlot slot = slot(act, position);
        Spending released = new Spending.MoneyReleased(position, slot.key());
        require(act, step(officer, released));
        ask(act, slot, system::release);
        return act.take(step(officer, released));
    }

    private Deliberation giveBackStale(Deliberation act, int position, String officer) {
        FundingSlot slot = slot(act, position);
        return slot.stale() && slot.state() != State.RELEASED ? release(act, position, officer) : act;
    }

    /** What one method of the accounting system does. */
    private interface Request {
        AccountingAnswer ask(AccountingRequest request) throws IOException;
    }

    private String ask(Deliberation act, FundingSlot slot, Request how) {
        AccountingRequest request = new AccountingRequest(slot.key(), act.reference(), act.title(), slot.commitment());
        Exception failure = null;
        String words = "";
        for (int attempt = 0; attempt < attempts; attempt++) {
            try {
                AccountingAnswer answer = how.ask(request);
                if (answer instanceof AccountingAnswer.Done done) {
                    return done.reference();
                } else if (answer instanceof AccountingAnswer.Refused refused) {
                    throw refused(act, slot, refused);
                }
                words = ((AccountingAnswer.Unavailable) answer).words();
            } catch (RefusedStepException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                failure = e;
                words = String.valueOf(e.getMessage());
            }
        }
        throw unavailable(slot, words, failure);
    }

    private RefusedStepException refused(Deliberation act, FundingSlot slot, AccountingAnswer.Refused refused) {
        Commitment commitment = slot.commitment();
        Refusal refusal = refused.reason() == AccountingAnswer.Refused.Reason.INSUFFICIENT
                ? Refusal.of(
                        "FUNDS_INSUFFICIENT",
                        commitment.chapter(),
                        String.valueOf(commitment.year()),
                        available(commitment),
                        commitment.amount().toPlainString())
                : Refusal.of("ACCOUNTING_REFUSED", slot.position(), commitment.chapter(), refused.words());
        return new RefusedStepException(act.toString(), List.of(refusal));
    }

    /** Only told to people; that it is not known must not hide the refusal. */
    private String available(Commitment commitment) {
        try {
            return system.availability(commitment.chapter(), commitment.year()).toPlainString();
        } catch (IOException | RuntimeException e) {
            return "?";
        }
    }

    private static ServiceUnavailableException unavailable(FundingSlot slot, String words, @Nullable Exception cause) {
        return new ServiceUnavailableException(
                "ACCOUNTING_UNAVAILABLE",
                "the accounting system did not answer for " + slot.key() + " (" + words
                        + "); repeat the call, it asks under the same key",
                cause);
    }

    private static List<FundingSlot> slots(Deliberation act, String officer) {
        List<FundingSlot> all = act.standing().funding();
        List<FundingSlot> own = all.stream()
                .filter(slot -> slot.commitment().officer().equals(officer))
                .toList();
        if (own.isEmpty() && !all.isEmpty()) {
            Commitment first = all.get(0).commitment();
            throw new RefusedStepException(
                    act.toString(),
                    List.of(Refusal.of("OFFICER_NOT_RESPONSIBLE", officer, first.chapter(), first.officer())));
        }
        return own;
    }

    private static FundingSlot slot(Deliberation act, int position) {
        List<FundingSlot> slots = act.standing().funding();
        if (position < 1 || position > slots.size()) {
            throw new IllegalArgumentException(act + " has " + slots.size() + " commitments, not one at " + position);
        }
        return slots.get(position - 1);
    }

    private Step step(String officer, Spending what) {
        return Step.of(clock.get(), officer, what);
    }

    private static void require(Deliberation act, Step step) {
        List<Refusal> refusals = act.refusals(step);
        if (!refusals.isEmpty()) {
            throw new RefusedStepException(act.toString(), refusals);
        }
    }
}
