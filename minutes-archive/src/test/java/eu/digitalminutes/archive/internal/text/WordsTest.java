// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import eu.digitalminutes.archive.publication.PublicationSite;
import eu.digitalminutes.archive.rendition.WrittenAct;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words italian = Words.of(WrittenAct.class, "act", Locale.ITALIAN);
    private final Words english = Words.of(WrittenAct.class, "act", Locale.JAPAN);

    @Test
    void saysTheSameThingsInBothLanguages() throws Exception {
        assertEquals(keys(WrittenAct.class, "act_it"), keys(WrittenAct.class, "act_en"));
        assertEquals(keys(PublicationSite.class, "page_it"), keys(PublicationSite.class, "page_en"));
    }

    @Test
    void writesTimesInTheirOwnOffset() {
        OffsetDateTime at = OffsetDateTime.parse("2026-03-12T18:05:09+01:00");
        assertEquals("giovedì 12 marzo 2026", italian.day(at));
        assertEquals("18:05", italian.time(at));
        assertEquals("12/03/2026 18:05:09 (UTC+01:00)", italian.instant(at));
        assertEquals("Thursday 12 March 2026", english.day(at));
    }

    @Test
    void writesLengthsAndSizesAsTheLanguageDoes() {
        assertEquals("27:46:40", italian.clock(Duration.ofSeconds(100_000)));
        assertEquals("999 byte", italian.size(999));
        assertEquals("1,0 kB", italian.size(1000));
        assertEquals("21,5 GB", italian.size(21_474_836_480L));
        assertEquals("21.5 GB", english.size(21_474_836_480L));
        assertEquals("9,2 EB", italian.size(Long.MAX_VALUE));
        assertEquals("1.234.567", italian.number(1_234_567));
    }

    @Test
    void writesYearsWithoutSeparators() {
        assertEquals("Seduta n. 4/2026", italian.say("head.number", 4, 2026));
    }

    /** A pattern with a lone apostrophe would swallow its placeholders. */
    private static TreeSet<String> keys(Class<?> owner, String name) throws Exception {
        Properties texts = new Properties();
        try (InputStream in = owner.getResourceAsStream(name + ".properties")) {
            assertNotNull(in);
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        for (String key : texts.stringPropertyNames()) {
            String pattern = texts.getProperty(key);
            String said = new MessageFormat(pattern, Locale.ROOT).format(new Object[] {"a", "b", "c", "d", "e"});
            assertFalse(said.contains("{") || said.contains("''"), key + ": " + said);
            assertEquals(pattern.replace("''", "").indexOf('\''), -1, key + " has a lone apostrophe");
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
