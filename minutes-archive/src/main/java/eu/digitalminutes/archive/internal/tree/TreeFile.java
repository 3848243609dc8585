// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.tree;

import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A hash tree on disk, from which the path of any leaf is read: a few nodes of any number, the upper levels once for all. */
public final class TreeFile implements AutoCloseable {
    private static final int HEAD = 16;
    private static final int HELD = 1 << 20;

    private final FileChannel file;
    private final int width;
    private final long leaves;

    /** The end of the file, where the levels lie through which every path goes. */
    private final byte[] upper;

    private final long upperStart;

    private TreeFile(FileChannel file, int width, long leaves) throws IOException {
        this.file = file;
        this.width = width;
        this.leaves = leaves;
        this.upper = new byte[(int) Math.min(file.size() - HEAD, HELD - HELD % width)];
        this.upperStart = file.size() - upper.length;
        fill(file, ByteBuffer.wrap(upper), upperStart);
    }

    /**
     * Opens a tree.
     *
     * @throws MinutesException with code {@code EVIDENCE_DAMAGED} if it is none, or not whole
     */
    public static TreeFile open(Path path, HashFunction function) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            ByteBuffer head = ByteBuffer.allocate(HEAD);
            fill(file, head, 0);
            head.flip();
            boolean ours = head.remaining() == HEAD && head.getLong() == TreeWriter.MAGIC;
            long leaves = ours ? head.getLong() : 0;
            if (leaves < 1 || leaves > Integer.MAX_VALUE || file.size() != HEAD + nodes(leaves) * function.bytes()) {
                throw new MinutesException(
                        "EVIDENCE_DAMAGED", path + " is no whole hash tree; restore it from a copy of the store");
            }
            return new TreeFile(file, function.bytes(), leaves);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static long nodes(long leaves) {
        long nodes = leaves;
        for (long level = leaves; level > 1; level = (level + 1) / 2) {
            nodes += (level + 1) / 2;
        }
        return nodes;
    }

    /**
     * The nodes beside the path from a leaf to the root, from below; they make the reduced tree.
     *
     * @return empty for the only leaf
     * @throws MinutesException with code {@code EVIDENCE_DAMAGED} if there is no such leaf
     */
    public List<byte[]> beside(byte[] leaf) throws IOException {
        long index = find(leaf);
        long start = HEAD;
        List<byte[]> siblings = new ArrayList<>();
        for (long level = leaves; level > 1; level = (level + 1) / 2) {
            long sibling = index ^ 1;
            if (sibling < level) {
                siblings.add(node(start + sibling * width));
            }
            start += level * width;
            index >>= 1;
        }
        return siblings;
    }

    private long find(byte[] leaf) throws IOException {
        long low = 0;
        long high = leaves - 1;
        while (low <= high) {
            long middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(node(HEAD + middle * width), leaf);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        throw new MinutesException(
                "EVIDENCE_DAMAGED", "a hash tree lacks a leaf that it must have; restore it from a copy of the store");
    }

    private byte[] node(long at) throws IOException {
        if (at >= upperStart) {
            int from = (int) (at - upperStart);
            return Arrays.copyOfRange(upper, from, from + width);
        }
        byte[] node = new byte[width];
        fill(file, ByteBuffer.wrap(node), at);
        return node;
    }

    private static void fill(FileChannel file, ByteBuffer buffer, long at) throws IOException {
        long position = at;
        while (buffer.hasRemaining()) {
            int count = file.read(buffer, position);
            if (count < 0) {
                return;
            }
            position += count;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
