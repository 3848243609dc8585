// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.signature.trust.ListState;
import eu.digitalminutes.signature.trust.RefreshFailure;
import eu.digitalminutes.signature.trust.TrustState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is remembered of the last refresh of a folder; it is for people, and nothing depends on it. */
public final class ListRecord {
    private static final Logger LOG = LoggerFactory.getLogger(ListRecord.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_BYTES = 1 << 20;

    private final Path file;

    /** Of a folder. */
    public ListRecord(ListFolder folder) {
        this.file = folder.file("refresh.json");
    }

    /** Remembers a refresh; one with failures does not count as the last that succeeded. */
    public void write(List<RefreshFailure> failures, Instant at) throws IOException {
        Instant succeeded = failures.isEmpty() ? at : read().succeeded();
        ObjectNode json = MAPPER.createObjectNode().put("at", at.toString());
        if (succeeded != null) {
            json.put("succeeded", succeeded.toString());
        }
        ArrayNode array = json.putArray("failures");
        for (RefreshFailure failure : failures) {
            array.addObject()
                    .put("address", failure.address().toString())
                    .put("fault", failure.fault().name())
                    .put("message", failure.message());
        }
        PendingFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    /** The state of some lists, with what is remembered. */
    public TrustState state(List<ListState> lists) {
        Remembered remembered = read();
        return TrustState.of(lists, remembered.failures(), remembered.succeeded());
    }

    private record Remembered(@Nullable Instant succeeded, List<RefreshFailure> failures) {}

    private Remembered read() {
        if (!Files.exists(file)) {
            return new Remembered(null, List.of());
        }
        try {
            JsonNode json = MAPPER.readTree(ListFolder.bounded(file, MAX_BYTES));
            List<RefreshFailure> failures = new ArrayList<>();
            for (JsonNode one : json.path("failures")) {
                failures.add(new RefreshFailure(
                        URI.create(one.path("address").asText()),
                        RefreshFailure.Fault.valueOf(one.path("fault").asText()),
                        one.path("message").asText()));
            }
            String succeeded = json.path("succeeded").asText("");
            return new Remembered(succeeded.isEmpty() ? null : Instant.parse(succeeded), failures);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            LOG.warn("what was remembered of the last refresh of trusted lists cannot be read: {}", file, e);
            return new Remembered(null, List.of());
        }
    }
}
