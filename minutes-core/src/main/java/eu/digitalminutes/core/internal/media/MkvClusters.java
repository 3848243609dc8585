// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The clusters of a Matroska file, read for the time at which the last block ends. */
final class MkvClusters {
    private static final long TIMESTAMP = 0xe7L;
    private static final long SIMPLE_BLOCK = 0xa3L;
    private static final long GROUP = 0xa0L;
    private static final long BLOCK = 0xa1L;
    private static final long BLOCK_DURATION = 0x9bL;
    private static final int MOST_TRACKS = 1000;

    private final Map<Long, Double> steps = new HashMap<>();
    private double end = -1;
    private long time;
    private double blockAt;

    /** How long each block of a track lasts, in seconds. */
    void step(long track, double seconds) {
        if (steps.size() < MOST_TRACKS) {
            steps.put(track, seconds);
        }
    }

    /** When the last block ends, in seconds; negative if there was none. */
    double end() {
        return end;
    }

    /** Reads one cluster and returns where the next element begins. */
    long read(MediaBytes bytes, Ebml cluster, long scale, Draft draft) throws IOException {
        long limit = Math.min(cluster.end(), bytes.size());
        long at = cluster.body();
        while (at < limit) {
            Ebml element = Ebml.at(bytes, at);
            if (cluster.open() && MkvReader.isOuter(element.id())) {
                return at;
            }
            if (element.id() == Ebml.NONE || element.open() || element.end() <= at) {
                draft.fault(Fault.MALFORMED, "byte " + at);
                return limit;
            }
            if (element.end() > bytes.size()) {
                draft.fault(Fault.TRUNCATED, "byte " + at);
                return limit;
            }
            element(bytes, element, scale);
            at = element.id() == GROUP ? element.body() : element.end();
        }
        return limit;
    }

    private void element(MediaBytes bytes, Ebml element, long scale) throws IOException {
        if (element.id() == TIMESTAMP) {
            time = element.number(bytes);
        } else if (element.id() == SIMPLE_BLOCK || element.id() == BLOCK) {
            int width = Math.max(1, Integer.numberOfLeadingZeros(bytes.u8(element.body())) - 23);
            long number = bytes.u8(element.body()) & 0x7f;
            blockAt = (time + (short) bytes.u16(element.body() + width)) * (scale / 1e9);
            end = Math.max(end, blockAt + steps.getOrDefault(number, 0.0));
        } else if (element.id() == BLOCK_DURATION) {
            end = Math.max(end, blockAt + element.number(bytes) * (scale / 1e9));
        }
    }
}
