// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.exchange.captions.Captions;
import eu.digitalminutes.core.exchange.captions.Cue;
import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.internal.text.MediaTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Captions for preservation, as a document of the IMSC 1 text profile of TTML (<i>sottotitoli per la conservazione</i>):
 * AgID's list has TTML that conforms to IMSC 1, and does not have WebVTT, which players want.
 *
 * <p>Nothing is lost: every cue keeps its times to the millisecond, its words, and its speaker as an agent.
 *
 * @see <a href="https://www.w3.org/TR/ttml-imsc1.0.1/">W3C, TTML Profiles for Internet Media Subtitles and Captions
 *     1.0.1</a>
 * @see <a href="https://www.agid.gov.it/it/linee-guida">AgID, Linee guida sui documenti informatici, Allegato 2,
 *     2.11</a>
 */
public final class Imsc1 {
    /** The media type of such a document. */
    public static final String MEDIA_TYPE = "application/ttml+xml";

    private Imsc1() {}

    /**
     * The captions as a document; the same captions give the same text.
     *
     * @param captions the captions
     * @param language the language where they do not say one themselves
     * @param title what they belong to, such as the recording's name
     * @return XML to be stored in UTF-8
     */
    public static String of(Captions captions, Locale language, String title) {
        Objects.requireNonNull(title, "title");
        Map<String, String> agents = agents(captions);
        Html xml = new Html();
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.open(
                        "tt",
                        "xmlns",
                        "http://www.w3.org/ns/ttml",
                        "xmlns:ttm",
                        "http://www.w3.org/ns/ttml#metadata",
                        "xmlns:ttp",
                        "http://www.w3.org/ns/ttml#parameter",
                        "xmlns:tts",
                        "http://www.w3.org/ns/ttml#styling",
                        "ttp:profile",
                        "http://www.w3.org/ns/ttml/profile/imsc1/text",
                        "ttp:timeBase",
                        "media",
                        "xml:lang",
                        captions.language().orElse(language.toLanguageTag()))
                .raw("\n");
        xml.open("head").raw("\n").open("metadata").element("ttm:title", title);
        agents.forEach((name, id) -> xml.open("ttm:agent", "xml:id", id, "type", "person")
                .element("ttm:name", name, "type", "full")
                .closeLine());
        xml.closeLine();
        xml.open("styling")
                .open(
                        "style",
                        "xml:id",
                        "words",
                        "tts:fontFamily",
                        "proportionalSansSerif",
                        "tts:fontSize",
                        "100%",
                        "tts:color",
                        "white",
                        "tts:backgroundColor",
                        "black")
                .close()
                .closeLine();
        xml.open("layout")
                .open(
                        "region",
                        "xml:id",
                        "bottom",
                        "tts:origin",
                        "10% 80%",
                        "tts:extent",
                        "80% 15%",
                        "tts:displayAlign",
                        "after",
                        "tts:textAlign",
                        "center")
                .close()
                .closeLine()
                .closeLine();
        xml.open("body", "region", "bottom", "style", "words")
                .raw("\n")
                .open("div")
                .raw("\n");
        captions.cues().forEach(cue -> write(xml, cue, agents));
        return xml.closeLine().closeLine().closeLine().toString();
    }

    /**
     * Writes the captions to a file that appears whole or not at all.
     *
     * @param captions the captions
     * @param language the language where they do not say one themselves
     * @param title what they belong to, such as the recording's name
     * @param target the file, usually ending in {@code .ttml}; replaced if it exists
     * @throws IOException if it cannot be written; the target is then as it was
     */
    public static void write(Captions captions, Locale language, String title, Path target) throws IOException {
        PendingFile.write(target, of(captions, language, title).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> agents(Captions captions) {
        Map<String, String> agents = new LinkedHashMap<>();
        for (Cue cue : captions.cues()) {
            if (!cue.speaker().isEmpty()) {
                agents.putIfAbsent(cue.speaker(), "speaker-" + (agents.size() + 1));
            }
        }
        return agents;
    }

    private static void write(Html xml, Cue cue, Map<String, String> agents) {
        if (cue.speaker().isEmpty()) {
            xml.open("p", "begin", MediaTime.of(cue.from()), "end", MediaTime.of(cue.to()));
        } else {
            xml.open(
                    "p",
                    "begin",
                    MediaTime.of(cue.from()),
                    "end",
                    MediaTime.of(cue.to()),
                    "ttm:agent",
                    agents.getOrDefault(cue.speaker(), ""));
        }
        xml.text(cue.text()).closeLine();
    }
}
