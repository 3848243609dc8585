// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eu.digitalminutes.core.outcome.MinutesException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HallMarksTest {
    private static HallMarks read(String text) {
        return HallMarks.read("marks", text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "offset,item,speaker,label\n90.5,2,s1,Discussione\n3600,3,,Voto\n",
                "Minutaggio;Punto;Oratore;Etichetta\n00:01:30,500;2;s1;Discussione\n1:00:00;3;;Voto\n",
                "offset_ms\titem\tspeaker\tkind\n90500\t2\ts1\tDiscussione\n3600000\t3\t\tVoto\n",
                "[{\"offset\":90.5,\"item\":2,\"speaker\":\"s1\",\"label\":\"Discussione\"},{\"offset\":3600,\"item\":3,\"label\":\"Voto\"}]",
                "{\"marks\":[{\"offset\":\"60:00\",\"item\":\"3\",\"label\":\"Voto\"},{\"offset\":\"01:30.5\",\"item\":\"2\",\"speaker\":\"s1\",\"label\":\"Discussione\"}]}"
            })
    void offsetsAreSecondsClocksOrMilliseconds(String text) {
        if (text.contains("60:00")) {
            assertThrows(MinutesException.class, () -> read(text));
            return;
        }
        List<HallMark> marks = read(text).marks();
        assertEquals(Duration.ofMillis(90_500), marks.get(0).offset().orElseThrow());
        assertEquals("s1", marks.get(0).speaker());
        assertEquals(Duration.ofHours(1), marks.get(1).offset().orElseThrow());
        assertEquals("3", marks.get(1).item());
        assertEquals("Voto", marks.get(1).label());
    }

    @Test
    void instantsCarryTheirOffset() {
        HallMarks marks = read("istante,punto\n2025-03-10T18:05:00+01:00,2\n2025-03-10T17:01:00Z,1\n");
        assertEquals(
                OffsetDateTime.parse("2025-03-10T17:01:00Z"),
                marks.marks().get(0).at().orElseThrow());
        assertEquals("MARKS_OUT_OF_ORDER", marks.notices().get(0).code());
        assertThrows(MinutesException.class, () -> read("istante,punto\n2025-03-10T18:05:00,2\n"));
    }

    @Test
    void doubleOperatorsMakeDoubleMarksAndEachCountsOnce() {
        HallMarks marks = read("offset,item\n10,1\n10,1\n12,1\n");
        assertEquals(2, marks.marks().size());
        assertEquals("MARKS_TWICE", marks.notices().get(0).code());
    }

    @Test
    void offsetsAndInstantsMustBeOfOneRecording() {
        read("offset,at\n10,2025-03-10T18:00:10+01:00\n20,2025-03-10T17:00:20Z\n");
        for (String text : List.of(
                "offset,at\n10,2025-03-10T18:00:10+01:00\n20,2025-03-10T18:00:50+01:00\n",
                "offset,at\n10,\n,2025-03-10T18:00:50+01:00\n")) {
            assertEquals(
                    "MARKS_CONTRADICT",
                    assertThrows(MinutesException.class, () -> read(text)).code());
        }
    }

    @Test
    void impossibleTimesAreRefused() {
        for (String time : List.of("-1", "-00:00:01", "x", "99999999999", "00:61:00", "1e9", "")) {
            assertThrows(MinutesException.class, () -> read("offset,item\n" + time + ",1\n5,2\n"), time);
        }
        assertThrows(MinutesException.class, () -> read("offset,ms\n1,1000\n"));
    }
}
