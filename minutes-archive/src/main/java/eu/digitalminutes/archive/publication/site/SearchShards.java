// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.archive.internal.page.SiteStore;
import eu.digitalminutes.archive.publication.PublishedPart;
import eu.digitalminutes.core.exchange.captions.Captions;
import eu.digitalminutes.core.exchange.captions.Cue;
import eu.digitalminutes.core.internal.text.Html;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was said in the sessions of a year, for the search: scripts of bounded size, oldest session first, so that a new
 * session changes the last one only. They are made of published captions alone, so nothing secret can be in them.
 */
final class SearchShards {
    static final int LARGEST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path site;
    private final SiteStore store;
    private final int year;
    private final List<String> names = new ArrayList<>();
    private ObjectNode shard = JSON.createObjectNode();
    private int size;

    private SearchShards(Path site, SiteStore store, int year) {
        this.site = site;
        this.store = store;
        this.year = year;
    }

    /** Writes the shards of a year unless they are there already; gives their names below the site. */
    static List<String> write(
            Path site, SiteStore store, SiteState state, int year, List<SessionRecord> sessions, SiteWords words)
            throws IOException {
        String stamp = stamp(sessions, words);
        Optional<SiteState.Shards> made = state.shards(year);
        if (made.isPresent() && made.get().stamp().equals(stamp)) {
            List<String> names = IntStream.rangeClosed(1, made.get().count())
                    .mapToObj(number -> name(year, number))
                    .toList();
            if (names.stream().allMatch(name -> Files.isRegularFile(site.resolve(name)))) {
                names.forEach(store::keep);
                return names;
            }
        }
        SearchShards shards = new SearchShards(site, store, year);
        for (SessionRecord session :
                sessions.stream().sorted(SessionRecord.NEWEST_FIRST.reversed()).toList()) {
            shards.add(session, words.title(session.row()));
        }
        shards.end();
        state.put(year, new SiteState.Shards(stamp, shards.names.size()));
        return shards.names;
    }

    private static String stamp(List<SessionRecord> sessions, SiteWords words) {
        StringBuilder text = new StringBuilder();
        for (SessionRecord session :
                sessions.stream().sorted(SessionRecord.NEWEST_FIRST).toList()) {
            text.append(session.folder()).append(words.title(session.row()));
            for (PublishedPart part : session.parts()) {
                text.append(part);
                FileStamp captions = session.files().get(part.captions().orElse(""));
                text.append(captions == null ? "" : captions.sha256());
            }
        }
        return Stamps.of(text.toString());
    }

    private static String name(int year, int number) {
        return "search/" + year + "-" + number + ".js";
    }

    private void add(SessionRecord session, String title) throws IOException {
        for (PublishedPart part : session.parts()) {
            if (part.captions().isEmpty()) {
                continue;
            }
            Path vtt = site.resolve(session.folder() + part.captions().get());
            begin(session, title, part);
            for (Cue cue : Captions.readWebVtt(vtt).cues()) {
                if (size >= LARGEST) {
                    end();
                    begin(session, title, part);
                }
                String text = Html.plain(cue.text());
                lastLines()
                        .addArray()
                        .add(seconds(cue.from()))
                        .add(seconds(cue.to()))
                        .add(text);
                size += text.length() + 32;
            }
        }
    }

    private void begin(SessionRecord session, String title, PublishedPart part) {
        shard.withArray("parts")
                .addObject()
                .put("page", session.folder())
                .put("title", title)
                .put("part", part.number())
                .put("file", part.file())
                .putArray("lines");
        size += 200;
    }

    private ArrayNode lastLines() {
        ArrayNode parts = shard.withArray("parts");
        return (ArrayNode) parts.get(parts.size() - 1).path("lines");
    }

    private void end() throws IOException {
        if (shard.isEmpty()) {
            return;
        }
        String name = name(year, names.size() + 1);
        store.put(name, "minutesSearch(" + json() + ");\n");
        names.add(name);
        shard = JSON.createObjectNode();
        size = 0;
    }

    private String json() {
        try {
            return JSON.writeValueAsString(shard).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can always be written", e);
        }
    }

    private static BigDecimal seconds(Duration offset) {
        BigDecimal plain = BigDecimal.valueOf(offset.toMillis(), 3).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** The years of some sessions, the newest first. */
    static List<Integer> years(List<SessionRecord> sessions) {
        return sessions.stream()
                .map(session -> session.row().year())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
