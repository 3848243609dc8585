// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads Sony Wave64 files, whose chunks have names of 16 bytes and sizes of eight. */
final class W64Reader implements Reader {
    private static final int HEADER = 24;

    @Override
    public void read(MediaBytes bytes, Draft draft) throws IOException {
        draft.form("W64");
        if (bytes.le64(16) > bytes.size()) {
            draft.fault(Fault.TRUNCATED, "riff, " + (bytes.le64(16) - bytes.size()) + " B");
        }
        @Nullable WaveFormat format = null;
        long at = 40;
        while (bytes.size() - at >= HEADER) {
            String name = bytes.name(at);
            long size = bytes.le64(at + 16);
            if (size < HEADER || size > Long.MAX_VALUE / 2) {
                draft.fault(name.equals("data") ? Fault.RECORDER_CRASH : Fault.MALFORMED, "byte " + at);
                return;
            }
            if (name.equals("fmt ")) {
                format = WaveFormat.read(bytes, at + HEADER, size - HEADER);
                format.tell(draft);
            } else if (name.equals("data") && format != null) {
                long present = Math.min(size, bytes.size() - at) - HEADER;
                draft.lasts(format.block() > 0 ? present / format.block() : -1, format.rate());
                if (size > bytes.size() - at) {
                    draft.fault(Fault.TRUNCATED, "data, " + (size - bytes.size() + at) + " B");
                }
            }
            at += (size + 7) / 8 * 8;
        }
    }
}
