// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eu.digitalminutes.archive.RoccaverdeSession;
import eu.digitalminutes.archive.publication.Publication;
import eu.digitalminutes.archive.publication.RedactedCopy;
import eu.digitalminutes.archive.publication.SecretSession;
import eu.digitalminutes.archive.publication.albo.AlboAct;
import eu.digitalminutes.archive.publication.albo.AlboDocument;
import eu.digitalminutes.archive.publication.albo.AlboPublisher;
import eu.digitalminutes.archive.publication.albo.AlboRegister;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes sites with every kind of page into {@code -Dminutes.browser.sites=DIR}, for site.test.mjs of minutes-examples; asked
 * for only.
 */
@EnabledIfSystemProperty(named = "minutes.browser.sites", matches = ".+")
class BrowserSiteTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-20");

    @TempDir
    Path folder;

    @Test
    void writesASiteInEachLanguage() throws IOException {
        Path sites = Path.of(System.getProperty("minutes.browser.sites"));
        List<SessionSource> sources = new ArrayList<>(ManySessions.of(folder, 500));
        sources.add(twoParts());
        sources.add(redacted());
        albo().write(Files.createDirectories(sites).resolve("albo.json"));
        for (Locale language : List.of(Locale.ITALIAN, Locale.ENGLISH)) {
            SiteChange change = ArchiveSite.italian()
                    .withLanguage(language)
                    .withAddress(URI.create("https://comune.example/sedute/"))
                    .withAlbo(albo(), AlboPublisher.municipality("Comune di Roccaverde sul Tevere"), TODAY)
                    .publish(Files.createDirectories(sites).resolve(language.getLanguage()), sources, Task.none());
            assertEquals(Map.of(), change.failures());
        }
    }

    /** The real ten minutes, twice in a row. */
    private SessionSource twoParts() throws IOException {
        Path recording = RoccaverdeSession.shared("session.mp4");
        Path captions = RoccaverdeSession.shared("captions.it.vtt");
        Minutes minutes = RoccaverdeSession.minutes()
                .withRecording(RecordingPart.of(
                        "recording-2.mp4",
                        "video/mp4",
                        RoccaverdeSession.RECORDING,
                        RoccaverdeSession.START.plusSeconds(610),
                        Duration.ofSeconds(600)));
        return SessionSource.of(
                "two-parts",
                RoccaverdeSession.signed(minutes),
                Publication.italian()
                        .withRecording(RoccaverdeSession.PART, recording)
                        .withRecording("recording-2.mp4", recording)
                        .withCaptions(RoccaverdeSession.PART, captions)
                        .withCaptions("recording-2.mp4", captions));
    }

    private SessionSource redacted() throws IOException {
        Path original = Files.writeString(folder.resolve("original.mp4"), "the signed film");
        Minutes minutes = Minutes.of(SecretSession.secretItem(2026, 5), LocalRules.ordinaryCouncil())
                .withRecording(RecordingPart.of(
                        RoccaverdeSession.PART,
                        "video/mp4",
                        Fingerprinter.fingerprint(original),
                        RoccaverdeSession.START,
                        Duration.ofSeconds(600)));
        RedactedCopy copy = RedactedCopy.of(
                RoccaverdeSession.shared("session.mp4"),
                List.of(new RedactedCopy.Interval(Duration.ofSeconds(100), Duration.ofSeconds(200))),
                "Punto trattato in seduta segreta");
        return SessionSource.of(
                "redacted",
                RoccaverdeSession.signed(minutes),
                Publication.italian()
                        .withCaptions(RoccaverdeSession.PART, RoccaverdeSession.shared("captions.it.vtt"))
                        .withRedactedRecording(RoccaverdeSession.PART, copy));
    }

    private static AlboRegister albo() {
        OffsetDateTime at = OffsetDateTime.parse("2026-03-16T09:00:00+01:00");
        AlboRegister register = AlboRegister.empty()
                .register(
                        at.minusDays(20),
                        act("item-1", "n. 11/2026", "Contributo a Mario Rossi"),
                        TODAY.minusDays(24),
                        15,
                        90)
                .register(
                        at, act("item-2", "n. 12/2026", "Bilancio di previsione: prima variazione"), TODAY.minusDays(4))
                .register(
                        at,
                        act("item-3", "n. 13/2026", "Regolamento per le riprese audiovisive delle sedute"),
                        TODAY.minusDays(4))
                .register(at, act("item-4", "n. 14/2026", "Atto pubblicato per errore"), TODAY.minusDays(4));
        return register.annul(register.last().orElseThrow().number(), at.plusDays(1), "Documento sbagliato");
    }

    private static AlboAct act(String item, String reference, String subject) {
        return AlboAct.of("Deliberazione del Consiglio", subject, "Segreteria generale")
                .reference(reference)
                .office("Affari generali")
                .area("AAGG")
                .responsible("Bruno Rinaldi")
                .personalName("Mario Rossi")
                .adoptedBy(RoccaverdeSession.minutes().meeting().id().toString(), item)
                .document(new AlboDocument(
                        "deliberazione.pdf",
                        "Testo della deliberazione",
                        "application/pdf",
                        RoccaverdeSession.RECORDING,
                        "",
                        AlboDocument.Version.INTEGRAL))
                .executableFrom(LocalDate.parse("2026-03-26"))
                .build();
    }
}
