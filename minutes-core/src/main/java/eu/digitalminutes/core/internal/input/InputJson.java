// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.digitalminutes.core.outcome.MinutesException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a JSON document of unknown origin: it answers what it holds, and refuses what it should and does not. */
public final class InputJson {
    private static final int LARGEST = 4 << 20;
    private static final int MOST_ENTRIES = 100_000;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(100_000)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode node;
    private final String where;

    private InputJson(JsonNode node, String where) {
        this.node = node;
        this.where = where;
    }

    /**
     * Reads one document.
     *
     * @param text the whole document
     * @param where what to call its place in a refusal
     * @return its root
     * @throws MinutesException with code {@code INPUT_MALFORMED}, if it is not one JSON document
     */
    public static InputJson document(String text, String where) {
        if (text.length() > LARGEST) {
            throw new MinutesException(
                    InputFile.TOO_LARGE,
                    "more than " + LARGEST + " characters of JSON: nothing of this kind is so long");
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new MinutesException(InputTable.MALFORMED, where + " is empty");
            }
            return new InputJson(node, where);
        } catch (JsonProcessingException e) {
            throw new MinutesException(
                    InputTable.MALFORMED,
                    where + " is not JSON, or is cut: " + e.getOriginalMessage().replaceAll("\\R", " "),
                    e);
        } catch (NumberFormatException e) {
            // An exponent beyond what a number can have is not wrapped by Jackson.
            throw new MinutesException(InputTable.MALFORMED, where + " is not JSON: " + e.getMessage(), e);
        }
    }

    /**
     * A list at the root: one document that is a list, or one document on each line.
     *
     * @param text the text
     * @return its elements
     * @throws MinutesException with code {@code INPUT_MALFORMED}, if it is neither
     */
    public static List<InputJson> sequence(String text) {
        if (text.stripLeading().startsWith("[")) {
            return document(text, "the file").elements();
        }
        List<InputJson> elements = new ArrayList<>();
        int line = 0;
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            String one = lines.next();
            line++;
            if (elements.size() >= MOST_ENTRIES) {
                throw Refusal.at(InputTable.MALFORMED, line, "more than " + MOST_ENTRIES + " documents");
            }
            if (!one.isBlank()) {
                elements.add(document(one, "line " + line));
            }
        }
        return elements;
    }

    /**
     * Where it stands.
     *
     * @return words for a refusal
     */
    public String where() {
        return where;
    }

    /**
     * Whether an object has a field that is not null.
     *
     * @param field the name
     * @return false for anything but an object, too
     */
    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /**
     * Whether it is a list.
     *
     * @return true for a list
     */
    public boolean isList() {
        return node.isArray();
    }

    /**
     * A field of an object.
     *
     * @param field the name
     * @return its value
     * @throws MinutesException with code {@code INPUT_MALFORMED}, if it is missing or null
     */
    public InputJson field(String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw malformed("the field \"" + field + "\" is missing");
        }
        return new InputJson(value, where + "/" + field);
    }

    /**
     * The words of a field; numbers and truth values as they are written.
     *
     * @param field the name
     * @return its words; empty where it is missing or null
     * @throws MinutesException with code {@code INPUT_MALFORMED}, if it is a list or an object
     */
    public String text(String field) {
        return has(field) ? field(field).text() : "";
    }

    /**
     * The words of this value.
     *
     * @return its words, without surrounding space
     * @throws MinutesException with code {@code INPUT_MALFORMED}, if it is a list or an object
     */
    public String text() {
        if (!node.isValueNode()) {
            throw malformed("a word is expected, not " + Refusal.quote(node.toString()));
        }
        return node.asText().strip();
    }

    /**
     * The words of this value; a list or an object as JSON, nothing for null.
     *
     * @return its words
     */
    public String literal() {
        return node.isNull() ? "" : node.isValueNode() ? text() : node.toString();
    }

    /**
     * This value as a number.
     *
     * @return the number
     * @throws MinutesException with code {@code INPUT_MALFORMED}, if it is none
     */
    public BigDecimal number() {
        if (!node.isNumber()) {
            throw malformed("a number is expected, not " + Refusal.quote(node.toString()));
        }
        return node.decimalValue();
    }

    /**
     * A field that says yes or no.
     *
     * @param field the name
     * @return its value, if it has one
     */
    public Optional<Boolean> truth(String field) {
        JsonNode value = node.get(field);
        return value != null && value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
    }

    /**
     * The elements of a list.
     *
     * @return the elements in order
     * @throws MinutesException with code {@code INPUT_MALFORMED}, if it is no list
     */
    public List<InputJson> elements() {
        if (!node.isArray()) {
            throw malformed("a list is expected, not " + Refusal.quote(node.toString()));
        }
        List<InputJson> elements = new ArrayList<>();
        for (JsonNode element : bounded()) {
            elements.add(new InputJson(element, where + "/" + elements.size()));
        }
        return elements;
    }

    /**
     * The fields of an object whose names are data.
     *
     * @return names and values in order
     * @throws MinutesException with code {@code INPUT_MALFORMED}, if it is no object
     */
    public Map<String, InputJson> fields() {
        if (!node.isObject()) {
            throw malformed("an object is expected, not " + Refusal.quote(node.toString()));
        }
        Map<String, InputJson> fields = new LinkedHashMap<>();
        bounded()
                .properties()
                .forEach(field ->
                        fields.put(field.getKey(), new InputJson(field.getValue(), where + "/" + field.getKey())));
        return fields;
    }

    private JsonNode bounded() {
        if (node.size() > MOST_ENTRIES) {
            throw malformed("more than " + MOST_ENTRIES + " entries");
        }
        return node;
    }

    private MinutesException malformed(String problem) {
        return new MinutesException(InputTable.MALFORMED, where + ": " + problem);
    }
}
