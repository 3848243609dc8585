// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One JSON object a line. */
final class JsonLines implements LineForm {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public String head() {
        return "";
    }

    @Override
    public String line(DocumentAnswer answer) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("file", answer.file().name());
        line.put("bytes", answer.file().bytes());
        line.put("modified", answer.file().modified().toString());
        line.put("verdict", answer.verdict());
        line.put("code", answer.code());
        line.put("message", answer.message());
        line.put("validatedAt", answer.validatedAt().toString());
        line.put("format", answer.format());
        line.put("integrity", answer.integrity());
        line.put("timestamps", answer.timestamps());
        ArrayNode signatures = line.putArray("signatures");
        for (DocumentAnswer.Signature signature : answer.signatures()) {
            signatures
                    .addObject()
                    .put("signer", signature.signer())
                    .put("role", signature.role())
                    .put("level", signature.level())
                    .put("indication", signature.indication())
                    .put("qualification", signature.qualification());
        }
        answer.failures().forEach(line.putArray("failures")::add);
        answer.warnings().forEach(line.putArray("warnings")::add);
        line.put("millis", answer.millis());
        try {
            return PlainName.inJson(MAPPER.writeValueAsString(line)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot fail to be written", e);
        }
    }

    @Override
    public Optional<String> key(String line) {
        try {
            JsonNode read = MAPPER.readTree(line);
            if (read == null || !read.hasNonNull("file") || !read.hasNonNull("verdict")) {
                return Optional.empty();
            }
            return Optional.of(DocumentFile.key(
                    read.path("file").asText(),
                    read.path("bytes").asLong(),
                    read.path("modified").asText()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean mayBegin(String start) {
        String ours = "{\"file\":";
        return start.startsWith(ours) || ours.startsWith(start);
    }
}
