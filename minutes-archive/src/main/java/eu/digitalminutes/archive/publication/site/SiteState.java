// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.archive.publication.PublishedPart;
import eu.digitalminutes.core.content.FileNames;
import eu.digitalminutes.core.content.PendingFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which source made which page, kept in the site. Without it, everything is compared and written anew. */
final class SiteState {
    private static final Logger LOG = LoggerFactory.getLogger(SiteState.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORM = 1;

    private final TreeMap<String, SessionRecord> records = new TreeMap<>();
    private final TreeMap<Integer, Shards> shards = new TreeMap<>();

    /**
     * The search over a year.
     *
     * @param stamp the digest of what it was made of
     * @param count how many scripts it has
     */
    record Shards(String stamp, int count) {}

    Optional<Shards> shards(int year) {
        return Optional.ofNullable(shards.get(year));
    }

    void put(int year, Shards made) {
        shards.put(year, made);
    }

    void keepOnlyYears(List<Integer> years) {
        shards.keySet().retainAll(years);
    }

    Optional<SessionRecord> of(String source) {
        return Optional.ofNullable(records.get(source));
    }

    void put(SessionRecord record) {
        records.put(record.source(), record);
    }

    void remove(String source) {
        records.remove(source);
    }

    List<SessionRecord> all() {
        return List.copyOf(records.values());
    }

    static SiteState read(Path file) throws IOException {
        SiteState state = new SiteState();
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            if (root.path("form").asInt() == FORM) {
                for (JsonNode node : root.path("sessions")) {
                    state.put(record(node));
                }
                for (JsonNode node : root.path("search")) {
                    Shards made = new Shards(
                            node.path("stamp").asText(), node.path("count").asInt());
                    state.put(node.path("year").asInt(), made);
                }
            }
        } catch (NoSuchFileException e) {
            return state;
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            LOG.warn("the state of the site cannot be read: every page is compared anew ({})", e.getMessage());
            return new SiteState();
        }
        return state;
    }

    private static SessionRecord record(JsonNode node) {
        TreeMap<String, FileStamp> files = new TreeMap<>();
        for (Map.Entry<String, JsonNode> one : node.path("files").properties()) {
            files.put(
                    one.getKey(),
                    new FileStamp(
                            one.getValue().path("bytes").asLong(),
                            one.getValue().path("modified").asLong(),
                            one.getValue().path("sha256").asText()));
        }
        List<PublishedPart> parts = new ArrayList<>();
        for (JsonNode part : node.path("parts")) {
            parts.add(new PublishedPart(
                    part.path("number").asInt(),
                    FileNames.requirePortable(part.path("file").asText()),
                    Optional.ofNullable(part.get("captions"))
                            .map(JsonNode::asText)
                            .map(FileNames::requirePortable)));
        }
        JsonNode row = node.path("row");
        return new SessionRecord(
                node.path("source").asText(),
                node.path("stamp").asText(),
                node.path("acts").asText(),
                requireBelow(node.path("folder").asText()),
                new SessionRecord.Row(
                        row.path("meeting").asText(),
                        row.path("body").asText(),
                        row.path("organ").asText(),
                        row.path("year").asInt(),
                        row.path("number").asInt(),
                        row.path("kind").asText(),
                        OffsetDateTime.parse(row.path("began").asText()),
                        row.path("items").asInt(),
                        row.path("state").asText()),
                parts,
                files,
                texts(node.path("withheld")),
                texts(node.path("secretItems")));
    }

    /** The state lies where others may write: it must not name folders outside. */
    private static String requireBelow(String folder) {
        if (!folder.isEmpty() && !folder.matches("sessions/\\d{4}/[a-z0-9-]+/[a-z0-9-]+/")) {
            throw new IllegalArgumentException("no folder of a session: " + folder);
        }
        return folder;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** Writes the state, unless it is the same. */
    void write(Path file) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("form", FORM);
        ArrayNode sessions = root.putArray("sessions");
        records.values().forEach(record -> fill(sessions.addObject(), record));
        ArrayNode search = root.putArray("search");
        shards.forEach((year, made) ->
                search.addObject().put("year", year).put("stamp", made.stamp()).put("count", made.count()));
        byte[] content = (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            PendingFile.write(file, content);
        }
    }

    private static void fill(ObjectNode node, SessionRecord record) {
        node.put("source", record.source()).put("stamp", record.stamp()).put("acts", record.acts());
        node.put("folder", record.folder());
        SessionRecord.Row row = record.row();
        node.putObject("row")
                .put("meeting", row.meeting())
                .put("body", row.body())
                .put("organ", row.organ())
                .put("year", row.year())
                .put("number", row.number())
                .put("kind", row.kind())
                .put("began", row.began().toString())
                .put("items", row.items())
                .put("state", row.state());
        for (PublishedPart part : record.parts()) {
            ObjectNode one = node.withArray("parts").addObject();
            one.put("number", part.number()).put("file", part.file());
            part.captions().ifPresent(vtt -> one.put("captions", vtt));
        }
        ObjectNode files = node.putObject("files");
        record.files()
                .forEach((name, stamp) -> files.putObject(name)
                        .put("bytes", stamp.bytes())
                        .put("modified", stamp.modified())
                        .put("sha256", stamp.sha256()));
        record.withheld().forEach(one -> node.withArray("withheld").add(one));
        record.secretItems().forEach(one -> node.withArray("secretItems").add(one));
    }
}
