// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.internal.text.Words;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words of the lists in one language. */
final class SiteWords {
    private final Words words;

    private SiteWords(Words words) {
        this.words = words;
    }

    static SiteWords in(Locale language) {
        return new SiteWords(Words.of(ArchiveSite.class, "site", language));
    }

    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    Words words() {
        return words;
    }

    /** Counts need another word for one. */
    String count(String key, int count) {
        return words.say(count == 1 ? key + ".one" : key + ".many", count);
    }

    String title(SessionRecord.Row row) {
        return words.say("session.title", row.organ(), words.date(row.began()));
    }

    String month(OffsetDateTime at) {
        String month = DateTimeFormatter.ofPattern("LLLL uuuu", words.locale()).format(at);
        return month.substring(0, 1).toUpperCase(words.locale()) + month.substring(1);
    }
}
