// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.page;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.internal.text.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the content of a page of the site: head, banner, the way back, foot. Immutable; nothing in it is
 * asked of another server.
 */
public final class PageFrame {
    /** Where the site keeps what every page shares. */
    public static final String ASSETS = "assets/";

    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'none'";

    private final Words words;
    private final String body;
    private final String home;
    private final String title;
    private final boolean listed;
    private final String address;
    private final @Nullable String script;
    private final @Nullable String feed;
    private final List<Crumb> crumbs;

    /**
     * A step of the way from the home page.
     *
     * @param label what it says
     * @param link where it leads, relative to this page
     */
    public record Crumb(String label, String link) {}

    private PageFrame(
            Words words,
            String body,
            String home,
            String title,
            boolean listed,
            String address,
            @Nullable String script,
            @Nullable String feed,
            List<Crumb> crumbs) {
        this.words = words;
        this.body = body;
        this.home = home;
        this.title = title;
        this.listed = listed;
        this.address = address;
        this.script = script;
        this.feed = feed;
        this.crumbs = crumbs;
    }

    /**
     * The frame of a page.
     *
     * @param language Italian; any other language gets English words
     * @param body the name of the public body
     * @param home how to come from the page to the site's folder, such as {@code ../../}; empty for the home page
     * @param title the page's own title
     * @return the frame
     */
    public static PageFrame of(Locale language, String body, String home, String title) {
        return new PageFrame(
                Words.of(PageFrame.class, "frame", language), body, home, title, true, "", null, null, List.of());
    }

    /**
     * The same frame with the way from the home page.
     *
     * @param steps the pages between the home page and this one
     * @return a new frame
     */
    public PageFrame under(Crumb... steps) {
        return new PageFrame(words, body, home, title, listed, address, script, feed, List.of(steps));
    }

    /**
     * The same frame for a page that search engines shall not list.
     *
     * @return a new frame
     */
    public PageFrame unlisted() {
        return new PageFrame(words, body, home, title, false, address, script, feed, crumbs);
    }

    /**
     * The same frame for a page whose address is known.
     *
     * @param value the page's address; empty if it is not known
     * @return a new frame
     */
    public PageFrame at(String value) {
        return new PageFrame(
                words, body, home, title, listed, Objects.requireNonNull(value, "value"), script, feed, crumbs);
    }

    /**
     * The same frame with a script among what pages share.
     *
     * @param name the script's file
     * @return a new frame
     */
    public PageFrame running(String name) {
        return new PageFrame(words, body, home, title, listed, address, name, feed, crumbs);
    }

    /**
     * The same frame with a feed for readers of news.
     *
     * @param link the feed, relative to the page
     * @return a new frame
     */
    public PageFrame fed(String link) {
        return new PageFrame(words, body, home, title, listed, address, script, link, crumbs);
    }

    /**
     * The page.
     *
     * @param content writes what stands between banner and foot, after the title
     * @return a document that is valid HTML and well-formed XML
     */
    public String around(Consumer<Html> content) {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", words.language()).raw("\n");
        head(html);
        html.open("body").raw("\n");
        html.element("a", words.say("skip"), "class", "skip", "href", "#main").raw("\n");
        html.open("header").open("div", "class", "wide banner");
        html.element("p", body, "class", "body");
        html.element("p", words.say("site"), "class", "organ");
        html.close().closeLine();
        trail(html, words, home, title, crumbs);
        html.open("main", "id", "main", "tabindex", "-1").raw("\n");
        html.open("div", "class", "title").element("h1", title).closeLine();
        content.accept(html);
        html.closeLine();
        html.open("footer").open("div", "class", "wide").element("p", body);
        html.element("p", words.say("foot")).close().closeLine();
        html.closeLine().close();
        return html + "\n";
    }

    /**
     * The way back, for pages that have a frame of their own.
     *
     * @param html where to write it
     * @param language the language of the page
     * @param home how to come from the page to the site's folder
     * @param title the page's own title
     * @param crumbs the pages between
     */
    public static void trail(Html html, Locale language, String home, String title, List<Crumb> crumbs) {
        trail(html, Words.of(PageFrame.class, "frame", language), home, title, crumbs);
    }

    private static void trail(Html html, Words words, String home, String title, List<Crumb> crumbs) {
        if (home.isEmpty()) {
            return;
        }
        html.open("nav", "class", "trail", "aria-label", words.say("trail"))
                .open("ol", "class", "wide")
                .raw("\n");
        html.open("li")
                .element("a", words.say("home"), "href", home + "index.html")
                .closeLine();
        for (Crumb crumb : crumbs) {
            html.open("li").element("a", crumb.label(), "href", crumb.link()).closeLine();
        }
        html.element("li", title, "aria-current", "page").raw("\n");
        html.close().closeLine();
    }

    /**
     * The part of the style sheet that these pages need, to be added to the sheet of a session's page.
     *
     * @return a style sheet
     */
    public static String style() {
        try (InputStream in = PageFrame.class.getResourceAsStream("pages.css")) {
            if (in == null) {
                throw new IllegalStateException("no pages.css beside " + PageFrame.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head(Html html) {
        html.open("head").raw("\n");
        html.open("meta", "charset", "UTF-8").raw("\n");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .raw("\n");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .raw("\n");
        html.element("title", title.equals(body) ? title : title + " - " + body).raw("\n");
        if (!listed) {
            html.open("meta", "name", "robots", "content", "noindex, noarchive").raw("\n");
        }
        html.open("meta", "name", "referrer", "content", "no-referrer").raw("\n");
        html.open("link", "rel", "icon", "href", "data:,").raw("\n");
        html.open("link", "rel", "stylesheet", "href", home + ASSETS + "site.css")
                .raw("\n");
        if (!address.isEmpty()) {
            html.open("link", "rel", "canonical", "href", address).raw("\n");
        }
        if (feed != null) {
            html.open("link", "rel", "alternate", "type", "application/rss+xml", "title", title, "href", feed)
                    .raw("\n");
        }
        if (script != null) {
            html.open("script", "src", home + ASSETS + script, "defer", "defer").closeLine();
        }
        html.closeLine();
    }
}
