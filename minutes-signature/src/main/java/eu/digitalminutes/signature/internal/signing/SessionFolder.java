// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.signing;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.key.PreparedSignature;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a signing session keeps on the disk: what has to be signed and by whom, and, in a file for each role, signatures that
 * are made but do not stand in their document yet. Each file is always written whole, by one role alone.
 */
public final class SessionFolder {
    private static final int VERSION = 1;
    private static final long MAX_BYTES = 64L << 20;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(20)
                        .maxStringLength((int) MAX_BYTES)
                        .build());
    }

    private final Path folder;

    /** For a folder, which need not exist yet. */
    public SessionFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * What has to be signed, and by whom.
     *
     * @param documents the documents
     * @param roles who must sign each
     */
    public record Task(List<Path> documents, Set<SignatoryRole> roles) {}

    /**
     * A signature on its way into a document.
     *
     * @param document the document
     * @param prepared what is signed
     * @param value the device's value, when it has been given
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Pending(Path document, PreparedSignature prepared, byte @Nullable [] value) {}

    private Path task() {
        return folder.resolve("session.json");
    }

    private Path pending(SignatoryRole role) {
        return folder.resolve("pending-" + role.code() + ".json");
    }

    /** The certified statement that a role cannot sign for the time being. */
    public Path impediment(SignatoryRole role) {
        return folder.resolve("impediment-" + role.code() + ".txt.p7m");
    }

    /**
     * Writes down what has to be signed.
     *
     * @throws FileAlreadyExistsException if there is a session already
     */
    public void begin(Task task) throws IOException {
        Files.createDirectories(folder);
        if (Files.exists(task())) {
            throw new FileAlreadyExistsException(
                    task().toString(), null, "already holds a signing session: open it, or take another folder");
        }
        ObjectNode json = JSON.createObjectNode().put("formatVersion", VERSION);
        ArrayNode roles = json.putArray("roles");
        task.roles().stream().map(SignatoryRole::code).sorted().forEach(roles::add);
        ArrayNode documents = json.putArray("documents");
        task.documents().forEach(document -> documents.add(name(document)));
        PendingFile.write(task(), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    /** What has to be signed. */
    public Task read() throws IOException {
        JsonNode json = json(task());
        List<Path> documents = new ArrayList<>();
        json.path("documents").forEach(name -> documents.add(document(name.asText())));
        Set<SignatoryRole> roles = EnumSet.noneOf(SignatoryRole.class);
        for (JsonNode word : json.path("roles")) {
            roles.add(SignatoryRole.of(word.asText())
                    .orElseThrow(() -> malformed(task(), "the role " + word.asText() + " is unknown", null)));
        }
        if (documents.isEmpty()) {
            throw malformed(task(), "it names no document", null);
        }
        return new Task(documents, roles);
    }

    /** The signatures of a role that are on their way. */
    public List<Pending> pendingOf(SignatoryRole role) throws IOException {
        List<Pending> all = new ArrayList<>();
        if (Files.exists(pending(role))) {
            for (JsonNode one : json(pending(role)).path("signatures")) {
                all.add(new Pending(
                        document(one.path("document").asText()),
                        PreparedSignature.fromJson(JSON.writeValueAsBytes(one.path("prepared"))),
                        one.hasNonNull("value") ? one.get("value").binaryValue() : null));
            }
        }
        return all;
    }

    /** Keeps the signatures of a role that are on their way; none leaves no file. */
    public void keep(SignatoryRole role, List<Pending> all) throws IOException {
        if (all.isEmpty()) {
            Files.deleteIfExists(pending(role));
            PendingFile.syncFolder(folder);
            return;
        }
        ObjectNode json = JSON.createObjectNode().put("formatVersion", VERSION).put("role", role.code());
        ArrayNode signatures = json.putArray("signatures");
        for (Pending one : all) {
            ObjectNode signature = signatures.addObject().put("document", name(one.document()));
            signature.set("prepared", JSON.readTree(one.prepared().toJson()));
            if (one.value() != null) {
                signature.put("value", one.value());
            }
        }
        PendingFile.write(pending(role), JSON.writeValueAsBytes(json));
    }

    /** Relative where that can be, so that the folder can be moved together with its documents. */
    private String name(Path document) {
        Path absolute = document.toAbsolutePath().normalize();
        Path from = folder.toAbsolutePath().normalize();
        boolean together = absolute.getRoot() != null && absolute.getRoot().equals(from.getRoot());
        return (together ? from.relativize(absolute) : absolute).toString().replace('\\', '/');
    }

    private Path document(String name) {
        return folder.toAbsolutePath().resolve(name).normalize();
    }

    private static JsonNode json(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw malformed(file, "it is too large", null);
        }
        JsonNode json;
        try {
            json = JSON.readTree(Files.readAllBytes(file));
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw malformed(file, "it is no JSON", e);
        }
        if (json == null || json.path("formatVersion").asInt() != VERSION) {
            throw malformed(file, "its formatVersion is not " + VERSION, null);
        }
        return json;
    }

    private static MinutesException malformed(Path file, String problem, @Nullable Exception cause) {
        return new MinutesException("SESSION_MALFORMED", file + " is no file of a signing session: " + problem, cause);
    }
}
