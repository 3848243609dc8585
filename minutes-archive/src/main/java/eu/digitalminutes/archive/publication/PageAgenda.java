// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.minutes.TimeIndex;
import java.util.List;

/** The agenda as the table of contents of the recording: each chapter a link that jumps to it. */
final class PageAgenda {
    private PageAgenda() {}

    static void write(Html html, Session session) {
        Words words = session.words();
        html.open("section", "id", "agenda", "class", "agenda", "aria-labelledby", "agenda-title");
        html.element("h2", words.say("agenda.title"), "id", "agenda-title");
        html.open("ol", "class", "chapters").raw("\n");
        for (TimeIndex.Chapter chapter : session.chapters()) {
            chapter(html, session, chapter);
        }
        for (AgendaItem item : withoutChapter(session)) {
            html.open("li").open("span", "class", "chapter");
            html.element("span", "—", "class", "time", "aria-hidden", "true");
            html.element("span", words.say("agenda.item", item.number(), item.title()), "class", "what");
            html.close().closeLine();
        }
        html.close().closeLine();
    }

    private static void chapter(Html html, Session session, TimeIndex.Chapter chapter) {
        Words words = session.words();
        String title = words.say(chapter.title());
        html.open("li");
        if (session.fileOf(chapter.part()).isPresent()) {
            int number = session.number(chapter.part());
            html.open(
                    "a",
                    "class",
                    "chapter",
                    "href",
                    new Session.Moment(session.publishedFile(chapter.part()), number, chapter.from()).link(),
                    "data-part",
                    Integer.toString(number),
                    "data-start",
                    Session.seconds(chapter.from()),
                    "data-end",
                    Session.seconds(chapter.to()));
        } else {
            html.open("span", "class", "chapter");
        }
        html.element("span", words.clock(chapter.from()), "class", "time").text(" ");
        html.element("span", title, "class", "what");
        html.close().closeLine();
    }

    private static List<AgendaItem> withoutChapter(Session session) {
        return session.meeting().agenda().stream()
                .filter(item -> session.chapters().stream()
                        .noneMatch(chapter -> chapter.id().equals(item.id())))
                .toList();
    }
}
