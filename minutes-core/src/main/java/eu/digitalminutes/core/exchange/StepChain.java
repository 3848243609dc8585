// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.MinutesException;

/**
 * Chains the steps of a deliberation in its JSON form: each carries in {@code previous} the digest of the step before, the
 * first that of everything but the steps, and {@code head} that of the last. What is digested is canonical by RFC 8785.
 */
final class StepChain {
    private static final String PREVIOUS = "previous";

    private StepChain() {}

    static void close(ObjectNode json) {
        Digest head = genesis(json);
        for (JsonNode step : json.path("steps")) {
            ((ObjectNode) step).put(PREVIOUS, head.hex());
            head = CanonicalJson.digest(step);
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
            expected = CanonicalJson.digest(step);
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
        return CanonicalJson.digest(rest);
    }

    private static MinutesException changed(String where) {
        return new MinutesException(
                "DELIBERATION_CHANGED",
                "the deliberation was changed " + where
                        + ": the chain of digests is broken; use the copy in the archive");
    }
}
