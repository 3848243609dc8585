// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.numbering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eu.digitalminutes.core.deliberation.step.DeliberationNumber;
import eu.digitalminutes.core.meeting.OrganKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every register of numbers promises. A host copies this class and gives it a register of its own, empty. */
public abstract class NumberRegisterContract {
    /** An empty register. */
    protected abstract NumberRegister register();

    @Test
    void eachBodyOrganAndYearHasASequenceFromOne() throws IOException {
        NumberRegister register = register();
        assertEquals(
                1, register.number("c_a", OrganKind.COUNCIL, 2026, "1/2026").number());
        assertEquals(
                2, register.number("c_a", OrganKind.COUNCIL, 2026, "2/2026").number());
        assertEquals(
                1,
                register.number("c_a", OrganKind.EXECUTIVE_BOARD, 2026, "1/2026")
                        .number());
        assertEquals(
                1, register.number("c_a", OrganKind.COUNCIL, 2027, "3/2026").number());
        assertEquals(
                1, register.number("c_b", OrganKind.COUNCIL, 2026, "1/2026").number());
    }

    @Test
    void whoAsksAgainGetsTheSameNumberAndUsesUpNone() throws IOException {
        NumberRegister register = register();
        DeliberationNumber first = register.number("c_a", OrganKind.COUNCIL, 2026, "1/2026");
        assertEquals(first, register.number("c_a", OrganKind.COUNCIL, 2026, "1/2026"));
        assertEquals(
                2, register.number("c_a", OrganKind.COUNCIL, 2026, "2/2026").number());
    }

    @Test
    void callersAtTheSameTimeLeaveNoGapAndTakeNoNumberTwice() throws Exception {
        NumberRegister register = register();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<DeliberationNumber>> answers = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String reference = (i % 200) + "/2026";
                answers.add(pool.submit(() -> register.number("c_a", OrganKind.COUNCIL, 2026, reference)));
            }
            Set<Integer> numbers = new HashSet<>();
            for (Future<DeliberationNumber> answer : answers) {
                numbers.add(answer.get().number());
            }
            assertEquals(IntStream.rangeClosed(1, 200).boxed().collect(Collectors.toSet()), numbers);
        } finally {
            pool.shutdownNow();
        }
    }
}
