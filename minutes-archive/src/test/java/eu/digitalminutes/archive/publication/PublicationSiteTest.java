// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.digitalminutes.archive.RoccaverdeSession;
import eu.digitalminutes.archive.rendition.WrittenAct;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.TimeIndex;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class PublicationSiteTest {
    private static final String HOSTILE =
            "</script><img src=x onerror=alert(1)>\u0000\u0007 & \"q\" 'a' \u202Eotnoc \u05E9\u05DC\u05D5\u05DD]]>";

    @TempDir
    Path folder;

    @Test
    void publishesTheRealSessionWithAllItsFiles() throws Exception {
        Path recording = RoccaverdeSession.shared("session.mp4");
        Path act = folder.resolve("minutes.pdf");
        WrittenAct.writePdf(RoccaverdeSession.minutes(), Locale.ITALIAN, act);
        PublishedSite site = PublicationSite.write(
                RoccaverdeSession.signed(RoccaverdeSession.minutes()),
                Publication.italian()
                        .withRecording(RoccaverdeSession.PART, recording)
                        .withCaptions(RoccaverdeSession.PART, RoccaverdeSession.shared("captions.it.vtt"))
                        .withWrittenAct(act),
                freshDrawing("site"));
        assertEquals(
                List.of(
                        "captions.vtt",
                        "chapters.vtt",
                        "index.html",
                        "minutes.pdf",
                        "recording-1.mp4",
                        "site.css",
                        "site.js"),
                site.files());
        assertEquals(-1, Files.mismatch(recording, site.folder().resolve("recording-1.mp4")));
        String index = SiteOf.index(site);
        assertEquals(76, count(index, "class=\"line\""));
        for (String expected : List.of(
                "Anna Bianchi",
                "LTA",
                "16/03/2026 10:12:43 (UTC+01:00)",
                RoccaverdeSession.RECORDING.digest().hex(),
                "4,8 MB",
                "Emendamento approvato",
                "Immediatamente eseguibile",
                "esce alle 18:10",
                "lang=\"it\"")) {
            assertTrue(index.contains(expected), expected);
        }
    }

    @Test
    void hasTheChaptersOfTheTimeIndex() throws Exception {
        Minutes minutes = SiteOf.minutes(RoccaverdeSession.meeting().build(), SiteOf.recording(folder));
        String index = SiteOf.index(write(minutes, SiteOf.publication(folder)));
        List<String> expected = new ArrayList<>();
        for (TimeIndex.Chapter chapter : TimeIndex.of(minutes).chapters()) {
            expected.add(Session.seconds(chapter.from()) + "-" + Session.seconds(chapter.to()) + " "
                    + chapter.title().italian());
        }
        List<String> found = new ArrayList<>();
        Matcher link = Pattern.compile(
                        "<a class=\"chapter\" href=\"recording-1.mp4#t=([\\d.]+)\" data-part=\"1\" data-start=\"([\\d.]+)\""
                                + " data-end=\"([\\d.]+)\">.*?class=\"what\">(.*?)</span>")
                .matcher(index);
        while (link.find()) {
            assertEquals(link.group(1), link.group(2));
            found.add(link.group(2) + "-" + link.group(3) + " " + link.group(4));
        }
        assertEquals(7, found.size());
        assertEquals(expected, found);
        JsonNode clips = linkedData(index).path("recordedIn").path(0).path("hasPart");
        assertEquals(7, clips.size());
        assertEquals(200.877, clips.path(2).path("startOffset").asDouble());
    }

    @Test
    void givesTheSameBytesForTheSameMinutes() throws Exception {
        Minutes minutes = SiteOf.minutes(RoccaverdeSession.meeting().build(), SiteOf.recording(folder));
        PublishedSite first = write(minutes, SiteOf.publication(folder));
        PublishedSite again = PublicationSite.write(
                RoccaverdeSession.signed(minutes), SiteOf.publication(folder), folder.resolve("again"));
        assertEquals(SiteOf.everything(first), SiteOf.everything(again));
    }

    @Test
    void escapesWhateverTheFactsAndTheCaptionsContain() throws Exception {
        Meeting.Builder meeting = RoccaverdeSession.head()
                .seat(Seat.member("hostile", new Person(HOSTILE, HOSTILE, ""), SeatRole.COUNCILLOR, HOSTILE))
                .item("7", HOSTILE);
        meeting.event(RoccaverdeSession.at(1), new Conduct.Opened("hostile", "rinaldi"));
        meeting.event(RoccaverdeSession.at(2), new Business.ItemOpened("item-7"));
        meeting.event(RoccaverdeSession.at(3), new Business.Spoke("hostile", HOSTILE + "\n" + HOSTILE));
        Minutes minutes = SiteOf.minutes(meeting.build(), SiteOf.recording(folder));
        Publication what = SiteOf.publication(folder)
                .withCaptions(
                        RoccaverdeSession.PART,
                        SiteOf.captions(folder, "<v " + HOSTILE, "&lt;img src=x onerror=alert(2)&gt;"));
        String index = SiteOf.index(write(minutes, what));
        assertFalse(index.contains("<img"), index);
        assertFalse(index.contains("\u202E"));
        assertEquals(2, count(index, "</script>"), "only our own two script elements end");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(index.substring(index.indexOf("<html")))));
        assertEquals("Event", linkedData(index).path("@type").asText());
    }

    @Test
    void speaksEnglishWhenAsked() throws Exception {
        Minutes minutes = SiteOf.minutes(RoccaverdeSession.meeting().build(), SiteOf.recording(folder));
        String index = SiteOf.index(write(minutes, SiteOf.publication(folder).withLanguage(Locale.ENGLISH)));
        assertTrue(index.contains("<html lang=\"en\">"));
        assertTrue(index.contains("Skip to the main content") && index.contains("Amendment approved"));
    }

    @Test
    void namesItselfInFullAtAKnownAddress() throws Exception {
        Minutes minutes = SiteOf.minutes(RoccaverdeSession.meeting().build(), SiteOf.recording(folder));
        Publication what = SiteOf.publication(folder).withAddress(URI.create("https://comune.example/sedute/4/"));
        String index = SiteOf.index(write(minutes, what));
        assertTrue(index.contains("property=\"og:video\" content=\"https://comune.example/sedute/4/recording-1.mp4\""));
        assertEquals(
                "https://comune.example/sedute/4/recording-1.mp4",
                linkedData(index).path("recordedIn").path(0).path("contentUrl").asText());
        assertThrows(IllegalArgumentException.class, () -> what.withAddress(URI.create("javascript:alert(1)")));
        assertThrows(IllegalArgumentException.class, () -> what.withContainerLink(URI.create("file:///etc/passwd")));
    }

    @Test
    void tellsOfTheSessionWithoutAnyFile() throws Exception {
        PublishedSite site = write(RoccaverdeSession.minutes(), Publication.italian());
        String index = SiteOf.index(site);
        assertEquals(List.of("index.html", "site.css", "site.js"), site.files());
        assertFalse(index.contains("<video") || index.contains("recording-1.mp4#"));
        assertTrue(index.contains("La registrazione non è pubblicata in questa pagina."));
    }

    @Test
    void refusesAnotherRecordingThanTheSignedOne() throws Exception {
        Publication what = Publication.italian().withRecording(RoccaverdeSession.PART, SiteOf.recording(folder));
        ContentMismatchException refusal =
                assertThrows(ContentMismatchException.class, () -> write(RoccaverdeSession.minutes(), what));
        assertTrue(refusal.getMessage()
                .contains(RoccaverdeSession.RECORDING.digest().hex()));
        assertNoSite();
    }

    @Test
    void refusesAPartThatTheMinutesDoNotName() throws Exception {
        Publication what = Publication.italian().withRecording("other.mp4", SiteOf.recording(folder));
        assertThrows(IllegalArgumentException.class, () -> write(RoccaverdeSession.minutes(), what));
        assertNoSite();
    }

    @Test
    void leavesNoHalfSiteWhenAFileIsMissingOrTheTaskIsCancelled() throws Exception {
        Minutes minutes = SiteOf.minutes(RoccaverdeSession.meeting().build(), SiteOf.recording(folder));
        Publication missing = SiteOf.publication(folder).withWrittenAct(folder.resolve("nowhere.pdf"));
        assertThrows(IOException.class, () -> write(minutes, missing));
        assertNoSite();
        assertThrows(
                CancelledException.class,
                () -> PublicationSite.write(
                        RoccaverdeSession.signed(minutes),
                        SiteOf.publication(folder),
                        folder.resolve("site"),
                        Task.none().cancellableBy(() -> true)));
        assertNoSite();
    }

    @Test
    void touchesNoFolderThatHoldsSomething() throws Exception {
        Path site = Files.createDirectory(folder.resolve("site"));
        Files.writeString(site.resolve("precious.txt"), "do not lose me");
        assertThrows(FileAlreadyExistsException.class, () -> write(RoccaverdeSession.minutes(), Publication.italian()));
        assertEquals("do not lose me", Files.readString(site.resolve("precious.txt")));
        Files.delete(site.resolve("precious.txt"));
        write(RoccaverdeSession.minutes(), Publication.italian());
        assertTrue(Files.exists(site.resolve("index.html")), "an empty folder is taken");
    }

    @Test
    void linksALargeRecordingInsteadOfCopyingIt() throws Exception {
        Path large = folder.resolve("large.mp4");
        Files.write(large, new byte[17 << 20]);
        Minutes minutes = SiteOf.minutes(RoccaverdeSession.meeting().build(), large);
        PublishedSite site = write(minutes, Publication.italian().withRecording(RoccaverdeSession.PART, large));
        assertEquals(
                Files.getAttribute(large, "unix:ino"),
                Files.getAttribute(site.folder().resolve(RoccaverdeSession.PART), "unix:ino"));
    }

    @Test
    void showsOnlyTotalsOfASecretBallot() throws Exception {
        Meeting meeting = SecretSession.secretBallot();
        String index =
                SiteOf.index(write(SiteOf.minutes(meeting, SiteOf.recording(folder)), SiteOf.publication(folder)));
        String vote = index.substring(index.indexOf("<div class=\"vote\""));
        vote = vote.substring(0, vote.indexOf("</article>"));
        assertTrue(vote.contains("si pubblicano i soli totali") && vote.contains("Schede bianche"), vote);
        assertFalse(vote.contains("<svg"), "no seats are drawn");
        for (Seat seat : meeting.seats()) {
            assertFalse(vote.contains(seat.person().familyName()), seat.person().familyName() + " in " + vote);
        }
    }

    @Test
    void letsNothingOfASecretItemOut() throws Exception {
        Minutes minutes = SiteOf.minutes(SecretSession.secretItem(), SiteOf.recording(folder));
        PublishedSite site = write(minutes, SiteOf.publication(folder));
        assertEquals(
                List.of("recording-1.mp4", "captions.vtt", "minutes.json", "minutes.pdf", "minutes.asice"),
                site.withheld());
        assertEquals(List.of("index.html", "site.css", "site.js"), site.files());
        SiteOf.everything(site).forEach((file, text) -> {
            for (String canary : SecretSession.CANARIES) {
                assertFalse(text.contains(canary), canary + " in " + file);
            }
        });
        String index = SiteOf.index(site);
        assertTrue(index.contains("Punto 9. Trattato in seduta segreta"), index);
        assertTrue(index.contains("i documenti che la contengono non sono pubblicati"));
    }

    @Test
    void publishesTheRecordingWhenItWasNotRunningBehindClosedDoors() throws Exception {
        Path recording = SiteOf.recording(folder);
        Minutes minutes = SiteOf.minutes(SecretSession.afterTheRecording(), recording);
        PublishedSite site = write(minutes, SiteOf.publication(folder));
        assertTrue(site.files().containsAll(List.of("recording-1.mp4", "captions.vtt", "chapters.vtt")));
        assertEquals(List.of("minutes.json", "minutes.pdf", "minutes.asice"), site.withheld());
        SiteOf.everything(site).forEach((file, text) -> {
            for (String canary : SecretSession.CANARIES) {
                assertFalse(text.contains(canary), canary + " in " + file);
            }
        });
    }

    @Test
    void neverNamesReasonsOfAbsenceOrTaxCodes() throws Exception {
        Minutes minutes = SiteOf.minutes(RoccaverdeSession.meeting().build(), SiteOf.recording(folder));
        String index = SiteOf.index(write(minutes, SiteOf.publication(folder)));
        assertFalse(index.contains("impegno istituzionale") || index.contains("BNCNNA70A41H501X"));
    }

    @Test
    void hasNoPageForAMeetingThatWasSecretThroughout() throws Exception {
        Minutes minutes = SiteOf.minutes(SecretSession.throughout(), SiteOf.recording(folder));
        MinutesException refusal = assertThrows(MinutesException.class, () -> write(minutes, Publication.italian()));
        assertEquals("MEETING_SECRET", refusal.code());
        assertNoSite();
    }

    private PublishedSite write(Minutes minutes, Publication what) throws IOException {
        return PublicationSite.write(RoccaverdeSession.signed(minutes), what, folder.resolve("site"));
    }

    private void assertNoSite() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.filter(Files::isDirectory).toList());
        }
    }

    private static JsonNode linkedData(String index) throws IOException {
        Matcher json = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(index);
        assertTrue(json.find());
        return new ObjectMapper().readTree(json.group(1));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** A place where people and browsers can look at what was drawn. */
    private static Path freshDrawing(String name) throws IOException {
        Path site = Files.createDirectories(Path.of("target", "drawn")).resolve(name);
        if (Files.exists(site)) {
            try (Stream<Path> files = Files.walk(site)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return site;
    }
}
