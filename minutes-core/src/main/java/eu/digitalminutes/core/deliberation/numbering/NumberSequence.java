// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.numbering;

import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.step.DeliberationNumber;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.outcome.MinutesException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A register of numbers in memory, rebuilt at each start from the deliberations that are kept (<i>registro delle
 * deliberazioni</i>). May be used by several threads.
 */
public final class NumberSequence implements NumberRegister {
    /** One sequence of numbers. */
    private record Sequence(String ipaCode, OrganKind organ, int year) {}

    /** Whose number it is: proposals of different organs may bear the same reference. */
    private record Holder(String ipaCode, OrganKind organ, String reference) {}

    private final Map<Sequence, Integer> last = new HashMap<>();
    private final Map<Holder, DeliberationNumber> given = new HashMap<>();

    /** An empty register, whose every sequence begins with 1. */
    public NumberSequence() {}

    /**
     * A register that goes on after the numbers of some deliberations. Those without a number are left out; a sequence may
     * begin later than with 1, for a register that was begun elsewhere.
     *
     * @param acts the deliberations, in any order
     * @return the register
     * @throws MinutesException with code {@code NUMBER_TAKEN} if two have the same number, or {@code NUMBER_GAP} if one
     *     is left out between them
     */
    public static NumberSequence continuing(Collection<Deliberation> acts) {
        NumberSequence register = new NumberSequence();
        List<Deliberation> numbered = acts.stream()
                .filter(act -> act.standing().number().isPresent())
                .sorted(Comparator.comparingInt(NumberSequence::numberOf))
                .toList();
        for (Deliberation act : numbered) {
            register.enter(act, act.standing().number().orElseThrow());
        }
        return register;
    }

    private static int numberOf(Deliberation act) {
        return act.standing().number().orElseThrow().number();
    }

    private void enter(Deliberation act, DeliberationNumber number) {
        Sequence sequence = new Sequence(number.ipaCode(), number.organ(), number.year());
        int before = last.getOrDefault(sequence, number.number() - 1);
        if (number.number() == before) {
            throw new MinutesException(
                    "NUMBER_TAKEN", number + " is held by two deliberations, " + act.reference() + " is one of them");
        } else if (number.number() > before + 1) {
            throw new MinutesException(
                    "NUMBER_GAP", "between " + before + " and " + number + " a number is held by no deliberation");
        }
        last.put(sequence, number.number());
        given.put(new Holder(act.ipaCode(), act.organ(), act.reference()), number);
    }

    /**
     * {@inheritDoc}
     *
     * @throws MinutesException with code {@code NUMBER_OF_OTHER_YEAR} if the deliberation has a number of another year
     */
    @Override
    public synchronized DeliberationNumber number(String ipaCode, OrganKind organ, int year, String reference) {
        Holder holder = new Holder(ipaCode, organ, reference);
        DeliberationNumber held = given.get(holder);
        if (held != null) {
            if (held.year() != year) {
                throw new MinutesException(
                        "NUMBER_OF_OTHER_YEAR", reference + " has the number " + held + ", it gets none of " + year);
            }
            return held;
        }
        int next = last.merge(new Sequence(ipaCode, organ, year), 1, Integer::sum);
        DeliberationNumber number = new DeliberationNumber(ipaCode, organ, year, next);
        given.put(holder, number);
        return number;
    }
}
