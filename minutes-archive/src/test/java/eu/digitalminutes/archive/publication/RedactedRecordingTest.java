// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.digitalminutes.archive.RoccaverdeSession;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactedRecordingTest {
    @TempDir
    Path folder;

    @Test
    void aRedactedCopyIsPublishedWithAStatementOfDerivation() throws Exception {
        Path recording = SiteOf.recording(folder);
        Path copy = Files.writeString(folder.resolve("CanarinoFile-licenziamento.mp4"), "a film with a black stretch");
        Minutes minutes = SiteOf.minutes(SecretSession.secretItem(), recording);
        Path captions = folder.resolve("all.vtt");
        Files.writeString(
                captions,
                "WEBVTT\n\n00:00:50.000 --> 00:00:55.000\nSi apre la seduta.\n\n"
                        + "00:01:38.000 --> 00:01:41.000\nCanarinoParola ai margini.\n\n"
                        + "00:02:30.000 --> 00:02:33.000\nCanarinoParola detta in segreto.\n\n"
                        + "00:04:00.000 --> 00:04:03.000\nLa seduta torna pubblica.\n");
        PublishedSite site = PublicationSite.write(
                RoccaverdeSession.signed(minutes),
                SiteOf.publication(folder)
                        .withCaptions(RoccaverdeSession.PART, captions)
                        .withRedactedRecording(RoccaverdeSession.PART, redacted(copy, 100, 200)),
                folder.resolve("site"));
        assertEquals(
                List.of(
                        "captions.vtt",
                        "chapters.vtt",
                        "derivation.json",
                        "index.html",
                        "recording-1-redacted.mp4",
                        "site.css",
                        "site.js"),
                site.files());
        assertTrue(site.withheld().contains(RoccaverdeSession.PART), "the signed file itself stays away");
        JsonNode statement =
                new ObjectMapper().readTree(Files.readString(site.folder().resolve("derivation.json")));
        assertEquals(
                Fingerprinter.fingerprint(recording).digest().hex(),
                statement.path("signedOriginal").path("sha256").asText());
        assertEquals(
                Fingerprinter.fingerprint(copy).digest().hex(),
                statement.path("redactedCopy").path("sha256").asText());
        assertEquals("100", statement.path("masked").path(0).path("from").asText());
        String index = SiteOf.index(site);
        assertTrue(index.contains("recording-1-redacted.mp4#t=") && index.contains("Copia con omissis"));
        assertFalse(index.contains("recording-1.mp4\""), "nothing links to the signed file");
        String vtt = Files.readString(site.folder().resolve("captions.vtt"));
        assertTrue(vtt.contains("Si apre la seduta") && vtt.contains("torna pubblica"));
        SiteOf.everything(site).forEach((file, text) -> {
            assertFalse(text.contains("CanarinoFile"), file);
            for (String canary : SecretSession.CANARIES) {
                assertFalse(text.contains(canary), canary + " in " + file);
            }
        });
    }

    @Test
    void theOfficialWhoAnswersForTheCopySignsTheStatement() throws Exception {
        Path copy = Files.writeString(folder.resolve("copy.mp4"), "a film with a black stretch");
        Minutes minutes = SiteOf.minutes(SecretSession.secretItem(), SiteOf.recording(folder));
        PublishedSite site = PublicationSite.write(
                RoccaverdeSession.signed(minutes),
                SiteOf.publication(folder)
                        .withRedactedRecording(RoccaverdeSession.PART, redacted(copy, 100, 200))
                        .withStatementsSealedBy(statement -> Files.writeString(
                                statement.resolveSibling(statement.getFileName() + ".p7s"),
                                "signed: "
                                        + Fingerprinter.fingerprint(statement).digest())),
                folder.resolve("site"));
        Path statement = site.folder().resolve("derivation.json");
        assertEquals(
                "signed: " + Fingerprinter.fingerprint(statement).digest(),
                Files.readString(site.folder().resolve("derivation.json.p7s")));
        assertTrue(site.files().contains("derivation.json.p7s"));
        assertTrue(SiteOf.index(site).contains("href=\"derivation.json.p7s\""));
    }

    @Test
    void theContainerThatHoldsTheSignedRecordingStaysAwayOfAPublicMeetingToo() throws Exception {
        Path copy = Files.writeString(folder.resolve("copy.mp4"), "a film with a black stretch");
        Path container = Files.writeString(folder.resolve("seduta.asice"), "with the signed recording");
        Minutes minutes = SiteOf.minutes(RoccaverdeSession.meeting().build(), SiteOf.recording(folder));
        PublishedSite site = PublicationSite.write(
                RoccaverdeSession.signed(minutes),
                SiteOf.publication(folder)
                        .withContainer(container)
                        .withRedactedRecording(RoccaverdeSession.PART, redacted(copy, 100, 200)),
                folder.resolve("site"));
        assertFalse(site.files().contains("minutes.asice"));
        assertTrue(site.withheld().contains("minutes.asice"), site.withheld().toString());
    }

    @Test
    void aCopyThatDoesNotMaskEverythingSecretIsRefused() throws Exception {
        Path copy = Files.writeString(folder.resolve("copy.mp4"), "half a black stretch");
        Minutes minutes = SiteOf.minutes(SecretSession.secretItem(), SiteOf.recording(folder));
        Publication what =
                SiteOf.publication(folder).withRedactedRecording(RoccaverdeSession.PART, redacted(copy, 100, 150));
        MinutesException refusal = assertThrows(
                MinutesException.class,
                () -> PublicationSite.write(RoccaverdeSession.signed(minutes), what, folder.resolve("site")));
        assertEquals("REDACTION_INCOMPLETE", refusal.code());
        assertFalse(Files.exists(folder.resolve("site")));
    }

    @Test
    void theSignedFileIsNoRedactedCopyOfItself() throws Exception {
        Path recording = SiteOf.recording(folder);
        Minutes minutes = SiteOf.minutes(SecretSession.secretItem(), recording);
        Publication what =
                SiteOf.publication(folder).withRedactedRecording(RoccaverdeSession.PART, redacted(recording, 100, 200));
        MinutesException refusal = assertThrows(
                MinutesException.class,
                () -> PublicationSite.write(RoccaverdeSession.signed(minutes), what, folder.resolve("site")));
        assertEquals("REDACTION_MISSING", refusal.code());
    }

    private static RedactedCopy redacted(Path file, int from, int to) {
        return RedactedCopy.of(
                file,
                List.of(new RedactedCopy.Interval(Duration.ofSeconds(from), Duration.ofSeconds(to))),
                "Punto trattato in seduta segreta");
    }
}
