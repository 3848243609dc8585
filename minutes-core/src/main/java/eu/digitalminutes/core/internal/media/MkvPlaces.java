// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;

/** Says of each cluster of a Matroska file which time it holds: from its own to that of the next. */
final class MkvPlaces {
    private static final long TIMESTAMP = 0xe7L;

    /** Elements that may come before the time, such as a checksum. */
    private static final int FEW = 4;

    private long at = -1;
    private double from;

    /** A cluster begins, and the one before it ends. */
    void begin(MediaBytes bytes, Ebml cluster, long scale, Draft draft) throws IOException {
        long next = cluster.body();
        for (int i = 0; i < FEW && next < bytes.size(); i++) {
            Ebml element = Ebml.at(bytes, next);
            if (element.id() == TIMESTAMP) {
                place(cluster.at(), element.number(bytes) * (scale / 1e9), draft);
                return;
            } else if (element.open() || element.end() <= next) {
                return;
            }
            next = element.end();
        }
    }

    private void place(long nextAt, double nextFrom, Draft draft) {
        if (at >= 0) {
            draft.placed(at, nextAt - at, from, Math.max(from, nextFrom));
        }
        at = nextAt;
        from = nextFrom;
    }

    /** The last cluster ends with the recording. */
    void end(MediaBytes bytes, Draft draft) {
        place(bytes.size(), Math.max(from, draft.seconds()), draft);
    }
}
