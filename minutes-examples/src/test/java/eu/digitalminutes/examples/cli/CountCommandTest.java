// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of the law through the command line: the samples, their neighbours, and what they do not show. */
class CountCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path SAMPLES = Path.of(System.getProperty("minutes.shared", "../../shared"))
            .resolve("samples/rules/voting-quorum-cases.json");

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private record Answer(int code, String out, String err) {}

    private static Answer minutes(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        int code = MinutesCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Answer(code, out.toString(), err.toString());
    }

    private JsonNode count(JsonNode params, JsonNode input) throws IOException {
        ObjectNode one = MAPPER.createObjectNode().put("id", "X");
        one.set("params", params);
        one.set("input", input);
        Path file = folder.resolve("cases.json");
        Files.write(file, MAPPER.writeValueAsBytes(MAPPER.createArrayNode().add(one)));
        Answer answer = minutes("count", file, "--json");
        assertEquals(0, answer.code, answer.err);
        assertEquals("", answer.err);
        return MAPPER.readTree(answer.out).get(0);
    }

    private JsonNode count(String params, String input) throws IOException {
        return count(MAPPER.readTree(params), MAPPER.readTree(input));
    }

    static Stream<Arguments> samples() throws IOException {
        if (!Files.exists(SAMPLES)) {
            return Stream.of(Arguments.of("no samples", Optional.empty()));
        }
        List<Arguments> cases = new ArrayList<>();
        for (JsonNode one : MAPPER.readTree(Files.readAllBytes(SAMPLES))) {
            cases.add(Arguments.of(
                    one.get("id").asText() + " " + one.get("source").asText(), Optional.of(one)));
        }
        return cases.stream();
    }

    private static JsonNode sample(Optional<JsonNode> one) {
        Assumptions.assumeTrue(one.isPresent(), "the samples are not there: " + SAMPLES);
        return one.orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void theSamplesComeOutAsExpected(String name, Optional<JsonNode> sample) throws IOException {
        JsonNode one = sample(sample);
        JsonNode answer = count(one.get("params"), one.get("input"));
        one.get("expected")
                .properties()
                .forEach(field -> assertEquals(field.getValue(), answer.get(field.getKey()), name + ": " + answer));
        assertTrue(answer.has("error") || answer.get("explanation").asText().contains(" → "), answer.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void theNeighboursOfTheSamplesComeOutAsASecondCountSays(String name, Optional<JsonNode> sample) throws IOException {
        JsonNode one = sample(sample);
        for (String field : (Iterable<String>) () -> one.get("input").fieldNames()) {
            neighbours(one, "input", field);
        }
        for (String field : (Iterable<String>) () -> one.get("params").fieldNames()) {
            neighbours(one, "params", field);
        }
    }

    private void neighbours(JsonNode one, String part, String field) throws IOException {
        if (!one.get(part).get(field).isInt() || field.equals("num") || field.equals("den")) {
            return;
        }
        for (int step = -2; step <= 2; step++) {
            ObjectNode other = one.deepCopy();
            int value = one.get(part).get(field).asInt() + step;
            ((ObjectNode) other.get(part)).put(field, value);
            JsonNode answer = count(other.get("params"), other.get("input"));
            SecondCount.assertAgrees(other.get("params"), other.get("input"), answer);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'quorum':'FIXED','number':4,'assigned':16,'call':2} | {'presentCouncillors':5} | {'quorate':false,'required':6,'warning':'LEGAL_FLOOR_APPLIED'}",
                "{'quorum':'FRACTION_OF_ASSIGNED','num':1,'den':2,'plus':1,'assigned':16} | {'presentCouncillors':9} | {'quorate':true,'required':9}",
                "{'preset':'ordinary-council','assigned':16} | {'presentCouncillors':8,'mayorPresent':true} | {'quorate':true,'required':8}",
                "{'preset':'ordinary-council','assigned':16,'call':2} | {'presentCouncillors':6} | {'quorate':true,'required':6}",
                "{'preset':'executive-board','components':5} | {'present':3,'mayorPresent':true} | {'quorate':true,'required':3}",
                "{'majority':'FAVOURABLE_OVER_CONTRARY'} | {'present':9,'yes':3,'no':2,'abstain':4} | {'outcome':'APPROVED','required':3}",
                "{'majority':'SIMPLE_OF_VOTERS','abstentions':'VOTERS'} | {'present':9,'yes':4,'no':2,'abstain':3} | {'outcome':'REJECTED','required':5}",
                "{'majority':'SIMPLE_OF_VOTERS','minimumYes':11} | {'present':16,'yes':10,'no':0} | {'outcome':'REJECTED','required':11}",
                "{'majority':'FRACTION_OF_ASSIGNED','num':2,'den':3,'assigned':16,'mayorExcluded':false} | {'present':17,'yes':12,'no':5} | {'outcome':'APPROVED','required':12}",
                "{'kind':'IMMEDIATE_EXECUTION','assigned':16} | {'present':12,'yes':8,'no':4} | {'outcome':'REJECTED','required':9,'rule':'R8'}",
                "{'matter':'statute','assigned':16} | {'present':16,'yes':11,'no':5} | {'outcome':'REJECTED','required':12}",
                "{'rules':{'preset':'executive-board','majorities':{'general':{'tie':'chair-prevails'}}}} | {'present':4,'yes':2,'no':2,'chairVote':'NO'} | {'outcome':'REJECTED','rule':'R14'}",
                "{'majority':'SIMPLE_OF_VOTERS','tie':'CHAIR_PREVAILS'} | {'present':4,'yes':2,'no':2} | {'outcome':'REJECTED','warning':'CHAIR_VOTE_UNKNOWN'}",
                "{'election':'ABSOLUTE_OF_COMPONENTS','components':17,'runOff':'ALLOWED'} | {'votes':{'Verdi':8,'Neri':5},'present':16} | {'elected':[],'runOff':['Verdi','Neri'],'required':9}",
                "{'seats':1} | {'candidates':[{'name':'Verdi','votes':6,'born':'1980-01-02'},{'name':'Neri','votes':6,'born':'1970-01-02'}]} | {'elected':['Neri']}",
                "{'notice':'ORDINARY'} | {'noticeAt':'2026-03-01T10:00','sessionAt':'2026-03-06T18:00'} | {'inTime':false,'earliestSession':'2026-03-07'}",
                "{'notice':'ORDINARY','clearDays':false} | {'noticeAt':'2026-03-01T10:00','sessionAt':'2026-03-06T18:00'} | {'inTime':true,'earliestSession':'2026-03-06'}",
                "{'notice':'URGENT'} | {'noticeAt':'2026-03-01T10:00:00+01:00','sessionAt':'2026-03-02T10:00'} | {'inTime':true,'earliestSession':'2026-03-02T10:00+01:00'}",
                "{} | {'requestedOn':'2026-03-01','sessionOn':'2026-03-22'} | {'inTime':false}",
                "{} | {'firstCallAt':'2026-03-01T20:00','secondCallAt':'2026-03-01T21:00'} | {'inTime':false}",
                "{} | {'filedOn':'2026-03-01','discussedOn':'2026-03-11'} | {'inTime':true}",
                "{'assigned':16} | {'signatures':6} | {'quorate':false,'required':7}",
                "{} | {'publishedFrom':'2026-03-01'} | {'executableFrom':'2026-03-11'}",
                "{'executability':'FROM_END'} | {'publishedFrom':'2026-03-01'} | {'executableFrom':'2026-03-26'}",
                "{'assigned':16} | {'sittings':[{'on':'2026-03-01','yes':11,'present':17},{'on':'2026-03-10','yes':9},{'on':'2026-03-20','yes':9}]} | {'outcome':'APPROVED'}",
                "{'majority':'MOST'} | {'present':4,'yes':2} | {'error':'WORD_UNKNOWN'}",
                "{'majority':'SIMPLE_OF_VOTERS','colour':'red'} | {'present':4,'yes':2} | {'error':'PARAM_UNKNOWN'}",
                "{'majority':'SIMPLE_OF_VOTERS'} | {'present':4,'yes':2,'maybe':1} | {'error':'PARAM_UNKNOWN'}",
                "{'majority':'ABSOLUTE_OF_COMPONENTS'} | {'present':4,'yes':2} | {'error':'PARAM_MISSING'}",
                "{'quorum':'FRACTION_OF_ASSIGNED','num':3,'den':2,'assigned':16} | {'present':4} | {'error':'VALUE_INVALID'}",
                "{'majority':'SIMPLE_OF_VOTERS'} | {'present':4,'yes':-2} | {'error':'VALUE_INVALID'}",
                "{'majority':'SIMPLE_OF_VOTERS'} | {'present':4,'yes':'two'} | {'error':'VALUE_INVALID'}",
                "{'rules':{'quorm':1}} | {'present':4,'yes':2} | {'error':'RULES_JSON_INVALID'}",
                "{} | {'noticeAt':'1/3/2026'} | {'error':'VALUE_INVALID'}",
                "{'preset':'ordinary-council','assigned':16,'call':3} | {'present':4} | {'error':'VALUE_INVALID'}",
                "{'majority':'FAVOURABLE_OVER_CONTRARY'} | {'present':2147483647,'yes':0,'no':2147483647} | {'error':'PRESENT_INVALID'}",
                "{'majority':'SIMPLE_OF_VOTERS'} | {'yes':2147483647,'no':2147483647} | {'error':'VALUE_INVALID'}",
                "{} | {'publishedFrom':'+999999999-12-31'} | {'error':'VALUE_INVALID'}",
                "{'quorum':'FRACTION_OF_COMPONENTS','num':1,'den':2,'plus':2147483647,'components':5} | {'present':5} | {'error':'VALUE_INVALID'}",
                "{'quorum':'FRACTION_OF_COMPONENTS','num':1,'den':1,'components':5} | {'present':5} | {'quorate':true,'required':5}",
                "{} | {} | {'error':'PARAM_MISSING'}",
                "[] | {'yes':1} | {'error':'VALUE_INVALID'}",
                "{} | {'votes':{'Verdi':9,'Neri':9},'valid':10} | {'error':'VOTES_EXCEED_BALLOTS'}",
                "{'quorum':'FRACTION_OF_ASSIGNED','num':1,'den':2,'assigned':16} | {'presentCouncillors':17} | {'error':'PRESENT_EXCEEDS_COMPONENTS'}"
            })
    void whatTheSamplesDoNotShow(String params, String input, String expected) throws IOException {
        JsonNode answer = count(params.replace('\'', '"'), input.replace('\'', '"'));
        MAPPER.readTree(expected.replace('\'', '"'))
                .properties()
                .forEach(field -> assertEquals(field.getValue(), answer.get(field.getKey()), answer.toString()));
        assertEquals(answer.has("error"), answer.has("message"));
    }

    @Test
    void theTableShowsOutcomeAndExplanation() throws IOException {
        Path file = Files.writeString(folder.resolve("cases.json"), """
                [ { "id": "A", "params": { "preset": "ordinary-council", "assigned": 16 }, "input": { "presentCouncillors": 5 } },
                  { "id": "B", "params": { "colour": "red" }, "input": { "yes": 1 } } ]
                """);
        Answer answer = minutes("count", file);
        assertEquals(0, answer.code, answer.err);
        assertEquals(2, answer.out.lines().count(), answer.out);
        assertTrue(
                answer.out.contains("A      no quorum      Quorum: 1/2 of 16 assigned, mayor not counted"), answer.out);
        assertTrue(answer.out.contains("B      error          PARAM_UNKNOWN: "), answer.out);
        Locale.setDefault(Locale.ITALIAN);
        assertTrue(minutes("count", file).out.contains("Numero legale: 1/2 di 16 assegnati, Sindaco escluso"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{}", "[{}]", "[{\"id\":7}]", "[1]", "[", "\u0000\u0001"})
    void aBrokenFileIsBadData(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), text);
        Answer answer = minutes("count", file, "--json");
        assertEquals(65, answer.code, answer.err);
        assertEquals("", answer.out);
        assertEquals(1, answer.err.lines().count(), answer.err);
        assertTrue(answer.err.contains(file.toString()), answer.err);
    }

    @Test
    void aFileThatIsNotThereIsNoInputAndAFolderBadData() {
        assertEquals(66, minutes("count", folder.resolve("none.json")).code);
        assertEquals(65, minutes("count", folder).code);
        assertFalse(minutes("count", "--help").out.isBlank());
    }
}
