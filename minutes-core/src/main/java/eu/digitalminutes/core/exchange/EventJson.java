// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.UnknownFields;
import eu.digitalminutes.core.outcome.MinutesException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One event as JSON (<i>evento in formato aperto</i>), in the same form as in {@code minutes.json}: for journals, and
 * for systems that send each other events one at a time.
 */
public final class EventJson {
    private EventJson() {}

    /**
     * Writes an event.
     *
     * @param event the event
     * @return UTF-8 text on one line by RFC 8785, without a line feed; what {@link EventChain#digest} digests
     */
    public static byte[] write(SessionEvent event) {
        return EventChain.canonical(event);
    }

    /**
     * Reads an event. Whether what it names exists is for the meeting to say that takes it.
     *
     * @param json UTF-8 text
     * @return the event
     * @throws MinutesException with code {@code MINUTES_JSON_INVALID}, naming the place, if it is not understood
     */
    public static SessionEvent read(byte[] json) {
        JsonNode tree = MinutesJson.parse(json);
        Map<String, String> unknown = new LinkedHashMap<>();
        SessionEvent event = JsonObject.root(tree, unknown).reading(EventCodec::read);
        return unknown.isEmpty() ? event : event.withUnknownFields(new UnknownFields(unknown));
    }
}
