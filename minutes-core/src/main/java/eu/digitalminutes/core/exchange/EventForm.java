// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.event.Occurrence;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * How one kind of event looks in JSON.
 *
 * @param type the word in the field {@code type}
 * @param kind the class in the model
 * @param read makes the one from the other; asks for every field, so that the rest is unknown
 * @param write puts the fields after {@code type}
 */
record EventForm<T extends Occurrence>(
        String type, Class<T> kind, Function<JsonObject, T> read, BiConsumer<T, ObjectNode> write) {

    /** An event without fields of its own. */
    static <T extends Occurrence> EventForm<T> plain(String type, Class<T> kind, T value) {
        return new EventForm<>(type, kind, json -> value, (what, json) -> {});
    }

    void put(Occurrence what, ObjectNode json) {
        json.put("type", type);
        write.accept(kind.cast(what), json);
    }

    static void optional(ObjectNode json, String field, String value) {
        if (!value.isEmpty()) {
            json.put(field, value);
        }
    }
}
