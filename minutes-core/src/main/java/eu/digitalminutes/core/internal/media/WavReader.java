// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads WAV, Broadcast Wave, RF64 and BW64 files.
 *
 * @see <a href="https://tech.ebu.ch/docs/tech/tech3285.pdf">EBU Tech 3285</a>
 * @see <a href="https://tech.ebu.ch/docs/tech/tech3306.pdf">EBU Tech 3306</a>
 */
final class WavReader implements Reader {
    private static final long UNSTATED = 0xffffffffL;

    private @Nullable WaveFormat format;
    private long riffSize64 = -1;
    private long dataSize64 = -1;
    private long factSamples;
    private long dataAt = -1;
    private long dataSize;
    private boolean large;
    private String broadcast = "";
    private boolean extensible;

    @Override
    public void read(MediaBytes bytes, Draft draft) throws IOException {
        draft.form("WAV");
        large = !bytes.says(0, "RIFF");
        try {
            chunks(bytes, draft);
        } finally {
            conclude(bytes, draft);
        }
    }

    private void chunks(MediaBytes bytes, Draft draft) throws IOException {
        long at = 12;
        while (bytes.size() - at >= 8) {
            String name = bytes.name(at);
            long size = bytes.le32(at + 4);
            long body = at + 8;
            chunk(bytes, name, body, size);
            if (name.equals("data")) {
                dataAt = body;
                dataSize = large && size == UNSTATED && dataSize64 >= 0 ? dataSize64 : size;
                size = dataSize;
            }
            if (size > bytes.size() - body) {
                return;
            }
            at = body + size + (size & 1);
            if (at >= end(bytes) && dataAt >= 0) {
                break;
            }
        }
        if (at < bytes.size() && dataAt >= 0 && dataSize > 0) {
            draft.fault(Fault.APPENDED_DATA, (bytes.size() - at) + " B");
        }
    }

    private long end(MediaBytes bytes) throws IOException {
        long size = large && riffSize64 >= 0 ? riffSize64 : bytes.le32(4);
        return size == 0 || size == UNSTATED ? Long.MAX_VALUE : size + 8;
    }

    private void chunk(MediaBytes bytes, String name, long body, long size) throws IOException {
        switch (name) {
            case "ds64" -> {
                riffSize64 = bytes.le64(body);
                dataSize64 = bytes.le64(body + 8);
            }
            case "fmt " -> {
                extensible = bytes.le16(body) == 0xfffe;
                format = WaveFormat.read(bytes, body, size);
            }
            case "fact" -> factSamples = size >= 4 ? bytes.le32(body) : 0;
            case "bext" -> broadcast = "bext/" + (size >= 348 ? bytes.le16(body + 346) : 0);
            default -> {}
        }
    }

    private void conclude(MediaBytes bytes, Draft draft) throws IOException {
        boolean extended = large && !broadcast.isEmpty();
        draft.variant(
                extended
                        ? "RF64/bext"
                        : large ? "RF64" : !broadcast.isEmpty() ? broadcast : extensible ? "extensible" : "");
        if (format == null) {
            draft.fault(Fault.RECORDER_CRASH, "fmt");
            return;
        }
        format.tell(draft);
        if (dataAt < 0) {
            draft.fault(Fault.RECORDER_CRASH, "data");
            return;
        }
        long there = bytes.size() - dataAt;
        long declared = dataSize;
        if (declared == 0 && there > 0) {
            draft.fault(Fault.RECORDER_CRASH, "data 0 B");
            declared = there;
        } else if (declared == UNSTATED && there < UNSTATED) {
            draft.fault(Fault.SIZE_UNSTATED, "data");
            declared = there;
        } else if (declared > there) {
            draft.fault(Fault.TRUNCATED, "data, " + (declared - there) + " B");
        } else if (end(bytes) != Long.MAX_VALUE && end(bytes) > bytes.size() + 1) {
            draft.fault(Fault.TRUNCATED, "RIFF, " + (end(bytes) - bytes.size()) + " B");
        }
        duration(draft, format, Math.min(declared, there));
        draft.structure(0, dataAt);
        draft.placedEvenly(dataAt, Math.min(declared, there), draft.seconds());
    }

    private void duration(Draft draft, WaveFormat sound, long present) {
        if (sound.pcm() && sound.block() > 0) {
            draft.lasts(present / sound.block(), sound.rate());
        } else if (factSamples > 0 && present == dataSize) {
            draft.lasts(factSamples, sound.rate());
        } else {
            draft.lasts(present, sound.bytesPerSecond());
        }
    }
}
