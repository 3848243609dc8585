// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.meeting.AdministrativeArea;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.MeetingKind;
import eu.digitalminutes.core.meeting.Municipality;
import eu.digitalminutes.core.meeting.Organ;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.meeting.SessionMode;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.rules.LocalRules;
import java.math.BigDecimal;
import java.time.Duration;

/** From the JSON tree to the model. Events have a reader of their own, {@link EventCodec}. */
final class MinutesReader {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(366).toSeconds());

    private MinutesReader() {}

    static Minutes minutes(JsonObject json) {
        String version = json.text("formatVersion");
        if (!version.matches("1\\.\\d{1,6}")) {
            throw JsonObject.invalid(
                    "/formatVersion", "this SDK reads version 1.x, not " + version + "; use a later SDK");
        }
        Meeting meeting = meeting(json);
        LocalRules.Preset preset = preset(meeting.organ().kind());
        LocalRules rules = json.has("rules")
                ? json.object("rules").reading(local -> RulesReader.rules(local, preset))
                : LocalRules.of(preset);
        Minutes minutes = Minutes.of(meeting, rules);
        for (RecordingPart part : json.list("recordings", MinutesReader::recording)) {
            minutes = minutes.withRecording(part);
        }
        return minutes;
    }

    private static LocalRules.Preset preset(OrganKind organ) {
        return organ == OrganKind.EXECUTIVE_BOARD
                ? LocalRules.Preset.EXECUTIVE_BOARD
                : LocalRules.Preset.ORDINARY_COUNCIL;
    }

    private static Meeting meeting(JsonObject json) {
        Municipality municipality = json.object("municipality").reading(MinutesReader::municipality);
        Organ organ = json.object("organ").reading(MinutesReader::organ);
        Meeting.Builder builder = json.object("meeting").reading(head -> MinutesReader.head(head, municipality, organ));
        return builder.seats(json.list("seats", MinutesReader::seat))
                .agenda(json.list("agenda", MinutesReader::item))
                .events(json.list("events", EventCodec::read))
                .build();
    }

    private static Municipality municipality(JsonObject json) {
        AdministrativeArea area =
                json.object("area").reading(inner -> new AdministrativeArea(inner.text("name"), inner.text("code")));
        return new Municipality(
                json.text("name"), json.text("ipaCode"), json.text("taxCode"), json.text("digitalAddress"), area);
    }

    private static Organ organ(JsonObject json) {
        return new Organ(json.word("kind", OrganKind::ofCode), json.text("name"), json.integer("assigned"));
    }

    private static Meeting.Builder head(JsonObject json, Municipality municipality, Organ organ) {
        return Meeting.of(
                        municipality,
                        organ,
                        json.integer("year"),
                        json.integer("number"),
                        json.instant("scheduledAt"),
                        json.text("place"))
                .kind(json.word("kind", MeetingKind::ofCode, MeetingKind.ORDINARY))
                .call(json.integer("call", 1))
                .publicity(json.word("publicity", Publicity::ofCode, Publicity.PUBLIC))
                .mode(json.word("mode", SessionMode::ofCode, SessionMode.IN_PERSON))
                .remoteRegulation(json.text("remoteRegulation", ""));
    }

    private static Seat seat(JsonObject json) {
        Person person = json.object("person")
                .reading(inner ->
                        new Person(inner.text("givenName"), inner.text("familyName"), inner.text("taxCode", "")));
        SeatRole role = json.word("role", SeatRole::ofCode);
        boolean member = role != SeatRole.SECRETARY && role != SeatRole.DEPUTY_SECRETARY;
        return new Seat(json.text("id"), person, role, json.text("group", ""), json.bool("member", member));
    }

    private static AgendaItem item(JsonObject json) {
        return new AgendaItem(
                json.text("id"),
                json.text("number"),
                json.text("title"),
                json.word("publicity", Publicity::ofCode, Publicity.PUBLIC));
    }

    private static RecordingPart recording(JsonObject json) {
        Fingerprint fingerprint = new Fingerprint(new Digest(json.text("sha256")), json.size("bytes"));
        BigDecimal seconds = json.seconds("durationSeconds");
        if (seconds.compareTo(LONGEST) > 0) {
            throw JsonObject.invalid(json.pointer() + "/durationSeconds", "no recording lasts more than a year");
        }
        Duration duration = Duration.ofNanos(seconds.multiply(NANOS).longValue());
        return RecordingPart.of(
                json.text("name"), json.text("mediaType"), fingerprint, json.instant("start"), duration);
    }
}
