// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import eu.digitalminutes.core.internal.media.Sounding;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The chapters that an operator's recorder put into an MP4 or MOV file (<i>capitoli della registrazione</i>), as a track
 * of titles (QuickTime) or as a list (Nero). They are what the operator meant, no evidence.
 *
 * @see <a href="https://developer.apple.com/documentation/quicktime-file-format">QuickTime File Format, chapter lists</a>
 */
public final class MediaChapters {
    private MediaChapters() {}

    /**
     * A chapter.
     *
     * @param at when it begins, from the first frame
     * @param title what it says; may be empty
     */
    public record MediaChapter(Duration at, String title) {}

    /**
     * Reads the chapters of a file.
     *
     * @param recording the file, of which at most 16 MiB are read
     * @return in order of time, at most 1000; empty if it has none, has another form, or is damaged
     * @throws IOException if it cannot be read
     */
    public static List<MediaChapter> of(Path recording) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(recording)) {
            return Sounding.chapters(channel, Task.none().stage("chapters", channel.size())).stream()
                    .map(chapter -> new MediaChapter(
                            Duration.ofMillis(Math.min(Math.round(chapter.seconds() * 1000), Integer.MAX_VALUE)),
                            chapter.title()))
                    .sorted(Comparator.comparing(MediaChapter::at))
                    .toList();
        }
    }
}
