// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.outcome.MinutesException;

/**
 * Chains the steps of a deliberation in its JSON form: each carries in {@code previous} the digest of the step before, the
 * first that of everything but the steps, and {@code head} that of the last. What is digested is canonical by RFC 8785.
 */
final class StepChain {
    private static final String PREVIOUS = "previous";
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private StepChain() {}

    static void close(ObjectNode json) {
        Digest head = genesis(json);
        for (JsonNode step : json.path("steps")) {
            ((ObjectNode) step).put(PREVIOUS, head.hex());
            head = digest(step);
        }
        json.put("head", head.hex());
    }

    static void verify(ObjectNode json) {
        Digest expected = genesis(json);
        int index = 0;
        for (JsonNode step : json.path("steps")) {
            if (!step.path(PREVIOUS).asText().equals(expected.hex())) {
                throw changed(index == 0 ? "before its first step" : "at /steps/" + (index - 1) + " or after it");
            }
            expected = digest(step);
            index++;
        }
        if (!json.path("head").asText().equals(expected.hex())) {
            throw changed("at its last step or after it");
        }
    }

    private static Digest genesis(ObjectNode json) {
        ObjectNode rest = json.deepCopy();
        rest.remove("steps");
        rest.remove("head");
        return digest(rest);
    }

    private static Digest digest(JsonNode node) {
        try {
            return Digest.of(Fingerprinter.sha256().digest(CANONICAL.writeValueAsBytes(node)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot fail to be written", e);
        }
    }

    private static MinutesException changed(String where) {
        return new MinutesException(
                "DELIBERATION_CHANGED",
                "the deliberation was changed " + where
                        + ": the chain of digests is broken; use the copy in the archive");
    }
}
