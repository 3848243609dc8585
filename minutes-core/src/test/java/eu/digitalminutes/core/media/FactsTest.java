// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every recording of the catalogue is told as the catalogue tells it; where we differ, {@code differences.properties}
 * says so and the README beside it says why.
 */
class FactsTest {
    /** A length may differ by that much, or by one frame or packet. */
    private static final double SECONDS = 0.05;

    @Test
    void everyRecordingIsToldAsTheCatalogueTellsIt() throws IOException {
        assumeTrue(MediaCatalogue.present(), "the catalogue of recordings is not here: skipped");
        Map<String, String> found = new TreeMap<>();
        for (Map<String, String> row : MediaCatalogue.rows()) {
            String differences =
                    String.join("; ", differences(row, MediaProbe.probe(MediaCatalogue.file(row.get("file")))));
            if (!differences.isEmpty()) {
                found.put(row.get("file"), differences);
            }
        }
        Map<String, String> argued = new TreeMap<>();
        argued().forEach((file, difference) -> argued.put(file.toString(), difference.toString()));
        assertEquals(lines(argued), lines(found));
    }

    private static String lines(Map<String, String> differences) {
        StringBuilder text = new StringBuilder();
        differences.forEach((file, difference) ->
                text.append(file).append('=').append(difference).append('\n'));
        return text.toString();
    }

    private static Properties argued() throws IOException {
        try (InputStream in = FactsTest.class.getResourceAsStream("facts/differences.properties")) {
            Properties argued = new Properties();
            argued.load(new InputStreamReader(assertNotNullStream(in), StandardCharsets.UTF_8));
            return argued;
        }
    }

    private static InputStream assertNotNullStream(InputStream in) {
        assertNotNull(in, "facts/differences.properties");
        return in;
    }

    private static List<String> differences(Map<String, String> row, MediaFacts facts) {
        List<String> differences = new ArrayList<>();
        String container = facts.container() == MediaContainer.NONE
                ? ""
                : facts.container().name();
        compare(differences, "container", row.get("container"), container, true);
        for (TrackKind kind : List.of(TrackKind.VIDEO, TrackKind.AUDIO)) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            List<MediaTrack> tracks = facts.tracks().stream()
                    .filter(track -> track.kind() == kind)
                    .toList();
            boolean read = !row.get("container").isEmpty();
            compare(differences, name, read ? row.get("n_" + name) : "", String.valueOf(tracks.size()), false);
            if (!tracks.isEmpty()) {
                compare(
                        differences,
                        "codec",
                        row.get(name + "_codec"),
                        tracks.get(0).codec(),
                        false);
                compare(
                        differences,
                        "profile",
                        row.get(name + "_profile"),
                        tracks.get(0).profile(),
                        false);
            }
        }
        length(differences, row, facts);
        compare(differences, "complete", row.get("complete"), lower(facts.complete()), false);
        compare(differences, "preservation", row.get("agid_preservation"), lower(facts.preservation()), false);
        String expected = row.get("expected").equals("structure-ok") ? "ok" : row.get("expected");
        compare(differences, "condition", expected, lower(facts.condition()), false);
        return differences;
    }

    /** What the catalogue leaves open is not compared, except the container. */
    private static void compare(
            List<String> differences, String what, String expected, String found, boolean openCounts) {
        if (!expected.equals(found) && (openCounts || !expected.isEmpty())) {
            differences.add(what + " " + expected + " > " + found);
        }
    }

    private static void length(List<String> differences, Map<String, String> row, MediaFacts facts) {
        if (row.get("duration_s").isEmpty()) {
            return;
        }
        double expected = Double.parseDouble(row.get("duration_s"));
        double found =
                facts.duration().map(duration -> duration.toNanos() / 1e9).orElse(-1.0);
        if (Math.abs(expected - found) > Math.max(SECONDS, frame(row))) {
            differences.add(String.format(Locale.ROOT, "seconds %.3f > %.3f", expected, found));
        }
    }

    private static double frame(Map<String, String> row) {
        String[] rate = row.get("r_frame_rate").split("/");
        return rate.length < 2 ? 0 : Double.parseDouble(rate[1]) / Double.parseDouble(rate[0]);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
