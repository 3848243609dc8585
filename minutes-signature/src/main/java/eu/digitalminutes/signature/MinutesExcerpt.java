// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.content.ExcerptProof;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.media.MediaSpan;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.TimeIndex;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.redaction.PublicView;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.internal.excerpt.ExcerptForm;
import eu.digitalminutes.signature.internal.excerpt.ExcerptWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some minutes of a signed recording that prove themselves (<i>estratto della registrazione</i>): the facts, the original
 * signatures, and the bytes of the excerpt with their proof under the signed root. {@link MinutesVerifier} verifies one
 * as it verifies any signed file; the rest of the recording is not needed for it.
 *
 * <p>An excerpt is cut by whole MiB, so that it holds a little more than was asked for, and it holds all the facts of the
 * meeting. Archive time stamps of XAdES are over the whole recording and are left out: such an excerpt stands as long as
 * the evidence of level LT does. Of a meeting of which a part was secret none is made.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3">RFC 9162, 2.1.3</a>
 */
public final class MinutesExcerpt {
    private MinutesExcerpt() {}

    /**
     * Writes an excerpt of the first stretch of an item of the agenda.
     *
     * @param container signed minutes, an ASiC-E with the tree of the recording; of the recording only the tables and the
     *     bytes of the excerpt are read
     * @param item the item's id or number, or {@code opening}, {@code suspension-N}, {@code closing}
     * @param target the file that appears; replaced if it exists, and as it was after any failure
     * @param task progress and cancellation
     * @throws IOException if the container cannot be read or the target not be written
     * @throws ContentMismatchException if the bytes are not the signed ones
     * @throws MinutesException with code {@code EXCERPT_IMPOSSIBLE} if the recording does not hold the item, or has no
     *     signed tree; {@code EXCERPT_OF_SECRET_MEETING}
     */
    public static void ofItem(Path container, String item, Path target, Task task) throws IOException {
        try (ExcerptWriter writer = open(container, task)) {
            TimeIndex.Chapter chapter = chapter(writer.minutes(), item);
            writer.write(part(writer.minutes(), chapter.part()), new MediaSpan(chapter.from(), chapter.to()), target);
        }
    }

    /**
     * Writes an excerpt of some time of a recording.
     *
     * @param container signed minutes, an ASiC-E with the tree of the recording; of the recording only the tables and the
     *     bytes of the excerpt are read
     * @param part the name of the recording's part
     * @param span the time, counted from the beginning of the part
     * @param target the file that appears; replaced if it exists, and as it was after any failure
     * @param task progress and cancellation
     * @throws IOException if the container cannot be read or the target not be written
     * @throws ContentMismatchException if the bytes are not the signed ones
     * @throws MinutesException with code {@code EXCERPT_IMPOSSIBLE} if the recording does not hold the time, or has no
     *     signed tree; {@code EXCERPT_OF_SECRET_MEETING}
     */
    public static void ofTime(Path container, String part, MediaSpan span, Path target, Task task) throws IOException {
        try (ExcerptWriter writer = open(container, task)) {
            writer.write(part(writer.minutes(), part), span, target);
        }
    }

    /**
     * Puts the pieces of an excerpt where they were in the recording, so that players find them: the file is as long as the
     * recording, what is missing is a hole that takes no room on most disks. Nothing is verified.
     *
     * @param excerpt the excerpt
     * @param target the file that appears; replaced if it exists, and as it was after any failure
     * @param task progress and cancellation
     * @throws IOException if the excerpt cannot be read or the target not be written
     * @throws MinutesException with code {@code EXCERPT_MALFORMED} if it is no excerpt
     */
    public static void restore(Path excerpt, Path target, Task task) throws IOException {
        try (ContainerFile container = ContainerFile.open(excerpt);
                PendingFile pending = PendingFile.forTarget(target)) {
            String name = String.valueOf(excerpt.getFileName());
            Entry form = container
                    .entry(ExcerptForm.NAME)
                    .orElseThrow(() -> malformed(name, "it holds no " + ExcerptForm.NAME));
            Files.deleteIfExists(pending.path());
            try (SeekableByteChannel out = Files.newByteChannel(
                    pending.path(),
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE))) {
                long bytes = 0;
                for (ExcerptProof piece : ExcerptForm.read(container.bytes(form, ExcerptForm.LARGEST), name)
                        .pieces()) {
                    Entry entry = container
                            .entry(ExcerptForm.fileOf(piece.chunks()))
                            .orElseThrow(() -> malformed(name, "a piece is missing"));
                    out.position(piece.chunks().from());
                    copy(container, entry, out, task);
                    bytes = piece.bytes();
                }
                if (out.size() < bytes) {
                    out.position(bytes - 1).write(ByteBuffer.allocate(1));
                }
            }
            pending.commit();
        }
    }

    private static void copy(ContainerFile container, Entry entry, SeekableByteChannel out, Task task)
            throws IOException {
        Task.Stage stage = task.stage("restore " + entry.name(), entry.bytes());
        byte[] block = new byte[1 << 16];
        try (InputStream in = container.stream(entry)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                ByteBuffer bytes = ByteBuffer.wrap(block, 0, count);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                stage.advance(count);
            }
        }
        stage.complete();
    }

    private static ExcerptWriter open(Path container, Task task) throws IOException {
        ExcerptWriter writer = new ExcerptWriter(container, task);
        Minutes minutes = writer.minutes();
        boolean secret = minutes.meeting().publicity() == Publicity.SECRET
                || PublicView.of(minutes, "").isPartial();
        if (secret) {
            writer.close();
            throw new MinutesException(
                    "EXCERPT_OF_SECRET_MEETING",
                    "a part of the meeting was secret, and an excerpt holds all its facts: publish a redacted copy instead");
        }
        return writer;
    }

    private static TimeIndex.Chapter chapter(Minutes minutes, String item) {
        TimeIndex index = TimeIndex.of(minutes);
        String byNumber = minutes.meeting().agenda().stream()
                .filter(one -> one.number().equals(item))
                .map(AgendaItem::id)
                .findFirst()
                .orElse(item);
        return index.chapterOf(item)
                .or(() -> index.chapterOf(byNumber))
                .orElseThrow(() -> new MinutesException(
                        "EXCERPT_IMPOSSIBLE",
                        "the recording holds no \"" + item + "\"; it holds "
                                + index.chapters().stream()
                                        .map(TimeIndex.Chapter::id)
                                        .distinct()
                                        .collect(Collectors.joining(", "))));
    }

    private static RecordingPart part(Minutes minutes, String name) {
        return minutes.recording(name)
                .orElseThrow(() -> new MinutesException(
                        "EXCERPT_IMPOSSIBLE", "the minutes name no part of the recording \"" + name + "\""));
    }

    private static MinutesException malformed(String name, String problem) {
        return new MinutesException("EXCERPT_MALFORMED", name + " is no sound excerpt of a recording: " + problem);
    }
}
