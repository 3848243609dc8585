// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.Minutes;

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
        HeadForm.write(meeting, json);
        RulesWriter.rules(minutes.rules(), json.putObject("rules"));
        ArrayNode seats = json.putArray("seats");
        meeting.seats().forEach(seat -> HeadForm.write(seat, seats.addObject()));
        ArrayNode agenda = json.putArray("agenda");
        meeting.agenda().forEach(item -> HeadForm.write(item, agenda.addObject()));
        ArrayNode events = json.putArray("events");
        for (SessionEvent event : meeting.events()) {
            EventCodec.write(event, events.addObject());
        }
        meeting.logHead()
                .ifPresent(head -> json.putObject("log")
                        .put("events", head.events())
                        .put("head", head.digest().hex()));
        EvidenceForm.write(minutes, json);
        UnknownJson.restore(json, minutes.unknownFields());
        return json;
    }
}
