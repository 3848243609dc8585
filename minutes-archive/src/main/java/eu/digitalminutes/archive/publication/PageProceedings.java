// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.course.Section;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.minutes.TimeIndex;
import eu.digitalminutes.core.redaction.PublicView;
import eu.digitalminutes.core.voting.Vote;
import java.util.List;

/** Item by item, who spoke and what was voted. */
final class PageProceedings {
    private final Html html;
    private final Session session;
    private final Words words;
    private final List<Vote> votes;

    private PageProceedings(Html html, Session session) {
        this.html = html;
        this.session = session;
        this.words = session.words();
        this.votes = Vote.allOf(session.meeting());
    }

    static void write(Html html, Session session) {
        html.open("section", "id", "proceedings", "aria-labelledby", "proceedings-title");
        html.element("h2", session.words().say("proceedings.title"), "id", "proceedings-title")
                .raw("\n");
        new PageProceedings(html, session).items();
        html.closeLine();
    }

    private void items() {
        List<Section> sections = Section.allOf(session.meeting());
        for (AgendaItem item : session.meeting().agenda()) {
            html.open("article", "class", "item", "id", "item-" + item.id(), "aria-labelledby", "title-" + item.id());
            html.open("h3", "id", "title-" + item.id());
            html.element("span", words.say("item.number", item.number()), "class", "ordinal")
                    .text(" ");
            html.text(item.title()).closeLine();
            if (!PublicView.isSecret(item)) {
                intervals(item);
                speeches(item, sections);
                List<Vote> own = votes.stream()
                        .filter(vote -> vote.item().equals(item.id()))
                        .toList();
                own.forEach(vote -> PageVote.write(html, session, vote, votes.indexOf(vote) + 1));
                if (own.isEmpty()) {
                    html.element("p", words.say("item.unvoted"), "class", "minor")
                            .raw("\n");
                }
            }
            html.closeLine();
        }
    }

    /** Where the recording holds the item, if that is more than one stretch: other parts, after suspensions. */
    private void intervals(AgendaItem item) {
        List<TimeIndex.Chapter> chapters = session.chapters().stream()
                .filter(chapter -> chapter.id().equals(item.id()))
                .filter(chapter -> session.fileOf(chapter.part()).isPresent())
                .toList();
        if (chapters.size() < 2) {
            return;
        }
        html.element("p", words.say("item.recorded"), "class", "minor");
        html.open("ul", "class", "intervals").raw("\n");
        for (TimeIndex.Chapter chapter : chapters) {
            int number = session.number(chapter.part());
            String start = Session.seconds(chapter.from());
            String link = session.publishedFile(chapter.part()) + "#t=" + start + "," + Session.seconds(chapter.to());
            html.open("li").open("a", "href", link, "data-part", Integer.toString(number), "data-start", start);
            html.text(words.say(
                    "item.interval",
                    words.say("player.part", number),
                    words.clock(chapter.from()),
                    words.clock(chapter.to())));
            html.close().closeLine();
        }
        html.closeLine();
    }

    private void speeches(AgendaItem item, List<Section> sections) {
        List<SessionEvent> speeches = sections.stream()
                .filter(section -> section.item().map(item::equals).orElse(false))
                .flatMap(section -> section.events().stream())
                .filter(event -> event.what() instanceof Business.Spoke)
                .toList();
        if (speeches.isEmpty()) {
            return;
        }
        html.open("ul", "class", "speeches").raw("\n");
        for (SessionEvent event : speeches) {
            Business.Spoke spoke = (Business.Spoke) event.what();
            Seat seat = session.meeting().seat(spoke.seat());
            html.open("li").open("p", "class", "speaker");
            time(event);
            html.text(" ").element("strong", seat.person().fullName());
            html.text(", " + words.say(seat.role().label())).close();
            if (!spoke.summary().isBlank()) {
                html.open("p").lines(spoke.summary()).close();
            }
            html.closeLine();
        }
        html.closeLine();
    }

    private void time(SessionEvent event) {
        String shown = words.time(event.at());
        session.momentOf(event)
                .ifPresentOrElse(
                        moment -> html.open(
                                        "a",
                                        "class",
                                        "time",
                                        "href",
                                        moment.link(),
                                        "data-part",
                                        Integer.toString(moment.number()),
                                        "data-start",
                                        Session.seconds(moment.offset()))
                                .element("span", words.say("item.listen"), "class", "hidden")
                                .text(" " + shown)
                                .close(),
                        () -> html.element("span", shown, "class", "time"));
    }
}
