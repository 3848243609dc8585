// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.captions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionsTest {
    @TempDir
    Path folder;

    private static Captions read(String text) {
        return Captions.read("captions", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Cue cue(long from, long to, String speaker, String text) {
        return new Cue(Duration.ofMillis(from), Duration.ofMillis(to), speaker, text);
    }

    @Test
    void webVttHasNamesSettingsVoicesAndEntities() {
        Captions captions =
                read("\uFEFFWEBVTT - title\r\nLanguage: it\r\n\r\nNOTE nobody --> reads this\r\n\r\nSTYLE\r\n"
                        + "::cue {}\r\n\r\nREGION\r\nid:a\r\n\r\none\r\n00:01.000 --> 00:02.500 align:start\r\n"
                        + "<v.loud Anna Bianchi>Prego, <i>R&amp;D</i>\r\n&lt;qui&gt;\r\n\r\n"
                        + "100:00:00.000 --> 100:00:01.000\r\nfine &amp;lt;\r\n");
        assertEquals(
                List.of(
                        cue(1000, 2500, "Anna Bianchi", "Prego, R&D <qui>"),
                        cue(360_000_000, 360_001_000, "", "fine &lt;")),
                captions.cues());
        assertEquals(Optional.of("it"), captions.language());
    }

    @Test
    void eachVoiceOfABlockIsACue() {
        assertEquals(
                List.of(cue(1000, 2000, "A", "prima"), cue(1000, 2000, "B", "poi")),
                read("WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>prima</v>\n<v B>poi</v>\n")
                        .cues());
    }

    @Test
    void subRipHasCommasOrPointsTagsPositionsAndWrongNumbers() {
        Captions captions = read(
                "7\r\n00:00:05,000 --> 00:00:06,000 X1:40 X2:600\r\n{\\an8}<font color=\"red\">Dopo</font>\r\n\r\n"
                        + "0:00:01.000-->0:00:02.000\n<i>Prima</i>, 3 < 5 > 2\n2\n00:00:03,000 --> 00:00:04,000\nMezzo\n");
        assertEquals(
                List.of(
                        cue(1000, 2000, "", "Prima, 3 < 5 > 2"),
                        cue(3000, 4000, "", "Mezzo"),
                        cue(5000, 6000, "", "Dopo")),
                captions.cues());
        assertEquals("CUES_OUT_OF_ORDER", captions.notices().get(0).code());
    }

    @Test
    void whatIsNoCueIsPassedOverAndCounted() {
        Captions captions =
                read("WEBVTT\n\n00:05.000 --> 00:04.000\nbackwards\n\n00:99.000 --> 00:01.000\nno such time\n\n"
                        + "00:01.000 --> 00:02.000\n\n-->\n");
        assertEquals(List.of(), captions.cues());
        assertEquals("CUES_PASSED_OVER", captions.notices().get(0).code());
        assertTrue(captions.notices().get(0).message().english().startsWith("4 "));
    }

    @Test
    void overlappingCuesStayAsTheyAre() {
        assertEquals(
                2,
                read("WEBVTT\n\n00:01.000 --> 00:05.000\na\n\n00:02.000 --> 00:03.000\nb\n")
                        .cues()
                        .size());
    }

    @Test
    void whatIsNeitherIsRefused() {
        assertThrows(MinutesException.class, () -> read(""));
        assertThrows(MinutesException.class, () -> read("WEBVTTX\n"));
        assertThrows(MinutesException.class, () -> read("no captions\n"));
    }

    @Test
    void whoNeedsWebVttGetsNothingElse() throws IOException {
        Path srt = Files.writeString(folder.resolve("a.vtt"), "1\n00:00:01,000 --> 00:00:02,000\nx\n");
        assertThrows(MinutesException.class, () -> Captions.readWebVtt(srt));
        Captions.read(srt).writeWebVtt(folder.resolve("b.vtt"));
        assertEquals(1, Captions.readWebVtt(folder.resolve("b.vtt")).cues().size());
    }

    @Test
    void tagsThatNeverCloseCostNoTime() {
        String hostile = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v a".repeat(500_000) + "\n";
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(hostile));
    }

    @Test
    void theSampleIsRead() throws IOException {
        Path sample = Path.of(System.getProperty("minutes.shared", "../../shared"), "samples/media/captions-voice.vtt");
        assumeTrue(Files.exists(sample), "the sample " + sample + " is not here: skipped");
        List<Cue> cues = Captions.read(sample).cues();
        assertEquals(3, cues.size());
        assertEquals("Segretario", cues.get(1).speaker());
        assertTrue(cues.get(2).text().contains("4 & di rinviare"));
    }

    @Provide
    Arbitrary<List<Cue>> cues() {
        Arbitrary<String> words = Arbitraries.strings()
                .withChars("aé<>&-;: \n\u00a0\"'{}/vlt1")
                .ofMaxLength(20)
                .filter(text -> !text.isBlank());
        return Combinators.combine(
                        Arbitraries.longs().between(0, 400_000_000),
                        Arbitraries.longs().between(1, 9_999),
                        words,
                        words)
                .as((from, length, speaker, text) -> cue(from, from + length, speaker, "x" + text))
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBackTheSame(@ForAll("cues") List<Cue> cues) {
        Captions captions = Captions.of(cues);
        assertEquals(captions.cues(), read(captions.toWebVtt()).cues());
    }
}
