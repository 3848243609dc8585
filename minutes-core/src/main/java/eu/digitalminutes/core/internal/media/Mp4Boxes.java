// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;

/** Walks the boxes inside a box, each once. */
final class Mp4Boxes {
    private Mp4Boxes() {}

    /** What is done with a box. */
    interface Visitor {
        void visit(Mp4Box box) throws IOException;
    }

    /** Visits what lies between two places; a box that is larger than its parent is visited as far as that goes. */
    static void each(MediaBytes bytes, Draft draft, long from, long to, Visitor visitor) throws IOException {
        long limit = Math.min(to, bytes.size());
        long at = from;
        while (limit - at >= 8) {
            Mp4Box box = Mp4Box.at(bytes, at);
            if (box.impossible()) {
                draft.fault(Fault.MALFORMED, "box size at byte " + at);
                return;
            }
            if (!box.open() && box.end() > limit) {
                draft.fault(Fault.MALFORMED, "box at byte " + at + " beyond its parent by " + (box.end() - limit));
            }
            Mp4Box clamped = box.within(limit);
            visitor.visit(clamped);
            at = clamped.end();
        }
    }
}
