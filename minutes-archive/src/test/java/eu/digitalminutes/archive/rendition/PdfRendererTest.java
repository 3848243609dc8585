// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PdfRendererTest {
    private static final OffsetDateTime DATED = OffsetDateTime.parse("2026-03-12T18:14:39+01:00");
    private static final String RED = "#b3141c";
    private static final String PICTURE =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\" role=\"img\""
                    + " fill=\"#006b3d\"><title>Figura</title><desc>Descrizione</desc><g stroke=\"" + RED
                    + "\" stroke-width=\"2\"><rect x=\"1\" y=\"1\" width=\"98\" height=\"48\" rx=\"3\"/>"
                    + "<line x1=\"0\" y1=\"0\" x2=\"100\" y2=\"50\" stroke-dasharray=\"3 2\"/></g>"
                    + "<circle cx=\"50\" cy=\"25\" r=\"8\" fill=\"#0059b3\"/><polygon points=\"5,5 15,5 10,15\"/>"
                    + "<text x=\"95\" y=\"45\" font-size=\"8\" text-anchor=\"end\">perch\u00e9 \u2191 \u6f22 \ud83d\ude00</text></svg>";

    @TempDir
    Path folder;

    private Path rendered(String picture) throws IOException {
        Path pdf = Files.createTempDirectory(folder, "pdf").resolve("page.pdf");
        String page =
                "<!DOCTYPE html>\n<html lang=\"it\" xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Prova</title>"
                        + "<meta name=\"subject\" content=\"Prova\"/><style>* { font-family: 'Liberation Sans'; }"
                        + " svg { width: 100mm; }</style></head><body><h1>Prova</h1><div>" + picture
                        + "</div></body></html>";
        PdfRenderer.pdfA().render(page, DATED, pdf);
        return pdf;
    }

    @Test
    void aPageWithAPictureIsPdfAAndPdfUa() throws Exception {
        Path pdf = rendered(PICTURE);
        assertEquals(List.of(), PdfConformance.violations(pdf, PDFAFlavour.PDFA_2_A));
        assertEquals(List.of(), PdfConformance.violations(pdf, PDFAFlavour.PDFUA_1));
    }

    @Test
    void thePictureIsDrawnInItsColours() throws Exception {
        BufferedImage with = drawn(rendered(PICTURE));
        BufferedImage without = drawn(rendered("-"));
        assertTrue(count(with, 0x0059b3) > 50, "the disc");
        assertTrue(count(with, 0xb3141c) > 50, "the frame");
        assertTrue(count(with, 0x006b3d) > 500, "the rectangle");
        assertEquals(0, count(without, 0x0059b3));
    }

    @Test
    void theSamePageGivesTheSameBytes() throws Exception {
        assertArrayEquals(Files.readAllBytes(rendered(PICTURE)), Files.readAllBytes(rendered(PICTURE)));
        assertNotEquals(-1, Files.mismatch(rendered(PICTURE), rendered("-")));
    }

    @Test
    void nothingIsLoadedThatAPageNames() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "segreto");
        Path pdf = rendered("<img src=\"" + secret.toUri() + "\" alt=\"x\"/>");
        assertTrue(Files.size(pdf) > 0);
    }

    @Test
    void aFailureLeavesTheTargetAsItWas() throws IOException {
        Path target = Files.writeString(folder.resolve("page.pdf"), "before");
        assertThrows(Exception.class, () -> PdfRenderer.pdfA().render("<html>", DATED, target));
        assertEquals("before", Files.readString(target));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    private static BufferedImage drawn(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFRenderer(document).renderImageWithDPI(0, 60);
        }
    }

    private static long count(BufferedImage image, int colour) {
        long count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                count += (image.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
            }
        }
        return count;
    }
}
