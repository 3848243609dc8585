// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.excerpt;

import eu.digitalminutes.core.content.ByteRange;
import eu.digitalminutes.core.content.ChunkTree;
import eu.digitalminutes.core.content.ChunkTreeBuilder;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.ExcerptProof;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.media.MediaMap;
import eu.digitalminutes.core.media.MediaSpan;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.ContainerWriter;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.internal.dss.AsicContents;
import eu.digitalminutes.signature.internal.dss.XmlSigners;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Cuts an excerpt out of a signed container, of whose recording only the bytes of the excerpt are read. */
public final class ExcerptWriter implements AutoCloseable {
    private static final int MAX_META = 16 << 20;

    private final ContainerFile container;
    private final Minutes minutes;
    private final Task task;

    /** Opens the container. */
    public ExcerptWriter(Path path, Task task) throws IOException {
        this.task = task;
        container = ContainerFile.open(path);
        try {
            Entry facts = container
                    .entry(Minutes.FILE_NAME)
                    .orElseThrow(() -> new MinutesException(
                            "MINUTES_MISSING", path + " holds no " + Minutes.FILE_NAME + ": it is not signed minutes"));
            minutes = MinutesJson.read(container.bytes(facts, SignedContainer.MAX_FACTS));
        } catch (IOException | RuntimeException e) {
            container.close();
            throw e;
        }
    }

    /** The facts in the container. */
    public Minutes minutes() {
        return minutes;
    }

    /** Writes some time of one part of the recording. */
    public void write(RecordingPart part, MediaSpan span, Path target) throws IOException {
        ChunkTree tree = tree(part);
        Entry recording = entry(part.name());
        SeekableByteChannel channel = container
                .channel(recording)
                .orElseThrow(() -> new MinutesException(
                        "EXCERPT_IMPOSSIBLE",
                        part.name() + " lies compressed in " + container.path()
                                + ", so that its parts cannot be reached"));
        List<ByteRange> pieces = pieces(part, tree, span, channel);
        try (PendingFile pending = PendingFile.forTarget(target);
                ContainerWriter out = ContainerWriter.create(pending.path())) {
            out.add("mimetype", ExcerptForm.MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
            List<ExcerptProof> proofs = pieces.stream().map(tree::proof).toList();
            out.add(ExcerptForm.NAME, new ExcerptForm(part.name(), proofs).content());
            copy(Minutes.FILE_NAME, out);
            for (Entry entry : container.entries()) {
                if (entry.name().startsWith("META-INF/") && !entry.name().endsWith("/")) {
                    copy(entry.name(), out);
                }
            }
            Task.Stage stage = task.stage(
                    "excerpt", pieces.stream().mapToLong(ByteRange::length).sum());
            for (ExcerptProof proof : proofs) {
                piece(proof, tree.root(), channel, out, stage);
            }
            stage.complete();
            out.finish();
            pending.commit();
        }
    }

    private ChunkTree tree(RecordingPart part) throws IOException {
        String name = ChunkTree.nameFor(part.name());
        if (part.treeRoot().isEmpty() || container.entry(name).isEmpty()) {
            throw new MinutesException(
                    "EXCERPT_IMPOSSIBLE",
                    container.path() + " holds no signed tree of " + part.name()
                            + ": parts of it cannot be proven; sign recordings with their tree (import recording)");
        }
        ChunkTree tree = ChunkTree.read(container.bytes(entry(name), MAX_META), name);
        if (!tree.root().equals(part.treeRoot().get())) {
            throw new ContentMismatchException(
                    "TREE_CHANGED",
                    name + " in " + container.path() + " is not the tree that the minutes name: root expected "
                            + part.treeRoot().get().hex() + ", found "
                            + tree.root().hex(),
                    null);
        }
        return tree;
    }

    /** Whole chunks, neighbours as one: those of the structure and those that hold the time. */
    private List<ByteRange> pieces(RecordingPart part, ChunkTree tree, MediaSpan span, SeekableByteChannel channel)
            throws IOException {
        MediaMap map = MediaMap.of(channel, tree.bytes());
        List<ByteRange> wanted = new ArrayList<>(map.bytesOf(span));
        if (wanted.isEmpty()) {
            throw new MinutesException(
                    "EXCERPT_IMPOSSIBLE",
                    "in " + part.name() + " no bytes are known to hold " + span.from() + " to " + span.to()
                            + "; it lasts " + part.duration());
        }
        wanted.addAll(map.structure());
        return ByteRange.joined(wanted.stream().map(tree::chunksOf).toList());
    }

    private void copy(String name, ContainerWriter out) throws IOException {
        byte[] content = container.bytes(entry(name), MAX_META);
        out.add(name, AsicContents.isXmlSignatures(name) ? XmlSigners.withoutArchiveStamps(content) : content);
    }

    /** Copies a piece, and makes sure that what was copied is what was signed. */
    private void piece(
            ExcerptProof proof, Digest root, SeekableByteChannel channel, ContainerWriter out, Task.Stage stage)
            throws IOException {
        ByteRange range = proof.chunks();
        channel.position(range.from());
        ChunkTreeBuilder seen = new ChunkTreeBuilder();
        out.add(ExcerptForm.fileOf(range), Channels.newInputStream(channel), range.length(), block -> {
            int count = block.remaining();
            seen.update(block);
            stage.advance(count);
        });
        if (!proof.proves(seen.build(), root)) {
            throw new ContentMismatchException(
                    "RECORDING_CHANGED",
                    "the bytes " + range.from() + " to " + range.to() + " of the recording in " + container.path()
                            + " are not the signed ones: an excerpt of them would prove nothing",
                    null);
        }
    }

    private Entry entry(String name) {
        return container
                .entry(name)
                .orElseThrow(() -> new MinutesException("FILE_MISSING", container.path() + " holds no file " + name));
    }

    @Override
    public void close() throws IOException {
        container.close();
    }
}
