// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.albo;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.content.PageRenderer;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;

/**
 * The certificate of publication (<i>referta di pubblicazione</i>): what was published, for which days, with the digest of
 * every document. It is made when the days are over, to be sealed by a {@link eu.digitalminutes.core.minutes.Sealer} or
 * signed by the officer; it keeps the names that the albo forgets.
 *
 * @see <a href="https://www.agid.gov.it/it/piattaforme/albo-on-line">AgID, Linee guida sulla pubblicità legale, 2016;
 *     TUEL, art. 124</a>
 */
public final class PublicationCertificate {
    private final AlboEntry entry;
    private final String body;
    private final OffsetDateTime at;

    private PublicationCertificate(AlboEntry entry, String body, OffsetDateTime at) {
        this.entry = entry;
        this.body = body;
        this.at = at;
    }

    /**
     * The certificate of an entry whose days are over.
     *
     * @param entry the entry, as it was before its names were masked
     * @param body the name of the public body
     * @param at when the certificate is made
     * @return the certificate
     * @throws MinutesException with code {@code ALBO_NOT_ENDED} if a day is still to come
     */
    public static PublicationCertificate of(AlboEntry entry, String body, OffsetDateTime at) {
        Objects.requireNonNull(body, "body");
        if (!at.toLocalDate().isAfter(entry.to())) {
            throw new MinutesException(
                    "ALBO_NOT_ENDED",
                    "the entry " + entry.number() + " is published until " + entry.to()
                            + " included: certify it from the day after on");
        }
        return new PublicationCertificate(entry, body, at);
    }

    /**
     * The certificate as a page that is complete in itself.
     *
     * @param language Italian; any other language gets English words around the facts
     * @return well-formed XHTML with its style sheet
     */
    public String html(Locale language) {
        Words words = Words.of(AlboSite.class, "albo", language);
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", words.language()).raw("\n");
        html.open("head").open("meta", "charset", "UTF-8");
        html.element("title", words.say("certificate.title", entry.number().toString()));
        html.open("style").raw(STYLE).close().closeLine();
        html.open("body").element("p", body, "class", "body");
        html.element("h1", words.say("certificate.title", entry.number().toString()));
        html.element(
                "p",
                words.say(
                        entry.annulment().isPresent() ? "certificate.annulled" : "certificate.says",
                        EntryPage.day(words, entry.from()),
                        EntryPage.day(words, entry.to()),
                        entry.days()));
        entry.annulment()
                .ifPresent(
                        one -> html.element("p", words.say("entry.annulled", words.instant(one.at()), one.reason())));
        EntryPage.certify(html, words, entry, at.toLocalDate());
        html.element("p", words.say("certificate.made", words.instant(at)));
        html.close().close();
        return html + "\n";
    }

    /**
     * Writes the page.
     *
     * @param language Italian; any other language gets English words around the facts
     * @param target the file that appears, whole or not at all; replaced if it exists
     * @throws IOException if it cannot be written; then the file is as it was
     */
    public void write(Locale language, Path target) throws IOException {
        PendingFile.write(target, html(language).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the certificate as PDF/A.
     *
     * @param language Italian; any other language gets English words around the facts
     * @param renderer who lays it out
     * @param target the file that appears, whole or not at all; replaced if it exists
     * @throws IOException if it cannot be written; then the file is as it was
     */
    public void writePdf(Locale language, PageRenderer renderer, Path target) throws IOException {
        renderer.render(html(language), at, target);
    }

    private static final String STYLE =
            "@page { size: A4; margin: 2cm; } body { font-family: 'Liberation Sans', Arial, sans-serif; font-size: 10.5pt;"
                    + " color: #1c2024; } h1 { font-size: 17pt; } h2 { font-size: 13pt; } .body { font-weight: bold; }"
                    + " .hidden { display: none; } dl div { border-bottom: 1px solid #d3dce6; padding: 3pt 0; }"
                    + " dt { color: #4a5a6a; } dd { margin: 0; } table { width: 100%; border-collapse: collapse; }"
                    + " th, td { text-align: left; vertical-align: top; padding: 3pt; border-bottom: 1px solid #d3dce6; }"
                    + " code { font-family: 'Liberation Sans', monospace; font-size: 8pt; word-wrap: break-word; }";
}
