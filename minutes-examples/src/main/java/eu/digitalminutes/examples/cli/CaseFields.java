// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import eu.digitalminutes.core.outcome.MinutesException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The fields of one object of a case; a field that nobody asked for is an error, since it would change nothing. */
final class CaseFields {
    private final JsonNode node;
    private final String name;
    private final Set<String> asked = new HashSet<>();

    CaseFields(JsonNode node, String name) {
        this.node = node;
        this.name = name;
        if (!node.isObject()) {
            throw new MinutesException("VALUE_INVALID", name + " must be an object, not " + node);
        }
    }

    boolean has(String... fields) {
        return find(fields) != null;
    }

    int integer(String... fields) {
        return optionalInteger(fields).orElseThrow(() -> missing(fields[0]));
    }

    int integer(int otherwise, String... fields) {
        return optionalInteger(fields).orElse(otherwise);
    }

    Optional<Integer> optionalInteger(String... fields) {
        JsonNode value = find(fields);
        if (value != null && (!value.isIntegralNumber() || !value.canConvertToInt())) {
            throw invalid(fields[0], "a whole number", value);
        }
        return Optional.ofNullable(value).map(JsonNode::intValue);
    }

    Optional<Boolean> bool(String... fields) {
        JsonNode value = find(fields);
        if (value != null && !value.isBoolean()) {
            throw invalid(fields[0], "true or false", value);
        }
        return Optional.ofNullable(value).map(JsonNode::booleanValue);
    }

    /** A word in upper case, its parts joined by underscores, however it is written. */
    Optional<String> word(String... fields) {
        JsonNode value = find(fields);
        if (value != null && !value.isTextual()) {
            throw invalid(fields[0], "a word", value);
        }
        return Optional.ofNullable(value)
                .map(text -> text.textValue().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** A constant by its word, given on where it is there. */
    <E extends Enum<E>> void choice(Class<E> type, Consumer<E> use, String... fields) {
        word(fields).ifPresent(word -> use.accept(constant(type, word, fields[0])));
    }

    <E extends Enum<E>> E constant(Class<E> type, String word, String field) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(word)) {
                return value;
            }
        }
        throw unknownWord(field, word);
    }

    /** A date and time, in the zone where it has none of its own; a date alone begins at midnight. */
    Optional<ZonedDateTime> instant(ZoneId zone, String... fields) {
        JsonNode value = find(fields);
        if (value == null) {
            return Optional.empty();
        }
        String text = value.asText();
        try {
            if (text.length() <= 10) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(zone));
            }
            boolean local = text.matches(".*T[0-9:.]+");
            return Optional.of(
                    local
                            ? LocalDateTime.parse(text).atZone(zone)
                            : OffsetDateTime.parse(text).atZoneSameInstant(zone));
        } catch (DateTimeException e) {
            throw invalid(fields[0], "a date or an instant, such as 2026-03-12 or 2026-03-12T18:00:00+01:00", value);
        }
    }

    Optional<LocalDate> date(ZoneId zone, String... fields) {
        return instant(zone, fields).map(ZonedDateTime::toLocalDate);
    }

    @Nullable
    JsonNode node(String... fields) {
        return find(fields);
    }

    void refuseUnasked() {
        for (String field : (Iterable<String>) node::fieldNames) {
            if (!asked.contains(field)) {
                throw new MinutesException("PARAM_UNKNOWN", name + "." + field + " is not known for such a case");
            }
        }
    }

    MinutesException missing(String field) {
        return new MinutesException("PARAM_MISSING", name + "." + field + " is needed for such a case");
    }

    MinutesException unknownWord(String field, String word) {
        return new MinutesException("WORD_UNKNOWN", name + "." + field + ": the word " + word + " is not known here");
    }

    private MinutesException invalid(String field, String expected, JsonNode value) {
        return new MinutesException(
                "VALUE_INVALID", name + "." + field + ": " + expected + " is expected, not " + value);
    }

    private @Nullable JsonNode find(String... fields) {
        JsonNode found = null;
        for (String field : fields) {
            asked.add(field);
            if (node.hasNonNull(field)) {
                if (found != null) {
                    throw new MinutesException("PARAM_TWICE", name + "." + field + " says again what another says");
                }
                found = node.get(field);
            }
        }
        return found;
    }
}
