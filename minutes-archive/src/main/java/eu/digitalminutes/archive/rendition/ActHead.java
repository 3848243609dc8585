// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SessionMode;
import java.time.OffsetDateTime;

/** The head of the act (<i>intestazione</i>): which body met, when, where and how it was called. */
final class ActHead {
    private ActHead() {}

    static void write(Html html, Words words, Meeting meeting) {
        OffsetDateTime began = meeting.openedAt().orElse(meeting.scheduledAt());
        String number =
                words.say("head.number", meeting.id().number(), meeting.id().year());
        html.open("div", "class", "running")
                .text(meeting.municipality().name() + " · " + meeting.organ().name() + " · " + number)
                .closeLine();
        html.open("div", "class", "masthead");
        html.element("p", meeting.municipality().name(), "class", "body").raw("\n");
        html.element("h1", words.say("head.title"));
        html.element("p", meeting.organ().name(), "class", "organ");
        html.element("p", words.say("head.when", number, words.day(began)), "class", "when");
        html.closeLine();

        html.open("table", "class", "facts");
        fact(
                html,
                words.say("head.scheduled"),
                words.say("head.at", words.day(meeting.scheduledAt()), words.time(meeting.scheduledAt())));
        fact(html, words.say("head.opened"), meeting.openedAt().map(words::time).orElse(words.say("none")));
        fact(html, words.say("head.place"), meeting.place());
        fact(html, words.say("head.kind"), words.say(meeting.kind().label()));
        fact(html, words.say("head.call"), words.say("head.call." + meeting.call()));
        fact(html, words.say("head.publicity"), words.say(meeting.publicity().label()));
        fact(html, words.say("head.mode"), words.say(meeting.mode().label()));
        if (meeting.mode() != SessionMode.IN_PERSON
                || !meeting.remoteRegulation().isBlank()) {
            String cited = meeting.remoteRegulation();
            fact(html, words.say("head.regulation"), cited.isBlank() ? words.say("none") : cited);
        }
        fact(
                html,
                words.say("head.president"),
                meeting.president().map(seat -> named(words, seat)).orElse(words.say("none")));
        fact(
                html,
                words.say("head.secretary"),
                meeting.secretary().map(seat -> named(words, seat)).orElse(words.say("none")));
        html.closeLine();
    }

    static void writeAgenda(Html html, Words words, Meeting meeting) {
        html.element("h2", words.say("agenda.title"));
        html.open("table", "class", "roll").open("thead").open("tr");
        html.element("th", words.say("agenda.number"), "scope", "col", "class", "from");
        html.element("th", words.say("agenda.item"), "scope", "col");
        html.close().close().open("tbody");
        for (AgendaItem item : meeting.agenda()) {
            boolean secret = item.publicity() == Publicity.SECRET;
            html.open("tr").element("th", item.number(), "scope", "row");
            html.element("td", secret ? words.say("agenda.secret") : item.title())
                    .closeLine();
        }
        html.close().closeLine();
    }

    static String named(Words words, Seat seat) {
        return words.say(
                "named", seat.person().fullName(), words.say(seat.role().label()));
    }

    private static void fact(Html html, String name, String value) {
        html.open("tr");
        html.element("th", name, "scope", "row");
        html.element("td", value);
        html.closeLine();
    }
}
