// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.page.PageFrame;
import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.internal.text.Html;
import java.net.URI;

/** What browsers and search engines read: the policy against foreign content, the title, the linked data. */
final class PageHead {
    /** Everything from the site itself; not one request elsewhere, no script in the page. */
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'none'";

    private PageHead() {}

    static void write(Html html, Session session, Publication what) {
        Words words = session.words();
        String site = session.meeting().municipality().name();
        String title = words.say("head.title", session.title(), site);
        String description =
                words.say("head.description", session.meeting().organ().name(), site, words.date(session.began()));
        html.open("head").raw("\n");
        html.open("meta", "charset", "UTF-8").raw("\n");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .raw("\n");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .raw("\n");
        html.element("title", title).raw("\n");
        html.open("meta", "name", "description", "content", description).raw("\n");
        html.open("meta", "name", "referrer", "content", "no-referrer").raw("\n");
        html.open("link", "rel", "icon", "href", "data:,").raw("\n");
        String shared =
                what.additions().home().isEmpty() ? "" : what.additions().home() + PageFrame.ASSETS;
        html.open("link", "rel", "stylesheet", "href", shared + SiteFiles.STYLE).raw("\n");
        graph(html, "og:type", "website");
        graph(html, "og:title", title);
        graph(html, "og:description", description);
        graph(html, "og:site_name", site);
        graph(html, "og:locale", words.locale().toString());
        what.address().ifPresent(address -> addresses(html, session, address));
        html.open("script", "type", "application/ld+json")
                .raw(LinkedData.of(session, what, description))
                .closeLine();
        html.open("script", "src", shared + SiteFiles.SCRIPT, "defer", "defer").closeLine();
        if (PageVerify.isOffered(session, what)) {
            SiteFiles.CHECKS.forEach(script -> html.open("script", "src", shared + script, "defer", "defer")
                    .closeLine());
        }
        html.closeLine();
    }

    private static void addresses(Html html, Session session, URI address) {
        html.open("link", "rel", "canonical", "href", address.toString()).raw("\n");
        graph(html, "og:url", address.toString());
        session.published().forEach(part -> {
            graph(
                    html,
                    "og:video",
                    address.resolve(session.publishedFile(part.name())).toString());
            graph(html, "og:video:type", part.mediaType());
        });
    }

    private static void graph(Html html, String property, String content) {
        html.open("meta", "property", property, "content", content).raw("\n");
    }
}
