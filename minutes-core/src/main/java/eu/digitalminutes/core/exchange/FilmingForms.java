// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static eu.digitalminutes.core.exchange.EventForm.optional;

import eu.digitalminutes.core.event.Filming;
import java.util.List;

/** The recording in JSON. */
final class FilmingForms {
    static final List<EventForm<?>> ALL = List.of(
            new EventForm<>(
                    "filming-announced",
                    Filming.FilmingAnnounced.class,
                    json -> new Filming.FilmingAnnounced(json.text("text", "")),
                    (what, json) -> {
                        optional(json, "text", what.text());
                    }),
            new EventForm<>(
                    "recording-started",
                    Filming.RecordingStarted.class,
                    json -> new Filming.RecordingStarted(json.text("part")),
                    (what, json) -> json.put("part", what.part())),
            new EventForm<>(
                    "recording-stopped",
                    Filming.RecordingStopped.class,
                    json -> new Filming.RecordingStopped(json.text("part"), json.text("reason", "")),
                    (what, json) -> {
                        json.put("part", what.part());
                        optional(json, "reason", what.reason());
                    }));

    private FilmingForms() {}
}
