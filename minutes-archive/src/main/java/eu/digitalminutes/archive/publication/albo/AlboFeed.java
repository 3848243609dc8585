// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.albo;

import eu.digitalminutes.core.internal.text.Html;
import java.net.URI;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The entries that are being published, in the form ALBO-POP.
 *
 * @see <a href="https://github.com/ondata/albo-pop/blob/master/specs.md">ALBO-POP, specifications</a>
 */
final class AlboFeed {
    static final String FILE = "albo/feed.xml";
    private static final int MOST = 25;
    private static final String SPECS = "http://albopop.it/specs#";

    private final StringBuilder xml = new StringBuilder();
    private final URI site;
    private final AlboPublisher publisher;

    private AlboFeed(URI site, AlboPublisher publisher) {
        this.site = site;
        this.publisher = publisher;
    }

    static String of(URI site, AlboPublisher publisher, List<AlboEntry> current) {
        AlboFeed feed = new AlboFeed(site, publisher);
        feed.channel(current);
        return feed.xml.toString();
    }

    private void channel(List<AlboEntry> current) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<rss version=\"2.0\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n<channel>\n");
        xml.append("<xhtml:meta name=\"robots\" content=\"noindex\"/>\n");
        element("title", "AlboPOP - " + publisher.type() + " - " + publisher.name());
        element("link", site.resolve("albo/index.html").toString());
        element("description", "Pubblicazioni in corso all'albo on-line: " + publisher.name());
        element("language", "it");
        current.stream()
                .map(AlboEntry::registeredAt)
                .max(Comparator.naturalOrder())
                .ifPresent(at -> element("pubDate", rfc822(at)));
        if (!publisher.webMaster().isEmpty()) {
            element("webMaster", publisher.webMaster());
        }
        element("docs", "http://albopop.it/comune/");
        category("channel-category-type", publisher.type());
        category("channel-category-name", publisher.name());
        category("channel-category-country", "Italia");
        category("channel-category-uid", publisher.uid());
        current.stream()
                .sorted(Comparator.comparing(AlboEntry::number).reversed())
                .limit(MOST)
                .forEach(this::item);
        xml.append("</channel>\n</rss>\n");
    }

    private void item(AlboEntry entry) {
        AlboAct act = entry.act();
        URI page = site.resolve(AlboSite.folderOf(entry) + "index.html");
        xml.append("<item>\n");
        element("title", act.subject());
        element("link", page.toString());
        element("description", (act.kind() + " " + act.reference()).strip() + ": " + act.subject());
        element("pubDate", rfc822(entry.registeredAt()));
        xml.append("<guid isPermaLink=\"true\">")
                .append(Html.escape(page.toString()))
                .append("</guid>\n");
        category("item-category-uid", entry.number().toString());
        category("item-category-type", act.kind());
        category(
                "item-category-pubStart",
                midnight(entry.from().atTime(LocalTime.MIN).atOffset(offset(entry))));
        category(
                "item-category-pubEnd",
                midnight(entry.to().atTime(LocalTime.MIN).atOffset(offset(entry))));
        act.executable()
                .ifPresent(day -> category(
                        "item-category-exeStart",
                        midnight(day.atTime(LocalTime.MIN).atOffset(offset(entry)))));
        act.documents().stream()
                .filter(one -> !one.link().isEmpty())
                .forEach(one -> xml.append("<enclosure url=\"")
                        .append(Html.escape(site.resolve(one.link()).toString()))
                        .append("\" length=\"")
                        .append(one.fingerprint().bytes())
                        .append("\" type=\"")
                        .append(Html.escape(one.mediaType()))
                        .append("\"/>\n"));
        xml.append("</item>\n");
    }

    private static ZoneOffset offset(AlboEntry entry) {
        return entry.registeredAt().getOffset();
    }

    private static String midnight(OffsetDateTime day) {
        return rfc822(day);
    }

    private static String rfc822(OffsetDateTime at) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
                .format(at);
    }

    private void category(String name, String value) {
        if (!value.isBlank()) {
            xml.append("<category domain=\"")
                    .append(SPECS)
                    .append(name)
                    .append("\">")
                    .append(Html.escape(value))
                    .append("</category>\n");
        }
    }

    private void element(String name, String text) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(Html.escape(text))
                .append("</")
                .append(name)
                .append(">\n");
    }
}
