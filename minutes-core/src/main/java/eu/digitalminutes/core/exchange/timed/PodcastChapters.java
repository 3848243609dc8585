// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.timed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.TimeIndex;
import eu.digitalminutes.core.redaction.PublicView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The time index as podcast chapters in JSON, version 1.2 (<i>capitoli</i>), which PeerTube and podcast players read:
 * one document for each part of the recording, its times counted from the first frame of that part.
 *
 * @see <a href="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md">Podcasting
 *     2.0, JSON chapters format 1.2</a>
 */
public final class PodcastChapters {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PodcastChapters() {}

    /**
     * The chapters of one part of the recording.
     *
     * @param view the public view
     * @param part the name of the part
     * @param language the language of the titles the SDK makes; the titles of items stay as they are
     * @return JSON in UTF-8, of media type {@code application/json+chapters}; without chapters if there is no such part
     */
    public static byte[] write(PublicView view, String part, Locale language) {
        Meeting meeting = view.minutes().meeting();
        ObjectNode json = MAPPER.createObjectNode()
                .put("version", "1.2.0")
                .put(
                        "title",
                        meeting.organ().name() + " n. " + meeting.id().number() + "/"
                                + meeting.id().year())
                .put("fileName", part);
        ArrayNode chapters = json.putArray("chapters");
        for (TimeIndex.Chapter chapter : TimeIndex.of(view.minutes()).chapters()) {
            if (chapter.part().equals(part) && chapter.from().compareTo(chapter.to()) < 0) {
                chapters.addObject()
                        .put("startTime", Seconds.of(chapter.from()))
                        .put("endTime", Seconds.of(chapter.to()))
                        .put("title", chapter.title().in(language));
            }
        }
        try {
            String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
            return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot fail to be written", e);
        }
    }

    /**
     * Writes the chapters of one part to a file that appears whole or not at all.
     *
     * @param view the public view
     * @param part the name of the part
     * @param language the language of the titles the SDK makes
     * @param target the file; replaced if it exists
     * @throws IOException if it cannot be written; the target is then as it was
     */
    public static void write(PublicView view, String part, Locale language, Path target) throws IOException {
        PendingFile.write(target, write(view, part, language));
    }
}
