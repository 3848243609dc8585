// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.Iter;
import eu.digitalminutes.core.deliberation.Link;
import eu.digitalminutes.core.deliberation.LinkKind;
import eu.digitalminutes.core.deliberation.step.Ending;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliberationJsonTest {
    @TempDir
    Path folder;

    private static String text(Deliberation act) {
        return new String(DeliberationJson.write(act), StandardCharsets.UTF_8);
    }

    private static String refused(String json) {
        return assertThrows(MinutesException.class, () -> DeliberationJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .code();
    }

    @Test
    void anActIsReadBackTheSameAndKeepsTheSchema() throws IOException {
        OffsetDateTime later = OffsetDateTime.parse("2026-06-01T09:00:00+02:00");
        for (Deliberation act : List.of(
                Iter.spending(),
                Iter.executable(),
                Iter.next(Iter.approved(), Iter.immediate(13, 0)),
                Iter.next(Iter.executable(), later, new Ending.Revoked(Iter.ACT)),
                Iter.spending().bearingOn(new Link(LinkKind.REVOKES, "a", Optional.of(Iter.DIGEST))))) {
            assertEquals(act, DeliberationJson.read(DeliberationJson.write(act)));
            assertEquals(Map.of(), PublishedSchema.problems("deliberation.schema.json", text(act)));
        }
        Path file = folder.resolve("deliberation.json");
        DeliberationJson.write(Iter.executable(), file);
        assertEquals(Iter.executable(), DeliberationJson.read(file));
    }

    @Test
    void aChangedWordAnywhereBreaksTheChain() {
        String json = text(Iter.executable());
        assertEquals("DELIBERATION_CHANGED", refused(json.replace("Lavori alla scuola", "Lavori alla piazza")));
        assertEquals("DELIBERATION_CHANGED", refused(json.replace("\"512\"", "\"513\"")));
        assertEquals("DELIBERATION_CHANGED", refused(json.replace("\"2026-03-15\"", "\"2026-03-16\"")));
        assertEquals("DELIBERATION_CHANGED", refused(json.replace("Ragioniera Bianchi", "Ragioniera Neri")));
    }

    @Test
    void aHistoryThatTheRulesDoNotAllowIsRefusedWithThePlace() throws IOException {
        String json = text(Iter.executable()).replace("\"2026-03-15\"", "\"2026-03-14\"");
        ObjectNode tree = (ObjectNode) MinutesJson.parse(json.getBytes(StandardCharsets.UTF_8));
        StepChain.close(tree);
        Path file = Files.write(folder.resolve("d.json"), MinutesJson.bytes(tree));
        MinutesException stop = assertThrows(MinutesException.class, () -> DeliberationJson.read(file));
        assertEquals("DELIBERATION_JSON_INVALID", stop.code());
        assertTrue(String.valueOf(stop.getMessage()).contains("/steps/10"), stop.getMessage());
        assertTrue(String.valueOf(stop.getMessage()).contains("NOT_YET_EXECUTABLE"), stop.getMessage());
    }

    @Test
    void whatIsNotKnownIsRefused() {
        String json = text(Iter.spending());
        String more = json.replaceFirst("\"title\"", "\"colour\": \"red\", \"title\"");
        assertEquals("DELIBERATION_JSON_INVALID", refused(more));
        assertEquals("DELIBERATION_JSON_INVALID", refused("[]"));
        assertEquals("DELIBERATION_JSON_INVALID", refused("{"));
        assertEquals("DELIBERATION_JSON_INVALID", refused(json.replace("\"1.0\"", "\"2.0\"")));
    }
}
