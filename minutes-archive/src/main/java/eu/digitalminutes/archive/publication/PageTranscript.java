// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.exchange.captions.Cue;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.minutes.TimeIndex;
import java.util.List;
import java.util.Optional;

/**
 * The captions as a text to read, each line a link to its moment. The script makes the player's captions of these lines
 * where the browser refuses to load them, as Chromium does from disk.
 */
final class PageTranscript {
    private PageTranscript() {}

    static boolean isNeeded(Session session) {
        return session.minutes().recordings().stream()
                .anyMatch(part -> !session.captions(part.name()).isEmpty());
    }

    static void write(Html html, Session session) {
        if (!isNeeded(session)) {
            return;
        }
        Words words = session.words();
        html.open("section", "id", "transcript", "aria-labelledby", "transcript-title");
        html.element("h2", words.say("transcript.title"), "id", "transcript-title")
                .raw("\n");
        html.element("p", words.say("transcript.nature"), "class", "minor").raw("\n");
        find(html, words);
        html.open(
                "div",
                "class",
                "lines",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                words.say("transcript.lines"));
        for (RecordingPart part : session.minutes().recordings()) {
            if (!session.captions(part.name()).isEmpty()) {
                part(html, session, part);
            }
        }
        html.close().closeLine();
    }

    /** Only with a script; without one, browsers search the page itself. */
    private static void find(Html html, Words words) {
        html.open("div", "class", "ask find", "role", "search", "hidden", "hidden")
                .raw("\n");
        html.element("label", words.say("transcript.find"), "for", "find");
        html.open("input", "id", "find", "type", "search", "autocomplete", "off")
                .raw("\n");
        html.open(
                        "p",
                        "class",
                        "minor",
                        "role",
                        "status",
                        "data-none",
                        words.say("transcript.found-none"),
                        "data-some",
                        words.say("transcript.found"))
                .closeLine();
        html.closeLine();
    }

    private static void part(Html html, Session session, RecordingPart part) {
        List<TimeIndex.Chapter> chapters = session.chapters().stream()
                .filter(chapter -> chapter.part().equals(part.name()))
                .toList();
        int next = 0;
        boolean listed = false;
        for (Cue cue : session.captions(part.name())) {
            boolean turned = false;
            while (next < chapters.size() && chapters.get(next).from().compareTo(cue.from()) <= 0) {
                next++;
                turned = true;
            }
            if (turned || !listed) {
                if (listed) {
                    html.closeLine();
                }
                if (turned) {
                    html.element(
                            "h3", session.words().say(chapters.get(next - 1).title()));
                }
                html.open("ul").raw("\n");
                listed = true;
            }
            line(html, session, part, cue);
        }
        if (listed) {
            html.closeLine();
        }
    }

    private static void line(Html html, Session session, RecordingPart part, Cue cue) {
        Words words = session.words();
        String number = Integer.toString(session.number(part.name()));
        html.open(
                "li",
                "class",
                "line",
                "data-part",
                number,
                "data-start",
                Session.seconds(cue.from()),
                "data-end",
                Session.seconds(cue.to()));
        if (session.fileOf(part.name()).isPresent()) {
            html.open(
                    "a",
                    "class",
                    "time",
                    "href",
                    session.publishedFile(part.name()) + "#t=" + Session.seconds(cue.from()) + ","
                            + Session.seconds(cue.to()),
                    "data-part",
                    number,
                    "data-start",
                    Session.seconds(cue.from()));
            html.text(words.clock(cue.from())).close();
        } else {
            html.element("span", words.clock(cue.from()), "class", "time");
        }
        html.text(" ");
        speaker(session, cue).ifPresent(name -> html.element("strong", name + ": "));
        html.element("span", cue.text(), "class", "said").closeLine();
    }

    /** Captions often call voices by the name of a machine; only the name of somebody who was there is worth reading. */
    private static Optional<String> speaker(Session session, Cue cue) {
        return session.meeting().seats().stream()
                .map(seat -> seat.person().fullName())
                .filter(name -> name.equalsIgnoreCase(cue.speaker()))
                .findFirst();
    }
}
