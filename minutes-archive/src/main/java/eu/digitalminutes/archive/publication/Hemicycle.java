// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.internal.text.Html;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The vote drawn as seats in a half circle (<i>emiciclo</i>), groups side by side. Colour, shape and letter each say the
 * same, so that none is needed.
 */
final class Hemicycle {
    private static final double CENTRE_X = 200;
    private static final double CENTRE_Y = 190;
    private static final double OUTER = 168;
    private static final double INNER = 92;

    private Hemicycle() {}

    private record Place(double x, double y, double angle) {}

    static void write(Html html, Words words, List<Ballot> ballots, String id, Tally tally) {
        List<Ballot> seated = grouped(ballots);
        int rows = rows(seated.size());
        List<Place> places = places(seated.size(), rows);
        double size = size(seated.size(), rows);
        html.open(
                "svg",
                "class",
                "hemicycle",
                "viewBox",
                "0 0 400 220",
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc",
                "xmlns",
                "http://www.w3.org/2000/svg");
        html.element("title", words.say("hemicycle.title"), "id", id + "-title");
        html.element(
                        "desc",
                        words.say(
                                "hemicycle.desc",
                                tally.yes(),
                                tally.no(),
                                tally.abstained(),
                                count(ballots, Ballot.Mark.ABSENT)),
                        "id",
                        id + "-desc")
                .raw("\n");
        for (int i = 0; i < seated.size(); i++) {
            seat(html, words, seated.get(i), places.get(i), size);
        }
        html.element(
                "text", words.number(tally.yes()), "class", "sum", "x", "200", "y", "164", "text-anchor", "middle");
        html.element(
                "text",
                words.say("hemicycle.sum", tally.counted()),
                "class",
                "sum-label",
                "x",
                "200",
                "y",
                "192",
                "text-anchor",
                "middle");
        html.closeLine();
    }

    /** The mark beside a row of the table. */
    static void key(Html html, Words words, Ballot.Mark mark) {
        html.open(
                "svg",
                "class",
                "key",
                "viewBox",
                "-12 -12 24 24",
                "aria-hidden",
                "true",
                "focusable",
                "false",
                "xmlns",
                "http://www.w3.org/2000/svg");
        html.open("g", "class", style(mark));
        shape(html, mark, 11);
        letter(html, words, mark, 11);
        html.close().close().text(" ");
    }

    private static void seat(Html html, Words words, Ballot ballot, Place place, double size) {
        html.open(
                "g",
                "class",
                style(ballot.mark()),
                "transform",
                "translate(" + dot(place.x()) + " " + dot(place.y()) + ")");
        html.element(
                "title",
                words.say(
                        "hemicycle.seat",
                        ballot.seat().person().fullName(),
                        words.say("mark." + style(ballot.mark()))));
        shape(html, ballot.mark(), size);
        letter(html, words, ballot.mark(), size);
        html.closeLine();
    }

    private static void shape(Html html, Ballot.Mark mark, double size) {
        switch (mark) {
            case YES, UNKNOWN, ABSENT -> html.open("circle", "r", dot(size)).close();
            case NO -> {
                double half = size * 0.9;
                html.open("rect", "x", dot(-half), "y", dot(-half), "width", dot(2 * half), "height", dot(2 * half))
                        .close();
            }
            case ABSTAINED -> {
                double reach = size * 1.2;
                html.open(
                                "path",
                                "d",
                                "M0 " + dot(-reach) + "L" + dot(reach) + " 0L0 " + dot(reach) + "L" + dot(-reach)
                                        + " 0Z")
                        .close();
            }
            case NOT_VOTING -> {
                double side = size * 1.08;
                html.open(
                                "path",
                                "d",
                                "M" + dot(-side) + " 0L" + dot(-side / 2) + " " + dot(-side * 0.866) + "H"
                                        + dot(side / 2) + "L" + dot(side) + " 0L" + dot(side / 2) + " "
                                        + dot(side * 0.866) + "H" + dot(-side / 2) + "Z")
                        .close();
            }
        }
    }

    private static void letter(Html html, Words words, Ballot.Mark mark, double size) {
        html.element(
                "text",
                words.say("letter." + style(mark)),
                "text-anchor",
                "middle",
                "y",
                dot(size * 0.38),
                "font-size",
                dot(size * 1.1));
    }

    private static String style(Ballot.Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long count(List<Ballot> ballots, Ballot.Mark mark) {
        return ballots.stream().filter(ballot -> ballot.mark() == mark).count();
    }

    /** Groups in the order in which they first appear; who has none sits where the list has them. */
    private static List<Ballot> grouped(List<Ballot> ballots) {
        Map<String, List<Ballot>> groups = new LinkedHashMap<>();
        for (Ballot ballot : ballots) {
            groups.computeIfAbsent(ballot.seat().group(), group -> new ArrayList<>())
                    .add(ballot);
        }
        return groups.values().stream().flatMap(List::stream).toList();
    }

    private static int rows(int seats) {
        return seats <= 11 ? 1 : seats <= 26 ? 2 : seats <= 45 ? 3 : 4;
    }

    private static double radius(int row, int rows) {
        return rows == 1 ? (OUTER + INNER) / 2 + 26 : INNER + (OUTER - INNER) * row / (rows - 1);
    }

    private static double size(int seats, int rows) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            total += radius(row, rows);
        }
        double along = Math.PI * total / Math.max(1, seats) / 2.6;
        double across = rows == 1 ? 20 : (OUTER - INNER) / (rows - 1) / 2.5;
        return Math.min(20, Math.min(along, across));
    }

    /** Longer rows take more seats; then all places in the order of their angle, so that groups become wedges. */
    private static List<Place> places(int seats, int rows) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            total += radius(row, rows);
        }
        List<Place> places = new ArrayList<>();
        double passed = 0;
        for (int row = 0; row < rows; row++) {
            double radius = radius(row, rows);
            passed += radius;
            int until = (int) Math.round(seats * passed / total);
            int inRow = until - places.size();
            for (int i = 0; i < inRow; i++) {
                double angle = inRow == 1 ? Math.PI / 2 : Math.PI * i / (inRow - 1);
                places.add(new Place(CENTRE_X - radius * Math.cos(angle), CENTRE_Y - radius * Math.sin(angle), angle));
            }
        }
        places.sort(Comparator.comparingDouble(Place::angle).thenComparingDouble(Place::x));
        return places;
    }

    private static String dot(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.equals("-0.0") ? "0.0" : text;
    }
}
