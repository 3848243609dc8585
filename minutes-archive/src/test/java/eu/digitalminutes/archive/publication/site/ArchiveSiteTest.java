// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveSiteTest {
    @TempDir
    Path folder;

    @Test
    void ofFiveHundredSessionsOneChangeRewritesItsPageAndTheListsThatNameIt() throws Exception {
        List<SessionSource> sources = ManySessions.of(folder, 500);
        SiteChange first = publish(sources);
        assertEquals(Map.of(), first.failures());
        assertTrue(first.written() > 1000, "every file is new: " + first.written());
        assertEquals(site().resolve("index.html"), first.pages().get(0));
        assertTrue(first.pages().stream().allMatch(Files::isRegularFile));

        Map<String, String> before = marks();
        SiteChange again = publish(sources);
        assertEquals(0, again.written());
        assertEquals(before, marks(), "nothing was touched");

        Files.writeString(
                ManySessions.captions(folder, 250), "WEBVTT\n\n00:00:01.000 --> 00:00:03.500\nUna parola corretta.\n");
        SiteChange changed = publish(sources);
        Map<String, String> after = marks();
        List<String> touched = after.keySet().stream()
                .filter(name -> !after.get(name).equals(before.get(name)))
                .toList();
        assertEquals(
                List.of(
                        "search/2021-1.js",
                        "sessions/2021/consiglio-comunale/251/captions.vtt",
                        "sessions/2021/consiglio-comunale/251/index.html",
                        "state/state.json"),
                touched);
        assertEquals(3, changed.written());
        assertEquals(before.keySet(), after.keySet());
    }

    @Test
    void opensNoSourceWhoseFilesAreTheSameAndReadsNoRecordingThatIsPublished() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        List<Boolean> known = new ArrayList<>();
        SignedMinutes signed = ManySessions.signed(folder, 1);
        Publication what = ManySessions.publication(folder, 1);
        SessionSource counting = new SessionSource() {
            @Override
            public String name() {
                return "one";
            }

            @Override
            public List<Path> files() {
                return List.of(what.captions().get(ManySessions.PART));
            }

            @Override
            public SessionContent open(KnownRecordings recordings, Task task) {
                opened.incrementAndGet();
                known.add(recordings.file(signed.minutes().recordings().get(0)).isPresent());
                return SessionContent.of(signed, recordings.instead(signed.minutes(), what));
            }
        };
        publish(List.of(counting));
        publish(List.of(counting));
        assertEquals(1, opened.get());
        Files.setLastModifiedTime(
                what.captions().get(ManySessions.PART), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        Path recording = what.recordings().get(ManySessions.PART);
        Path aside = Files.move(recording, folder.resolve("aside.mp4"));
        assertEquals(Map.of(), publish(List.of(counting)).failures(), "nobody misses the recording");
        assertEquals(List.of(false, true), known);
        Files.move(aside, recording);
        ArchiveSite.italian().checkingAll().publish(site(), List.of(counting), Task.none());
        assertEquals(List.of(false, true, false), known, "who checks all trusts nothing");
    }

    @Test
    void aSessionWhoseSourceIsGoneLeavesNothingBehind() throws Exception {
        List<SessionSource> sources = ManySessions.of(folder, 3);
        publish(sources);
        SiteChange change = publish(sources.subList(0, 2));
        assertEquals(List.of("sessions/2017/consiglio-comunale/3/"), change.removed());
        for (Map.Entry<String, String> file : texts().entrySet()) {
            assertFalse(file.getValue().contains("la seduta 2"), file.getKey());
            assertFalse(file.getKey().contains("consiglio-comunale/3/"), file.getKey());
        }
        publish(List.of());
        assertFalse(Files.exists(site().resolve("sessions/2017")), "lists without sessions go as well");
        assertFalse(Files.exists(site().resolve("search.html")));
    }

    @Test
    void anArchiveThatIsNotMountedDoesNotEmptyTheSite() throws Exception {
        publish(ManySessions.of(folder, 12));
        MinutesException refusal = assertThrows(MinutesException.class, () -> publish(List.of()));
        assertEquals("SITE_SOURCES_GONE", refusal.code());
        SiteChange change = ArchiveSite.italian().removingMany().publish(site(), List.of(), Task.none());
        assertTrue(change.removed().size() >= 12);
    }

    @Test
    void aRunThatDiedLeavesTheOldPageOrTheNewOneAndTheNextRunHeals() throws Exception {
        List<SessionSource> sources = ManySessions.of(folder, 2);
        publish(sources);
        Map<String, String> whole = texts();
        Path live = site().resolve("sessions/2017/consiglio-comunale/2");
        Path aside = live.resolveSibling(".2.old");

        Files.move(live, aside);
        publish(sources);
        assertEquals(whole, texts(), "died between the two renames: the old page is back");

        copy(live, Files.createDirectory(aside));
        Files.createDirectories(site().resolve("state/new/session"));
        publish(sources);
        assertEquals(whole, texts(), "died after the two renames: what stood aside goes");

        Files.delete(site().resolve("state/state.json"));
        Map<String, String> before = marks();
        publish(sources);
        before.remove("state/state.json");
        Map<String, String> after = marks();
        after.remove("state/state.json");
        assertEquals(before, after, "died before the state was written: equal pages are not touched");
    }

    @Test
    void aRunThatIsStoppedAnywhereLeavesEachPageAsItWasOrAsItShallBe() throws Exception {
        List<SessionSource> sources = ManySessions.of(folder, 2);
        List<String> pages = List.of("sessions/2017/giunta-comunale/1/", "sessions/2017/consiglio-comunale/2/");
        publish(sources);
        String before = Files.readString(ManySessions.captions(folder, 0));
        String after = before.replace("approvata", "respinta dopo la discussione");
        for (int stop = 0; stop < 12; stop++) {
            for (int i = 0; i < 2; i++) {
                Files.writeString(ManySessions.captions(folder, i), stop % 2 == 0 ? after : before);
            }
            AtomicInteger left = new AtomicInteger(stop);
            try {
                ArchiveSite.italian()
                        .publish(site(), sources, Task.none().cancellableBy(() -> left.getAndDecrement() <= 0));
            } catch (CancelledException e) {
                assertEquals("CANCELLED", e.code());
            }
            for (String page : pages) {
                String text = Files.readString(site().resolve(page + "index.html"));
                String captions = Files.readString(site().resolve(page + "captions.vtt"));
                assertEquals(text.contains("respinta"), captions.contains("respinta"), page + " after " + stop);
            }
        }
        publish(sources);
        for (String page : pages) {
            assertTrue(Files.readString(site().resolve(page + "index.html")).contains("approvata"), page);
        }
    }

    @Test
    void whatSomebodyChangedInTheSiteIsPutRight() throws Exception {
        List<SessionSource> sources = ManySessions.of(folder, 2);
        publish(sources);
        Map<String, String> whole = texts();
        Files.writeString(site().resolve("sessions/2017/consiglio-comunale/2/index.html"), "defaced");
        Files.writeString(site().resolve("sessions/2017/consiglio-comunale/2/recording-1.mp4"), "another film");
        Files.delete(site().resolve("index.html"));
        publish(sources);
        whole.remove("state/state.json");
        Map<String, String> now = texts();
        now.remove("state/state.json");
        assertEquals(whole, now);
    }

    @Test
    void twoSourcesOfOneSessionAreToldApartAndOthersArePublished() throws Exception {
        List<SessionSource> sources = new ArrayList<>(ManySessions.of(folder, 2));
        sources.add(SessionSource.of("zz-copy", ManySessions.signed(folder, 1), ManySessions.publication(folder, 1)));
        SiteChange change = publish(sources);
        assertEquals(List.of("zz-copy"), List.copyOf(change.failures().keySet()));
        assertTrue(change.failures().get("zz-copy").getMessage().contains("session-1"));
        assertTrue(Files.exists(site().resolve("sessions/2017/giunta-comunale/1/index.html")));
    }

    @Test
    void aSourceThatWasRenamedKeepsItsPage() throws Exception {
        publish(ManySessions.of(folder, 2));
        SiteChange change = publish(List.of(
                ManySessions.source(folder, 0),
                SessionSource.of("another name", ManySessions.signed(folder, 1), ManySessions.publication(folder, 1))));
        assertEquals(List.of(), change.removed());
        assertEquals(Map.of(), change.failures());
        assertTrue(Files.exists(site().resolve("sessions/2017/consiglio-comunale/2/index.html")));
    }

    @Test
    void aFolderThatHoldsSomethingElseIsNotTouched() throws Exception {
        Files.createDirectories(site());
        Files.writeString(site().resolve("precious.txt"), "do not lose me");
        assertThrows(FileAlreadyExistsException.class, () -> publish(List.of()));
        assertEquals("do not lose me", Files.readString(site().resolve("precious.txt")));
    }

    @Test
    void theListsNameEachSessionTheNewestFirst() throws Exception {
        publish(ManySessions.of(folder, 5));
        String year = Files.readString(site().resolve("sessions/2017/index.html"));
        assertTrue(year.indexOf("giunta-comunale/4/") > year.indexOf("consiglio-comunale/5/"));
        assertTrue(year.contains("Febbraio 2017") && year.contains("1 punto all&#39;ordine del giorno"));
        String page = Files.readString(site().resolve("sessions/2017/consiglio-comunale/5/index.html"));
        assertTrue(page.contains("href=\"../../index.html\"") && page.contains("href=\"../../../../assets/site.css\""));
        assertFalse(Files.exists(site().resolve("sessions/2017/consiglio-comunale/5/site.css")));
    }

    private Path site() {
        return folder.resolve("site");
    }

    private SiteChange publish(List<SessionSource> sources) throws IOException {
        return ArchiveSite.italian().publish(site(), sources, Task.none());
    }

    /** Time and place on the disk of every file. */
    private Map<String, String> marks() throws IOException {
        Map<String, String> marks = new TreeMap<>();
        for (Path file : files()) {
            marks.put(name(file), Files.getLastModifiedTime(file) + " " + Files.getAttribute(file, "unix:ino"));
        }
        return marks;
    }

    private Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files()) {
            texts.put(name(file), Files.readString(file));
        }
        return texts;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(site())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private String name(Path file) {
        return site().relativize(file).toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
