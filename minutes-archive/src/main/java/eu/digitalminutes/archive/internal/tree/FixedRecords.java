// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.tree;

import java.util.Arrays;

/**
 * Many records of one length in one array: a million digests take 32 MB, not the hundred that objects would take. Sorted in
 * place, as unsigned bytes.
 */
public final class FixedRecords {
    private static final int FEW = 12;

    private final int width;
    private byte[] bytes;
    private int size;

    /** An empty list of records of a length. */
    public FixedRecords(int width) {
        this.width = width;
        this.bytes = new byte[width << 8];
    }

    /**
     * Adds a record.
     *
     * @throws OutOfMemoryError beyond two thirds of 2 GiB of them, about 60 million digests of SHA-256
     */
    public void add(byte[] record) {
        if (record.length != width) {
            throw new IllegalArgumentException("a record has " + width + " bytes, not " + record.length);
        }
        int used = size * width;
        if (used + width > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.addExact(bytes.length, bytes.length / 2 / width * width));
        }
        System.arraycopy(record, 0, bytes, used, width);
        size++;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** How long each is. */
    public int width() {
        return width;
    }

    /** The array itself, of which {@code size * width} bytes count. */
    byte[] bytes() {
        return bytes;
    }

    /** The array itself, for who writes it. */
    public java.nio.ByteBuffer buffer() {
        return java.nio.ByteBuffer.wrap(bytes, 0, size * width).asReadOnlyBuffer();
    }

    /** Sorts them, ascending. */
    public void sort() {
        sort(0, size - 1, new byte[width], new byte[width]);
    }

    /** Leaves one of each, of a sorted list. */
    public void removeDuplicates() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || compare(kept - 1, i) != 0) {
                System.arraycopy(bytes, i * width, bytes, kept++ * width, width);
            }
        }
        size = kept;
    }

    /** Quicksort in three parts, so that many equal records cost nothing more; the smaller side recursively. */
    private void sort(int from, int to, byte[] pivot, byte[] spare) {
        int low = from;
        int high = to;
        while (high - low > FEW) {
            System.arraycopy(bytes, medianOf(low, (low + high) >>> 1, high) * width, pivot, 0, width);
            int less = low;
            int greater = high;
            for (int i = low; i <= greater; ) {
                int order = Arrays.compareUnsigned(bytes, i * width, (i + 1) * width, pivot, 0, width);
                if (order < 0) {
                    swap(less++, i++, spare);
                } else if (order > 0) {
                    swap(i, greater--, spare);
                } else {
                    i++;
                }
            }
            if (less - low < high - greater) {
                sort(low, less - 1, pivot, spare);
                low = greater + 1;
            } else {
                sort(greater + 1, high, pivot, spare);
                high = less - 1;
            }
        }
        for (int i = low + 1; i <= high; i++) {
            for (int j = i; j > low && compare(j - 1, j) > 0; j--) {
                swap(j - 1, j, spare);
            }
        }
    }

    private int medianOf(int a, int b, int c) {
        if (compare(a, b) < 0) {
            return compare(b, c) < 0 ? b : compare(a, c) < 0 ? c : a;
        }
        return compare(a, c) < 0 ? a : compare(b, c) < 0 ? c : b;
    }

    private int compare(int a, int b) {
        return Arrays.compareUnsigned(bytes, a * width, (a + 1) * width, bytes, b * width, (b + 1) * width);
    }

    private void swap(int a, int b, byte[] spare) {
        if (a != b) {
            System.arraycopy(bytes, a * width, spare, 0, width);
            System.arraycopy(bytes, b * width, bytes, a * width, width);
            System.arraycopy(spare, 0, bytes, b * width, width);
        }
    }
}
