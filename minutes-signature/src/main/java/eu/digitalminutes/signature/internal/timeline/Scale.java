// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedSet;

/**
 * Where an instant stands in the picture. A signature takes a second and a certificate lasts years: the order is true, a
 * longer time is a longer way, and no way is too short to be seen; but ten times the time is only a little more way.
 */
final class Scale {
    private static final double SHORTEST = 1;
    private static final double GROWTH = 0.3;

    private final Map<Instant, Double> places = new HashMap<>();

    Scale(SortedSet<Instant> instants, double left, double right) {
        Map<Instant, Double> ways = new HashMap<>();
        double way = 0;
        Iterator<Instant> all = instants.iterator();
        Instant last = all.next();
        ways.put(last, way);
        while (all.hasNext()) {
            Instant next = all.next();
            Duration between = Duration.between(last, next);
            way += SHORTEST + GROWTH * Math.log1p(between.getSeconds() + between.getNano() / 1e9);
            ways.put(next, way);
            last = next;
        }
        double whole = way;
        ways.forEach((instant, done) ->
                places.put(instant, whole == 0 ? (left + right) / 2 : left + done / whole * (right - left)));
    }

    double of(Instant instant) {
        Double place = places.get(instant);
        if (place == null) {
            throw new IllegalArgumentException("no place was made for " + instant);
        }
        return place;
    }
}
