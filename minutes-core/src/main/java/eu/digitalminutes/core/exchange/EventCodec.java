// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.event.EventSource;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events of a meeting as JSON objects: the envelope {@code at}, {@code type}, …, and the fields of the type. */
final class EventCodec {
    private static final List<EventForm<?>> FORMS = Stream.of(
                    AttendingForms.ALL, ConductForms.ALL, BusinessForms.ALL, VotingForms.ALL, FilmingForms.ALL)
            .flatMap(List::stream)
            .toList();
    private static final Map<String, EventForm<?>> BY_TYPE =
            FORMS.stream().collect(Collectors.toUnmodifiableMap(EventForm::type, Function.identity()));
    private static final Map<Class<?>, EventForm<?>> BY_KIND =
            FORMS.stream().collect(Collectors.toUnmodifiableMap(EventForm::kind, Function.identity()));

    private EventCodec() {}

    static SessionEvent read(JsonObject json) {
        String type = json.text("type");
        EventForm<?> form = BY_TYPE.get(type);
        if (form == null) {
            throw JsonObject.invalid(json.pointer() + "/type", "there is no event of type \"" + type + "\"");
        }
        SessionEvent event = SessionEvent.of(json.instant("at"), form.read().apply(json));
        if (json.has("recordedAt")) {
            event = event.enteredAt(json.instant("recordedAt"));
        }
        if (json.has("source")) {
            event = event.from(json.object("source")
                    .reading(source ->
                            new EventSource(source.word("kind", EventSource.Kind::ofCode), source.text("name"))));
        }
        return json.has("previous") ? event.after(new Digest(json.text("previous"))) : event;
    }

    static void write(SessionEvent event, ObjectNode json) {
        json.put("at", event.at().toString());
        Occurrence what = event.what();
        EventForm<?> form = BY_KIND.get(what.getClass());
        if (form == null) {
            throw new IllegalStateException("no JSON form for " + what.getClass());
        }
        form.put(what, json);
        if (event.isLate()) {
            json.put("recordedAt", event.recordedAt().toString());
        }
        event.source()
                .ifPresent(source -> json.putObject("source")
                        .put("kind", source.kind().code())
                        .put("name", source.name()));
        event.previous().ifPresent(previous -> json.put("previous", previous.hex()));
        UnknownJson.restore(json, event.unknownFields());
    }
}
