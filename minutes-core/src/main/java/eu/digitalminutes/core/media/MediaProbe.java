// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import eu.digitalminutes.core.internal.media.Draft;
import eu.digitalminutes.core.internal.media.Sounding;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Says what a recording (<i>registrazione</i>) is and whether it is whole, by the structure of the file alone.
 *
 * <p>Any file may be given: one that is damaged, hostile or no recording at all gets an answer with problems, never an
 * exception. Nothing is decoded, no reference out of the file is followed, and memory does not grow with the file.
 *
 * @see <a href="https://www.agid.gov.it/">AgID, Linee guida sui documenti informatici, Allegato 2</a>
 */
public final class MediaProbe {
    private MediaProbe() {}

    /** The two ways of looking at a file. */
    private interface Look {
        Draft at(SeekableByteChannel channel, Task.Stage stage) throws IOException;
    }

    /**
     * A quick look: headers, tables and both ends.
     *
     * @param file the file, of which at most 16 MiB are read, mostly less than 1, whatever its size
     * @return what it is; its completeness is unknown where more would have to be read
     * @throws IOException if it cannot be read
     */
    public static MediaFacts probe(Path file) throws IOException {
        return probe(file, Task.none());
    }

    /**
     * A quick look, with progress and cancellation.
     *
     * @param file the file, of which at most 16 MiB are read, mostly less than 1, whatever its size
     * @param task progress and cancellation
     * @return what it is; its completeness is unknown where more would have to be read
     * @throws IOException if it cannot be read
     */
    public static MediaFacts probe(Path file, Task task) throws IOException {
        return look(file, task, Sounding::quick);
    }

    /**
     * A long look, which also follows every fragment, packet, page and frame, and looks whether pictures of H.264 and
     * H.265 have the form of their codec.
     *
     * @param file the file, of which up to all bytes are read
     * @return what it is
     * @throws IOException if it cannot be read
     */
    public static MediaFacts deep(Path file) throws IOException {
        return deep(file, Task.none());
    }

    /**
     * A long look, with progress and cancellation.
     *
     * @param file the file, of which up to all bytes are read
     * @param task progress and cancellation
     * @return what it is
     * @throws IOException if it cannot be read
     */
    public static MediaFacts deep(Path file, Task task) throws IOException {
        return look(file, task, Sounding::deep);
    }

    private static MediaFacts look(Path file, Task task, Look look) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return look(name(file), channel, task, look);
        }
    }

    /**
     * A quick look at a recording that lies inside something else, such as a signed container.
     *
     * @param name what to call it
     * @param channel the recording from its first byte to its last, of which at most 16 MiB are read, mostly less than 1;
     *     left open
     * @return what it is; its completeness is unknown where more would have to be read
     * @throws IOException if it cannot be read
     */
    public static MediaFacts probe(String name, SeekableByteChannel channel) throws IOException {
        return look(name, channel, Task.none(), Sounding::quick);
    }

    private static MediaFacts look(String name, SeekableByteChannel channel, Task task, Look look) throws IOException {
        Task.Stage stage = task.stage("probe " + name, channel.size());
        Draft draft = look.at(channel, stage);
        MediaFacts facts = new MediaFacts(new MediaJudgement(name, channel.size(), draft));
        stage.complete();
        return facts;
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }
}
