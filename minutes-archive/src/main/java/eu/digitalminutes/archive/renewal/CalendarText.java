// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.outcome.FindingCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Dates as iCalendar.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545</a>
 */
final class CalendarText {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(CalendarText.class);
    private static final int MAX_OCTETS = 75;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Locale language;
    private final StringBuilder out = new StringBuilder();

    CalendarText(Locale language) {
        this.language = language;
    }

    String of(List<DueRenewal> entries) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//digitalminutes.eu//minutes-archive//EN");
        for (DueRenewal entry : entries) {
            line("BEGIN:VEVENT");
            line("UID:" + entry.run().number() + "-" + entry.cause() + "-"
                    + entry.subject().hashCode() + "-" + entry.end().getEpochSecond() + "@digitalminutes.eu");
            line("DTSTAMP:" + STAMP.format(entry.run().stamp().time()));
            line("DTSTART;VALUE=DATE:" + DAY.format(entry.due()));
            line("SUMMARY:"
                    + escaped(CATALOGUE
                            .text("SUMMARY." + entry.cause().remedy().name())
                            .in(language)));
            line("DESCRIPTION:" + escaped(entry.message().in(language)));
            line("END:VEVENT");
        }
        line("END:VCALENDAR");
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** A line of more octets goes on in the next, behind a blank. */
    private void line(String text) {
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            String letter = Character.toString(text.codePointAt(i));
            int more = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > MAX_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(letter);
            octets += more;
            i += letter.length();
        }
        out.append("\r\n");
    }
}
