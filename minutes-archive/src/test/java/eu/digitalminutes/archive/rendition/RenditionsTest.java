// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.digitalminutes.archive.Containers;
import eu.digitalminutes.archive.Sessions;
import eu.digitalminutes.archive.profile.AddedFile;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.task.Task;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What is made for preservation out of a signed container, and that nothing is left out in silence. */
class RenditionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

    @TempDir
    Path folder;

    private static List<String> names(MadeRenditions made) {
        return made.files().stream().map(AddedFile::name).toList();
    }

    private static List<String> leftOut(MadeRenditions made) {
        return made.report().findings().stream()
                .map(finding -> finding.code() + " " + finding.where())
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void captionsAndAssessmentAreMadeByThemselvesAndTheActWhereAsked() throws Exception {
        SignedMinutes signed = Containers.captioned(folder, 5_000);
        MadeRenditions made = Renditions.of(signed).on(DAY).make(Task.none());
        assertEquals(List.of("captions.it.ttml", "format-assessment.pdf"), names(made));
        assertEquals(List.of(), leftOut(made));
        AddedFile captions = made.files().get(0);
        String ttml = new String(captions.content(), StandardCharsets.UTF_8);
        assertTrue(ttml.contains("La seduta è aperta.") && ttml.contains("Anna Bianchi"), ttml);
        assertEquals("application/ttml+xml", captions.mediaType());
        assertEquals(List.of("captions.it.vtt"), captions.sources());
        assertTrue(captions.isNormalized());
        assertEquals(List.of("recording-1.mp4"), made.files().get(1).sources());
        assertEquals(
                List.of("captions.it.ttml", "format-assessment.pdf", "written-act.pdf"),
                names(Renditions.of(signed).withWrittenAct().make(Task.none())));
    }

    @Test
    void documentsArePdfAAndTheSameTwice() throws Exception {
        Renditions all = Renditions.of(Containers.captioned(folder, 5_000))
                .on(DAY)
                .assessed(one -> one.because("È letto ovunque.").withIndex(14))
                .withWrittenAct();
        List<AddedFile> first = all.make(Task.none()).files();
        List<AddedFile> second = all.make(Task.none()).files();
        for (int i = 0; i < first.size(); i++) {
            assertArrayEquals(
                    first.get(i).content(),
                    second.get(i).content(),
                    first.get(i).name());
            if (first.get(i).mediaType().equals("application/pdf")) {
                Path pdf = Files.write(
                        folder.resolve(first.get(i).name()), first.get(i).content());
                assertEquals(List.of(), PdfConformance.violations(pdf, PDFAFlavour.PDFA_2_A));
            }
        }
        assertEquals(3, first.size());
    }

    @Test
    void recordingWhoseFormatIsOnTheListNeedsNoAssessment() throws Exception {
        Path flac = Path.of(System.getProperty("minutes.shared", "../../shared"), "media", "variants", "rv-audio.flac");
        assumeTrue(Files.exists(flac), "the recordings are not at hand: " + flac);
        SignedMinutes signed = Containers.with(folder, ZipEntry.STORED, Files.readAllBytes(flac), Map.of());
        assertEquals(List.of(), names(Renditions.of(signed).make(Task.none())));
    }

    @Test
    void everyCaptionsFileGetsAPlainNameOfItsOwnAndTheTimeIndexIsNone() throws Exception {
        Map<String, byte[]> more = Map.of(
                "captions.it.vtt", bytes(Containers.CAPTIONS),
                "captions.de.vtt", bytes(Containers.CAPTIONS),
                "captions è.vtt", bytes(Containers.CAPTIONS),
                "captions à.vtt", bytes(Containers.CAPTIONS),
                "others.vtt", bytes(Containers.CAPTIONS));
        MadeRenditions made = Renditions.of(Containers.with(folder, ZipEntry.STORED, new byte[10], more))
                .make(Task.none());
        assertEquals(
                Set.of(
                        "captions.ttml",
                        "captions-2.ttml",
                        "captions.de.ttml",
                        "captions.it.ttml",
                        "format-assessment.pdf"),
                Set.copyOf(names(made)));
    }

    @Test
    void whatCannotBeMadeIsToldAndDoesNotStopTheRest() throws Exception {
        Map<String, byte[]> more = Map.of(
                "captions.it.vtt", bytes(Containers.CAPTIONS),
                "captions.de.vtt", bytes("no captions"),
                "captions.fr.vtt", new byte[(8 << 20) + 1]);
        MadeRenditions made = Renditions.of(Containers.with(folder, ZipEntry.STORED, new byte[10], more))
                .make(Task.none());
        assertEquals(List.of("captions.it.ttml", "format-assessment.pdf"), names(made));
        assertEquals(
                List.of("RENDITION_LEFT_OUT captions.de.vtt", "RENDITION_LEFT_OUT captions.fr.vtt"), leftOut(made));
        assertTrue(made.report().findings().get(0).message().english().contains("cannot be read as WebVTT"));
    }

    @Test
    void recordingThatIsCompressedInTheContainerIsNotUnpackedForItsHeaders() throws Exception {
        MadeRenditions made = Renditions.of(Containers.with(folder, ZipEntry.DEFLATED, new byte[10], Map.of()))
                .make(Task.none());
        assertEquals(List.of(), names(made));
        assertEquals(List.of("RENDITION_LEFT_OUT recording-1.mp4"), leftOut(made));
    }

    @Test
    void whatIsNoZipIsToldAndOneThatIsNotThereIsAFailure() throws Exception {
        Path container = Files.write(folder.resolve("verbale.asice"), new byte[100]);
        MadeRenditions made = Renditions.of(Sessions.ordinary(container)).make(Task.none());
        assertEquals(List.of("RENDITION_LEFT_OUT verbale.asice"), leftOut(made));
        Files.delete(container);
        assertThrows(
                NoSuchFileException.class,
                () -> Renditions.of(Sessions.ordinary(container)).make(Task.none()));
    }

    @Test
    void theWorkCanBeCancelled() throws Exception {
        SignedMinutes signed = Containers.captioned(folder, 5_000);
        assertThrows(
                CancelledException.class,
                () -> Renditions.of(signed).make(Task.none().cancellableBy(() -> true)));
    }
}
