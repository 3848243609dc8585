// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The letters of a picture as outlines of the font, so that a picture needs no font in the document, and none of the
 * machine either.
 */
final class SvgGlyphs {
    private final TrueTypeFont font;
    private final CmapLookup letters;

    private SvgGlyphs(TrueTypeFont font, CmapLookup letters) {
        this.font = font;
        this.letters = letters;
    }

    static SvgGlyphs of(Supplier<InputStream> file) throws IOException {
        try (InputStream in = file.get()) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            return new SvgGlyphs(font, font.getUnicodeCmapLookup());
        }
    }

    /** One line of text; what the font lacks becomes a number sign, as in the rest of the document. */
    Shape line(String text, double x, double y, double size, String anchor) {
        try {
            Path2D outline = new Path2D.Double();
            double advance = 0;
            for (int point : text.codePoints().toArray()) {
                int glyph = letters.getGlyphId(point);
                glyph = glyph == 0 ? letters.getGlyphId('#') : glyph;
                GlyphData data = font.getGlyph().getGlyph(glyph);
                if (data != null) {
                    outline.append(
                            AffineTransform.getTranslateInstance(advance, 0).createTransformedShape(data.getPath()),
                            false);
                }
                advance += font.getAdvanceWidth(glyph);
            }
            double scale = size / font.getUnitsPerEm();
            double back = anchor.equals("middle") ? 0.5 : anchor.equals("end") ? 1 : 0;
            return new AffineTransform(scale, 0, 0, -scale, x - back * advance * scale, y)
                    .createTransformedShape(outline);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
