// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.internal.page.PageFrame;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The search over what was said; without scripts it leads to the transcripts by year. */
final class SearchPage {
    static final String FILE = "search.html";
    static final String SCRIPT = "search.js";

    private SearchPage() {}

    /**
     * Draws the page.
     *
     * @param years for each year, the newest first, its shards
     */
    static String of(SiteWords words, Locale language, String body, Map<Integer, List<String>> years) {
        return PageFrame.of(language, body, "./", words.say("search.title"))
                .running(SCRIPT)
                .around(html -> {
                    html.element("p", words.say("search.lead"), "class", "lead").raw("\n");
                    html.open("form", "class", "ask", "role", "search", "hidden", "hidden")
                            .raw("\n");
                    html.element("label", words.say("search.words"), "for", "words");
                    html.open("div", "class", "line-up").raw("\n");
                    html.open("input", "id", "words", "type", "search", "autocomplete", "off")
                            .raw("\n");
                    html.element("label", words.say("search.year"), "for", "year", "class", "hidden");
                    html.open("select", "id", "year").raw("\n");
                    html.element("option", words.say("search.all"), "value", String.join(" ", all(years)));
                    years.forEach((year, shards) ->
                            html.element("option", Integer.toString(year), "value", String.join(" ", shards)));
                    html.close().raw("\n");
                    html.element("button", words.say("search.find"), "type", "submit");
                    html.close().closeLine();
                    html.open(
                                    "p",
                                    "id",
                                    "outcome",
                                    "role",
                                    "status",
                                    "data-none",
                                    words.say("search.none"),
                                    "data-some",
                                    words.say("search.some"),
                                    "data-more",
                                    words.say("search.more"),
                                    "data-page",
                                    words.say("search.page"))
                            .closeLine();
                    html.open("ul", "id", "found", "class", "found").closeLine();
                    html.open("section", "aria-labelledby", "by-year");
                    html.element("h2", words.say("search.by-year"), "id", "by-year");
                    html.open("ul", "class", "ways").raw("\n");
                    for (int year : years.keySet()) {
                        html.open("li").open("a", "href", "sessions/" + year + "/index.html");
                        html.element("span", Integer.toString(year), "class", "what");
                        html.close().closeLine();
                    }
                    html.close().closeLine();
                });
    }

    private static List<String> all(Map<Integer, List<String>> years) {
        return years.values().stream().flatMap(List::stream).toList();
    }
}
