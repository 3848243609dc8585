// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;

/** Reads AIFF and AIFF-C files. */
final class AiffReader implements Reader {
    private static final int EXPONENT_BIAS = 16_383;

    private boolean sound;
    private boolean described;

    @Override
    public void read(MediaBytes bytes, Draft draft) throws IOException {
        draft.form("AIFF");
        draft.variant(bytes.name(8));
        long whole = bytes.u32(4) + 8;
        if (whole > bytes.size()) {
            draft.fault(Fault.TRUNCATED, "FORM, " + (whole - bytes.size()) + " B");
        }
        long at = 12;
        while (Math.min(whole, bytes.size()) - at >= 8) {
            long size = bytes.u32(at + 4);
            chunk(bytes, draft, at, size);
            if (size > bytes.size() - at - 8) {
                draft.fault(Fault.TRUNCATED, bytes.name(at).strip());
                return;
            }
            at += 8 + size + (size & 1);
        }
        if (!sound || !described) {
            draft.fault(Fault.RECORDER_CRASH, described ? "SSND" : "COMM");
        }
        if (at < bytes.size()) {
            draft.fault(Fault.APPENDED_DATA, (bytes.size() - at) + " B");
        }
    }

    private void chunk(MediaBytes bytes, Draft draft, long at, long size) throws IOException {
        String name = bytes.name(at);
        sound |= name.equals("SSND");
        if (!name.equals("COMM") || described) {
            return;
        }
        described = true;
        long body = at + 8;
        int bits = bytes.u16(body + 6);
        int exponent = (bytes.u16(body + 8) & 0x7fff) - EXPONENT_BIAS;
        double rate = bytes.u32(body + 10) * Math.pow(2, exponent - 31.0);
        String codec = "pcm_s" + bits + "be";
        if (size >= 22) {
            String compression = bytes.name(body + 18);
            codec = switch (compression) {
                case "NONE", "twos" -> codec;
                case "sowt" -> "pcm_s" + bits + "le";
                case "ulaw", "ULAW" -> "pcm_mulaw";
                case "alaw", "ALAW" -> "pcm_alaw";
                default -> compression.strip();
            };
        }
        draft.track(DraftTrack.Kind.AUDIO, codec).sound((long) rate, bytes.u16(body));
        if (rate > 0) {
            draft.lasts(bytes.u32(body + 2) / rate);
        }
    }
}
