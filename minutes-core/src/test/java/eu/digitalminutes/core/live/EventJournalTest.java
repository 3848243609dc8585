// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.rules.LocalRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventJournalTest {
    private static final Meeting WHOLE = new TestCouncil().meeting();
    private static final Meeting HEAD = WHOLE.toBuilder().withoutEvents().build();

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void aMeetingIsHeld() throws IOException {
        file = folder.resolve("seduta.jsonl");
        try (EventJournal journal = EventJournal.open(file)) {
            LiveMeeting live = LiveMeeting.begin(HEAD, LocalRules.ordinaryCouncil(), journal);
            for (SessionEvent event : WHOLE.events()) {
                live.append(event);
            }
        }
    }

    private LiveMeeting resumed(EventJournal journal) {
        return LiveMeeting.resume(HEAD, LocalRules.ordinaryCouncil(), journal);
    }

    @Test
    void everyEventThatWasTakenIsThereAfterwards() throws IOException {
        try (EventJournal journal = EventJournal.open(file)) {
            assertEquals(0, journal.tornBytes());
            assertEquals(WHOLE.events().size(), resumed(journal).logHead().events());
        }
    }

    @Test
    void aPowerCutAnywhereLosesAtMostTheEventThatWasNotTaken() throws IOException {
        byte[] content = Files.readAllBytes(file);
        for (int length = 0; length <= content.length; length++) {
            Path cut = folder.resolve("cut.jsonl");
            byte[] rest = Arrays.copyOf(content, length);
            Files.write(cut, rest);
            int whole = (int) new String(rest, StandardCharsets.UTF_8)
                    .chars()
                    .filter(character -> character == '\n')
                    .count();
            try (EventJournal journal = EventJournal.open(cut)) {
                assertEquals(whole, resumed(journal).logHead().events());
            }
        }
    }

    @Test
    void whatWasTornIsKeptBesideTheJournal() throws IOException {
        Files.writeString(file, "{\"at\":\"2026", StandardOpenOption.APPEND);
        try (EventJournal journal = EventJournal.open(file)) {
            assertEquals(11, journal.tornBytes());
        }
        assertEquals("{\"at\":\"2026", Files.readString(folder.resolve("seduta.jsonl.torn")));
        try (EventJournal journal = EventJournal.open(file)) {
            assertEquals(0, journal.tornBytes());
            assertEquals(WHOLE.events().size(), journal.recovered().size());
        }
    }

    @Test
    void aLineThatIsNoEventIsNamedAndTheFileLeftAsItWas() throws IOException {
        List<String> lines = Files.readAllLines(file);
        lines.set(2, "{\"at\":3}");
        Files.write(file, lines);
        byte[] before = Files.readAllBytes(file);
        MinutesException refusal = assertThrows(MinutesException.class, () -> EventJournal.open(file));
        assertEquals("JOURNAL_UNREADABLE", refusal.code());
        assertTrue(refusal.getMessage().contains("line 3"), refusal.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void twoProgramsDoNotWriteOneJournal() throws IOException {
        try (EventJournal journal = EventJournal.open(file)) {
            assertEquals(0, journal.tornBytes());
            assertThrows(IOException.class, () -> EventJournal.open(file));
        }
    }
}
