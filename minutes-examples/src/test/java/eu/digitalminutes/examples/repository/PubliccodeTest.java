// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalogue of public software can read {@code publiccode.yml}: the mandatory keys of version 0.7. */
class PubliccodeTest {
    static JsonNode publiccode;

    @BeforeAll
    static void read() throws IOException {
        publiccode = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of(System.getProperty("minutes.root"), "publiccode.yml")
                        .toFile());
    }

    @Test
    void theMandatoryKeysAreThere() {
        assertTrue(publiccode.path("publiccodeYmlVersion").asText().startsWith("0.7"));
        assertFalse(publiccode.path("name").asText().isBlank());
        assertTrue(publiccode.path("url").asText().startsWith("https://"));
        assertFalse(publiccode.path("platforms").isEmpty());
        assertEquals("library", publiccode.path("softwareType").asText());
        assertTrue(Set.of("concept", "development", "beta", "stable", "obsolete")
                .contains(publiccode.path("developmentStatus").asText()));
        assertEquals("BSD-3-Clause", publiccode.at("/legal/license").asText());
        assertTrue(publiccode.at("/localisation/localisationReady").isBoolean());
        assertFalse(publiccode.at("/localisation/availableLanguages").isEmpty());
    }

    @Test
    void itIsDescribedInItalianAndEnglishWithinTheLimits() {
        for (String language : new String[] {"it", "en"}) {
            JsonNode description = publiccode.at("/description/" + language);
            int brief = description.path("shortDescription").asText().length();
            int full = description.path("longDescription").asText().length();
            assertTrue(brief > 0 && brief <= 150, language + " " + brief);
            assertTrue(full >= 150 && full <= 10_000, language + " " + full);
            assertFalse(description.path("features").isEmpty());
        }
    }

    @Test
    void maintenanceNamesSomebody() {
        String type = publiccode.at("/maintenance/type").asText();
        assertTrue(Set.of("internal", "contract", "community", "none").contains(type));
        assertFalse(publiccode.at("/maintenance/contacts/0/name").asText().isBlank());
    }
}
