// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.meeting.AgendaItem;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** What was adopted, since when it is published and from when it is executable. */
final class PageActs {
    private PageActs() {}

    /**
     * Writes the section, unless nothing was adopted.
     *
     * @param shown for each act its point of the agenda as the public sees it
     */
    static void write(Html html, Session session, List<PublishedAct> acts, List<AgendaItem> shown) {
        if (acts.isEmpty()) {
            return;
        }
        Words words = session.words();
        html.open("section", "id", "acts", "class", "acts", "aria-labelledby", "acts-title");
        html.element("h2", words.say("acts.title"), "id", "acts-title").raw("\n");
        html.open("table", "class", "stacking");
        html.element("caption", words.say("acts.title"), "class", "hidden")
                .open("thead")
                .open("tr");
        for (String column : List.of("act", "item", "albo", "executable")) {
            html.element("th", words.say("acts." + column), "scope", "col");
        }
        html.close().close().open("tbody").raw("\n");
        for (int i = 0; i < acts.size(); i++) {
            row(html, words, acts.get(i), shown.get(i));
        }
        html.close().close().closeLine();
    }

    private static void row(Html html, Words words, PublishedAct act, AgendaItem item) {
        html.open("tr").open("th", "scope", "row");
        if (act.link().isEmpty()) {
            html.text(act.number()).close();
        } else {
            html.element("a", act.number(), "href", act.link()).close();
        }
        cell(html, words, "item", words.say("agenda.item", item.number(), item.title()));
        String days = act.from().isEmpty() ? "—" : words.say("acts.days", day(words, act.from()), day(words, act.to()));
        cell(html, words, "albo", days);
        cell(html, words, "executable", day(words, act.executable()));
        html.closeLine();
    }

    private static String day(Words words, Optional<LocalDate> day) {
        return day.map(DateTimeFormatter.ofPattern("d MMMM uuuu", words.locale())::format)
                .orElse("—");
    }

    private static void cell(Html html, Words words, String column, String value) {
        html.element("td", value, "data-label", words.say("acts." + column));
    }
}
