// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what the examples run. */
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("minutes.root"));

    @Test
    void theProgramOfTheReadmeIsARegionOfATestedClass() throws IOException {
        String source = Files.readString(
                ROOT.resolve("minutes-examples/src/main/java/eu/digitalminutes/examples/stories/SignAndArchive.java"));
        Matcher region = Pattern.compile("// region readme\n(.*?)\\s*// endregion readme", Pattern.DOTALL)
                .matcher(source);
        assertTrue(region.find());
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")));
        assertTrue(block.find());
        assertEquals(region.group(1).stripIndent().strip(), block.group(1).strip());
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
            "minutes-signature/README.md",
            "minutes-archive/README.md",
            "minutes-examples/README.md"
        }) {
            Path file = ROOT.resolve(document);
            Matcher link = Pattern.compile("\\]\\(([^)#:]+)[)#]").matcher(Files.readString(file));
            while (link.find()) {
                assertTrue(Files.exists(file.resolveSibling(link.group(1))), document + " links to " + link.group(1));
            }
        }
    }
}
