// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static eu.digitalminutes.core.exchange.EventForm.optional;

import eu.digitalminutes.core.event.Conduct;
import java.util.List;

/** How the meeting is led, in JSON. */
final class ConductForms {
    static final List<EventForm<?>> ALL = List.of(
            new EventForm<>(
                    "opened",
                    Conduct.Opened.class,
                    json -> new Conduct.Opened(json.text("president"), json.text("secretary")),
                    (what, json) -> json.put("president", what.president()).put("secretary", what.secretary())),
            new EventForm<>(
                    "chair-taken",
                    Conduct.ChairTaken.class,
                    json -> new Conduct.ChairTaken(json.text("seat"), json.text("reason", "")),
                    (what, json) -> {
                        json.put("seat", what.seat());
                        optional(json, "reason", what.reason());
                    }),
            new EventForm<>(
                    "secretary-taken",
                    Conduct.SecretaryTaken.class,
                    json -> new Conduct.SecretaryTaken(
                            json.text("seat"), json.text("item", ""), json.text("reason", "")),
                    (what, json) -> {
                        json.put("seat", what.seat());
                        optional(json, "item", what.item());
                        optional(json, "reason", what.reason());
                    }),
            new EventForm<>(
                    "quorum-challenged",
                    Conduct.QuorumChallenged.class,
                    json -> new Conduct.QuorumChallenged(json.text("seat")),
                    (what, json) -> json.put("seat", what.seat())),
            EventForm.plain("quorum-verified", Conduct.QuorumVerified.class, new Conduct.QuorumVerified()),
            new EventForm<>(
                    "went-secret",
                    Conduct.WentSecret.class,
                    json -> new Conduct.WentSecret(json.text("reason", "")),
                    (what, json) -> {
                        optional(json, "reason", what.reason());
                    }),
            EventForm.plain("went-public", Conduct.WentPublic.class, new Conduct.WentPublic()),
            new EventForm<>(
                    "suspended",
                    Conduct.Suspended.class,
                    json -> new Conduct.Suspended(json.text("reason", "")),
                    (what, json) -> {
                        optional(json, "reason", what.reason());
                    }),
            EventForm.plain("resumed", Conduct.Resumed.class, new Conduct.Resumed()),
            new EventForm<>(
                    "deserted",
                    Conduct.Deserted.class,
                    json -> new Conduct.Deserted(json.text("reason", "")),
                    (what, json) -> {
                        optional(json, "reason", what.reason());
                    }),
            new EventForm<>(
                    "cancelled",
                    Conduct.Cancelled.class,
                    json -> new Conduct.Cancelled(json.text("reason", "")),
                    (what, json) -> {
                        optional(json, "reason", what.reason());
                    }),
            new EventForm<>(
                    "dissolved",
                    Conduct.Dissolved.class,
                    json -> new Conduct.Dissolved(json.text("reason", "")),
                    (what, json) -> {
                        optional(json, "reason", what.reason());
                    }),
            EventForm.plain("closed", Conduct.Closed.class, new Conduct.Closed()));

    private ConductForms() {}
}
