// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.PendingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the catalogue knows of one package: its files, their leaves, when they were last whole. Immutable. */
final class KnownPackage {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String STATE = "state.json";
    private static final String LEAVES = "leaves";
    private static final long MAX_STATE = 64L << 20;

    private final String name;
    private final Instant enrolled;
    private final Instant checked;
    private final Map<String, Long> files;
    private final byte[] leaves;
    private final Map<String, Since> damage;

    KnownPackage(
            String name,
            Instant enrolled,
            Instant checked,
            Map<String, Long> files,
            byte[] leaves,
            Map<String, Since> damage) {
        this.name = name;
        this.enrolled = enrolled;
        this.checked = checked;
        this.files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        this.leaves = leaves.clone();
        this.damage = Collections.unmodifiableMap(new TreeMap<>(damage));
    }

    /** What a folder of the catalogue says; empty if it says nothing, or what it says was damaged. */
    static Optional<KnownPackage> read(Path folder) throws IOException {
        Path state = folder.resolve(STATE);
        if (!Files.exists(state) || Files.size(state) > MAX_STATE) {
            return Optional.empty();
        }
        try {
            byte[] leaves = Files.readAllBytes(folder.resolve(LEAVES));
            JsonNode json = MAPPER.readTree(Files.readAllBytes(state));
            KnownPackage known = of(json, leaves);
            boolean whole = digest(leaves).equals(json.path("leavesSha256").asText())
                    && known.files.values().stream().mapToLong(Leaves::count).sum() * Leaves.LENGTH == leaves.length;
            return whole ? Optional.of(known) : Optional.empty();
        } catch (IOException | DateTimeException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Takes the package in. */
    void write(Path folder) throws IOException {
        PendingFile.write(folder.resolve(LEAVES), leaves);
        writeState(folder);
    }

    /** Notes what an audit found; the leaves stay what they are. */
    void writeState(Path folder) throws IOException {
        PendingFile.write(folder.resolve(STATE), MAPPER.writeValueAsBytes(tree()));
    }

    KnownPackage checked(Instant at, Map<String, Since> found) {
        return new KnownPackage(name, enrolled, at, files, leaves, found);
    }

    String name() {
        return name;
    }

    /** When it was last found whole. */
    Instant checked() {
        return checked;
    }

    /** The files and their sizes, in the order of their leaves. */
    Map<String, Long> files() {
        return files;
    }

    /** The files that were bad at the last audit. */
    Map<String, Since> damage() {
        return damage;
    }

    /** The leaves of one file. */
    byte[] leaves(String file) {
        int from = 0;
        for (Map.Entry<String, Long> one : files.entrySet()) {
            int count = Leaves.count(one.getValue());
            if (one.getKey().equals(file)) {
                return Arrays.copyOfRange(leaves, from * Leaves.LENGTH, (from + count) * Leaves.LENGTH);
            }
            from += count;
        }
        throw new IllegalArgumentException("the catalogue does not know " + file);
    }

    private ObjectNode tree() {
        ObjectNode json = MAPPER.createObjectNode()
                .put("formatVersion", 1)
                .put("package", name)
                .put("enrolled", enrolled.toString())
                .put("checked", checked.toString())
                .put("leavesSha256", digest(leaves));
        ArrayNode list = json.putArray("files");
        files.forEach((file, bytes) -> list.addObject().put("name", file).put("bytes", bytes));
        ObjectNode bad = json.putObject("damage");
        damage.forEach((file, since) -> bad.putObject(file)
                .put("good", since.good().toString())
                .put("found", since.found().toString()));
        return json;
    }

    private static KnownPackage of(JsonNode json, byte[] leaves) {
        Map<String, Long> files = new LinkedHashMap<>();
        json.path("files")
                .forEach(file ->
                        files.put(file.path("name").asText(), file.path("bytes").asLong()));
        Map<String, Since> damage = new TreeMap<>();
        json.path("damage")
                .properties()
                .forEach(bad -> damage.put(
                        bad.getKey(),
                        new Since(
                                Instant.parse(bad.getValue().path("good").asText()),
                                Instant.parse(bad.getValue().path("found").asText()))));
        return new KnownPackage(
                json.path("package").asText(),
                Instant.parse(json.path("enrolled").asText()),
                Instant.parse(json.path("checked").asText()),
                files,
                leaves,
                damage);
    }

    private static String digest(byte[] leaves) {
        return Digest.of(Fingerprinter.sha256().digest(leaves)).hex();
    }
}
