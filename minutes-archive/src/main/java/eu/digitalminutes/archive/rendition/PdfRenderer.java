// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import eu.digitalminutes.core.content.PageRenderer;
import eu.digitalminutes.core.content.PendingFile;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Lays out one page of XHTML as PDF/A-2a and PDF/UA-1 (<i>documento in formato PDF/A</i>), from the page, the font and
 * the colours alone: it loads nothing that the page might name.
 *
 * <p>Of SVG in the page it draws what simple pictures are made of: groups, rectangles, lines, circles, polygons and lines
 * of text, with attributes, not style sheets; the picture's title becomes its alternative text. Every text is in
 * Liberation Sans.
 *
 * @see <a href="https://www.iso.org/standard/50655.html">ISO 19005-2, PDF/A-2</a>
 */
public final class PdfRenderer implements PageRenderer {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private PdfRenderer() {}

    /**
     * The renderer; it keeps nothing between pages and serves several threads.
     *
     * @return a renderer
     */
    public static PdfRenderer pdfA() {
        return new PdfRenderer();
    }

    @Override
    public void render(String page, OffsetDateTime dated, Path target) throws IOException {
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(dated, "dated");
        try (PendingFile pending = PendingFile.forTarget(target)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(pending.path()))) {
                write(page, dated, out);
            } catch (IOException e) {
                throw pending.failure(e);
            }
            pending.commit();
        }
    }

    /** The document in memory. */
    static byte[] bytes(String page, OffsetDateTime dated) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(page, dated, out);
        return out.toByteArray();
    }

    private static void write(String page, OffsetDateTime dated, OutputStream out) throws IOException {
        RenderingLog.install();
        try (SvgDrawer pictures = new SvgDrawer(PdfRenderer::font);
                PDDocument document = new DatedDocument(dated)) {
            document.setDocumentId(dated.toInstant().toEpochMilli());
            new PdfRendererBuilder()
                    .usePDDocument(document)
                    .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
                    .usePdfUaAccessibility(true)
                    .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                    .useFont(PdfRenderer::font, "Liberation Sans")
                    .useSVGDrawer(pictures)
                    .withProducer("minutes, openhtmltopdf, Apache PDFBox")
                    .useExternalResourceAccessControl(
                            (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .withHtmlContent(page, null)
                    .toStream(out)
                    .run();
        }
    }

    private static InputStream font() {
        InputStream font = PDDocument.class.getResourceAsStream(FONT);
        if (font == null) {
            throw new IllegalStateException("PDFBox no longer has " + FONT);
        }
        return font;
    }

    /** A document that is as old as what it tells, whatever the clock says: the same facts give the same bytes. */
    private static final class DatedDocument extends PDDocument {
        private final Calendar date;

        DatedDocument(OffsetDateTime dated) {
            date = GregorianCalendar.from(dated.toZonedDateTime());
        }

        @Override
        public void setDocumentInformation(PDDocumentInformation info) {
            info.setCreationDate(date);
            info.setModificationDate(date);
            super.setDocumentInformation(info);
        }
    }
}
