// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.internal.text.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The frame of every document that is drawn here: head, style, and what PDF/UA wants to be said of it. */
final class PrintedPage {
    private PrintedPage() {}

    static String of(Words words, String title, String author, Consumer<Html> body) {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", words.language(), "xmlns", "http://www.w3.org/1999/xhtml");
        html.open("head").open("meta", "charset", "UTF-8");
        html.element("title", title);
        html.open("meta", "name", "subject", "content", words.say("document.subject"));
        html.open("meta", "name", "author", "content", author);
        html.open("style").raw(style()).closeLine().closeLine();
        html.open("body");
        body.accept(html);
        return html.closeLine().close().toString();
    }

    /** The head of a document that is not the act itself. */
    static void masthead(Html html, String body, String title, String organ, String when) {
        html.open("div", "class", "running").text(body + " · " + title).closeLine();
        html.open("div", "class", "masthead");
        html.element("p", body, "class", "body").raw("\n");
        html.element("h1", title);
        html.element("p", organ, "class", "organ");
        html.element("p", when, "class", "when");
        html.closeLine();
    }

    static void fact(Html html, String name, String value) {
        html.open("tr").element("th", name, "scope", "row").element("td", value).closeLine();
    }

    private static String style() {
        try (InputStream in = PrintedPage.class.getResourceAsStream("act.css")) {
            if (in == null) {
                throw new IllegalStateException("no act.css beside " + PrintedPage.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
