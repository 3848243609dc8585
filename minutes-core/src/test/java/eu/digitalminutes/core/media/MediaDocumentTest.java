// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.internal.media.Fault;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The guide and the sentences know every code. */
class MediaDocumentTest {
    private static Properties sentences() throws IOException {
        Properties sentences = new Properties();
        try (var in = new InputStreamReader(
                MediaProbe.class.getResourceAsStream("findings_en.properties"), StandardCharsets.UTF_8)) {
            sentences.load(in);
        }
        return sentences;
    }

    @Test
    void everySentenceIsInTheGuide() throws IOException {
        String guide = Files.readString(Path.of(System.getProperty("minutes.root"), "minutes-core/docs/media.md"));
        for (String code : sentences().stringPropertyNames()) {
            assertTrue(code.startsWith("preservation.") || guide.contains("`" + code + "`"), code);
        }
    }

    @Test
    void everyFaultHasASentence() throws IOException {
        for (Fault fault : Fault.values()) {
            assertTrue(sentences().containsKey(fault.name()), fault.name());
        }
    }
}
