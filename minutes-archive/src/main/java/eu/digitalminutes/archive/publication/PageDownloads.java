// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.internal.text.Html;
import java.net.URI;
import java.util.Locale;

/** The files to take away, with their sizes. */
final class PageDownloads {
    private PageDownloads() {}

    static void write(Html html, Session session, Publication what) {
        Words words = session.words();
        html.open("section", "id", "downloads", "aria-labelledby", "downloads-title");
        html.element("h2", words.say("downloads.title"), "id", "downloads-title")
                .raw("\n");
        if (session.view().isPartial()) {
            html.element("p", words.say("downloads.partial"), "class", "notice").raw("\n");
        }
        html.open("ul", "class", "downloads").raw("\n");
        SiteFolder files = session.files();
        if (files.has(SiteFiles.WRITTEN_ACT)) {
            file(html, session, SiteFiles.WRITTEN_ACT, words.say("downloads.act"));
        }
        what.container()
                .map(SiteFiles::container)
                .filter(files::has)
                .ifPresent(name -> file(html, session, name, words.say("downloads.container")));
        if (!session.view().isPartial()) {
            what.containerLink().ifPresent(link -> link(html, link, words.say("downloads.container")));
        }
        for (var part : session.published()) {
            file(
                    html,
                    session,
                    session.publishedFile(part.name()),
                    session.named("downloads.recording", session.number(part.name())));
        }
        for (var part : session.minutes().recordings()) {
            int number = session.number(part.name());
            optional(html, session, SiteFiles.captions(number), session.named("downloads.captions", number));
            optional(html, session, SiteFiles.chapters(number), session.named("downloads.chapters", number));
            optional(html, session, SiteFiles.derivation(number), session.named("downloads.derivation", number));
        }
        optional(html, session, SiteFiles.FACTS, words.say("downloads.facts"));
        optional(html, session, SiteFiles.REPORT, words.say("downloads.report"));
        html.close().closeLine();
    }

    private static void optional(Html html, Session session, String name, String title) {
        if (session.files().has(name)) {
            file(html, session, name, title);
        }
    }

    private static void file(Html html, Session session, String name, String title) {
        String kind = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        String size = session.words().size(session.files().size(name));
        html.open("li").open("a", "href", name, "download", name);
        html.element("span", title, "class", "what").text(" ");
        html.element("span", kind + " · " + size, "class", "minor");
        html.close().closeLine();
    }

    private static void link(Html html, URI link, String title) {
        html.open("li").open("a", "href", link.toString(), "rel", "external");
        html.element("span", title, "class", "what").text(" ");
        html.element("span", String.valueOf(link.getHost()), "class", "minor");
        html.close().closeLine();
    }
}
