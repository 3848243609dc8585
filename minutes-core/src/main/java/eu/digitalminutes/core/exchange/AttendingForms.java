// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static eu.digitalminutes.core.exchange.EventForm.optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Identification;
import eu.digitalminutes.core.event.IdentificationMeans;
import java.util.List;

/** Presence and absence in JSON. */
final class AttendingForms {
    static final List<EventForm<?>> ALL = List.of(
            new EventForm<>(
                    "joined",
                    Attending.Joined.class,
                    json -> new Attending.Joined(
                            json.text("seat"),
                            json.word("mode", AttendanceMode::ofCode, AttendanceMode.IN_PERSON),
                            identification(json)),
                    (what, json) -> {
                        json.put("seat", what.seat()).put("mode", what.mode().code());
                        identification(what.identification(), json);
                    }),
            new EventForm<>(
                    "left",
                    Attending.Left.class,
                    json -> new Attending.Left(json.text("seat"), json.text("cause", "")),
                    (what, json) -> {
                        json.put("seat", what.seat());
                        optional(json, "cause", what.cause());
                    }),
            new EventForm<>(
                    "connection-lost",
                    Attending.ConnectionLost.class,
                    json -> new Attending.ConnectionLost(json.text("seat")),
                    (what, json) -> json.put("seat", what.seat())),
            new EventForm<>(
                    "connection-regained",
                    Attending.ConnectionRegained.class,
                    json -> new Attending.ConnectionRegained(json.text("seat"), identification(json)),
                    (what, json) -> {
                        json.put("seat", what.seat());
                        identification(what.identification(), json);
                    }),
            new EventForm<>(
                    "identified",
                    Attending.Identified.class,
                    json -> new Attending.Identified(json.text("seat"), identification(json)),
                    (what, json) -> {
                        json.put("seat", what.seat());
                        identification(what.identification(), json);
                    }),
            new EventForm<>(
                    "excused",
                    Attending.Excused.class,
                    json -> new Attending.Excused(json.text("seat"), json.text("reason", "")),
                    (what, json) -> {
                        json.put("seat", what.seat());
                        optional(json, "reason", what.reason());
                    }),
            new EventForm<>(
                    "on-mission",
                    Attending.OnMission.class,
                    json -> new Attending.OnMission(json.text("seat"), json.text("reason", "")),
                    (what, json) -> {
                        json.put("seat", what.seat());
                        optional(json, "reason", what.reason());
                    }),
            new EventForm<>(
                    "recused",
                    Attending.Recused.class,
                    json -> new Attending.Recused(json.text("seat"), json.text("item")),
                    (what, json) -> json.put("seat", what.seat()).put("item", what.item())),
            new EventForm<>(
                    "substituted",
                    Attending.Substituted.class,
                    json -> new Attending.Substituted(
                            json.text("seat"), json.text("by"), json.text("item", ""), json.text("reason", "")),
                    (what, json) -> {
                        json.put("seat", what.seat()).put("by", what.by());
                        optional(json, "item", what.item());
                        optional(json, "reason", what.reason());
                    }));

    private AttendingForms() {}

    private static Identification identification(JsonObject json) {
        Identification identification = json.has("identificationMeans")
                ? Identification.by(json.word("identificationMeans", IdentificationMeans::ofCode))
                : Identification.none();
        return identification
                .madeBy(json.text("identifiedBy", ""))
                .of(json.text("platform", ""), json.text("account", ""))
                .withNote(json.text("identification", ""));
    }

    private static void identification(Identification identification, ObjectNode json) {
        identification.means().ifPresent(means -> json.put("identificationMeans", means.code()));
        optional(json, "identifiedBy", identification.by());
        optional(json, "platform", identification.platform());
        optional(json, "account", identification.account());
        optional(json, "identification", identification.note());
    }
}
