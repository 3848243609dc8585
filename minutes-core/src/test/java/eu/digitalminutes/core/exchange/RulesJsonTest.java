// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.rules.MajorityRule;
import eu.digitalminutes.core.rules.QuorumRule;
import eu.digitalminutes.core.rules.RandomRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesJsonTest {
    private static final String SCHEMA = "rules.schema.json";

    private static LocalRules read(String json) {
        return RulesJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(LocalRules rules) {
        return new String(RulesJson.write(rules), StandardCharsets.UTF_8);
    }

    @Property(tries = 300)
    void anyRulesAreReadBackTheSameAndKeepTheSchema(@ForAll long seed) throws IOException {
        LocalRules rules = RandomRules.of(seed);
        assertEquals(rules, RulesJson.read(RulesJson.write(rules)));
        assertEquals(rules.hashCode(), RulesJson.read(RulesJson.write(rules)).hashCode());
        if (seed % 10 == 0) {
            assertEquals(Map.of(), PublishedSchema.problems(SCHEMA, text(rules)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePresetAloneIsEnough(LocalRules.Preset preset) throws IOException {
        String json = "{\"preset\":\"" + RulesWriter.word(preset) + "\"}";
        assertEquals(LocalRules.of(preset), read(json));
        assertEquals(Map.of(), PublishedSchema.problems(SCHEMA, json));
        assertEquals(Map.of(), PublishedSchema.problems(SCHEMA, text(LocalRules.of(preset))));
    }

    @Test
    void nothingIsAnOrdinaryCouncil() {
        assertEquals(LocalRules.ordinaryCouncil(), read("{}"));
    }

    @Test
    void whatIsLeftOutIsAsInThePreset() {
        LocalRules rules = read("""
                { "preset": "council-above-15000", "name": "Valfiorita", "version": "3", "validFrom": "2026-01-01",
                  "quorum": { "second": { "number": 4, "source": "Statuto, art. 27" },
                              "matters": { "budget": { "numerator": 1, "denominator": 2, "plus": 1 } } },
                  "majorities": { "general": { "abstentions": "voters" },
                                  "kinds": { "amendment": { "minimumYes": 11 } },
                                  "matters": { "twinning": { "base": "components" } } } }
                """);
        LocalRules preset = LocalRules.councilAbove15000();
        assertEquals(preset.firstCall(), rules.firstCall());
        assertEquals(4, rules.secondCall().number());
        assertEquals("Statuto, art. 27", rules.secondCall().source());
        assertEquals(1, rules.quorumRule(2, new Matter("budget")).plus());
        assertEquals(MajorityRule.Abstentions.VOTERS, rules.majority().abstentions());
        assertEquals(11, rules.majorityRule(VoteKind.AMENDMENT, Matter.ORDINARY).minimumYes());
        assertEquals(
                MajorityRule.Base.COMPONENTS,
                rules.majorityRule(VoteKind.MAIN, new Matter("twinning")).base());
        assertEquals(
                preset.majorityRule(VoteKind.MAIN, Matter.STATUTE), rules.majorityRule(VoteKind.MAIN, Matter.STATUTE));
        assertEquals(preset.convocation(), rules.convocation());
    }

    @Test
    void theFirstFormOfTheFileIsStillRead() throws IOException {
        String first = """
                { "source": "Regolamento, art. 3", "abstentionsAreVotes": true,
                  "quorum": { "numerator": 2, "denominator": 5, "rounding": "half-up", "mayorCounted": true } }
                """;
        LocalRules rules = read(first);
        assertEquals("Regolamento, art. 3", rules.source());
        assertEquals("2/5", rules.firstCall().fraction().toString());
        assertEquals(QuorumRule.Mayor.COUNTED, rules.secondCall().mayor());
        assertEquals(rules.firstCall(), rules.secondCall());
        assertEquals(MajorityRule.Abstentions.VOTERS, rules.majority().abstentions());
        assertEquals(Map.of(), PublishedSchema.problems(SCHEMA, first));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"preset\":\"senate\"} | /preset",
                "{\"quorum\":{\"first\":{\"rounding\":\"up\"}}} | /quorum/first/rounding",
                "{\"quorum\":{\"first\":{\"numerator\":1}}} | /quorum/first",
                "{\"quorum\":{\"first\":{\"numerator\":3,\"denominator\":2}}} | /quorum/first",
                "{\"quorum\":{\"numerator\":1,\"denominator\":2,\"first\":{}}} | /quorum",
                "{\"quorum\":{\"matters\":{\"Big Budget\":{}}}} | /quorum/matters",
                "{\"majorities\":{\"kinds\":{\"acclamation\":{}}}} | /majorities/kinds",
                "{\"majorities\":{},\"abstentionsAreVotes\":true} | the root",
                "{\"convocation\":{\"ordinaryDays\":-1}} | /convocation",
                "{\"convocation\":{\"ordinaryDays\":\"five\"}} | /convocation/ordinaryDays",
                "{\"validFrom\":\"1/1/2026\"} | /validFrom"
            })
    void whatIsWrongIsRefusedWithAPointerAndByTheSchemaToo(String json, String pointer) throws IOException {
        MinutesException refusal = assertThrows(MinutesException.class, () -> read(json));
        assertEquals("RULES_JSON_INVALID", refusal.code());
        assertTrue(refusal.getMessage().contains("at " + pointer), refusal.getMessage());
        boolean fraction = json.contains("\"numerator\":3");
        assertTrue(fraction || !PublishedSchema.problems(SCHEMA, json).isEmpty(), json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"quorm\":{}}", "{\"elections\":{\"runoff\":\"allowed\"}}"})
    void aMisspeltParameterDoesNotQuietlyLeaveTheDefault(String json) {
        MinutesException refusal = assertThrows(MinutesException.class, () -> read(json));
        assertTrue(refusal.getMessage().contains("no rule has this name"), refusal.getMessage());
    }

    @Test
    void aFileIsWrittenWholeAndNamedWhenItIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rules.json");
        RulesJson.write(LocalRules.executiveBoard(), file);
        assertEquals(LocalRules.executiveBoard(), RulesJson.read(file));
        Files.writeString(file, "{\"preset\":7}");
        MinutesException refusal = assertThrows(MinutesException.class, () -> RulesJson.read(file));
        assertTrue(refusal.getMessage().startsWith(file.toString()), refusal.getMessage());
    }

    /** Every name and word of the schema is one that is read: a value other than those of the preset survives. */
    @Test
    void whatIsWrittenHasEveryFieldOfTheSchema() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode schema = mapper.readTree(RulesJson.class.getResourceAsStream(SCHEMA));
        JsonNode written = mapper.readTree(RulesJson.write(LocalRules.ordinaryCouncil()));
        for (String group : new String[] {
            "recusal", "elections", "convocation", "publication", "statute", "noConfidence", "opinions", "minutes"
        }) {
            String definition =
                    schema.at("/properties/" + group + "/$ref").asText().replace("#", "");
            schema.at(definition + "/properties")
                    .fieldNames()
                    .forEachRemaining(field -> assertTrue(written.get(group).has(field), group + "/" + field));
            assertEquals(
                    schema.at(definition + "/properties").size(),
                    written.get(group).size(),
                    group);
        }
    }
}
