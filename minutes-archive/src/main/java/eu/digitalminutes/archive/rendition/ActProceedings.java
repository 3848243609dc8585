// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.course.Section;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.voting.Vote;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The course of the meeting (<i>trattazione</i>), item by item, the secret ones apart and as short as possible. */
final class ActProceedings {
    private final Html html;
    private final Words words;
    private final Minutes minutes;
    private final List<Vote> votes;
    private final ActEvent sentences;

    private ActProceedings(Html html, Words words, Minutes minutes) {
        this.html = html;
        this.words = words;
        this.minutes = minutes;
        this.votes = Vote.allOf(minutes.meeting());
        this.sentences = new ActEvent(html, words, minutes, votes);
    }

    static void write(Html html, Words words, Minutes minutes) {
        new ActProceedings(html, words, minutes).writeAll();
    }

    private void writeAll() {
        html.element("h2", words.say("proceedings.title")).raw("\n");
        Set<String> taken = new HashSet<>();
        for (Section section : Section.allOf(minutes.meeting())) {
            AgendaItem item = section.item().orElse(null);
            if (item != null) {
                heading(item, taken.add(item.id()));
            }
            if (section.isSecret()) {
                section.events().stream()
                        .filter(event -> event.what() instanceof Conduct.WentSecret)
                        .forEach(sentences::write);
                html.element("p", words.say("proceedings.secret"), "class", "line");
                votesOnPublicItems(section);
            } else {
                section.events().forEach(sentences::write);
            }
        }
        List<AgendaItem> untouched = minutes.meeting().agenda().stream()
                .filter(item -> !taken.contains(item.id()))
                .toList();
        for (AgendaItem item : untouched) {
            heading(item, true);
            html.element("p", words.say("proceedings.untouched"), "class", "line")
                    .raw("\n");
        }
        secretPart();
    }

    private void heading(AgendaItem item, boolean first) {
        html.open("h3", "class", "item");
        html.element("span", words.say("item.number", item.number()), "class", "ordinal");
        if (item.publicity() == Publicity.PUBLIC) {
            html.text(" ").text(item.title());
        }
        if (!first) {
            html.text(" ").element("span", words.say("item.again"), "class", "minor");
        }
        html.closeLine();
    }

    /** A vote on a public item stays in the open part even if it was taken behind closed doors. */
    private void votesOnPublicItems(Section section) {
        for (SessionEvent event : section.events()) {
            sentences
                    .voteOpenedBy(event)
                    .filter(vote -> !sentences.isSecret(vote.item()))
                    .ifPresent(vote -> ActVote.write(html, words, minutes, vote));
        }
    }

    private void secretPart() {
        List<AgendaItem> secret = minutes.meeting().agenda().stream()
                .filter(item -> item.publicity() == Publicity.SECRET)
                .toList();
        if (secret.isEmpty()) {
            return;
        }
        html.open("div", "class", "secret");
        html.element("h2", words.say("secret.title"));
        html.element("p", words.say("secret.note"), "class", "minor").raw("\n");
        for (AgendaItem item : secret) {
            html.open("h3", "class", "item");
            html.element("span", words.say("item.number", item.number()), "class", "ordinal");
            html.text(" ").text(item.title()).closeLine();
            votes.stream()
                    .filter(vote -> vote.item().equals(item.id()))
                    .forEach(vote -> ActVote.writeTotals(html, words, minutes, vote));
        }
        html.closeLine();
    }
}
