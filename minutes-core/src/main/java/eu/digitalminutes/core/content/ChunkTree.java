// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The digests of a file, chunk by chunk, and the one digest over them all (<i>albero delle impronte</i>): with it a part
 * of a recording is proven without the rest, and damage is found in its place. Immutable.
 *
 * <p>It is the Merkle tree of RFC 9162 with SHA-256 over chunks of 1 MiB. A file of 20 GB has a tree of 640 kB.
 *
 * <p>Its own file, named after the recording with {@code .tree} behind, begins with the eight letters
 * {@code MINTREE1}, the chunk's size and a zero in four bytes each, the file's size in eight, all with the highest byte
 * first, and the root; then come the leaves.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1">RFC 9162, 2.1</a>
 */
public final class ChunkTree {
    /** The size of a chunk; only the last may be smaller. */
    public static final int CHUNK = 1 << 20;

    private static final byte[] MAGIC = "MINTREE1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = MAGIC.length + 4 + 4 + 8 + TreeHash.LENGTH;

    private final long bytes;
    private final byte[] leaves;
    private final Digest root;

    ChunkTree(long bytes, byte[] leaves) {
        this.bytes = bytes;
        this.leaves = leaves;
        this.root = Digest.of(count() == 0 ? TreeHash.empty() : hash(Fingerprinter.sha256(), 0, count()));
    }

    /**
     * Reads the file of a tree. The root is computed from the leaves and must be the one that the file says.
     *
     * @param file the file, read once
     * @return the tree
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code TREE_MALFORMED}, if it is no such file or contradicts itself
     */
    public static ChunkTree read(Path file) throws IOException {
        return read(Files.readAllBytes(file), String.valueOf(file.getFileName()));
    }

    /**
     * Reads a tree from the bytes of its file.
     *
     * @param content the bytes
     * @param name what refusals call it
     * @return the tree
     * @throws MinutesException with code {@code TREE_MALFORMED}, if it is no such file or contradicts itself
     */
    public static ChunkTree read(byte[] content, String name) {
        try {
            ByteBuffer in = ByteBuffer.wrap(content);
            byte[] magic = new byte[MAGIC.length];
            in.get(magic);
            int chunk = in.getInt();
            int reserved = in.getInt();
            long bytes = in.getLong();
            byte[] root = new byte[TreeHash.LENGTH];
            in.get(root);
            boolean known = Arrays.equals(magic, MAGIC) && chunk == CHUNK && reserved == 0 && bytes >= 0;
            if (!known || in.remaining() != (bytes + CHUNK - 1) / CHUNK * TreeHash.LENGTH) {
                throw malformed(name, "it has another form or length");
            }
            byte[] leaves = new byte[in.remaining()];
            in.get(leaves);
            ChunkTree tree = new ChunkTree(bytes, leaves);
            if (!tree.root.equals(Digest.of(root))) {
                throw malformed(
                        name,
                        "its leaves give the root " + tree.root.hex() + ", not "
                                + Digest.of(root).hex());
            }
            return tree;
        } catch (BufferUnderflowException e) {
            throw malformed(name, "it ends too early");
        }
    }

    /**
     * The bytes of the tree's own file.
     *
     * @return 56 bytes and 32 for each chunk
     */
    public byte[] content() {
        ByteBuffer out = ByteBuffer.allocate(HEAD + leaves.length);
        out.put(MAGIC).putInt(CHUNK).putInt(0).putLong(bytes).put(root.value()).put(leaves);
        return out.array();
    }

    /**
     * Writes the tree's own file, which appears whole or not at all.
     *
     * @param target the file; replaced if it exists
     * @throws IOException if it cannot be written; the target is then as it was
     */
    public void write(Path target) throws IOException {
        PendingFile.write(target, content());
    }

    /**
     * The name that the tree of a recording has beside it.
     *
     * @param recording the recording's name
     * @return such as {@code recording-1.mp4.tree}
     */
    public static String nameFor(String recording) {
        return recording + ".tree";
    }

    /**
     * The size of the file that the tree is about.
     *
     * @return zero or more bytes
     */
    public long bytes() {
        return bytes;
    }

    /**
     * The digest over all chunks, which the signatures cover (<i>radice</i>).
     *
     * @return by SHA-256
     */
    public Digest root() {
        return root;
    }

    /**
     * The chunks that hold some bytes.
     *
     * @param range bytes of the file
     * @return the bytes from the beginning of the first chunk to the end of the last
     * @throws IllegalArgumentException if the range ends behind the file
     */
    public ByteRange chunksOf(ByteRange range) {
        if (range.to() > bytes) {
            throw new IllegalArgumentException("the file has " + bytes + " bytes, not " + range.to());
        }
        long from = range.from() / CHUNK * CHUNK;
        return new ByteRange(from, Math.min(bytes, (range.to() + CHUNK - 1) / CHUNK * CHUNK));
    }

    /**
     * The proof that the chunks of some bytes belong to the file.
     *
     * @param range bytes of the file
     * @return a proof that needs nothing but these chunks and the root
     * @throws IllegalArgumentException if the range ends behind the file
     */
    public ExcerptProof proof(ByteRange range) {
        ByteRange chunks = chunksOf(range);
        int first = Math.toIntExact(chunks.from() / CHUNK);
        int last = Math.toIntExact((chunks.to() + CHUNK - 1) / CHUNK);
        List<Digest> path = new ArrayList<>();
        prove(Fingerprinter.sha256(), 0, count(), first, last, path);
        return new ExcerptProof(bytes, chunks, path);
    }

    /**
     * Looks where a file differs from what the tree is about.
     *
     * @param file the file, read once
     * @param task progress and cancellation
     * @return the bytes of the chunks that differ, neighbours as one; what the file lacks counts as different, what it has
     *     beyond is one range; empty if nothing differs
     * @throws IOException if it cannot be read
     */
    public List<ByteRange> differences(Path file, Task task) throws IOException {
        return differences(Fingerprinter.fingerprintWithTree(file, task).tree());
    }

    /**
     * Looks where what was found differs from what the tree is about.
     *
     * @param found the tree of what was found
     * @return the bytes of the chunks that differ, neighbours as one; what was not found counts as different, what was
     *     found beyond is one range; empty if nothing differs
     */
    public List<ByteRange> differences(ChunkTree found) {
        List<ByteRange> different = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            long from = (long) i * CHUNK;
            boolean same = i < found.count() && Arrays.equals(leaf(i), found.leaf(i));
            if (!same) {
                different.add(new ByteRange(from, Math.min(bytes, from + CHUNK)));
            }
        }
        if (found.bytes > bytes) {
            different.add(new ByteRange(bytes, found.bytes));
        }
        return ByteRange.joined(different);
    }

    /** What stands for the rest of the tree, from left to right. */
    private void prove(MessageDigest digest, int from, int to, int first, int last, List<Digest> path) {
        if (to <= first || from >= last) {
            path.add(Digest.of(hash(digest, from, to)));
        } else if (to - from > 1) {
            int middle = from + TreeHash.split(to - from);
            prove(digest, from, middle, first, last, path);
            prove(digest, middle, to, first, last, path);
        }
    }

    private byte[] hash(MessageDigest digest, int from, int to) {
        if (to - from == 1) {
            return leaf(from);
        }
        int middle = from + TreeHash.split(to - from);
        return TreeHash.node(digest, hash(digest, from, middle), hash(digest, middle, to));
    }

    byte[] leaf(int index) {
        return Arrays.copyOfRange(leaves, index * TreeHash.LENGTH, (index + 1) * TreeHash.LENGTH);
    }

    private int count() {
        return leaves.length / TreeHash.LENGTH;
    }

    private static MinutesException malformed(String name, String problem) {
        return new MinutesException("TREE_MALFORMED", name + " is not the tree of a recording: " + problem);
    }
}
