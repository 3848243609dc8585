// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.albo;

import eu.digitalminutes.archive.internal.page.PageFrame;
import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.internal.text.Html;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pages of the albo on-line (<i>albo pretorio on-line</i>) within a site: the entries that may be read on a day, each
 * with its data and digests, and their feed. Search engines are asked to list none of it. What is over goes, or stays
 * without personal names for as long as the register says.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:2009-06-18;69">L. 69/2009, art. 32; AgID, Linee
 *     guida sulla pubblicità legale, 2016; Garante privacy, Linee guida 15 May 2014</a>
 */
public final class AlboSite {
    private static final String HOME = "../../../";

    private final AlboRegister register;
    private final AlboPublisher publisher;
    private final Locale language;
    private final Optional<URI> address;

    private AlboSite(AlboRegister register, AlboPublisher publisher, Locale language, Optional<URI> address) {
        this.register = Objects.requireNonNull(register, "register");
        this.publisher = Objects.requireNonNull(publisher, "publisher");
        this.language = Objects.requireNonNull(language, "language");
        this.address = address;
    }

    /**
     * The pages of a register.
     *
     * @param register the register
     * @param publisher who keeps it
     * @param language Italian; any other language gets English words around the facts
     * @return the pages to be made
     */
    public static AlboSite of(AlboRegister register, AlboPublisher publisher, Locale language) {
        return new AlboSite(register, publisher, language, Optional.empty());
    }

    /**
     * The same pages at a known address, without which there is no feed.
     *
     * @param site the address of the site's folder, which ends in a slash
     * @return new pages to be made
     */
    public AlboSite at(URI site) {
        return new AlboSite(register, publisher, language, Optional.of(site));
    }

    /**
     * The files.
     *
     * @param day today
     * @return immutable, by their names below the site's folder, all in {@code albo/} but {@code robots.txt}
     */
    public SortedMap<String, String> files(LocalDate day) {
        Words words = Words.of(AlboSite.class, "albo", language);
        SortedMap<String, String> files = new TreeMap<>();
        List<AlboEntry> visible = register.entries().stream()
                .filter(entry -> entry.isVisible(day))
                .sorted(Comparator.comparing(AlboEntry::number).reversed())
                .toList();
        files.put("albo/index.html", list(words, visible, day));
        for (AlboEntry entry : visible) {
            files.put(folderOf(entry) + "index.html", page(words, entry, day));
            files.put(folderOf(entry) + RegistrationData.FILE, RegistrationData.json(entry, publisher.name(), day));
        }
        String path = address.map(URI::getPath).filter(one -> !one.isEmpty()).orElse("/");
        files.put("robots.txt", "User-agent: *\nDisallow: " + path + "albo/\n");
        if (address.isPresent()) {
            List<AlboEntry> current = visible.stream()
                    .filter(entry -> entry.state(day) == AlboState.CURRENT)
                    .toList();
            files.put(AlboFeed.FILE, AlboFeed.of(address.get(), publisher, current));
        }
        return Collections.unmodifiableSortedMap(files);
    }

    /**
     * Where the page of an entry lies.
     *
     * @param entry the entry
     * @return a folder below the site's, which ends in a slash
     */
    public static String folderOf(AlboEntry entry) {
        return "albo/" + entry.number().year() + "/" + entry.number().digits() + "/";
    }

    private String page(Words words, AlboEntry entry, LocalDate day) {
        String title = words.say(
                "entry.title",
                entry.number().digits(),
                Integer.toString(entry.number().year()));
        return PageFrame.of(language, publisher.name(), HOME, title)
                .under(new PageFrame.Crumb(words.say("albo.title"), "../../index.html"))
                .unlisted()
                .around(html -> EntryPage.write(html, words, entry, day, HOME));
    }

    private String list(Words words, List<AlboEntry> visible, LocalDate day) {
        PageFrame frame = PageFrame.of(language, publisher.name(), "../", words.say("albo.title"))
                .unlisted();
        return (address.isPresent() ? frame.fed("feed.xml") : frame).around(html -> {
            html.element("p", words.say("albo.nature"), "class", "lead").raw("\n");
            html.open("section", "aria-labelledby", "entries-title");
            html.element("h2", words.say("albo.entries"), "id", "entries-title").raw("\n");
            if (visible.isEmpty()) {
                html.element("p", words.say("albo.none"), "class", "notice");
            } else {
                html.open("ul", "class", "rows").raw("\n");
                visible.forEach(entry -> row(html, words, entry.shownOn(day), entry.state(day)));
                html.closeLine();
            }
            html.closeLine();
            if (address.isPresent()) {
                html.open("p").element("a", words.say("albo.feed"), "href", "feed.xml");
                html.closeLine();
            }
        });
    }

    private static void row(Html html, Words words, AlboEntry entry, AlboState state) {
        html.open("li", "class", "row").open("div").open("h3");
        html.element("a", entry.act().subject(), "href", folderOf(entry).substring("albo/".length()) + "index.html");
        html.close();
        html.element(
                "p",
                words.say(
                        "albo.row",
                        entry.number().digits() + "/" + entry.number().year(),
                        (entry.act().kind() + " " + entry.act().reference()).strip(),
                        EntryPage.day(words, entry.from()),
                        EntryPage.day(words, entry.to())),
                "class",
                "what");
        html.close().open("ul", "class", "states");
        html.element("li", words.say(state.label()), "class", "state " + EntryPage.style(state));
        html.close().closeLine();
    }
}
