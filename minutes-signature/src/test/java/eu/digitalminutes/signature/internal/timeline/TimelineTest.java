// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant START = Instant.parse("2026-03-12T17:05:00Z");

    @Test
    void theOrderIsTrueAndNothingIsTooNearToBeTold() {
        List<Instant> instants = List.of(
                START.minusSeconds(100_000_000),
                START,
                START.plusSeconds(1),
                START.plusSeconds(3),
                START.plusSeconds(200_000_000));
        Scale scale = new Scale(new TreeSet<>(instants), 100, 900);
        assertEquals(100, scale.of(instants.get(0)), 0.001);
        assertEquals(900, scale.of(instants.get(4)), 0.001);
        for (int i = 1; i < instants.size(); i++) {
            double way = scale.of(instants.get(i)) - scale.of(instants.get(i - 1));
            assertTrue(way > 40, "from " + (i - 1) + " to " + i + ": " + way);
        }
        assertTrue(scale.of(instants.get(3)) - scale.of(instants.get(2))
                > scale.of(instants.get(2)) - scale.of(instants.get(1)));
    }

    @Test
    void aSingleInstantStandsInTheMiddle() {
        assertEquals(500, new Scale(new TreeSet<>(List.of(START)), 100, 900).of(START), 0.001);
    }

    @Test
    void theExtremesOfTimeCanBeDrawn() {
        Row row = new Row("?", Row.Sign.NONE, Instant.MIN, Instant.MAX, Tone.BAD, "da sempre", "per sempre");
        String svg = new Timeline(
                        "t", "d", START, "ora", "n", List.of(), List.of(new Lane("x", "y", Tone.BAD, List.of(row))))
                .svg();
        assertTrue(!svg.contains("NaN") && !svg.contains("Infinity"), svg);
    }
}
