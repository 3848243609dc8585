// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StayTest {
    private static final OffsetDateTime START = OffsetDateTime.parse("2025-03-10T18:00:00+01:00");

    private static Stay stay(int from, int to) {
        return new Stay(START.plusSeconds(from), START.plusSeconds(to), Stay.End.RECORDED);
    }

    @Provide
    Arbitrary<List<Stay>> stays() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 15))
                .as((from, length) -> stay(from, from + length))
                .list()
                .ofMaxSize(12);
    }

    private static BitSet seconds(List<Stay> stays) {
        BitSet seconds = new BitSet();
        stays.forEach(stay ->
                seconds.set((int) java.time.Duration.between(START, stay.from()).toSeconds(), (int)
                        java.time.Duration.between(START, stay.to()).toSeconds()));
        return seconds;
    }

    @Property
    void theUnionCoversWhatTheStaysCover(@ForAll("stays") List<Stay> stays) {
        assertEquals(seconds(stays), seconds(Stay.union(stays)));
    }

    @Property
    void theUnionIsInOrderAndItsStaysDoNotTouch(@ForAll("stays") List<Stay> stays) {
        List<Stay> union = Stay.union(stays);
        for (int i = 0; i < union.size(); i++) {
            assertTrue(union.get(i).from().isBefore(union.get(i).to()));
            assertTrue(i == 0 || union.get(i - 1).to().isBefore(union.get(i).from()));
        }
    }

    @Property
    void theUnionDoesNotDependOnTheOrder(@ForAll("stays") List<Stay> stays, @ForAll long seed) {
        List<Stay> shuffled = new ArrayList<>(stays);
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(Stay.union(stays), Stay.union(shuffled));
        assertEquals(Stay.union(stays), Stay.union(Stay.union(stays)));
    }

    @Example
    void aStayCannotEndBeforeItBegins() {
        assertThrows(IllegalArgumentException.class, () -> stay(2, 1));
    }
}
