// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import com.openhtmltopdf.extend.OutputDevice;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A picture as the shapes that it is made of, in its own coordinates.
 *
 * @param width of its view box
 * @param height of its view box
 * @param strokes what to fill or draw, from the back to the front
 */
record SvgShapes(double width, double height, List<Stroke> strokes) {
    /** One shape in one colour: filled, or drawn with a line of some width. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stroke(Shape shape, Color colour, double line, float @Nullable [] dashes) {}

    static SvgShapes of(Element picture, SvgGlyphs glyphs) {
        String[] box = picture.getAttribute("viewBox").strip().split("[ ,]+", -1);
        List<Stroke> strokes = new ArrayList<>();
        collect(picture, glyphs, strokes);
        return new SvgShapes(Double.parseDouble(box[2]), Double.parseDouble(box[3]), List.copyOf(strokes));
    }

    void draw(OutputDevice page, double x, double y, double scale) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(scale, scale);
        java.awt.Stroke before = page.getStroke();
        for (Stroke stroke : strokes) {
            page.setPaint(stroke.colour());
            Shape shape = place.createTransformedShape(stroke.shape());
            if (stroke.line() > 0) {
                page.setStroke(line(stroke, (float) scale));
                page.draw(shape);
            } else {
                page.fill(shape);
            }
        }
        page.setStroke(before);
    }

    private static BasicStroke line(Stroke stroke, float scale) {
        float width = (float) stroke.line() * scale;
        float[] dashes = stroke.dashes() == null ? null : stroke.dashes().clone();
        for (int i = 0; dashes != null && i < dashes.length; i++) {
            dashes[i] *= scale;
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0);
    }

    private static void collect(Element parent, SvgGlyphs glyphs, List<Stroke> strokes) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                Shape shape = shape(element, glyphs);
                if (shape != null) {
                    paint(element, shape, strokes);
                }
                collect(element, glyphs, strokes);
            }
        }
    }

    private static void paint(Element element, Shape shape, List<Stroke> strokes) {
        boolean open = element.getNodeName().equals("line");
        String fill = inherited(element, "fill", "#000000");
        if (!open && !fill.equals("none")) {
            strokes.add(new Stroke(shape, Color.decode(fill), 0, null));
        }
        String stroke = inherited(element, "stroke", "none");
        if (!stroke.equals("none")) {
            double width = Double.parseDouble(inherited(element, "stroke-width", "1"));
            strokes.add(new Stroke(shape, Color.decode(stroke), width, dashes(element)));
        }
    }

    private static float @Nullable [] dashes(Element element) {
        String[] lengths =
                inherited(element, "stroke-dasharray", "none").strip().split("[ ,]+", -1);
        if (lengths[0].equals("none")) {
            return null;
        }
        float[] dashes = new float[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            dashes[i] = Float.parseFloat(lengths[i]);
        }
        return dashes;
    }

    private static @Nullable Shape shape(Element element, SvgGlyphs glyphs) {
        return switch (element.getNodeName()) {
            case "rect" ->
                new RoundRectangle2D.Double(
                        number(element, "x"),
                        number(element, "y"),
                        number(element, "width"),
                        number(element, "height"),
                        2 * number(element, "rx"),
                        2 * number(element, "rx"));
            case "line" ->
                new Line2D.Double(
                        number(element, "x1"), number(element, "y1"), number(element, "x2"), number(element, "y2"));
            case "circle" -> {
                double r = number(element, "r");
                yield new Ellipse2D.Double(number(element, "cx") - r, number(element, "cy") - r, 2 * r, 2 * r);
            }
            case "polygon" -> polygon(element.getAttribute("points"));
            case "text" ->
                glyphs.line(
                        element.getTextContent(),
                        number(element, "x"),
                        number(element, "y"),
                        Double.parseDouble(inherited(element, "font-size", "16")),
                        inherited(element, "text-anchor", "start"));
            default -> null;
        };
    }

    private static Shape polygon(String points) {
        String[] numbers = points.strip().split("[ ,]+", -1);
        Path2D path = new Path2D.Double();
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            double x = Double.parseDouble(numbers[i]);
            double y = Double.parseDouble(numbers[i + 1]);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    private static double number(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    private static String inherited(Element element, String attribute, String otherwise) {
        for (Node node = element; node instanceof Element one; node = node.getParentNode()) {
            if (one.hasAttribute(attribute)) {
                return one.getAttribute(attribute);
            }
        }
        return otherwise;
    }
}
