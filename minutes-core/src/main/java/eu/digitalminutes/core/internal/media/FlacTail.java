// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds the last frame of a FLAC file: it must end with the file, and its checksum must fit.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9639#section-9">RFC 9639, 9</a>
 */
final class FlacTail {
    private static final int[] BLOCKS = {
        0, 192, 576, 1152, 2304, 4608, -1, -2, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768
    };
    private static final int MOST_CANDIDATES = 64;

    private final MediaBytes bytes;
    private final int fixedBlock;
    private final int largestFrame;

    FlacTail(MediaBytes bytes, int fixedBlock, int largestFrame) {
        this.bytes = bytes;
        this.fixedBlock = fixedBlock;
        this.largestFrame = largestFrame;
    }

    /** How many samples there are up to the end of the last whole frame; -1 if there is none at the file's end. */
    long end(long firstFrame, long length) throws IOException {
        long stop = bytes.says(bytes.size() - 128, "TAG") ? bytes.size() - 128 : bytes.size();
        long from = Math.max(firstFrame, stop - length);
        Deque<Long> places = new ArrayDeque<>();
        for (long at = from; at + 8 < stop; at++) {
            if (bytes.u8(at) == 0xff && (bytes.u8(at + 1) & 0xfe) == 0xf8 && header(at) >= 0) {
                places.addLast(at);
                if (places.size() > MOST_CANDIDATES) {
                    places.removeFirst();
                }
            }
        }
        // The last one that fits: after a whole frame the checksum is 0 again, so earlier ones would fit as well.
        while (!places.isEmpty()) {
            long at = places.removeLast();
            if ((largestFrame == 0 || stop - at <= largestFrame) && checksum(at, stop) == 0) {
                return header(at);
            }
        }
        return -1;
    }

    /** The sample at which a frame ends; -1 if there is no frame header. */
    private long header(long at) throws IOException {
        boolean variable = (bytes.u8(at + 1) & 1) != 0;
        int sizes = bytes.u8(at + 2);
        long next = at + 4;
        int first = bytes.u8(next++);
        int more = first < 0x80 ? 0 : Integer.numberOfLeadingZeros(~(first << 24)) - 1;
        if (more > 6 || (first >= 0x80 && more == 0)) {
            return -1;
        }
        long number = more == 0 ? first : first & ((1 << (6 - Math.min(more, 6))) - 1);
        for (int i = 0; i < more; i++) {
            number = (number << 6) | (bytes.u8(next++) & 0x3f);
        }
        int block = BLOCKS[sizes >> 4];
        if (block == -1) {
            block = bytes.u8(next++) + 1;
        } else if (block == -2) {
            block = bytes.u16(next) + 1;
            next += 2;
        }
        int rate = sizes & 15;
        next += rate == 12 ? 1 : rate == 13 || rate == 14 ? 2 : 0;
        int crc = 0;
        for (long i = at; i <= next; i++) {
            crc ^= bytes.u8(i);
            for (int bit = 0; bit < 8; bit++) {
                crc = ((crc << 1) ^ ((crc & 0x80) != 0 ? 0x107 : 0)) & 0xff;
            }
        }
        return crc != 0 || block == 0 ? -1 : (variable ? number : number * fixedBlock) + block;
    }

    private int checksum(long from, long to) throws IOException {
        int crc = 0;
        for (long at = from; at < to; at++) {
            crc ^= bytes.u8(at) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = ((crc << 1) ^ ((crc & 0x8000) != 0 ? 0x18005 : 0)) & 0xffff;
            }
        }
        return crc;
    }
}
