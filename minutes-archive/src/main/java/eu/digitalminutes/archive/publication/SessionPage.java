// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.page.PageFrame;
import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.SignedMinutes;
import java.util.ArrayList;
import java.util.List;

/** The page as a whole: head, banner, the sections in order, foot. */
final class SessionPage {
    private final Session session;
    private final SignedMinutes signed;
    private final Publication what;
    private final List<Derivation> derivations;
    private final Words words;
    private final Html html = new Html();

    private SessionPage(Session session, SignedMinutes signed, Publication what, List<Derivation> derivations) {
        this.session = session;
        this.signed = signed;
        this.what = what;
        this.derivations = derivations;
        this.words = session.words();
    }

    static String of(Session session, SignedMinutes signed, Publication what, List<Derivation> derivations) {
        SessionPage page = new SessionPage(session, signed, what, derivations);
        page.write();
        return page.html + "\n";
    }

    private void write() {
        html.raw("<!DOCTYPE html>\n").open("html", "lang", words.language()).raw("\n");
        PageHead.write(html, session, what);
        html.open("body").raw("\n");
        html.element("a", words.say("skip"), "class", "skip", "href", "#main").raw("\n");
        banner();
        html.open("main", "id", "main", "tabindex", "-1").raw("\n");
        title();
        html.open("div", "class", "stage").raw("\n");
        PagePlayer.write(html, session);
        PageAgenda.write(html, session);
        html.closeLine();
        PageProceedings.write(html, session);
        PageActs.write(html, session, acts(), shownItems());
        PageAttendance.write(html, session);
        Derivation.write(html, session, derivations);
        PageProof.write(html, session, signed);
        PageVerify.write(html, session, signed, what);
        PageDownloads.write(html, session, what);
        PageTranscript.write(html, session);
        html.closeLine();
        html.open("footer").open("div", "class", "wide");
        html.element("p", session.meeting().municipality().name());
        html.element("p", words.say("foot.nature")).closeLine().closeLine();
        html.closeLine().close();
    }

    private void banner() {
        html.open("header").open("div", "class", "wide banner");
        html.open("p", "class", "body")
                .text(session.meeting().municipality().name())
                .close();
        html.element("p", session.meeting().organ().name(), "class", "organ");
        html.closeLine();
        trail();
        html.open("nav", "aria-label", words.say("nav.label")).open("ul", "class", "wide");
        for (String section : sections()) {
            html.open("li")
                    .element("a", words.say("nav." + section), "href", "#" + section)
                    .close();
        }
        html.close().close().closeLine();
    }

    private List<String> sections() {
        List<String> sections = new ArrayList<>();
        if (!session.published().isEmpty()) {
            sections.add("recording");
        }
        sections.addAll(List.of("agenda", "proceedings"));
        if (!acts().isEmpty()) {
            sections.add("acts");
        }
        sections.addAll(List.of("attendance", "proof"));
        if (what.proofs().isPresent()) {
            sections.add("verify");
        }
        sections.add("downloads");
        if (PageTranscript.isNeeded(session)) {
            sections.add("transcript");
        }
        return sections;
    }

    private List<PublishedAct> acts() {
        return what.additions().acts();
    }

    /** The public sees another id for a secret point than the act names; the order of the agenda is the same. */
    private List<AgendaItem> shownItems() {
        List<AgendaItem> full = signed.minutes().meeting().agenda();
        return acts().stream()
                .map(act -> session.meeting()
                        .agenda()
                        .get(full.indexOf(signed.minutes().meeting().item(act.item()))))
                .toList();
    }

    /** The way back, where the page is one of a larger site. */
    private void trail() {
        String home = what.additions().home();
        if (!home.isEmpty()) {
            PageFrame.trail(
                    html,
                    words.locale(),
                    home,
                    session.title(),
                    List.of(
                            new PageFrame.Crumb(
                                    Integer.toString(session.meeting().id().year()), "../../index.html"),
                            new PageFrame.Crumb(session.meeting().organ().name(), "../index.html")));
        }
    }

    private void title() {
        Meeting meeting = session.meeting();
        html.open("div", "class", "title");
        html.element("h1", session.title());
        html.element(
                "p",
                words.say("when", words.day(session.began()), words.time(session.began()), meeting.place()),
                "class",
                "when");
        html.open("dl", "class", "facts");
        fact("number", words.say("number", meeting.id().number(), meeting.id().year()));
        fact("kind", words.say(meeting.kind().label()));
        fact("call", words.say("call." + meeting.call()));
        fact("publicity", words.say(meeting.publicity().label()));
        fact("mode", words.say(meeting.mode().label()));
        html.close().closeLine();
    }

    private void fact(String name, String value) {
        html.open("div")
                .element("dt", words.say("fact." + name))
                .element("dd", value)
                .close();
    }
}
