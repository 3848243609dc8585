// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file that lists the parts: {@code segments.json}. */
final class SegmentIndex {
    static final String FILE_NAME = "segments.json";
    static final int MAX_SEGMENTS = 9_999;

    private static final int MAX_BYTES = 4 << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SegmentIndex() {}

    static byte[] write(Segment whole, List<Segment> segments) {
        ObjectNode document = MAPPER.createObjectNode();
        document.put("formatVersion", "1.0");
        put(document.putObject("package"), whole);
        ArrayNode list = document.putArray("segments");
        segments.forEach(segment -> put(list.addObject(), segment));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("memory cannot fail to be written", e);
        }
    }

    static SegmentedPackage read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw malformed(file, "it is larger than any index", null);
        }
        try {
            JsonNode document = MAPPER.readTree(Files.readAllBytes(file));
            List<Segment> segments = new ArrayList<>();
            Set<String> names = new HashSet<>();
            long bytes = 0;
            for (JsonNode node : document.path("segments")) {
                Segment segment = get(node);
                bytes = Math.addExact(bytes, segment.fingerprint().bytes());
                if (!names.add(segment.name()) || names.size() > MAX_SEGMENTS) {
                    throw malformed(file, "it lists a part twice or too many parts", null);
                }
                segments.add(segment);
            }
            Segment whole = get(document.path("package"));
            if (segments.isEmpty() || bytes != whole.fingerprint().bytes()) {
                throw malformed(file, "its parts are not as long as the package", null);
            }
            return new SegmentedPackage(file, whole, segments);
        } catch (JsonProcessingException | IllegalArgumentException | ArithmeticException e) {
            throw malformed(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static void put(ObjectNode node, Segment segment) {
        node.put("name", segment.name())
                .put("bytes", segment.fingerprint().bytes())
                .put("sha256", segment.fingerprint().digest().hex());
    }

    private static Segment get(JsonNode node) {
        long bytes = node.path("bytes").asLong(-1);
        if (bytes < 0) {
            throw new IllegalArgumentException("a part has no size");
        }
        return new Segment(
                node.path("name").asText(),
                new Fingerprint(new Digest(node.path("sha256").asText()), bytes));
    }

    private static MinutesException malformed(Path file, String problem, @Nullable Throwable cause) {
        return new MinutesException(
                "PACKAGE_MALFORMED",
                file + " is not an index of parts that can be read: " + problem + "; ask for it again",
                cause);
    }
}
