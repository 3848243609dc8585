// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.event.UnknownFields;
import eu.digitalminutes.core.outcome.MinutesException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** A JSON object that knows where it stands and which of its fields were asked for; the others are unknown. */
final class JsonObject {
    private final ObjectNode node;
    private final String pointer;
    private final Map<String, String> unknown;
    private final Set<String> known = new HashSet<>();

    private JsonObject(ObjectNode node, String pointer, Map<String, String> unknown) {
        this.node = node;
        this.pointer = pointer;
        this.unknown = unknown;
    }

    /** The document's root; what nobody asks for is put into the map when an object is {@link #done}. */
    static JsonObject root(JsonNode node, Map<String, String> unknown) {
        return object(node, "", unknown);
    }

    private static JsonObject object(JsonNode node, String pointer, Map<String, String> unknown) {
        if (node instanceof ObjectNode object) {
            return new JsonObject(object, pointer, unknown);
        }
        throw invalid(pointer, "an object is expected, not " + describe(node));
    }

    String pointer() {
        return pointer;
    }

    boolean has(String field) {
        known.add(field);
        return node.hasNonNull(field);
    }

    String text(String field) {
        JsonNode value = required(field);
        if (!value.isTextual()) {
            throw invalid(at(field), "a string is expected, not " + describe(value));
        }
        return value.textValue();
    }

    String text(String field, String otherwise) {
        return has(field) ? text(field) : otherwise;
    }

    int integer(String field) {
        JsonNode value = required(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw invalid(at(field), "a whole number is expected, not " + describe(value));
        }
        return value.intValue();
    }

    int integer(String field, int otherwise) {
        return has(field) ? integer(field) : otherwise;
    }

    long size(String field) {
        JsonNode value = required(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw invalid(at(field), "a size in bytes is expected, not " + describe(value));
        }
        return value.longValue();
    }

    BigDecimal seconds(String field) {
        JsonNode value = required(field);
        if (!value.isNumber() || value.decimalValue().signum() < 0) {
            throw invalid(at(field), "a number of seconds is expected, not " + describe(value));
        }
        return value.decimalValue();
    }

    boolean bool(String field, boolean otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        JsonNode value = required(field);
        if (!value.isBoolean()) {
            throw invalid(at(field), "true or false is expected, not " + describe(value));
        }
        return value.booleanValue();
    }

    OffsetDateTime instant(String field) {
        String text = text(field);
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw invalid(
                    at(field), "an instant with its zone is expected, such as 2026-03-12T18:05:00+01:00, not " + text);
        }
    }

    Optional<OffsetDateTime> optionalInstant(String field) {
        return has(field) ? Optional.of(instant(field)) : Optional.empty();
    }

    LocalDate date(String field) {
        String text = text(field);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw invalid(at(field), "a day is expected, such as 2026-03-12, not " + text);
        }
    }

    Optional<LocalDate> optionalDate(String field) {
        return has(field) ? Optional.of(date(field)) : Optional.empty();
    }

    /** Money stands as a string, so that no reader makes a binary fraction of it. */
    BigDecimal amount(String field) {
        String text = text(field);
        if (!text.matches("\\d{1,15}(\\.\\d{1,2})?")) {
            throw invalid(at(field), "an amount in euro is expected, such as \"1250.00\", not " + text);
        }
        return new BigDecimal(text);
    }

    List<String> texts(String field) {
        if (!has(field)) {
            return List.of();
        }
        JsonNode value = required(field);
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isTextual()) {
                throw invalid(at(field) + "/" + texts.size(), "a string is expected, not " + describe(element));
            }
            texts.add(element.textValue());
        }
        if (!value.isArray()) {
            throw invalid(at(field), "a list is expected, not " + describe(value));
        }
        return texts;
    }

    <T> T word(String field, Function<String, Optional<T>> words) {
        String text = text(field);
        return words.apply(text).orElseThrow(() -> invalid(at(field), "the word \"" + text + "\" is not known here"));
    }

    <T> T word(String field, Function<String, Optional<T>> words, T otherwise) {
        return has(field) ? word(field, words) : otherwise;
    }

    JsonObject object(String field) {
        return object(required(field), at(field), unknown);
    }

    /** The strings of an object whose names are data. A refusal repeats neither name nor value: it may be a secret. */
    Map<String, String> discreet(String field) {
        if (!has(field)) {
            return Map.of();
        }
        Map<String, String> strings = new LinkedHashMap<>();
        JsonNode value = required(field);
        value.properties()
                .forEach(one -> strings.put(one.getKey(), one.getValue().textValue()));
        if (!value.isObject() || strings.containsValue(null)) {
            throw invalid(at(field), "an object of words is expected");
        }
        return strings;
    }

    /** Every element of a list that may be missing. */
    <T> List<T> list(String field, Function<JsonObject, T> read) {
        return elements(
                field, (element, place) -> object(element, place, unknown).reading(read));
    }

    /** The same, each element with the fields that nobody asked for, their pointers relative to it. */
    <T> List<T> list(String field, Function<JsonObject, T> read, BiFunction<T, UnknownFields, T> keep) {
        return elements(field, (element, place) -> {
            Map<String, String> apart = new LinkedHashMap<>();
            T value = object(element, place, apart).reading(read);
            return apart.isEmpty() ? value : keep.apply(value, new UnknownFields(relative(apart, place)));
        });
    }

    private static Map<String, String> relative(Map<String, String> fields, String place) {
        Map<String, String> relative = new LinkedHashMap<>();
        fields.forEach((pointer, value) -> relative.put(pointer.substring(place.length()), value));
        return relative;
    }

    private <T> List<T> elements(String field, BiFunction<JsonNode, String, T> read) {
        if (!has(field)) {
            return List.of();
        }
        JsonNode value = required(field);
        if (!value.isArray()) {
            throw invalid(at(field), "a list is expected, not " + describe(value));
        }
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            elements.add(read.apply(value.get(i), at(field) + "/" + i));
        }
        return elements;
    }

    /** The names of all fields, for an object whose names are data. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Reads with a function, then keeps what it did not ask for; bad values become a refusal that names this place. */
    <T> T reading(Function<JsonObject, T> read) {
        T value = placed(() -> read.apply(this));
        done();
        return value;
    }

    private <T> T placed(Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            if (message.startsWith("/")) {
                int colon = message.indexOf(": ");
                throw invalid(pointer + message.substring(0, colon), message.substring(colon + 2));
            }
            throw invalid(pointer, message);
        }
    }

    private void done() {
        node.properties().forEach(field -> {
            if (!known.contains(field.getKey())) {
                unknown.put(at(field.getKey()), field.getValue().toString());
            }
        });
    }

    private JsonNode required(String field) {
        known.add(field);
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw invalid(pointer, "the field \"" + field + "\" is missing");
        }
        return value;
    }

    private String at(String field) {
        return pointer + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    private static String describe(JsonNode value) {
        String text = value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    static MinutesException invalid(String pointer, String problem) {
        return new MinutesException(
                "MINUTES_JSON_INVALID", "at " + (pointer.isEmpty() ? "the root" : pointer) + ": " + problem);
    }
}
