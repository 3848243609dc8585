// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * The proof that some chunks belong to a recording whose root is signed (<i>prova di un estratto</i>): anyone who has the
 * chunks, this and the root needs nothing else. Immutable.
 *
 * @param bytes the size of the whole recording
 * @param chunks which bytes of it the excerpt has; they begin and end with chunks
 * @param path the digests that stand for the rest of the tree, from left to right
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3">RFC 9162, 2.1.3</a>
 */
public record ExcerptProof(long bytes, ByteRange chunks, List<Digest> path) {
    private static final int MAX_PATH = 128;
    private static final long MAX_BYTES = (long) (Integer.MAX_VALUE / 2) * ChunkTree.CHUNK;

    /**
     * A proof.
     *
     * @param bytes the size of the whole recording
     * @param chunks which bytes of it the excerpt has
     * @param path the digests that stand for the rest of the tree, from left to right
     * @throws IllegalArgumentException if the bytes do not begin and end with chunks of such a recording, or the path is
     *     longer than any
     */
    public ExcerptProof {
        Objects.requireNonNull(chunks, "chunks");
        path = List.copyOf(path);
        boolean ends = chunks.to() == bytes || chunks.to() % ChunkTree.CHUNK == 0;
        if (bytes > MAX_BYTES
                || chunks.to() > bytes
                || chunks.from() % ChunkTree.CHUNK != 0
                || !ends
                || path.size() > MAX_PATH) {
            throw new IllegalArgumentException(
                    "no proof of bytes " + chunks.from() + " to " + chunks.to() + " of " + bytes);
        }
    }

    /**
     * Whether an excerpt belongs to the recording with this root.
     *
     * @param excerpt the bytes of the chunks, read once to their end; not closed
     * @param root the signed root
     * @return true if it does; false for any other bytes, fewer or more of them, another root or another proof
     * @throws IOException if the excerpt cannot be read
     */
    public boolean proves(InputStream excerpt, Digest root) throws IOException {
        ChunkTreeBuilder builder = new ChunkTreeBuilder();
        byte[] block = new byte[1 << 16];
        long left = chunks.length();
        for (int count = excerpt.read(block); count >= 0; count = excerpt.read(block)) {
            left -= count;
            if (left < 0) {
                return false;
            }
            builder.update(block, count);
        }
        return left == 0 && proves(builder.build(), root);
    }

    /**
     * Whether an excerpt belongs to the recording with this root, told by the tree of the excerpt alone, as it is made
     * while the excerpt goes by to somebody else.
     *
     * @param excerpt the tree of the bytes of the chunks
     * @param root the signed root
     * @return true if it does; false for any other tree, root or proof
     */
    public boolean proves(ChunkTree excerpt, Digest root) {
        return excerpt.bytes() == chunks.length()
                && rootWith(excerpt).filter(root::equals).isPresent();
    }

    private Optional<Digest> rootWith(ChunkTree excerpt) {
        int first = Math.toIntExact(chunks.from() / ChunkTree.CHUNK);
        int all = Math.toIntExact((bytes + ChunkTree.CHUNK - 1) / ChunkTree.CHUNK);
        Walk walk = new Walk(excerpt, first, path.iterator());
        try {
            byte[] root = walk.hash(0, all);
            return walk.rest.hasNext() ? Optional.empty() : Optional.of(Digest.of(root));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /** From the leaves of the excerpt and the digests of the path up to the root. */
    private final class Walk {
        private final MessageDigest digest = Fingerprinter.sha256();
        private final ChunkTree excerpt;
        private final int first;
        private final int last;
        private final Iterator<Digest> rest;

        Walk(ChunkTree excerpt, int first, Iterator<Digest> rest) {
            this.excerpt = excerpt;
            this.first = first;
            this.last = Math.toIntExact((chunks.to() + ChunkTree.CHUNK - 1) / ChunkTree.CHUNK);
            this.rest = rest;
        }

        byte[] hash(int from, int to) {
            if (to <= first || from >= last) {
                return rest.next().value();
            }
            if (to - from == 1) {
                return excerpt.leaf(from - first);
            }
            int middle = from + TreeHash.split(to - from);
            byte[] left = hash(from, middle);
            return TreeHash.node(digest, left, hash(middle, to));
        }
    }
}
