// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static eu.digitalminutes.core.exchange.EventForm.optional;

import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.SpeechKind;
import java.util.List;

/** What is treated and said, in JSON. */
final class BusinessForms {
    static final List<EventForm<?>> ALL = List.of(
            new EventForm<>(
                    "item-added",
                    Business.ItemAdded.class,
                    json -> new Business.ItemAdded(json.text("item"), json.text("reason", "")),
                    (what, json) -> {
                        json.put("item", what.item());
                        optional(json, "reason", what.reason());
                    }),
            new EventForm<>(
                    "item-opened",
                    Business.ItemOpened.class,
                    json -> new Business.ItemOpened(json.text("item")),
                    (what, json) -> json.put("item", what.item())),
            new EventForm<>(
                    "item-closed",
                    Business.ItemClosed.class,
                    json -> new Business.ItemClosed(json.text("item")),
                    (what, json) -> json.put("item", what.item())),
            new EventForm<>(
                    "item-postponed",
                    Business.ItemPostponed.class,
                    json -> new Business.ItemPostponed(json.text("item"), json.text("reason", "")),
                    (what, json) -> {
                        json.put("item", what.item());
                        optional(json, "reason", what.reason());
                    }),
            new EventForm<>(
                    "item-withdrawn",
                    Business.ItemWithdrawn.class,
                    json -> new Business.ItemWithdrawn(json.text("item"), json.text("reason", "")),
                    (what, json) -> {
                        json.put("item", what.item());
                        optional(json, "reason", what.reason());
                    }),
            new EventForm<>(
                    "spoke",
                    Business.Spoke.class,
                    json -> new Business.Spoke(
                            json.text("seat"),
                            json.text("summary", ""),
                            json.word("kind", SpeechKind::ofCode, SpeechKind.INTERVENTION)),
                    (what, json) -> {
                        json.put("seat", what.seat()).put("kind", what.kind().code());
                        optional(json, "summary", what.summary());
                    }),
            new EventForm<>(
                    "speech-ended",
                    Business.SpeechEnded.class,
                    json -> new Business.SpeechEnded(json.text("seat")),
                    (what, json) -> json.put("seat", what.seat())),
            new EventForm<>(
                    "filed",
                    Business.Filed.class,
                    json -> new Business.Filed(json.text("seat"), json.text("annex")),
                    (what, json) -> json.put("seat", what.seat()).put("annex", what.annex())),
            new EventForm<>(
                    "noted",
                    Business.Noted.class,
                    json -> new Business.Noted(json.text("text")),
                    (what, json) -> json.put("text", what.text())));

    private BusinessForms() {}
}
