// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.timeline;

import eu.digitalminutes.core.internal.text.Html;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The picture: a lane for each signature, all on one scale of time, with a line for the instant of the verification.
 *
 * <p>It needs no style sheet: its attributes say all, so that it is the same alone, in a page and in a PDF.
 *
 * @param title what it shows, for those who do not see it
 * @param description what can be seen in it, in sentences
 * @param at the instant of the verification
 * @param atText what to write at its line
 * @param note what to know about the scale
 * @param legend what a ring, a diamond, a disc and a cross stand for, in this order
 * @param lanes from the top to the bottom
 */
public record Timeline(
        String title,
        String description,
        Instant at,
        String atText,
        String note,
        List<String> legend,
        List<Lane> lanes) {
    private static final int WIDTH = 960;
    private static final int LEFT = 184;
    private static final int RIGHT = 940;
    private static final int TOP = 30;
    private static final int HEAD = 34;
    private static final int ROW = 24;
    private static final int FOOT = 30;
    private static final double LETTER = 6.4;
    private static final int TITLE_LETTERS = 90;
    private static final int LABEL_LETTERS = 26;

    /** A picture. */
    public Timeline {
        legend = List.copyOf(legend);
        lanes = List.copyOf(lanes);
    }

    /** The picture as an SVG element, which is a document as well. */
    public String svg() {
        SortedSet<Instant> instants = new TreeSet<>(List.of(at));
        lanes.forEach(lane -> lane.rows().forEach(row -> instants.addAll(row.instants())));
        Scale scale = new Scale(instants, LEFT + 10, RIGHT);
        int height = TOP + FOOT;
        for (Lane lane : lanes) {
            height += HEAD + ROW * lane.rows().size();
        }
        Html svg = new Html();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-labelledby",
                "timeline-title timeline-description",
                "font-family",
                "Titillium Web, Liberation Sans, Helvetica, Arial, sans-serif",
                "font-size",
                "12",
                "fill",
                Tone.PLAIN.strong());
        svg.element("title", title, "id", "timeline-title");
        svg.element("desc", description, "id", "timeline-description").raw("\n");
        svg.open("rect", "width", "" + WIDTH, "height", "" + height, "fill", "#ffffff")
                .closeLine();
        verification(svg, scale.of(at), height - FOOT);
        int y = TOP;
        for (Lane lane : lanes) {
            lane(svg, lane, y, scale);
            y += HEAD + ROW * lane.rows().size();
        }
        foot(svg, y + 20);
        return svg.close().toString();
    }

    private void foot(Html svg, int y) {
        Row.Sign[] signs = {Row.Sign.RING, Row.Sign.DIAMOND, Row.Sign.DISC, Row.Sign.CROSS};
        double x = 8;
        for (int i = 0; i < legend.size(); i++) {
            sign(svg, signs[i], x, y - 4, Tone.PLAIN.strong());
            word(svg, legend.get(i), x + 12, y - 4, "start");
            x += 40 + legend.get(i).length() * LETTER;
        }
        svg.element("text", note, "x", number(x), "y", number(y), "font-size", "11", "fill", "#455b71")
                .raw("\n");
    }

    private void verification(Html svg, double x, int bottom) {
        // Under the bars and words, which stay legible where they cross it.
        line(svg, x, TOP - 6, x, bottom, "#6b8199", "1.5", "5 4");
        boolean fits = x + atText.length() * LETTER / 2 < WIDTH;
        svg.element(
                        "text",
                        atText,
                        "x",
                        number(fits ? x : WIDTH - 2),
                        "y",
                        number(TOP - 12),
                        "text-anchor",
                        fits ? "middle" : "end")
                .raw("\n");
    }

    private static void lane(Html svg, Lane lane, int top, Scale scale) {
        line(svg, 0, top + 4, WIDTH, top + 4, "#b8c4d0", "1", "");
        svg.open(
                        "circle",
                        "cx",
                        "6",
                        "cy",
                        number(top + 20),
                        "r",
                        "5",
                        "fill",
                        lane.tone().strong())
                .close();
        svg.element(
                        "text",
                        cut(lane.title() + " – " + lane.outcome(), TITLE_LETTERS),
                        "x",
                        "18",
                        "y",
                        number(top + 25),
                        "font-size",
                        "14")
                .raw("\n");
        int y = top + HEAD + ROW / 2;
        for (Row row : lane.rows()) {
            svg.element("text", cut(row.label(), LABEL_LETTERS), "x", "18", "y", number(y + 4), "fill", "#455b71");
            row(svg, row, y, scale);
            y += ROW;
        }
    }

    private static void row(Html svg, Row row, int y, Scale scale) {
        double from = scale.of(row.from());
        double to = row.to() == null ? from : scale.of(row.to());
        if (row.to() != null) {
            svg.open(
                            "rect",
                            "x",
                            number(Math.min(from, to)),
                            "y",
                            number(y - 8),
                            "width",
                            number(Math.max(Math.abs(to - from), 1)),
                            "height",
                            "16",
                            "rx",
                            "3",
                            "fill",
                            row.tone().pale())
                    .close();
        }
        sign(svg, row.sign(), from, y, row.tone().strong());
        words(svg, row, y, from, to);
        svg.raw("\n");
    }

    /** Both texts in the bar where there is room, else one after the other where there is room for that. */
    private static void words(Html svg, Row row, int y, double from, double to) {
        double gap = row.sign() == Row.Sign.NONE ? 6 : 12;
        double first = row.text().length() * LETTER;
        double second = row.endText().length() * LETTER;
        if (second > 0 && to - from > gap + first + second + 18) {
            word(svg, row.text(), from + gap, y, "start");
            word(svg, row.endText(), to - 6, y, "end");
            return;
        }
        String text = row.endText().isEmpty() ? row.text() : row.text() + " – " + row.endText();
        boolean fits = from + gap + text.length() * LETTER < WIDTH;
        word(svg, text, fits ? from + gap : from - gap, y, fits ? "start" : "end");
    }

    private static void word(Html svg, String text, double x, int y, String anchor) {
        svg.element("text", text, "x", number(x), "y", number(y + 4), "text-anchor", anchor);
    }

    private static void sign(Html svg, Row.Sign sign, double x, int y, String colour) {
        switch (sign) {
            case RING ->
                svg.open(
                                "circle",
                                "cx",
                                number(x),
                                "cy",
                                "" + y,
                                "r",
                                "5",
                                "fill",
                                "#ffffff",
                                "stroke",
                                colour,
                                "stroke-width",
                                "2")
                        .close();
            case DISC ->
                svg.open("circle", "cx", number(x), "cy", "" + y, "r", "5", "fill", colour)
                        .close();
            case DIAMOND ->
                svg.open(
                                "polygon",
                                "points",
                                String.format(
                                        Locale.ROOT,
                                        "%.1f,%d %.1f,%d %.1f,%d %.1f,%d",
                                        x,
                                        y - 7,
                                        x + 7,
                                        y,
                                        x,
                                        y + 7,
                                        x - 7,
                                        y),
                                "fill",
                                colour)
                        .close();
            case CROSS -> {
                line(svg, x - 5, y - 5, x + 5, y + 5, colour, "3", "");
                line(svg, x - 5, y + 5, x + 5, y - 5, colour, "3", "");
            }
            case NONE -> {}
        }
    }

    private static void line(
            Html svg, double x1, double y1, double x2, double y2, String colour, String width, String dashes) {
        svg.open(
                        "line",
                        "x1",
                        number(x1),
                        "y1",
                        number(y1),
                        "x2",
                        number(x2),
                        "y2",
                        number(y2),
                        "stroke",
                        colour,
                        "stroke-width",
                        width,
                        "stroke-dasharray",
                        dashes.isEmpty() ? "none" : dashes)
                .close();
    }

    private static String cut(String text, int letters) {
        String plain = Html.plain(text).replaceAll("\\s+", " ");
        return plain.codePointCount(0, plain.length()) <= letters
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, letters - 1)) + "…";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
