// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README shows is what the examples run. */
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("minutes.root"));

    @ParameterizedTest
    @CsvSource({
        "README.md, SignAndArchive",
        "minutes-core/docs/from-your-tables.md, FromYourTables",
        "minutes-core/docs/from-a-live-hall.md, LiveHall"
    })
    void theProgramOfAPageIsTheRegionsOfATestedClass(String page, String story) throws IOException {
        Path source =
                ROOT.resolve("minutes-examples/src/main/java/eu/digitalminutes/examples/stories/" + story + ".java");
        List<String> regions = texts(source, "// region (\\w+)\n(.*?)\\s*// endregion \\1\n", 2);
        assertFalse(regions.isEmpty());
        assertEquals(regions, texts(ROOT.resolve(page), "```java\n(.*?)```", 1));
    }

    private static List<String> texts(Path file, String pattern, int group) throws IOException {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(group).stripIndent().strip())
                .sorted()
                .toList();
    }

    @Test
    void theFirstLineOfJavaStandsBeforeLineForty() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
        int first = lines.indexOf("```java");
        assertTrue(first >= 0 && first < 39, "line " + (first + 1));
    }

    @Test
    void everyFileThatADocumentLinksToExists() throws IOException {
        for (String document : new String[] {
            "README.md",
            "CONTRIBUTING.md",
            "SECURITY.md",
            "minutes-core/README.md",
            "minutes-core/docs/minutes-json.md",
            "minutes-core/docs/from-your-tables.md",
            "minutes-core/docs/from-a-live-hall.md",
            "minutes-signature/README.md",
            "minutes-archive/README.md",
            "minutes-examples/README.md",
            "minutes-examples/docs/benchmarks.md"
        }) {
            Path file = ROOT.resolve(document);
            Matcher link = Pattern.compile("\\]\\(([^)#:]+)[)#]").matcher(Files.readString(file));
            while (link.find()) {
                assertTrue(Files.exists(file.resolveSibling(link.group(1))), document + " links to " + link.group(1));
            }
        }
    }
}
