// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.MinutesChecker;
import eu.digitalminutes.core.check.SessionChecks;
import eu.digitalminutes.core.event.UnknownFields;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the document on minutes.json says is what the reader knows and the checks find. */
class MinutesJsonDocumentTest {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("minutes.root")).resolve("minutes-core/docs/minutes-json.md");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The basis is Italian in the data, and English in the document. */
    private static final Map<String, String> ENGLISH = Map.of(
            "regolamento del consiglio", "the council's regulation",
            "circolare", "circular",
            "pareri DAIT 98877/2021 e 2673/2024", "opinions DAIT 98877/2021 and 2673/2024",
            "Reg. (UE)", "Reg. (EU)");

    private static Stream<MatchResult> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text)
                .results();
    }

    private static String section(String title) throws IOException {
        return found("^## " + title + "\n(.*?)(?=^## |\\z)", Files.readString(DOCUMENT))
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static Properties sentences(String language) throws IOException {
        Properties sentences = new Properties();
        try (InputStream in = SessionChecks.class.getResourceAsStream("findings_" + language + ".properties");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }

    private static String basis(String italian) {
        String basis = italian;
        for (Map.Entry<String, String> word : ENGLISH.entrySet()) {
            basis = basis.replace(word.getKey(), word.getValue());
        }
        return basis;
    }

    @Test
    void everyFindingStandsInTheTablesWithItsMessageAndItsBasis() throws IOException {
        Properties english = sentences("en");
        Properties italian = sentences("it");
        Map<String, String> expected = new TreeMap<>();
        for (String code : english.stringPropertyNames()) {
            String message =
                    english.getProperty(code).replaceAll("\\{\\d\\}", "…").replace("''", "'");
            expected.put(code, message + " | " + basis(italian.getProperty(code + ".basis")));
        }
        Map<String, String> documented = new TreeMap<>();
        found(
                        "^\\| `([A-Z_]+)` \\| (?:FAIL|WARN|INFO|FAIL, or WARN) \\| [^|]+ \\| ([^|]+ \\| [^|]+) \\|$",
                        section("Findings"))
                .forEach(row -> documented.put(row.group(1), row.group(2)));
        assertEquals(expected, documented);
        assertTrue(section("Findings").contains("of " + expected.size() + " kinds"));
    }

    @Test
    void everyTypeOfEventThatTheSchemaKnowsStandsInTheTables() throws IOException {
        TreeSet<String> known = new TreeSet<>();
        try (InputStream in = MinutesJson.class.getResourceAsStream("minutes.schema.json")) {
            JSON.readTree(in)
                    .at("/$defs/event/oneOf")
                    .forEach(type -> known.add(type.at("/properties/type/const").textValue()));
        }
        TreeSet<String> documented = new TreeSet<>();
        found("^\\| type \\|.*?\n\\n", section("Events") + "\n")
                .flatMap(table -> found("^\\| `([a-z-]+)` \\|", table.group()))
                .forEach(row -> documented.add(row.group(1)));
        assertFalse(known.isEmpty());
        assertEquals(known, documented);
    }

    @Test
    void everyFieldThatTheSchemaKnowsIsNamed() throws IOException {
        TreeSet<String> documented = new TreeSet<>();
        found("`([A-Za-z0-9.\\[\\]]+)`", Files.readString(DOCUMENT))
                .forEach(code -> documented.addAll(List.of(code.group(1).split("\\W+"))));
        TreeSet<String> missing = new TreeSet<>();
        try (InputStream in = MinutesJson.class.getResourceAsStream("minutes.schema.json")) {
            JSON.readTree(in)
                    .findValues("properties")
                    .forEach(properties -> properties.fieldNames().forEachRemaining(missing::add));
        }
        assertTrue(missing.contains("coverageVisa"));
        missing.removeAll(documented);
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void everyExampleIsReadAndKeepsTheSchemaAndTheFirstIsValid() throws IOException {
        List<String> examples = found("```json\n(.*?)```", Files.readString(DOCUMENT))
                .map(block -> block.group(1))
                .toList();
        assertEquals(Verdict.VALID, MinutesChecker.check(minutes(examples, 0)).verdict());
        for (int i = 0; i < examples.size(); i++) {
            Minutes minutes = minutes(examples, i);
            assertEquals(UnknownFields.none(), minutes.unknownFields());
            minutes.meeting()
                    .events()
                    .forEach(event -> assertEquals(UnknownFields.none(), event.unknownFields(), event.toString()));
            if (EventChain.isChained(minutes.meeting())) {
                assertEquals(Optional.empty(), EventChain.verify(minutes.meeting()));
            }
        }
        assertTrue(EventChain.isChained(minutes(examples, examples.size() - 1).meeting()));
    }

    /** The first example, and what another one says in its place. */
    private static Minutes minutes(List<String> examples, int index) throws IOException {
        ObjectNode whole = (ObjectNode) JSON.readTree(examples.get(0));
        whole.setAll((ObjectNode) JSON.readTree(examples.get(index)));
        String json = JSON.writeValueAsString(whole);
        assertEquals(Map.of(), PublishedSchema.problems("minutes.schema.json", json));
        return MinutesJson.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
