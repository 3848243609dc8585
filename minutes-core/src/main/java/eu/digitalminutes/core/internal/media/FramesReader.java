// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads MP3 and ADTS files: frames one after the other, with no index but what an encoder may put into the first. */
final class FramesReader implements Reader {
    private final long start;
    private final MpegAudio first;
    private long samples;
    private long at;

    FramesReader(long start, MpegAudio first) {
        this.start = start;
        this.first = first;
    }

    /** The reader for a file that begins, after tags, with two frames in a row; null if it does not. */
    static @Nullable FramesReader of(MediaBytes bytes) throws IOException {
        long start = Id3.end(bytes);
        MpegAudio first = MpegAudio.at(bytes, start);
        boolean tagged = start > 0;
        if (first == null || first.codec().equals("mp1")) {
            return null;
        }
        boolean alone = start + first.length() >= bytes.size() - 128;
        boolean second = first.goesOnAs(MpegAudio.at(bytes, start + first.length()));
        return second || (tagged && alone) ? new FramesReader(start, first) : null;
    }

    @Override
    public void read(MediaBytes bytes, Draft draft) throws IOException {
        draft.form(first.codec().equals("aac") ? "ADTS" : "MP3");
        DraftTrack track = draft.track(DraftTrack.Kind.AUDIO, first.codec());
        track.sound(first.rate(), first.channels());
        track.profile(first.profile());
        at = start;
        if (stated(bytes, draft)) {
            return;
        }
        try {
            walk(bytes, draft);
        } catch (MediaBytes.OverAllowanceException e) {
            draft.fault(Fault.NOT_ALL_READ, "");
            double part = (at - start) / (double) (bytes.size() - start);
            draft.lasts(part > 0 ? samples / (double) first.rate() / part : -1);
        }
    }

    /** What the first frame says of all others, in place of sound. */
    private boolean stated(MediaBytes bytes, Draft draft) throws IOException {
        for (long info = start + 4; info < start + 48; info++) {
            if (bytes.says(info, "Xing") || bytes.says(info, "Info")) {
                int flags = bytes.u8(info + 7);
                at = start + first.length();
                if ((flags & 1) == 0) {
                    return false;
                }
                draft.lasts(bytes.u32(info + 8) * first.samples(), first.rate());
                long length = (flags & 2) != 0 ? bytes.u32(info + 12) : 0;
                if (length == 0) {
                    return false;
                }
                if (start + length > bytes.size()) {
                    draft.fault(Fault.FRAMES_MISSING, (start + length - bytes.size()) + " B");
                }
                return true;
            }
        }
        return false;
    }

    private void walk(MediaBytes bytes, Draft draft) throws IOException {
        while (at < bytes.size() && !tag(bytes)) {
            MpegAudio frame = MpegAudio.at(bytes, at);
            if (frame == null || !first.goesOnAs(frame)) {
                odd(bytes, draft);
                break;
            }
            samples += frame.samples();
            at += frame.length();
        }
        if (at > bytes.size()) {
            draft.fault(Fault.TRUNCATED, (at - bytes.size()) + " B");
        }
        if (draft.seconds() < 0) {
            draft.lasts(samples, first.rate());
        }
    }

    private void odd(MediaBytes bytes, Draft draft) throws IOException {
        long rest = bytes.size() - at;
        boolean cut = rest < 7 && bytes.u8(at) == 0xff;
        boolean padding = true;
        for (long i = at; i < bytes.size() && padding; i++) {
            padding = bytes.u8(i) == 0;
        }
        if (!padding) {
            draft.fault(cut ? Fault.TRUNCATED : Fault.APPENDED_DATA, rest + " B");
        }
    }

    private boolean tag(MediaBytes bytes) throws IOException {
        return bytes.says(at, "TAG") || bytes.says(at, "APETAGEX") || bytes.says(at, "LYRICSBEGIN");
    }
}
