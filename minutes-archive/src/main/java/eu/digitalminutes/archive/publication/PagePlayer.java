// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.archive.internal.text.Words;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.internal.text.Html;
import java.time.Duration;
import java.util.List;

/** The players, one for each published part of the recording, with the captions' switch beside play. */
final class PagePlayer {
    private PagePlayer() {}

    static void write(Html html, Session session) {
        Words words = session.words();
        html.open("section", "id", "recording", "class", "recording", "aria-labelledby", "recording-title");
        html.element("h2", words.say("recording.title"), "id", "recording-title")
                .raw("\n");
        List<RecordingPart> parts = session.published();
        if (parts.isEmpty()) {
            html.element("p", words.say("recording.none"), "class", "notice");
        }
        for (RecordingPart part : parts) {
            player(html, session, part, parts.size());
        }
        html.closeLine();
    }

    private static void player(Html html, Session session, RecordingPart part, int count) {
        Words words = session.words();
        int number = session.number(part.name());
        boolean captioned = session.files().has(SiteFiles.captions(number));
        html.open("figure", "class", "player", "data-part", Integer.toString(number))
                .raw("\n");
        html.open(
                        "video",
                        "id",
                        "video-" + number,
                        "controls",
                        "controls",
                        "playsinline",
                        "playsinline",
                        "preload",
                        "metadata",
                        "aria-label",
                        session.named("player.label", number))
                .raw("\n");
        html.open("source", "src", session.publishedFile(part.name()), "type", part.mediaType())
                .raw("\n");
        if (captioned) {
            html.open(
                            "track",
                            "kind",
                            "captions",
                            "src",
                            SiteFiles.captions(number),
                            "srclang",
                            "it",
                            "label",
                            words.say("player.track"))
                    .raw("\n");
        }
        html.open(
                        "track",
                        "kind",
                        "chapters",
                        "src",
                        SiteFiles.chapters(number),
                        "srclang",
                        words.language(),
                        "label",
                        words.say("agenda.title"))
                .raw("\n");
        html.open("a", "href", session.publishedFile(part.name()))
                .text(words.say("player.fallback"))
                .close()
                .closeLine();
        html.open("div", "class", "controls", "hidden", "hidden");
        html.open(
                        "button",
                        "type",
                        "button",
                        "class",
                        "play",
                        "data-pause",
                        words.say("player.pause"),
                        "data-play",
                        words.say("player.play"))
                .text(words.say("player.play"))
                .close();
        if (captioned) {
            html.open("button", "type", "button", "class", "captions", "aria-pressed", "true")
                    .text(words.say("player.captions"))
                    .close();
        }
        html.element(
                "output",
                words.clock(Duration.ZERO) + " / " + words.clock(part.duration()),
                "class",
                "clock",
                "aria-label",
                words.say("player.position"));
        html.closeLine();
        html.open("figcaption");
        if (count > 1) {
            html.text(words.say("player.part", number)).text(" · ");
        }
        html.text(words.say("player.started", words.time(part.start()), words.clock(part.duration())));
        if (!session.files().has(part.name())) {
            html.text(" " + words.say("player.redacted"));
        }
        html.text(captioned ? "" : " " + words.say("player.uncaptioned"));
        html.closeLine().closeLine();
    }
}
