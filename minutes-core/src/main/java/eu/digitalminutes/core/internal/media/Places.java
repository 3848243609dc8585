// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which seconds of a recording lie in which MiB of its file, and where the bytes lie without which no other can be
 * played. Filled by one reading and then only read; it holds 8 bytes for each MiB.
 */
public final class Places {
    /** How many bytes are looked at as one. */
    public static final int BUCKET = 1 << 20;

    /** A larger file is none that a recorder wrote. */
    private static final long LARGEST = 1L << 40;

    private static final int MOST_STRUCTURE = 1000;

    /** A file that says of everything that it lies everywhere would have no end. */
    private long touchesLeft = 50_000_000;

    private final long bytes;
    private final float[] from;
    private final float[] to;
    private final List<long[]> structure = new ArrayList<>();
    private boolean known;
    private boolean estimated;

    /** For a file of some bytes. */
    public Places(long bytes) {
        this.bytes = bytes;
        int buckets = bytes > LARGEST ? 0 : (int) ((bytes + BUCKET - 1) / BUCKET);
        from = new float[buckets];
        to = new float[buckets];
        Arrays.fill(from, Float.MAX_VALUE);
    }

    /** Some bytes hold some seconds. */
    void placed(long at, long count, double start, double end) {
        if (at < 0 || at >= bytes || count <= 0 || !(end >= start) || start < 0) {
            return;
        }
        int last = (int) ((Math.min(bytes, at + Math.min(count, bytes)) - 1) / BUCKET);
        for (int i = (int) (at / BUCKET); i <= last && i < from.length && touchesLeft > 0; i++, touchesLeft--) {
            from[i] = Math.min(from[i], (float) start);
            to[i] = Math.max(to[i], (float) end);
            known = true;
        }
    }

    /** Some bytes hold some seconds, each as many as the next. */
    void placedEvenly(long at, long count, double seconds) {
        double each = seconds / count;
        for (long next = at; next < at + count; next = (next / BUCKET + 1) * BUCKET) {
            long end = Math.min(at + count, (next / BUCKET + 1) * BUCKET);
            placed(next, end - next, (next - at) * each, (end - at) * each);
        }
    }

    /** As {@link #placedEvenly}, where that is only about so. */
    void estimated(double seconds) {
        placedEvenly(0, bytes, seconds);
        estimated = true;
    }

    /** Bytes without which no other can be played. */
    void structure(long at, long end) {
        long limit = Math.min(end, bytes);
        int last = structure.size() - 1;
        if (limit <= at) {
            return;
        } else if (last >= 0 && structure.get(last)[1] == at) {
            structure.get(last)[1] = limit;
        } else if (structure.size() < MOST_STRUCTURE) {
            structure.add(new long[] {at, limit});
        }
    }

    /** Whether any byte is known to hold any time. */
    public boolean known() {
        return known;
    }

    /** Whether the times are only about so. */
    public boolean isEstimated() {
        return estimated;
    }

    /** How many MiB there are, the last one begun counted whole. */
    public int buckets() {
        return from.length;
    }

    /** When the time in a MiB begins, in seconds; more than {@link #to} if it holds none. */
    public double from(int bucket) {
        return from[bucket];
    }

    /** When the time in a MiB ends, in seconds. */
    public double to(int bucket) {
        return to[bucket];
    }

    /** Where the structure lies: pairs of the first byte and the one after the last. */
    public List<long[]> structure() {
        return structure;
    }
}
