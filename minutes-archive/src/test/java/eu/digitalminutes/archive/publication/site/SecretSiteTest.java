// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.RoccaverdeSession;
import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.archive.publication.SecretSession;
import eu.digitalminutes.archive.publication.albo.AlboAct;
import eu.digitalminutes.archive.publication.albo.AlboDocument;
import eu.digitalminutes.archive.publication.albo.AlboPublisher;
import eu.digitalminutes.archive.publication.albo.AlboRegister;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSiteTest {
    private static final String SECRET_PART = "CanarinoFile-licenziamento.mp4";
    private static final LocalDate TODAY = LocalDate.parse("2026-03-16");

    @TempDir
    Path folder;

    @Test
    void noByteOfTheWholeSiteTellsOfWhatWasSecret() throws Exception {
        List<String> canaries = new ArrayList<>(SecretSession.CANARIES);
        canaries.addAll(List.of("CanarinoFile", "CanarinoFonte", "CanarinoSottotitolo", "CanarinoAlbo"));
        List<SessionSource> sources = new ArrayList<>(ManySessions.of(folder, 3));
        sources.add(source("CanarinoFonte-parte-segreta", SecretSession.secretItem(), SECRET_PART));
        sources.add(source("CanarinoFonte-tutta-segreta", SecretSession.throughout(), "recording-1.mp4"));
        SiteChange change = site().publish(folder.resolve("site"), sources, Task.none());
        assertEquals(Map.of(), change.failures());
        assertTrue(
                change.withheld().toString().contains("recording-1"),
                change.withheld().toString());
        int read = 0;
        try (Stream<Path> files = Files.walk(folder.resolve("site"))) {
            for (Path file : files.toList()) {
                String name = folder.relativize(file).toString();
                String text =
                        Files.isDirectory(file) ? "" : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                for (String canary : canaries) {
                    assertFalse(
                            (name + text).toLowerCase(Locale.ROOT).contains(canary.toLowerCase(Locale.ROOT)),
                            canary + " in " + name);
                }
                read++;
            }
        }
        assertTrue(read > 20);
        assertTrue(Files.exists(folder.resolve("site/albo/feed.xml")) && Files.exists(folder.resolve("site/search")));
        String entry = Files.readString(folder.resolve("site/albo/2026/0000001/index.html"));
        assertTrue(entry.contains("Trattato in seduta segreta"), "the act is there, its subject is not");
        String page = Files.readString(folder.resolve("site/sessions/2026/consiglio-comunale/4/index.html"));
        assertTrue(page.contains("Atti adottati") && page.contains("n. 12/2026"));
    }

    @Test
    void aSessionThatBecomesSecretLosesItsPage() throws Exception {
        Path site = folder.resolve("site");
        site().publish(
                        site,
                        List.of(source("one", RoccaverdeSession.meeting().build(), "recording-1.mp4")),
                        Task.none());
        assertTrue(Files.exists(site.resolve("sessions/2026/consiglio-comunale/4/index.html")));
        SiteChange change = site().publish(
                        site, List.of(source("one", SecretSession.throughout(), "recording-1.mp4")), Task.none());
        assertEquals(
                List.of("sessions/2026/consiglio-comunale/4/"), change.removed().subList(0, 1));
        assertFalse(Files.exists(site.resolve("sessions/2026")));
        assertEquals(List.of("(secret)"), change.withheld());
    }

    @Test
    void theAlboDoesNotGoBecauseItsRegisterWasForgotten() throws Exception {
        Path site = folder.resolve("site");
        site().publish(site, ManySessions.of(folder, 1), Task.none());
        MinutesException refusal = assertThrows(
                MinutesException.class,
                () -> ArchiveSite.italian().publish(site, ManySessions.of(folder, 1), Task.none()));
        assertEquals("SITE_ALBO_MISSING", refusal.code());
        assertTrue(Files.exists(site.resolve("albo/2026/0000001/index.html")));
    }

    private static ArchiveSite site() throws IOException {
        AlboAct act = AlboAct.of("Deliberazione", "CanarinoAlbo: licenziamento", "Segreteria")
                .reference("n. 12/2026")
                .adoptedBy(SecretSession.secretItem().id().toString(), "canarino-id")
                .document(new AlboDocument(
                        "CanarinoAlbo.pdf",
                        "CanarinoAlbo",
                        "application/pdf",
                        RoccaverdeSession.RECORDING,
                        "",
                        AlboDocument.Version.INTEGRAL))
                .build();
        return ArchiveSite.italian()
                .withAddress(URI.create("https://comune.example/sedute/"))
                .withAlbo(
                        AlboRegister.empty().register(OffsetDateTime.parse("2026-03-16T09:00:00+01:00"), act, TODAY),
                        AlboPublisher.municipality("Comune di Roccaverde sul Tevere"),
                        TODAY);
    }

    private SessionSource source(String name, Meeting meeting, String part) throws IOException {
        Path recording = Files.writeString(folder.resolve(part), "film of " + name);
        Path captions = Files.writeString(
                folder.resolve(name + ".vtt"),
                "WEBVTT\n\n00:00:01.000 --> 00:00:03.500\nCanarinoSottotitolo.\n"
                        .replace("CanarinoSottotitolo", name.equals("one") ? "Buonasera" : "CanarinoSottotitolo"));
        Minutes minutes = Minutes.of(meeting, LocalRules.ordinaryCouncil())
                .withRecording(RecordingPart.of(
                        part,
                        "video/mp4",
                        Fingerprinter.fingerprint(recording),
                        RoccaverdeSession.START,
                        Duration.ofSeconds(600)));
        return SessionSource.of(
                name,
                RoccaverdeSession.signed(minutes),
                Publication.italian().withRecording(part, recording).withCaptions(part, captions));
    }
}
