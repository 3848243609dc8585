// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The words of the report in one of its languages, and times as people there read them. */
final class ReportWords {
    static final FindingCatalogue CATALOGUE = FindingCatalogue.of(ReportWords.class);
    /** The codes of findings for which there is advice. */
    static final Set<String> ADVISED = Set.of(
            "NO_TRUST",
            "QUALIFICATION_UNKNOWN",
            "TRUSTED_LIST_UNUSABLE",
            "REVOCATION_UNKNOWN",
            "REVOCATION_BEFORE_SIGNING",
            "NO_LONG_TERM_EVIDENCE",
            "NO_TIMESTAMP",
            "CERTIFICATE_REVOKED",
            "CERTIFICATE_OUT_OF_TIME",
            "FILE_ALTERED",
            "FILE_DAMAGED",
            "SIGNATURE_BROKEN",
            "SIGNER_MISSING",
            "NOT_YET_SIGNED");

    private static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    private final Locale language;
    private final Locale locale;

    ReportWords(Locale language) {
        this.language = language;
        this.locale = code().equals("it") ? Locale.ITALIAN : Locale.ENGLISH;
    }

    /** The code of the language that the words are in. */
    String code() {
        return new Text("it", "en").in(language);
    }

    String say(String key, Object... arguments) {
        return say(CATALOGUE.text(key, arguments));
    }

    String say(Text text) {
        return text.in(language);
    }

    String number(long number) {
        return String.format(locale, "%,d", number);
    }

    /** Day and time to the second, with the distance from UTC. */
    String time(Instant instant) {
        return format("d MMMM uuuu, HH:mm:ss xxx", instant);
    }

    String time(Optional<Instant> instant) {
        return instant.map(this::time).orElse("–");
    }

    /** Day and time where there is little room. */
    String shortTime(Instant instant) {
        return format("d MMM uuuu HH:mm:ss", instant);
    }

    String day(Instant instant) {
        return format("d MMM uuuu", instant);
    }

    private String format(String pattern, Instant instant) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(ZONE).format(instant);
    }
}
