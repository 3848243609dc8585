// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import eu.digitalminutes.core.internal.text.MediaTime;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.TimeIndex;
import java.util.Locale;

/**
 * The time index as WebVTT chapters (<i>capitoli</i>), which every browser's player reads.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/">W3C, WebVTT: The Web Video Text Tracks Format</a>
 */
public final class WebVtt {
    private WebVtt() {}

    /**
     * The chapters of one part of the recording.
     *
     * @param minutes the minutes
     * @param part the name of the part
     * @param language the language of the titles the SDK makes; the titles of items stay as they are
     * @return the text of a {@code .vtt} file, with line feeds
     */
    public static String chapters(Minutes minutes, String part, Locale language) {
        StringBuilder vtt = new StringBuilder("WEBVTT\n");
        for (TimeIndex.Chapter chapter : TimeIndex.of(minutes).chapters()) {
            if (chapter.part().equals(part) && chapter.from().compareTo(chapter.to()) < 0) {
                vtt.append('\n')
                        .append(chapter.id())
                        .append('\n')
                        .append(MediaTime.of(chapter.from()))
                        .append(" --> ")
                        .append(MediaTime.of(chapter.to()))
                        .append('\n')
                        .append(escape(chapter.title().in(language)))
                        .append('\n');
            }
        }
        return vtt.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\s*\\R\\s*", " ");
    }
}
