// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read is whole: both languages, and no apostrophe swallowed by the form of the file. */
class SentencesTest {
    private static final Path SENTENCES =
            Path.of(System.getProperty("minutes.root"), "minutes-core/src/main/resources/eu/digitalminutes/core");
    private static final Pattern SINGLE = Pattern.compile("(?<!')'(?!')");
    private static final Pattern SWALLOWED = Pattern.compile(
            "(?i)\\b(?:l|un|dell|all|nell|sull|dall)(?:organo|atto|ordine|albo|ente|elenco|esito|emendamento|impegno"
                    + "|adozione|ultim[oa]|immediata|esecutività|articolo|avviso|evento|istante|appello|apertura)\\b"
                    + "|\\bcè\\b");

    static List<Path> italian() throws IOException {
        try (Stream<Path> files = Files.walk(SENTENCES)) {
            return files.filter(file -> file.toString().endsWith("_it.properties"))
                    .sorted()
                    .toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (var in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("italian")
    void everySentenceIsInBothLanguages(Path file) throws IOException {
        Properties italian = read(file);
        Properties english = read(Path.of(file.toString().replace("_it.properties", "_en.properties")));
        List<String> keys = italian.stringPropertyNames().stream()
                .filter(key -> !key.endsWith(".basis"))
                .sorted()
                .toList();
        assertEquals(english.stringPropertyNames().stream().sorted().toList(), keys);
    }

    @ParameterizedTest
    @MethodSource("italian")
    void noApostropheIsSwallowed(Path file) throws IOException {
        assertFalse(italian().isEmpty());
        List<String> wrong = new ArrayList<>();
        read(file).forEach((key, value) -> {
            String sentence = String.valueOf(value);
            boolean single = !String.valueOf(key).endsWith(".basis")
                    && SINGLE.matcher(sentence).find();
            if (single || SWALLOWED.matcher(sentence).find()) {
                wrong.add(key + "=" + sentence);
            }
        });
        assertEquals(List.of(), wrong);
    }
}
