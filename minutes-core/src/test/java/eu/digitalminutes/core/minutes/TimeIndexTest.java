// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.exchange.WebVtt;
import eu.digitalminutes.core.rules.LocalRules;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimeIndexTest {
    @Test
    void chaptersCoverThePartWithoutGaps() {
        List<TimeIndex.Chapter> chapters =
                TimeIndex.of(new TestCouncil().minutes()).chapters();
        assertEquals(
                List.of("opening", "item-1", "closing"),
                chapters.stream().map(TimeIndex.Chapter::id).toList());
        assertEquals(Duration.ZERO, chapters.get(0).from());
        for (int i = 1; i < chapters.size(); i++) {
            assertEquals(chapters.get(i - 1).to(), chapters.get(i).from());
        }
        assertEquals(Duration.ofSeconds(120), chapters.get(2).to());
    }

    @Test
    void whatIsUnderWayWhenAPartBeginsOpensItsFirstChapter() {
        Minutes minutes = Minutes.of(
                        new TestCouncil()
                                .at(61, new Conduct.Suspended(""))
                                .at(80, new Conduct.Resumed())
                                .at(81, new Business.ItemOpened("item-2"))
                                .meeting(),
                        LocalRules.ordinaryCouncil())
                .withRecording(TestCouncil.part("recording-1.mp4", 0, 50))
                .withRecording(TestCouncil.part("recording-2.mp4", 70, 40));
        assertEquals(
                List.of(
                        "recording-1.mp4 opening",
                        "recording-1.mp4 item-1",
                        "recording-2.mp4 suspension-1",
                        "recording-2.mp4 item-2",
                        "recording-2.mp4 closing"),
                TimeIndex.of(minutes).chapters().stream()
                        .map(chapter -> chapter.part() + " " + chapter.id())
                        .toList());
        assertEquals(
                Duration.ofSeconds(11),
                TimeIndex.of(minutes).chapterOf("item-2").orElseThrow().from());
    }

    @Test
    void anItemThatIsInterruptedHasAChapterForEachPartAndStretch() {
        Minutes minutes = Minutes.of(
                        new TestCouncil()
                                .at(61, new Conduct.Suspended(""))
                                .at(80, new Conduct.Resumed())
                                .at(82, new Business.Spoke("c1", "riprende"))
                                .at(95, new Business.ItemOpened("item-2"))
                                .meeting(),
                        LocalRules.ordinaryCouncil())
                .withRecording(TestCouncil.part("recording-1.mp4", 0, 50))
                .withRecording(TestCouncil.part("recording-2.mp4", 55, 60));
        assertEquals(
                List.of("recording-1.mp4 30-50", "recording-2.mp4 0-6", "recording-2.mp4 25-40"),
                TimeIndex.of(minutes).chaptersOf("item-1").stream()
                        .map(chapter -> chapter.part() + " " + chapter.from().toSeconds() + "-"
                                + chapter.to().toSeconds())
                        .toList());
    }

    @Test
    void chaptersAreWebVttAndCannotBreakOut() {
        Minutes minutes = TestCouncil.minutes(new TestCouncil()
                .at(62, new Business.ItemOpened("item-x"))
                .meeting(builder -> builder.item("x", "Fine <b>--></b> & \n\ninizio")));
        String vtt = WebVtt.chapters(minutes, "recording-1.mp4", Locale.ITALIAN);
        assertTrue(
                vtt.startsWith("WEBVTT\n\nopening\n00:00:00.000 --> 00:00:30.000\nApertura della seduta e appello\n"));
        assertTrue(vtt.contains("Punto x. Fine &lt;b&gt;--&gt;&lt;/b&gt; &amp; inizio\n"), vtt);
        assertEquals(4, vtt.split(" --> ", -1).length - 1);
    }
}
