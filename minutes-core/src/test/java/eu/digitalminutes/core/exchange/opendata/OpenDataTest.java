// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.opendata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.digitalminutes.core.RichCouncil;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenDataTest {
    private static final URI BASE = URI.create("https://dati.valfiorita.example/oparl");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode popolo() throws Exception {
        return MAPPER.readTree(Popolo.write(RichCouncil.view()));
    }

    private static JsonNode oparl() throws Exception {
        return MAPPER.readTree(OParl.write(RichCouncil.view(), BASE));
    }

    private static JsonNode civic() throws Exception {
        return MAPPER.readTree(OpenCivicData.write(RichCouncil.view(), BASE));
    }

    private static JsonNode with(JsonNode list, String field, String value) {
        for (JsonNode one : list) {
            if (one.path(field).asText().equals(value)) {
                return one;
            }
        }
        throw new AssertionError("none has " + field + " " + value);
    }

    @Test
    void popoloKeepsItsSchemas() throws Exception {
        SchemaJudge judge = new SchemaJudge("popolo");
        Map<String, String> schemas = Map.of(
                "organizations", "organization.json",
                "persons", "person.json",
                "posts", "post.json",
                "memberships", "membership.json",
                "events", "event.json",
                "motions", "motion.json",
                "vote_events", "vote_event.json",
                "speeches", "speech.json");
        JsonNode document = popolo();
        assertEquals(new TreeSet<>(schemas.keySet()), names(document));
        for (Map.Entry<String, String> schema : schemas.entrySet()) {
            for (JsonNode one : document.get(schema.getKey())) {
                judge.judge(schema.getValue(), one);
            }
        }
        assertEquals(List.of(), judge.problems());
    }

    private static Set<String> names(JsonNode json) {
        Set<String> names = new TreeSet<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void everyIdThatPopoloNamesIsOneOfItsObjects() throws Exception {
        JsonNode document = popolo();
        Set<String> ids = new HashSet<>();
        document.forEach(list -> list.forEach(one -> ids.add(one.path("id").asText())));
        for (JsonNode list : document) {
            for (JsonNode one : list) {
                for (Map.Entry<String, JsonNode> field : one.properties()) {
                    if (field.getKey().endsWith("_id")) {
                        assertTrue(ids.contains(field.getValue().asText()), field.toString());
                    }
                }
            }
        }
    }

    @Test
    void popoloCountsASecretBallotAndNamesNobody() throws Exception {
        JsonNode vote = with(popolo().get("vote_events"), "identifier", "v5");
        assertEquals(3, with(vote.get("counts"), "option", "yes").get("value").asInt());
        assertEquals(2, with(vote.get("counts"), "option", "other").get("value").asInt());
        assertTrue(vote.get("votes").isEmpty());
        assertEquals(
                5,
                with(popolo().get("vote_events"), "identifier", "v2")
                        .get("votes")
                        .size());
    }

    @Test
    void anAnnulledVoteHasNoResult() throws Exception {
        JsonNode vote = with(popolo().get("vote_events"), "identifier", "v1");
        assertEquals("annulled", vote.get("classification").asText());
        assertTrue(vote.path("result").isMissingNode());
    }

    @Test
    void oparlKeepsItsSchemas() throws Exception {
        SchemaJudge judge = new SchemaJudge("oparl");
        JsonNode document = oparl();
        judge.judge("System.json", document.get("system"));
        for (String type : List.of("Body", "Organization", "Person", "Membership", "Meeting", "Paper")) {
            for (JsonNode one : document.get(type.toLowerCase(Locale.ROOT))) {
                judge.judge(type + ".json", one);
            }
        }
        JsonNode meeting = document.get("meeting").get(0);
        for (JsonNode item : meeting.get("agendaItem")) {
            judge.judge("AgendaItem.json", item);
        }
        for (JsonNode file : meeting.get("auxiliaryFile")) {
            judge.judge("File.json", file);
        }
        judge.judge("Location.json", meeting.get("location"));
        judge.judge(
                "Consultation.json",
                document.get("paper").get(0).get("consultation").get(0));
        judge.judge(
                "LegislativeTerm.json",
                document.get("body").get(0).get("legislativeTerm").get(0));
        assertEquals(List.of(), judge.problems());
    }

    @Test
    void oparlTellsResultsAndWhoTookPart() throws Exception {
        JsonNode meeting = oparl().get("meeting").get(0);
        assertEquals("chiusa", meeting.get("meetingState").asText());
        assertEquals(7, meeting.get("participant").size());
        JsonNode budget = with(meeting.get("agendaItem"), "number", "3");
        assertTrue(budget.get("result").asText().contains("emendamento: respinta"));
        JsonNode secret = with(meeting.get("agendaItem"), "number", "5");
        assertEquals(RichCouncil.SECRET_TITLE, secret.get("name").asText());
        assertEquals(false, secret.get("public").asBoolean());
    }

    @Test
    void aRecordingThatHoldsSomethingSecretIsNotOffered() throws Exception {
        assertEquals(1, oparl().get("meeting").get(0).get("auxiliaryFile").size());
        assertEquals(1, civic().get("event").get("media").size());
    }

    @Test
    void openCivicDataSaysWhereInTheRecordingAPointBegins() throws Exception {
        JsonNode event = civic().get("event");
        assertEquals("passed", event.get("status").asText());
        JsonNode media = event.get("agenda").get(0).get("media").get(0);
        assertEquals(300, media.get("offset").asInt());
        assertEquals(BASE + "/recording-1.mp4", media.at("/links/0/url").asText());
        JsonNode vote = with(civic().get("vote_events"), "identifier", "v3");
        assertEquals("pass", vote.get("result").asText());
        assertEquals(5, vote.get("votes").size());
        assertEquals(vote.get("id"), event.at("/agenda/2/related_entities/1/id"));
    }

    @Test
    void theSameViewGivesTheSameBytes() {
        assertArrayEquals(Popolo.write(RichCouncil.view()), Popolo.write(RichCouncil.view()));
        assertArrayEquals(OParl.write(RichCouncil.view(), BASE), OParl.write(RichCouncil.view(), BASE));
        assertArrayEquals(OpenCivicData.write(RichCouncil.view(), BASE), OpenCivicData.write(RichCouncil.view(), BASE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "oparl", "file:///tmp", "https://a.example/?x=1", "mailto:a@b.example"})
    void whatIsNoFolderOfTheWebIsRefused(String address) {
        assertThrows(IllegalArgumentException.class, () -> OParl.write(RichCouncil.view(), URI.create(address)));
    }
}
