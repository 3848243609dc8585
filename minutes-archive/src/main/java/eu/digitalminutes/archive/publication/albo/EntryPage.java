// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.albo;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.internal.text.Html;
import java.time.LocalDate;
import java.util.Locale;

/** What a page or a certificate says of an entry. */
final class EntryPage {
    private final Html html;
    private final Words words;
    private final AlboEntry entry;
    private final LocalDate day;

    private EntryPage(Html html, Words words, AlboEntry entry, LocalDate day) {
        this.html = html;
        this.words = words;
        this.entry = entry;
        this.day = day;
    }

    /** The page of an entry, after its title. */
    static void write(Html html, Words words, AlboEntry entry, LocalDate day, String home) {
        EntryPage page = new EntryPage(html, words, entry.shownOn(day), day);
        page.state();
        page.facts();
        page.documents(home);
        html.open("p").element("a", words.say("entry.data"), "href", RegistrationData.FILE);
        html.closeLine();
    }

    /** The same facts on paper. */
    static void certify(Html html, Words words, AlboEntry entry, LocalDate day) {
        EntryPage page = new EntryPage(html, words, entry, day);
        page.facts();
        page.documents("");
    }

    private void state() {
        AlboState state = entry.state(day);
        html.open("p", "class", "states");
        html.element("span", words.say(state.label()), "class", "state " + style(state));
        html.closeLine();
        entry.annulment()
                .filter(one -> state == AlboState.ANNULLED)
                .ifPresent(one -> html.element(
                                "p",
                                words.say("entry.annulled", words.instant(one.at()), one.reason()),
                                "class",
                                "notice")
                        .raw("\n"));
        if (state == AlboState.EXPIRED) {
            html.element("p", words.say("entry.masked"), "class", "notice").raw("\n");
        }
    }

    static String style(AlboState state) {
        return switch (state) {
            case CURRENT -> "strong";
            case ANNULLED -> "void";
            case EXPIRED, SCHEDULED -> "ended";
        };
    }

    private void facts() {
        AlboAct act = entry.act();
        html.open("section", "aria-labelledby", "facts-title");
        html.element("h2", words.say("entry.facts"), "id", "facts-title").raw("\n");
        html.open("dl", "class", "data").raw("\n");
        fact("number", entry.number().digits() + " / " + entry.number().year());
        fact("registered", words.instant(entry.registeredAt()));
        fact("from", day(words, entry.from()));
        fact("to", day(words, entry.to()));
        if (!entry.interrupted().isEmpty()) {
            fact(
                    "interrupted",
                    String.join(
                            "; ",
                            entry.interrupted().stream()
                                    .map(one -> day(words, one))
                                    .toList()));
        }
        fact("kind", act.kind());
        fact("reference", act.reference());
        fact("subject", act.subject());
        fact("requester", act.requester());
        fact("office", act.office());
        fact("area", act.area());
        fact("responsible", act.responsible());
        act.executable().ifPresent(one -> fact("executable", day(words, one)));
        html.close().closeLine();
    }

    private void fact(String name, String value) {
        if (!value.isBlank()) {
            html.open("div").element("dt", words.say("fact." + name)).element("dd", value);
            html.closeLine();
        }
    }

    private void documents(String home) {
        if (entry.documents().isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "documents-title");
        html.element("h2", words.say("entry.documents"), "id", "documents-title")
                .raw("\n");
        html.open("table", "class", "stacking digests");
        html.element("caption", words.say("entry.documents"), "class", "hidden");
        html.open("thead").open("tr");
        for (String column : new String[] {"name", "version", "sha256", "size"}) {
            html.element("th", words.say("document." + column), "scope", "col");
        }
        html.close().close().open("tbody").raw("\n");
        for (AlboDocument one : entry.documents()) {
            html.open("tr").open("th", "scope", "row");
            String label = one.description().isBlank() ? one.name() : one.description();
            if (home.isEmpty() || one.link().isEmpty()) {
                html.text(label).close();
            } else {
                html.element("a", label, "href", one.linkFrom(home)).close();
            }
            cell("version", words.say("version." + one.version().name().toLowerCase(Locale.ROOT)));
            html.open("td", "data-label", words.say("document.sha256"));
            html.element("code", one.fingerprint().digest().hex()).close();
            cell("size", words.size(one.fingerprint().bytes()));
            html.closeLine();
        }
        html.close().close().closeLine();
    }

    private void cell(String column, String value) {
        html.element("td", value, "data-label", words.say("document." + column));
    }

    static String day(Words words, LocalDate day) {
        return java.time.format.DateTimeFormatter.ofPattern("d MMMM uuuu", words.locale())
                .format(day);
    }
}
