// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.rules.Fraction;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.rules.MajorityRule;
import eu.digitalminutes.core.rules.Rounding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinutesJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Minutes in which every kind of event and every optional field occurs. */
    private static Minutes everything() {
        TestCouncil council = new TestCouncil()
                .at(8, new Attending.Excused("c6", "malattia"))
                .at(9, new Filming.RecordingStarted("recording-1.mp4"))
                .at(32, new Business.Spoke("c2", "Chiede chiarimenti"))
                .at(33, new Attending.Recused("c3", "item-2"))
                .at(61, new Attending.Left("c5", "connection lost"))
                .at(62, new Attending.Joined("c5", AttendanceMode.REMOTE, "video check"))
                .at(63, new Conduct.Suspended("pausa"))
                .at(64, new Conduct.Resumed())
                .at(65, new Business.Noted("Il pubblico applaude"))
                .at(70, new Voting.VoteOpened("v2", "item-2", VoteKind.MAIN, VotingMethod.SECRET_BALLOT, "Nomina"))
                .at(71, new Voting.VoteClosed("v2", new Tally(3, 1, 0, 1, 1, 0), Map.of()))
                .at(72, new Voting.Proclaimed("v2", Outcome.APPROVED))
                .at(99, new Filming.RecordingStopped("recording-1.mp4", "fine seduta"));
        Meeting meeting = council.meeting(builder -> builder.call(2).remoteRegulation("Delibera 12/2022"));
        LocalRules board = LocalRules.executiveBoard();
        LocalRules rules = board.toBuilder()
                .source("Regolamento, art. 3")
                .firstCall(board.firstCall().toBuilder()
                        .fraction(new Fraction(2, 5))
                        .rounding(Rounding.HALF_UP)
                        .build())
                .majority(board.majority().toBuilder()
                        .abstentions(MajorityRule.Abstentions.VOTERS)
                        .build())
                .build();
        return Minutes.of(meeting, rules).withRecording(TestCouncil.part("recording-1.mp4", 0, 120));
    }

    private static String text(Minutes minutes) {
        return new String(MinutesJson.write(minutes), StandardCharsets.UTF_8);
    }

    private static ObjectNode tree() throws IOException {
        return (ObjectNode) MAPPER.readTree(MinutesJson.write(everything()));
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        Minutes minutes = everything();
        Minutes back = MinutesJson.read(MinutesJson.write(minutes));
        assertEquals(text(minutes), text(back));
        assertEquals(minutes.meeting().events(), back.meeting().events());
        assertEquals(minutes.meeting().seats(), back.meeting().seats());
        assertEquals(minutes.meeting().agenda(), back.meeting().agenda());
        assertEquals(minutes.rules(), back.rules());
        assertEquals(minutes.recordings().get(0).end(), back.recordings().get(0).end());
    }

    @Test
    void whatIsWrittenKeepsThePublishedSchema() throws IOException {
        assertEquals(Map.of(), problems(text(everything())));
        assertEquals(Map.of(), problems(text(new TestCouncil().minutes())));
    }

    @Test
    void unknownFieldsSurviveARoundTripWhereverTheyStand() throws IOException {
        ObjectNode tree = tree();
        tree.put("vendorId", "X-7");
        ((ObjectNode) tree.at("/events/3")).putObject("x/y~z").put("source", "mixer");
        ((ObjectNode) tree.at("/seats/0/person")).putArray("badges").add(1).add("due");
        ((ObjectNode) tree.at("/recordings/0")).put("camera", "PTZ 2");
        ((ObjectNode) tree.at("/rules/quorum")).putNull("note");
        Minutes read = MinutesJson.read(MAPPER.writeValueAsBytes(tree));
        JsonNode back = MAPPER.readTree(MinutesJson.write(read));
        assertEquals(tree, back);
    }

    @Test
    void whatIsLeftOutIsWhatTheLawPresumes() throws IOException {
        ObjectNode tree = tree();
        tree.remove("rules");
        ((ObjectNode) tree.at("/organ")).put("kind", "executive-board");
        tree.get("seats").forEach(seat -> ((ObjectNode) seat).remove("member"));
        Minutes minutes = MinutesJson.read(MAPPER.writeValueAsBytes(tree));
        assertEquals(LocalRules.executiveBoard().source(), minutes.rules().source());
        assertFalse(minutes.meeting().seat("secretary").member());
        assertTrue(minutes.meeting().seat("c1").member());
    }

    @Test
    void aLaterMinorVersionIsReadAndALaterMajorVersionRefused() throws IOException {
        MinutesJson.read(MAPPER.writeValueAsBytes(tree().put("formatVersion", "1.7")));
        assertRefused(tree().put("formatVersion", "2.0"), "/formatVersion");
    }

    @ParameterizedTest
    @CsvSource({
        "/municipality, name, 7, /municipality/name",
        "/municipality, ipaCode, '\"a b\"', /municipality",
        "/organ, assigned, '\"nine\"', /organ/assigned",
        "/organ, assigned, 0, /organ",
        "/meeting, scheduledAt, '\"2026-03-12T18:00:00\"', /meeting/scheduledAt",
        "/meeting, scheduledAt, '\"12/03/2026\"', /meeting/scheduledAt",
        "/meeting, call, 3, /meeting",
        "/meeting, number, 1.5, /meeting/number",
        "/meeting, number, 99999999999, /meeting/number",
        "/seats/2, role, '\"king\"', /seats/2/role",
        "/seats/2, id, '\"c1\"', /seats/2",
        "/seats/2, id, '\"c 1\"', /seats/2",
        "/agenda/1, id, '\"item-1\"', /agenda/1",
        "/events/0, seat, '\"nobody\"', /events/0",
        "/events/0, type, '\"sang\"', /events/0/type",
        "/events/0, at, 12, /events/0/at",
        "/recordings/0, sha256, '\"ABCD\"', /recordings/0",
        "/recordings/0, bytes, -1, /recordings/0/bytes",
        "/recordings/0, name, '\"../x.mp4\"', /recordings/0",
        "/recordings/0, durationSeconds, '\"long\"', /recordings/0/durationSeconds",
        "/recordings/0, durationSeconds, 1e99, /recordings/0/durationSeconds",
        "/rules/quorum, numerator, 9, /rules/quorum",
        "'', events, 5, /events",
        "'', organ, '[]', /organ"
    })
    void whatIsWrongIsRefusedWithAPointerToThePlace(String parent, String field, String value, String pointer)
            throws IOException {
        ObjectNode tree = tree();
        ((ObjectNode) tree.at(parent)).set(field, MAPPER.readTree(value));
        assertRefused(tree, pointer);
    }

    @Test
    void aMissingFieldIsNamedWithItsPlace() throws IOException {
        ObjectNode tree = tree();
        ((ObjectNode) tree.at("/organ")).remove("name");
        assertRefused(tree, "/organ: the field \"name\"");
    }

    @Test
    void aSecretBallotWithNamesIsRefusedWithoutRepeatingThem() throws IOException {
        ObjectNode tree = tree();
        for (JsonNode event : tree.get("events")) {
            if (event.path("vote").asText().equals("v2") && event.has("tally")) {
                ((ObjectNode) event).putObject("ballots").put("c4", "no");
            }
        }
        MinutesException refusal = assertRefused(tree, "/events/");
        assertFalse(refusal.getMessage().contains("c4"), refusal.getMessage());
    }

    @Test
    void aSecretBallotWritesNoName() {
        String json = text(everything());
        int secret = json.indexOf("\"vote\" : \"v2\",\n      \"tally\"");
        assertTrue(secret > 0);
        assertFalse(json.substring(secret, json.indexOf('}', json.indexOf('}', secret) + 1))
                .contains("ballots"));
    }

    private static MinutesException assertRefused(ObjectNode tree, String pointer) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(tree);
        MinutesException refusal = assertThrows(MinutesException.class, () -> MinutesJson.read(json));
        assertEquals("MINUTES_JSON_INVALID", refusal.code());
        assertTrue(refusal.getMessage().contains("at " + pointer), refusal.getMessage());
        return refusal;
    }

    @Test
    void damagedFilesAreRefusedNeverMisread() {
        byte[] whole = MinutesJson.write(everything());
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            if (i % 2 == 0) {
                damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length - 1));
            } else {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                MinutesJson.read(damaged);
            } catch (MinutesException refused) {
                assertEquals("MINUTES_JSON_INVALID", refused.code());
            }
        }
    }

    @Test
    void hostileFilesAreRefused() {
        for (String json : new String[] {
            "",
            "null",
            "[]",
            "not json",
            "{\"formatVersion\":\"1.0\",\"formatVersion\":\"1.0\"}",
            "{}{}",
            "[".repeat(100_000),
            "{\"a\":".repeat(100) + "1" + "}".repeat(100)
        }) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            assertThrows(
                    MinutesException.class,
                    () -> MinutesJson.read(bytes),
                    json.substring(0, Math.min(40, json.length())));
        }
    }

    @Test
    void whatIsNoTextAtAllIsRefusedAsBadData(@TempDir Path folder) throws IOException {
        Path video = Files.write(folder.resolve("video.mp4"), new byte[] {0, 0, 0, 32, 'f', 't', 'y', 'p', 'i', 's'});
        assertEquals(
                "MINUTES_JSON_INVALID",
                assertThrows(MinutesException.class, () -> MinutesJson.read(video))
                        .code());
        assertEquals(
                "MINUTES_JSON_INVALID",
                assertThrows(MinutesException.class, () -> MinutesJson.read(folder))
                        .code());
    }

    @Test
    void aRefusalNamesTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), "{ \"formatVersion\": 1 }");
        MinutesException refusal = assertThrows(MinutesException.class, () -> MinutesJson.read(file));
        assertTrue(refusal.getMessage().startsWith(file.toString()), refusal.getMessage());
    }

    @Test
    void whatTheSchemaRefusesTheReaderRefusesToo() throws IOException {
        JsonNode whole = tree();
        for (String pointer :
                new String[] {"/municipality", "/organ", "/meeting", "/seats/0", "/events/0", "/recordings/0"}) {
            for (String field : (Iterable<String>) () -> whole.at(pointer).fieldNames()) {
                ObjectNode tree = whole.deepCopy();
                ((ObjectNode) tree.at(pointer)).remove(field);
                if (!problems(tree.toString()).isEmpty()) {
                    byte[] json = MAPPER.writeValueAsBytes(tree);
                    assertThrows(MinutesException.class, () -> MinutesJson.read(json), pointer + "/" + field);
                }
            }
        }
    }

    private static Map<String, String> problems(String json) throws IOException {
        return PublishedSchema.problems("minutes.schema.json", json);
    }
}
