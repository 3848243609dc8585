// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.opendata;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges JSON by the two dialects that no validator at hand knows: Popolo's draft 3 ({@code required} at the property)
 * and OParl's own (a list of required names, {@code url} as a format).
 */
final class SchemaJudge {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String folder;
    private final List<String> problems = new ArrayList<>();

    SchemaJudge(String folder) {
        this.folder = folder;
    }

    List<String> problems() {
        return problems;
    }

    private static JsonNode schema(String folder, String name) throws IOException {
        Path file = Path.of(System.getProperty("minutes.shared", "../../shared"), "samples", folder, "schema", name);
        assumeTrue(Files.exists(file), "the samples are not at hand: " + file);
        return MAPPER.readTree(file.toFile());
    }

    void judge(String schema, JsonNode json) throws IOException {
        judge(schema(folder, schema), json, schema);
    }

    private void judge(JsonNode schema, JsonNode json, String at) throws IOException {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asText().replaceFirst(".*/", "").replace("#", "");
            judge(schema(folder, name), json, at);
            return;
        }
        if (!typed(schema.path("type"), json)) {
            problems.add(at + ": " + json + " is not of type " + schema.path("type"));
        }
        if (json.isTextual()) {
            text(schema, json.asText(), at);
        } else if (json.isArray() && schema.has("items")) {
            for (JsonNode element : json) {
                judge(schema.get("items"), element, at + "[]");
            }
        } else if (json.isObject() && schema.has("properties")) {
            object(schema, json, at);
        }
    }

    private void object(JsonNode schema, JsonNode json, String at) throws IOException {
        JsonNode properties = schema.get("properties");
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            if (property.getValue().path("required").asBoolean(false)) {
                required.add(property.getKey());
            }
        }
        required.stream().filter(name -> !json.has(name)).forEach(name -> problems.add(at + ": lacks " + name));
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (properties.has(field.getKey())) {
                judge(properties.get(field.getKey()), field.getValue(), at + "/" + field.getKey());
            } else {
                problems.add(at + ": has no property " + field.getKey());
            }
        }
    }

    private void text(JsonNode schema, String text, String at) {
        try {
            switch (schema.path("format").asText()) {
                case "date-time" -> OffsetDateTime.parse(text);
                case "date" -> LocalDate.parse(text);
                case "url", "uri" -> {
                    if (!URI.create(text).isAbsolute()) {
                        problems.add(at + ": not an address: " + text);
                    }
                }
                default -> {
                    if (schema.has("pattern")
                            && !text.matches(schema.get("pattern").asText())) {
                        problems.add(at + ": " + text + " is not of the pattern");
                    }
                }
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            problems.add(at + ": " + text);
        }
    }

    private static boolean typed(JsonNode type, JsonNode json) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (typed(one, json)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "string" -> json.isTextual();
            case "integer" -> json.isIntegralNumber();
            case "number" -> json.isNumber();
            case "boolean" -> json.isBoolean();
            case "array" -> json.isArray();
            case "object" -> json.isObject();
            case "null" -> json.isNull();
            default -> true;
        };
    }
}
