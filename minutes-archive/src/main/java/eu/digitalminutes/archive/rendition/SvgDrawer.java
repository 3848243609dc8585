// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Draws the simple pictures of our own pages. The library that the renderer would use for any SVG is larger than the
 * renderer itself, and reads scripts, fonts and addresses that we do not want read.
 */
final class SvgDrawer implements SVGDrawer {
    private final Supplier<InputStream> font;

    SvgDrawer(Supplier<InputStream> font) {
        this.font = font;
    }

    @Override
    public SVGImage buildSVGImage(
            Element picture, Box box, CssContext context, double width, double height, double dotsPerPixel) {
        // The renderer takes the alternative text of a figure from this attribute, which SVG does not have.
        picture.setAttribute("alt", title(picture));
        try {
            return new Image(SvgShapes.of(picture, SvgGlyphs.of(font)), width, dotsPerPixel);
        } catch (IOException e) {
            throw new IllegalStateException("the font in PDFBox's jar can be read", e);
        }
    }

    private static String title(Element picture) {
        NodeList titles = picture.getElementsByTagName("title");
        return titles.getLength() == 0 ? "" : titles.item(0).getTextContent();
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> fontFaces, SharedContext shared) {
        // Pictures have the one font.
    }

    @Override
    public void addFontFile(File fontFile, String family, Integer weight, FontStyle style) {
        // Pictures have the one font.
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    /** A picture at the size that the page gives it; the proportions stay. */
    private record Image(SvgShapes shapes, double wanted, double dotsPerPixel) implements SVGImage {
        private double scale() {
            return wanted > 0 ? wanted / shapes.width() : dotsPerPixel;
        }

        @Override
        public int getIntrinsicWidth() {
            return (int) Math.round(shapes.width() * scale());
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) Math.round(shapes.height() * scale());
        }

        @Override
        public void drawSVG(OutputDevice page, RenderingContext context, double x, double y) {
            shapes.draw(page, x, y, scale());
        }
    }
}
