// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eu.digitalminutes.archive.RoccaverdeSession;
import eu.digitalminutes.core.exchange.captions.Captions;
import eu.digitalminutes.core.exchange.captions.Cue;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page takes from captions: WebVTT only, for that is what browsers play. */
class CaptionsTest {
    @TempDir
    Path folder;

    @Test
    void readsCuesWithNamesSettingsVoicesAndEntities() throws Exception {
        List<Cue> cues = read("\uFEFFWEBVTT - title\r\n\r\nNOTE nobody reads this\r\n\r\nSTYLE\r\n::cue {}\r\n\r\n"
                + "one\r\n00:01.000 --> 00:02.500 align:start\r\n<v.loud Anna Bianchi>Prego, <i>R&amp;D</i>\r\n&lt;qui&gt;\r\n\r\n"
                + "100:00:00.000 --> 100:00:01.000\r\nfine\r\n");
        assertEquals(
                List.of(
                        new Cue(Duration.ofSeconds(1), Duration.ofMillis(2500), "Anna Bianchi", "Prego, R&D <qui>"),
                        new Cue(Duration.ofHours(100), Duration.ofHours(100).plusSeconds(1), "", "fine")),
                cues);
    }

    @Test
    void passesOverWhatIsNoCue() throws Exception {
        assertEquals(
                List.of(),
                read("WEBVTT\n\n00:05.000 --> 00:04.000\nbackwards\n\n00:99.000 --> 00:01.000\nno such time\n\n"
                        + "00:01.000 --> 00:02.000\n\n-->\n"));
    }

    @Test
    void readsEverySentenceOfTheRealSession() throws Exception {
        assertEquals(
                76,
                Captions.readWebVtt(RoccaverdeSession.shared("captions.it.vtt"))
                        .cues()
                        .size());
    }

    @Test
    void refusesWhatIsNoWebVtt() {
        assertThrows(MinutesException.class, () -> read("1\n00:00:01,000 --> 00:00:02,000\nSubRip\n"));
    }

    private List<Cue> read(String text) throws IOException {
        return Captions.readWebVtt(Files.writeString(folder.resolve("captions.vtt"), text))
                .cues();
    }
}
