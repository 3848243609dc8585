// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.outcome.MinutesException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A JSON object that knows where it stands, so that a refusal can say so. */
final class MetadataObject {
    static final String INVALID = "METADATA_INVALID";

    private final ObjectNode node;
    private final String pointer;

    private MetadataObject(ObjectNode node, String pointer) {
        this.node = node;
        this.pointer = pointer;
    }

    static MetadataObject root(JsonNode node) {
        return of(node, "");
    }

    private static MetadataObject of(JsonNode node, String pointer) {
        if (node instanceof ObjectNode object) {
            return new MetadataObject(object, pointer);
        }
        throw invalid(pointer, "an object is expected, not " + describe(node));
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    Optional<String> text(String field) {
        return has(field) ? Optional.of(text(node.get(field), at(field))) : Optional.empty();
    }

    String required(String field) {
        return text(field).orElseThrow(() -> invalid(pointer, "the field \"" + field + "\" is missing"));
    }

    Optional<Integer> integer(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        JsonNode value = node.get(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw invalid(at(field), "a whole number is expected, not " + describe(value));
        }
        return Optional.of(value.intValue());
    }

    Optional<Boolean> bool(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        JsonNode value = node.get(field);
        if (!value.isBoolean()) {
            throw invalid(at(field), "true or false is expected, not " + describe(value));
        }
        return Optional.of(value.booleanValue());
    }

    Optional<List<String>> texts(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        JsonNode value = node.get(field);
        if (!value.isArray()) {
            throw invalid(at(field), "a list is expected, not " + describe(value));
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            texts.add(text(value.get(i), at(field) + "/" + i));
        }
        return Optional.of(texts);
    }

    <T> Optional<T> object(String field, Function<MetadataObject, T> read) {
        return has(field) ? Optional.of(of(node.get(field), at(field)).reading(read)) : Optional.empty();
    }

    /** One of an enumeration's values, written in lower case. */
    <E extends Enum<E>> E choice(String field, Class<E> type) {
        String text = required(field);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(
                        at(field),
                        "one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + " is expected, not " + text));
    }

    <T> T parsed(String field, String text, Function<String, T> parse, String expected) {
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw invalid(at(field), expected + " is expected, not " + text);
        }
    }

    /** Reads with a function; bad values become a refusal that names this place. */
    <T> T reading(Function<MetadataObject, T> read) {
        try {
            return read.apply(this);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            int colon = message.indexOf(": ");
            if (message.startsWith("/") && colon > 0) {
                throw invalid(pointer + message.substring(0, colon), message.substring(colon + 2));
            }
            throw invalid(pointer, message);
        }
    }

    private static String text(JsonNode value, String pointer) {
        if (!value.isTextual()) {
            throw invalid(pointer, "a string is expected, not " + describe(value));
        }
        return value.textValue();
    }

    private String at(String field) {
        return pointer + "/" + field;
    }

    private static String describe(JsonNode value) {
        String text = value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static MinutesException invalid(String pointer, String problem) {
        return new MinutesException(INVALID, "at " + (pointer.isEmpty() ? "the root" : pointer) + ": " + problem);
    }
}
