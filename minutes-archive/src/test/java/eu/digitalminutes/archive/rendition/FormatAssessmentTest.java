// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.digitalminutes.archive.Sessions;
import eu.digitalminutes.core.media.MediaFacts;
import eu.digitalminutes.core.media.MediaProbe;
import eu.digitalminutes.core.meeting.Municipality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class FormatAssessmentTest {
    private static final OffsetDateTime BEGUN = OffsetDateTime.parse("2026-03-12T18:00:00+01:00");
    private static final OffsetDateTime ENDED = OffsetDateTime.parse("2026-03-12T18:14:39+01:00");

    @TempDir
    Path folder;

    private final Municipality body =
            Sessions.ordinary(Path.of("x")).minutes().meeting().municipality();

    private static Path media(String name) {
        Path file = Path.of(System.getProperty("minutes.shared", "../../shared"), "media", name);
        assumeTrue(Files.exists(file), "the recordings are not at hand: " + file);
        return file;
    }

    private static MediaFacts facts(String name) throws IOException {
        return MediaProbe.probe(media(name));
    }

    private FormatAssessment assessment(String... names) throws IOException {
        List<MediaFacts> facts = new java.util.ArrayList<>();
        for (String name : names) {
            facts.add(facts(name));
        }
        return FormatAssessment.of(body, LocalDate.of(2026, 3, 12), facts);
    }

    @Test
    void formatOnTheListNeedsNoReasons() throws Exception {
        FormatAssessment listed = assessment("variants/rv-audio.flac");
        assertFalse(listed.needed());
        assertTrue(listed.html(Locale.ITALIAN).contains("non occorre altra motivazione"));
    }

    @Test
    void theUsualRecordingWithAacMustBeJustifiedAndTheReasonsAreThere() throws Exception {
        FormatAssessment usual = assessment("session/session.mp4")
                .because("Il formato è letto da ogni sistema <in uso> & documentato.")
                .withIndex(15);
        assertTrue(usual.needed());
        assertEquals(LocalDate.of(2027, 3, 12), usual.renewBy());
        String page = usual.html(Locale.ITALIAN);
        for (String told : List.of(
                "session.mp4", "fmt/199", "AAC", "Da motivare", "15 su 20: sufficiente", "&lt;in uso&gt; &amp;")) {
            assertTrue(page.contains(told), told + " in " + page);
        }
        assertTrue(usual.withIndex(11).html(Locale.ENGLISH).contains("11 of 20: not sufficient"));
        assertThrows(IllegalArgumentException.class, () -> usual.withIndex(21));
        assertThrows(
                IllegalArgumentException.class, () -> FormatAssessment.of(body, LocalDate.of(2026, 3, 12), List.of()));
    }

    @Test
    void theAssessmentIsPdfAAndTheSameTwice() throws Exception {
        FormatAssessment several = assessment("session/session.mp4", "variants/rv-h264.mkv", "variants/rv-empty.mp4");
        Path first = folder.resolve("first.pdf");
        Path second = folder.resolve("second.pdf");
        several.writePdf(Locale.ITALIAN, first);
        several.writePdf(Locale.ITALIAN, second);
        assertEquals(List.of(), PdfConformance.violations(first, PDFAFlavour.PDFA_2_A));
        assertEquals(List.of(), PdfConformance.violations(first, PDFAFlavour.PDFUA_1));
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    @Test
    void aMigrationThatKeepsTheStreamsHasNoAnomaly() throws Exception {
        FormatMigration migration = FormatMigration.of(
                FormatMigration.Kind.TRANSWRAPPING,
                media("variants/rv-h264.mkv"),
                media("variants/rv-faststart.mp4"),
                BEGUN,
                ENDED,
                "ffmpeg 5.1");
        assertEquals(List.of(), migration.anomalies());
        Path register = folder.resolve("register.pdf");
        MigrationLog log = MigrationLog.of(body).with(migration);
        log.writePdf(Locale.ITALIAN, register);
        assertEquals(List.of(), PdfConformance.violations(register, PDFAFlavour.PDFA_2_A));
        String page = log.html(Locale.ITALIAN);
        for (String told : List.of(
                migration.source().fingerprint().digest().hex(),
                migration.target().fingerprint().digest().hex(),
                "ffmpeg 5.1",
                "trans-wrapping",
                "fmt/569",
                "fmt/199")) {
            assertTrue(page.contains(told), told + " in " + page);
        }
    }

    @Test
    void whatAMigrationLostIsNamed() throws Exception {
        FormatMigration migration = FormatMigration.of(
                FormatMigration.Kind.TRANSWRAPPING,
                media("session/session.mp4"),
                media("variants/rv-hevc.mp4"),
                BEGUN,
                ENDED,
                "ffmpeg 5.1");
        List<String> anomalies =
                migration.anomalies().stream().map(text -> text.english()).toList();
        assertTrue(anomalies.stream().anyMatch(text -> text.startsWith("The length went from")), anomalies::toString);
        assertTrue(
                anomalies.stream().anyMatch(text -> text.startsWith("The content was coded anew")),
                anomalies::toString);
    }

    @Test
    void transcodingWithoutAMeasuredLossIsNotEntered() throws Exception {
        FormatMigration migration = FormatMigration.of(
                FormatMigration.Kind.TRANSCODING,
                media("variants/rv-hevc.mp4"),
                media("variants/rv-faststart.mp4"),
                BEGUN,
                ENDED,
                "ffmpeg 5.1");
        MigrationLog log = MigrationLog.of(body);
        assertThrows(IllegalArgumentException.class, () -> log.with(migration));
        assertEquals(
                1, log.with(migration.withLoss("PSNR 44.1 dB")).migrations().size());
        assertThrows(IllegalStateException.class, () -> log.html(Locale.ITALIAN));
    }
}
