// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.TimeIndex;
import java.util.List;

/** The recording as part of the minutes (<i>registrazione</i>), named by its digests, with the time index. */
final class ActRecording {
    private ActRecording() {}

    static void write(Html html, Words words, Minutes minutes) {
        html.element("h2", words.say("recording.title"));
        if (minutes.recordings().isEmpty()) {
            html.element("p", words.say("recording.none"));
            return;
        }
        html.element("p", words.say("recording.binding"), "class", "binding").raw("\n");
        for (RecordingPart part : minutes.recordings()) {
            part(html, words, part);
        }
        index(html, words, minutes);
    }

    private static void part(Html html, Words words, RecordingPart part) {
        html.open("table", "class", "facts part");
        fact(html, words.say("recording.file"), part.name() + " (" + part.mediaType() + ")");
        html.open("tr").element("th", words.say("recording.digest"), "scope", "row");
        html.open("td", "class", "digest")
                .text(part.fingerprint().digest().hex())
                .close()
                .closeLine();
        long bytes = part.fingerprint().bytes();
        fact(html, words.say("recording.size"), words.say("recording.bytes", words.number(bytes), words.size(bytes)));
        fact(html, words.say("recording.start"), words.instant(part.start()));
        fact(html, words.say("recording.duration"), words.clock(part.duration()));
        html.closeLine();
    }

    private static void fact(Html html, String name, String value) {
        html.open("tr").element("th", name, "scope", "row").element("td", value).closeLine();
    }

    private static void index(Html html, Words words, Minutes minutes) {
        List<TimeIndex.Chapter> chapters = TimeIndex.of(minutes).chapters();
        if (chapters.isEmpty()) {
            return;
        }
        html.element("h3", words.say("index.title"), "class", "caption");
        html.open("table", "class", "roll").open("thead").open("tr");
        for (String column : List.of("from", "to", "what", "part")) {
            html.element("th", words.say("index." + column), "scope", "col", "class", column);
        }
        html.close().close().open("tbody");
        for (TimeIndex.Chapter chapter : chapters) {
            html.open("tr");
            html.element("td", words.clock(chapter.from()), "class", "clock");
            html.element("td", words.clock(chapter.to()), "class", "clock");
            html.element("td", title(words, minutes, chapter));
            html.element("td", chapter.part());
            html.closeLine();
        }
        html.close().closeLine();
    }

    private static String title(Words words, Minutes minutes, TimeIndex.Chapter chapter) {
        return minutes.meeting().agenda().stream()
                .filter(item -> item.id().equals(chapter.id()) && item.publicity() == Publicity.SECRET)
                .map(AgendaItem::number)
                .findFirst()
                .map(number -> words.say("index.secret", number))
                .orElse(words.say(chapter.title()));
    }
}
