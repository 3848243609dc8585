// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.deliberation.FundingSlot.State;
import eu.digitalminutes.core.deliberation.step.Spending;
import java.util.ArrayList;
import java.util.List;

/** Who may do what with the money of a deliberation. */
final class SpendingRules {
    private SpendingRules() {}

    static List<Refusal> refusals(Unfolding act, Spending what, String officer) {
        int position = what.position();
        List<FundingSlot> slots = act.slots.all();
        if (position > slots.size()) {
            return List.of(Refusal.of("ACCOUNTING_KEY_WRONG", position, what.key()));
        }
        FundingSlot slot = slots.get(position - 1);
        List<Refusal> found = new ArrayList<>(officer(slot, officer));
        if (!slot.key().equals(what.key())) {
            found.add(Refusal.of("ACCOUNTING_KEY_WRONG", position, what.key()));
        } else {
            state(act, slot, what, found);
        }
        return found;
    }

    /** Only who is responsible for the chapter disposes of it. */
    static List<Refusal> officer(FundingSlot slot, String officer) {
        String responsible = slot.commitment().officer();
        return responsible.equals(officer)
                ? List.of()
                : List.of(Refusal.of(
                        "OFFICER_NOT_RESPONSIBLE", officer, slot.commitment().chapter(), responsible));
    }

    private static void state(Unfolding act, FundingSlot slot, Spending what, List<Refusal> found) {
        if (what instanceof Spending.MoneyReleased) {
            boolean undone = act.ended == DeliberationState.REVOKED || act.ended == DeliberationState.ANNULLED;
            forbid(slot.state() == State.RELEASED, "ALREADY_RELEASED", slot, found);
            forbid(slot.state() == State.COMMITTED && !undone, "COMMITMENT_STANDS", slot, found);
            return;
        }
        forbid(slot.stale(), "MONEY_OF_OTHER_TEXT", slot, found);
        forbid(slot.state() == State.RELEASED, "ALREADY_RELEASED", slot, found);
        forbid(slot.state() == State.COMMITTED, "ALREADY_COMMITTED", slot, found);
        boolean again = what instanceof Spending.MoneyReserved && slot.state() == State.RESERVED;
        forbid(again, "ALREADY_RESERVED", slot, found);
    }

    private static void forbid(boolean broken, String code, FundingSlot slot, List<Refusal> found) {
        if (broken) {
            found.add(Refusal.of(code, slot.position(), slot.commitment().chapter()));
        }
    }
}
