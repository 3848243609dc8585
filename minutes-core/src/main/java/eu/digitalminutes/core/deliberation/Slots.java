// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.deliberation.FundingSlot.State;
import eu.digitalminutes.core.proposal.Commitment;
import java.util.ArrayList;
import java.util.List;

/**
 * The slots of a deliberation while its history is read: one for each position that ever bound money. A key is made of
 * the proposal's reference, the position and how often money was given back there, so that a late duplicate of an old
 * request can never meet a new one.
 */
final class Slots {
    private final String reference;
    private final List<Integer> rounds = new ArrayList<>();
    private final List<FundingSlot> slots = new ArrayList<>();
    private List<Commitment> bound = List.of();

    Slots(String reference) {
        this.reference = reference;
    }

    /** The proposal binds this money from now on. */
    void bind(List<Commitment> commitments) {
        bound = commitments;
        for (int i = 0; i < Math.max(slots.size(), commitments.size()); i++) {
            if (i == slots.size()) {
                rounds.add(0);
                slots.add(open(i));
            } else if (slots.get(i).state() == State.RELEASED) {
                reopen(i);
            } else {
                slots.set(i, slots.get(i).outdated(!isBound(i, slots.get(i).commitment())));
            }
        }
    }

    void take(int position, State state, String number) {
        int i = position - 1;
        slots.set(i, slots.get(i).in(state, number));
    }

    /** Gives the money back; the position gets a new key if the proposal may still ask for it. */
    void release(int position, boolean over) {
        take(position, State.RELEASED, "");
        if (!over) {
            reopen(position - 1);
        }
    }

    private void reopen(int i) {
        if (i < bound.size()) {
            rounds.set(i, rounds.get(i) + 1);
            slots.set(i, open(i));
        }
    }

    private FundingSlot open(int i) {
        String key = reference + "#" + (i + 1) + "." + rounds.get(i);
        return new FundingSlot(i + 1, key, bound.get(i), State.OPEN, false, "");
    }

    private boolean isBound(int i, Commitment commitment) {
        return i < bound.size() && bound.get(i).equals(commitment);
    }

    List<FundingSlot> all() {
        return List.copyOf(slots);
    }
}
