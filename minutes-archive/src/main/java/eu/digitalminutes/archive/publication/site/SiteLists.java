// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.archive.internal.page.PageFrame;
import eu.digitalminutes.archive.internal.page.SiteStore;
import eu.digitalminutes.core.internal.text.Html;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The pages that lead to sessions: home, one for each year, one for each organ in a year; the newest session first. */
final class SiteLists {
    private static final int LATEST = 10;

    private final SiteStore store;
    private final SiteWords words;
    private final Locale language;
    private final String body;
    private final String address;
    private final List<SessionRecord> sessions;

    SiteLists(
            SiteStore store,
            SiteWords words,
            Locale language,
            String body,
            String address,
            List<SessionRecord> sessions) {
        this.store = store;
        this.words = words;
        this.language = language;
        this.body = body;
        this.address = address;
        this.sessions = sessions.stream().sorted(SessionRecord.NEWEST_FIRST).toList();
    }

    void write(boolean albo, boolean search) throws IOException {
        store.put("index.html", home(albo, search));
        for (int year : SearchShards.years(sessions)) {
            List<SessionRecord> ofYear = sessions.stream()
                    .filter(session -> session.row().year() == year)
                    .toList();
            Map<String, List<SessionRecord>> organs = new TreeMap<>();
            ofYear.forEach(session -> organs.computeIfAbsent(session.organFolder(), folder -> new ArrayList<>())
                    .add(session));
            String name = "sessions/" + year + "/index.html";
            store.put(name, year(year, ofYear, organs));
            for (Map.Entry<String, List<SessionRecord>> organ : organs.entrySet()) {
                store.put(organ.getKey() + "index.html", organ(year, organ.getKey(), organ.getValue()));
            }
        }
    }

    private PageFrame frame(String home, String title, String name) {
        PageFrame frame = PageFrame.of(language, body, home, title);
        return address.isEmpty() ? frame : frame.at(address + name);
    }

    private String home(boolean albo, boolean search) {
        return frame("", words.say("home.title"), "index.html").around(html -> {
            html.element("p", words.say("home.lead", body), "class", "lead").raw("\n");
            if (albo || search) {
                section(html, "services", words.say("home.services"));
                html.open("ul", "class", "ways").raw("\n");
                if (search) {
                    way(html, "search.html", words.say("search.title"), words.say("search.what"));
                }
                if (albo) {
                    way(html, "albo/index.html", words.say("albo.title"), words.say("albo.what"));
                }
                html.close().closeLine();
            }
            section(html, "latest", words.say("home.latest"));
            if (sessions.isEmpty()) {
                html.element("p", words.say("home.none"), "class", "notice");
            } else {
                rows(html, sessions.subList(0, Math.min(LATEST, sessions.size())), "");
            }
            html.closeLine();
            if (!sessions.isEmpty()) {
                section(html, "years", words.say("home.years"));
                html.open("ul", "class", "ways").raw("\n");
                for (int year : SearchShards.years(sessions)) {
                    int count = (int) sessions.stream()
                            .filter(session -> session.row().year() == year)
                            .count();
                    way(
                            html,
                            "sessions/" + year + "/index.html",
                            Integer.toString(year),
                            words.count("count.sessions", count));
                }
                html.close().closeLine();
            }
        });
    }

    private String year(int year, List<SessionRecord> ofYear, Map<String, List<SessionRecord>> organs) {
        String folder = "sessions/" + year + "/";
        return frame("../../", words.say("year.title", Integer.toString(year)), folder + "index.html")
                .around(html -> {
                    section(html, "organs", words.say("year.organs"));
                    html.open("ul", "class", "ways").raw("\n");
                    organs.forEach((path, some) -> way(
                            html,
                            path.substring(folder.length()) + "index.html",
                            some.get(0).row().organ(),
                            words.count("count.sessions", some.size())));
                    html.close().closeLine();
                    months(html, ofYear, folder);
                });
    }

    private String organ(int year, String folder, List<SessionRecord> some) {
        String title = words.say("organ.title", some.get(0).row().organ(), Integer.toString(year));
        return frame("../../../", title, folder + "index.html")
                .under(new PageFrame.Crumb(Integer.toString(year), "../index.html"))
                .around(html -> months(html, some, folder));
    }

    private void months(Html html, List<SessionRecord> some, String folder) {
        String open = "";
        int number = 0;
        for (int i = 0; i < some.size(); i++) {
            String month = words.month(some.get(i).row().began());
            if (!month.equals(open)) {
                if (!open.isEmpty()) {
                    html.close().closeLine();
                }
                number++;
                section(html, "month-" + number, month);
                html.open("ul", "class", "rows").raw("\n");
                open = month;
            }
            row(html, some.get(i), folder);
        }
        if (!open.isEmpty()) {
            html.close().closeLine();
        }
    }

    private static void section(Html html, String id, String title) {
        html.open("section", "aria-labelledby", id);
        html.element("h2", title, "id", id).raw("\n");
    }

    private static void way(Html html, String link, String what, String minor) {
        html.open("li").open("a", "href", link).element("span", what, "class", "what");
        html.text(" ").element("span", minor, "class", "minor").close().closeLine();
    }

    private void rows(Html html, List<SessionRecord> some, String folder) {
        html.open("ul", "class", "rows").raw("\n");
        some.forEach(session -> row(html, session, folder));
        html.closeLine();
    }

    private void row(Html html, SessionRecord session, String folder) {
        SessionRecord.Row row = session.row();
        html.open("li", "class", "row").open("div").open("h3");
        html.element("a", words.title(row), "href", session.folder().substring(folder.length()) + "index.html");
        html.close();
        html.element(
                "p",
                words.say("row.what", row.number(), row.kind(), words.count("count.items", row.items())),
                "class",
                "what");
        html.close().open("ul", "class", "states");
        state(html, row.state(), "ended");
        if (!session.parts().isEmpty()) {
            state(html, words.say("row.recording"), "strong");
        }
        if (session.parts().stream().anyMatch(part -> part.captions().isPresent())) {
            state(html, words.say("row.transcript"), "strong");
        }
        if (!session.withheld().isEmpty()) {
            state(html, words.say("row.partial"), "");
        }
        html.close().closeLine();
    }

    private static void state(Html html, String label, String style) {
        html.element("li", label, "class", ("state " + style).strip());
    }
}
