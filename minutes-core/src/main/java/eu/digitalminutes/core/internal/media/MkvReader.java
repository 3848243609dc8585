// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.Set;

/**
 * Reads Matroska and WebM, also as browsers and live recorders write them: without sizes and without a length.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9559">RFC 9559</a>
 */
final class MkvReader implements Reader {
    private static final long HEADER = 0x1a45dfa3L;
    private static final long DOCUMENT = 0x4282L;
    private static final long SEGMENT = 0x18538067L;
    private static final long CLUSTER = 0x1f43b675L;
    private static final long INFORMATION = 0x1549a966L;
    private static final long TRACKS = 0x1654ae6bL;
    private static final long TIMESTAMP_SCALE = 0x2ad7b1L;
    private static final long DURATION = 0x4489L;
    private static final long TRACK = 0xaeL;
    private static final Set<Long> OUTER = Set.of(
            HEADER,
            SEGMENT,
            CLUSTER,
            INFORMATION,
            TRACKS,
            0x114d9b74L,
            0x1c53bb6bL,
            0x1254c367L,
            0x1043a770L,
            0x1941a469L);
    private static final long VOID = 0xecL;
    private static final long TAIL = 4L << 20;

    private final MkvClusters clusters = new MkvClusters();
    private final MkvPlaces places = new MkvPlaces();
    private long scale = 1_000_000;
    private double duration = -1;
    private long lastCluster = -1;

    @Override
    public void read(MediaBytes bytes, Draft draft) throws IOException {
        draft.form("MKV");
        Ebml header = Ebml.at(bytes, 0);
        each(bytes, header, child -> {
            if (child.id() == DOCUMENT && child.text(bytes).equals("webm")) {
                draft.form("WEBM");
            }
        });
        try {
            segment(bytes, draft, Ebml.at(bytes, header.end()));
        } catch (MediaBytes.OverAllowanceException e) {
            draft.fault(Fault.NOT_ALL_READ, "");
            lookAtTheEnd(bytes);
        } finally {
            conclude(draft);
            places.end(bytes, draft);
        }
    }

    /** What is done with an element. */
    private interface Visitor {
        void visit(Ebml element) throws IOException;
    }

    private static void each(MediaBytes bytes, Ebml parent, Visitor visitor) throws IOException {
        long at = parent.body();
        while (at < Math.min(parent.end(), bytes.size())) {
            Ebml child = Ebml.at(bytes, at);
            if (child.id() == Ebml.NONE || child.open() || child.end() <= at) {
                return;
            }
            visitor.visit(child);
            at = child.end();
        }
    }

    private void segment(MediaBytes bytes, Draft draft, Ebml segment) throws IOException {
        if (segment.id() != SEGMENT) {
            draft.fault(Fault.RECORDER_CRASH, "Segment");
            return;
        }
        if (!segment.open() && segment.end() > bytes.size()) {
            draft.fault(Fault.TRUNCATED, "Segment, " + (segment.end() - bytes.size()) + " B");
        }
        long limit = Math.min(segment.end(), bytes.size());
        long at = segment.body();
        draft.structure(0, at);
        while (at < limit) {
            Ebml element = Ebml.at(bytes, at);
            if (element.id() == Ebml.NONE || element.end() <= at) {
                draft.fault(Fault.MALFORMED, "byte " + at);
                return;
            }
            if (!element.open() && element.end() > limit) {
                draft.fault(Fault.TRUNCATED, "byte " + at);
            }
            at = outer(bytes, draft, element);
        }
        if (!segment.open() && segment.end() < bytes.size() && !bytes.says(segment.end(), "\u001aE\u00df\u00a3")) {
            draft.fault(Fault.APPENDED_DATA, (bytes.size() - segment.end()) + " B");
        }
        if (duration < 0 && lastCluster >= 0) {
            clusters.read(bytes, Ebml.at(bytes, lastCluster), scale, draft);
        }
    }

    /** Handles an element of the segment and returns where the next one begins. */
    private long outer(MediaBytes bytes, Draft draft, Ebml element) throws IOException {
        if (element.id() == CLUSTER) {
            if (draft.seeks()) {
                places.begin(bytes, element, scale, draft);
            }
            if (element.open()) {
                return clusters.read(bytes, element, scale, draft);
            }
            lastCluster = element.at();
        } else if (element.id() == INFORMATION) {
            each(bytes, element, child -> {
                scale = child.id() == TIMESTAMP_SCALE ? Math.max(1, child.number(bytes)) : scale;
                duration = child.id() == DURATION ? child.real(bytes) : duration;
            });
        } else if (element.id() == TRACKS) {
            each(bytes, element, child -> {
                if (child.id() == TRACK) {
                    each(bytes, child, new MkvTrack(bytes, draft, clusters)::visit);
                }
            });
        }
        if (element.id() != CLUSTER && element.id() != VOID) {
            draft.structure(element.at(), element.open() ? element.body() : element.end());
        }
        return element.open() ? element.body() : element.end();
    }

    static boolean isOuter(long id) {
        return OUTER.contains(id);
    }

    private void lookAtTheEnd(MediaBytes bytes) throws IOException {
        if (duration >= 0) {
            return;
        }
        bytes.grant(2 * TAIL);
        long found = -1;
        for (long at = Math.max(0, bytes.size() - TAIL); at + 12 < bytes.size(); at++) {
            if (bytes.u8(at) == 0x1f && bytes.u32(at) == CLUSTER) {
                found = at;
            }
        }
        if (found >= 0) {
            clusters.read(bytes, Ebml.at(bytes, found), scale, new Draft());
        }
    }

    private void conclude(Draft draft) {
        if (duration > 0) {
            draft.lasts(duration * scale / 1e9);
        } else if (clusters.end() > 0) {
            draft.fault(Fault.DURATION_UNSTATED, "");
            draft.lasts(clusters.end());
        }
    }

    /** Elements of a track, of any depth, that say something of it. */
    static void inside(MediaBytes bytes, Ebml parent, MkvTrack track) throws IOException {
        each(bytes, parent, track::visit);
    }
}
