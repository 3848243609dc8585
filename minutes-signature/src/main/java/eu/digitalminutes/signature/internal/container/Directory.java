// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The end of a container: its central directory, with Zip64 records where sizes or places need them. */
final class Directory {
    /** Midnight of 1 January 1980: the same content gives the same bytes. */
    static final int EPOCH = 0x0021_0000;

    private Directory() {}

    static ByteBuffer bytes(List<Entry> entries, long at) {
        int records = entries.stream().mapToInt(Directory::size).sum();
        boolean large = at >= Zip.MAX || entries.size() >= 0xffff;
        ByteBuffer out = Zip.buffer(records + (large ? Zip.END_64_BYTES + Zip.LOCATOR_64_BYTES : 0) + Zip.END_BYTES);
        entries.forEach(entry -> record(entry, out));
        if (large) {
            out.putInt(Zip.END_64)
                    .putLong(Zip.END_64_BYTES - 12L)
                    .putShort((short) 45)
                    .putShort((short) 45);
            out.putInt(0).putInt(0).putLong(entries.size()).putLong(entries.size());
            out.putLong(records).putLong(at);
            out.putInt(Zip.LOCATOR_64).putInt(0).putLong(at + records).putInt(1);
        }
        short count = (short) Math.min(entries.size(), 0xffff);
        out.putInt(Zip.END).putInt(0).putShort(count).putShort(count);
        out.putInt(records).putInt((int) Math.min(at, Zip.MAX)).putShort((short) 0);
        return out.flip();
    }

    private static int size(Entry entry) {
        return Zip.CENTRAL_BYTES + name(entry).length + (isLarge(entry) ? 28 : 0);
    }

    private static boolean isLarge(Entry entry) {
        return entry.bytes() >= Zip.MAX || entry.storedBytes() >= Zip.MAX || entry.headerAt() >= Zip.MAX;
    }

    private static byte[] name(Entry entry) {
        return entry.name().getBytes(StandardCharsets.UTF_8);
    }

    private static void record(Entry entry, ByteBuffer out) {
        byte[] name = name(entry);
        boolean large = isLarge(entry);
        short version = (short) (large ? 45 : 20);
        out.putInt(Zip.CENTRAL).putShort(version).putShort(version).putShort((short) Zip.FLAG_UTF8);
        out.putShort((short) (entry.deflated() ? Zip.DEFLATED : Zip.STORED))
                .putInt(EPOCH)
                .putInt((int) entry.crc());
        out.putInt(large ? -1 : (int) entry.storedBytes()).putInt(large ? -1 : (int) entry.bytes());
        out.putShort((short) name.length).putShort((short) (large ? 28 : 0)).putShort((short) 0);
        out.putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(large ? -1 : (int) entry.headerAt())
                .put(name);
        if (large) {
            out.putShort((short) Zip.EXTRA_64).putShort((short) 24);
            out.putLong(entry.bytes()).putLong(entry.storedBytes()).putLong(entry.headerAt());
        }
    }
}
