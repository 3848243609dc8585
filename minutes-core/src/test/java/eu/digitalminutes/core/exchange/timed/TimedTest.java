// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.timed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.digitalminutes.core.RichCouncil;
import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.redaction.PublicView;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimedTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static List<String> cues(String vtt) {
        return List.of(vtt.split("\n\n")).subList(1, vtt.split("\n\n").length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recording-1.mp4", "recording-2.mp4"})
    void everyCueHasAnIdATimeAndOneLineOfJson(String part) throws Exception {
        String vtt = MetadataTrack.write(RichCouncil.view(), part);
        assertTrue(vtt.startsWith("WEBVTT\n\n"));
        String before = "";
        for (String cue : cues(vtt)) {
            String[] lines = cue.strip().split("\n");
            assertEquals(3, lines.length, cue);
            assertTrue(lines[1].matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} --> \\d\\d:\\d\\d:\\d\\d\\.\\d{3}"), lines[1]);
            assertTrue(lines[1].compareTo(before) >= 0);
            assertTrue(lines[1].substring(0, 12).compareTo(lines[1].substring(17)) < 0, lines[1]);
            before = lines[1].substring(0, 12);
            JsonNode json = MAPPER.readTree(lines[2]);
            assertTrue(
                    List.of("item", "speech", "vote").contains(json.get("type").asText()));
        }
    }

    @Test
    void timesCountFromTheFirstFrameOfThePart() {
        String second = MetadataTrack.write(RichCouncil.view(), "recording-2.mp4");
        assertTrue(second.contains("vote-v2\n00:04:00.000 --> 00:05:00.000\n"), second);
        assertFalse(second.contains("vote-v1\n"));
    }

    @Test
    void aSecretBallotHasItsFiguresOnly() {
        String second = MetadataTrack.write(RichCouncil.view(), "recording-2.mp4");
        String cue = second.substring(second.indexOf("vote-v5"));
        assertTrue(cue.contains("\"blank\":1"));
        assertFalse(second.contains("ballots"));
    }

    @Test
    void anArrowInATextDoesNotEndACue() {
        PublicView view = PublicView.of(
                TestCouncil.minutes(new TestCouncil()
                        .at(65, new Business.ItemOpened("arrow"))
                        .meeting(builder -> builder.agenda(
                                List.of(AgendaItem.of("arrow", "3", "Da A --> B\nnuova riga", Publicity.PUBLIC))))),
                "-");
        String vtt = MetadataTrack.write(view, "recording-1.mp4");
        for (String cue : cues(vtt)) {
            assertEquals(2, cue.split("-->", -1).length, cue);
        }
    }

    @Test
    void aPartThatIsNotThereIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> MetadataTrack.write(RichCouncil.view(), "other.mp4"));
    }

    @Test
    void podcastChaptersCoverThePartWithoutGaps() throws Exception {
        JsonNode json = MAPPER.readTree(PodcastChapters.write(RichCouncil.view(), "recording-2.mp4", Locale.ITALIAN));
        assertEquals("1.2.0", json.get("version").asText());
        JsonNode chapters = json.get("chapters");
        assertEquals(0, chapters.get(0).get("startTime").asInt());
        for (int i = 1; i < chapters.size(); i++) {
            assertEquals(chapters.get(i - 1).get("endTime"), chapters.get(i).get("startTime"));
        }
        assertEquals(35 * 60, chapters.get(chapters.size() - 1).get("endTime").asInt());
    }
}
