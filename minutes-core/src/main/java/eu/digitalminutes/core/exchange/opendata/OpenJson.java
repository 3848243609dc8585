// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.opendata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** How the open data documents are written: indented, with line feeds, instants in UTC to the second. */
final class OpenJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OpenJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static byte[] bytes(JsonNode tree) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try {
            String text = MAPPER.writer(new DefaultPrettyPrinter()
                            .withObjectIndenter(indenter)
                            .withArrayIndenter(indenter))
                    .writeValueAsString(tree);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot fail to be written", e);
        }
    }

    static String utc(OffsetDateTime at) {
        return DateTimeFormatter.ISO_INSTANT.format(
                at.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
    }

    static void optional(ObjectNode json, String field, String value) {
        if (!value.isBlank()) {
            json.put(field, value);
        }
    }
}
