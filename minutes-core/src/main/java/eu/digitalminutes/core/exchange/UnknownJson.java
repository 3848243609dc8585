// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.event.UnknownFields;
import java.util.TreeMap;

/** Puts fields that this version does not know back where they stood. */
final class UnknownJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private UnknownJson() {}

    /** A pointer whose parent is no longer there has lost its meaning with it. */
    static void restore(ObjectNode json, UnknownFields fields) {
        new TreeMap<>(fields.byPointer()).forEach((pointer, value) -> {
            JsonPointer place = JsonPointer.compile(pointer);
            if (json.at(place.head()) instanceof ObjectNode parent) {
                try {
                    parent.set(place.last().getMatchingProperty(), MAPPER.readTree(value));
                } catch (JsonProcessingException e) {
                    throw new IllegalArgumentException("not JSON at " + pointer + ": " + value, e);
                }
            }
        });
    }
}
