// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Municipality;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.minutes.Minutes;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** From the model to the JSON tree, unknown fields put back where they stood. */
final class MinutesWriter {
    private MinutesWriter() {}

    static PrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }

    static JsonNode write(ObjectMapper mapper, Minutes minutes) {
        ObjectNode json = mapper.createObjectNode();
        json.put("formatVersion", MinutesJson.FORMAT_VERSION);
        Meeting meeting = minutes.meeting();
        municipality(meeting.municipality(), json.putObject("municipality"));
        json.putObject("organ")
                .put("kind", meeting.organ().kind().code())
                .put("name", meeting.organ().name())
                .put("assigned", meeting.organ().assigned());
        head(meeting, json.putObject("meeting"));
        RulesWriter.rules(minutes.rules(), json.putObject("rules"));
        ArrayNode seats = json.putArray("seats");
        meeting.seats().forEach(seat -> seat(seat, seats.addObject()));
        ArrayNode agenda = json.putArray("agenda");
        meeting.agenda().forEach(item -> item(item, agenda.addObject()));
        ArrayNode events = json.putArray("events");
        for (SessionEvent event : meeting.events()) {
            EventCodec.write(event, events.addObject());
        }
        ArrayNode recordings = json.putArray("recordings");
        minutes.recordings().forEach(part -> recording(part, recordings.addObject()));
        restore(mapper, json, minutes.unknownFields().byPointer());
        return json;
    }

    private static void municipality(Municipality municipality, ObjectNode json) {
        json.put("name", municipality.name())
                .put("ipaCode", municipality.ipaCode())
                .put("taxCode", municipality.taxCode())
                .put("digitalAddress", municipality.digitalAddress());
        json.putObject("area")
                .put("name", municipality.area().name())
                .put("code", municipality.area().code());
    }

    private static void head(Meeting meeting, ObjectNode json) {
        json.put("year", meeting.id().year())
                .put("number", meeting.id().number())
                .put("kind", meeting.kind().code())
                .put("call", meeting.call())
                .put("publicity", meeting.publicity().code())
                .put("mode", meeting.mode().code())
                .put("place", meeting.place())
                .put("scheduledAt", meeting.scheduledAt().toString());
        EventCodec.optional(json, "remoteRegulation", meeting.remoteRegulation());
    }

    private static void seat(Seat seat, ObjectNode json) {
        json.put("id", seat.id());
        ObjectNode person = json.putObject("person")
                .put("givenName", seat.person().givenName())
                .put("familyName", seat.person().familyName());
        EventCodec.optional(person, "taxCode", seat.person().taxCode());
        json.put("role", seat.role().code());
        EventCodec.optional(json, "group", seat.group());
        json.put("member", seat.member());
    }

    private static void item(AgendaItem item, ObjectNode json) {
        json.put("id", item.id())
                .put("number", item.number())
                .put("title", item.title())
                .put("publicity", item.publicity().code());
    }

    private static void recording(RecordingPart part, ObjectNode json) {
        json.put("name", part.name())
                .put("mediaType", part.mediaType())
                .put("bytes", part.fingerprint().bytes())
                .put("sha256", part.fingerprint().digest().hex())
                .put("start", part.start().toString())
                .put("durationSeconds", seconds(part.duration()));
    }

    private static BigDecimal seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }

    /** A pointer whose parent is no longer there has lost its meaning with it. */
    private static void restore(ObjectMapper mapper, ObjectNode json, Map<String, String> unknown) {
        new TreeMap<>(unknown).forEach((pointer, value) -> {
            JsonPointer place = JsonPointer.compile(pointer);
            if (json.at(place.head()) instanceof ObjectNode parent) {
                try {
                    parent.set(place.last().getMatchingProperty(), mapper.readTree(value));
                } catch (JsonProcessingException e) {
                    throw new IllegalArgumentException("not JSON at " + pointer + ": " + value, e);
                }
            }
        });
    }
}
