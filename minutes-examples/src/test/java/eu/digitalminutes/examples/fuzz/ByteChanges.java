// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Damage to bytes of any kind: bits, blocks, and numbers where lengths are likely. */
final class ByteChanges {
    private static final long[] NUMBERS = {
        0, 1, -1, 127, 128, 255, 256, 32_767, 65_535, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xffff_fffeL, Long.MAX_VALUE
    };
    /** First bytes of values in BER, behind which a length stands. */
    private static final byte[] TAGS = {0x02, 0x04, 0x05, 0x06, 0x24, 0x30, 0x31, (byte) 0xa0, (byte) 0xa1};

    private ByteChanges() {}

    static byte[] change(byte[] bytes, Random random) {
        if (bytes.length < 2) {
            return new byte[random.nextInt(40)];
        }
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(bytes.length - at, random.nextBoolean() ? 16 : 4000));
        byte[] block = Arrays.copyOfRange(bytes, at, at + length);
        return switch (random.nextInt(10)) {
            case 0 -> flipped(bytes, at, random);
            case 1 -> replaced(bytes, at, 1, new byte[] {(byte) random.nextInt(256)});
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> replaced(bytes, at, length, new byte[0]);
            case 4 -> replaced(bytes, at, 0, block);
            case 5 -> replaced(bytes, random.nextInt(bytes.length), length, block);
            case 6 -> replaced(bytes, at, 0, repeated(block, 1 + random.nextInt(300)));
            case 7 -> number(bytes, at, random);
            case 8 -> length(bytes, at, random);
            default -> replaced(bytes, at, length, new byte[length]);
        };
    }

    /** The beginning of one file and the end of another. */
    static byte[] splice(byte[] one, byte[] other, Random random) {
        int from = random.nextInt(other.length + 1);
        return replaced(one, random.nextInt(one.length + 1), one.length, Arrays.copyOfRange(other, from, other.length));
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
        int end = (int) Math.min(bytes.length, (long) at + length);
        byte[] changed = Arrays.copyOf(bytes, at + by.length + bytes.length - end);
        System.arraycopy(by, 0, changed, at, by.length);
        System.arraycopy(bytes, end, changed, at + by.length, bytes.length - end);
        return changed;
    }

    private static byte[] repeated(byte[] block, int times) {
        int most = Math.min(times, Math.max(1, 60_000 / block.length));
        byte[] all = new byte[block.length * most];
        for (int i = 0; i < most; i++) {
            System.arraycopy(block, 0, all, i * block.length, block.length);
        }
        return all;
    }

    private static byte[] number(byte[] bytes, int at, Random random) {
        int size = 1 << random.nextInt(4);
        ByteOrder order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        long value = NUMBERS[random.nextInt(NUMBERS.length)];
        byte[] all = ByteBuffer.allocate(8).order(order).putLong(value).array();
        byte[] number =
                order == ByteOrder.LITTLE_ENDIAN ? Arrays.copyOf(all, size) : Arrays.copyOfRange(all, 8 - size, 8);
        return replaced(bytes, at, size, number);
    }

    /** Another length behind the next byte that may be a tag: none, unsaid, all there is, one off. */
    private static byte[] length(byte[] bytes, int from, Random random) {
        for (int at = from; at < bytes.length - 1; at++) {
            for (byte tag : TAGS) {
                if (bytes[at] == tag) {
                    byte old = bytes[at + 1];
                    byte[][] lengths = {
                        {0},
                        {(byte) 0x80},
                        {(byte) 0x84, 0x7f, -1, -1, -1},
                        {(byte) 0x84, -1, -1, -1, -1},
                        {(byte) 0x88, 0x7f, -1, -1, -1, -1, -1, -1, -1},
                        {(byte) (old + 1)},
                        {(byte) (old - 1)}
                    };
                    return replaced(bytes, at + 1, 1, lengths[random.nextInt(lengths.length)]);
                }
            }
        }
        return bytes;
    }
}
