// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** A live recording of many fragments of a second each, made up as it is read. */
final class EndlessFragments implements SeekableByteChannel {
    private static final int RATE = 48_000;

    private final byte[] head;
    private final byte[] tail;
    private final int fragments;
    private final int each;
    private byte[] made = {};
    private long madeNumber = -1;
    private long position;
    private long bytesRead;

    EndlessFragments(int fragments, int each, boolean indexed) throws IOException {
        this.fragments = fragments;
        this.each = each;
        head = head();
        tail = indexed ? index(head.length + (long) (fragments - 1) * each) : new byte[0];
    }

    long bytesRead() {
        return bytesRead;
    }

    private static byte[] box(String type, byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return ByteBuffer.allocate(8 + all.size())
                .putInt(8 + all.size())
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(all.toByteArray())
                .array();
    }

    private static byte[] numbers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private static byte[] head() throws IOException {
        ByteBuffer entry = ByteBuffer.allocate(28).putLong(1).putLong(0).putShort((short) 2);
        entry.putShort((short) 16).putInt(0).putInt(RATE << 16);
        byte[] tables = box(
                "stbl",
                box("stsd", numbers(0, 1), box("sowt", entry.array())),
                box("stts", numbers(0, 0)),
                box("stsz", numbers(0, 0, 0)),
                box("stsc", numbers(0, 0)),
                box("stco", numbers(0, 0)));
        byte[] media = box(
                "mdia",
                box("mdhd", numbers(0, 0, 0, RATE, 0, 0)),
                box("hdlr", numbers(0, 0), "soun".getBytes(StandardCharsets.ISO_8859_1), numbers(0, 0, 0)),
                box("minf", box("dinf", box("dref", numbers(0, 1), box("url ", numbers(1)))), tables));
        byte[] movie = box(
                "moov",
                box("mvhd", numbers(0, 0, 0, 1000, 0, 0)),
                box("trak", box("tkhd", numbers(0, 0, 0, 1, 0, 0)), media),
                box("mvex", box("trex", numbers(0, 1, 1, RATE, 4, 0))));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(box("ftyp", "iso5".getBytes(StandardCharsets.ISO_8859_1), numbers(0)));
        all.write(movie);
        return all.toByteArray();
    }

    /** The last second is that of the last fragment, whose only run has one sample of a second. */
    private static byte[] index(long last) throws IOException {
        byte[] entry = ByteBuffer.allocate(19)
                .putLong(0)
                .putLong(last)
                .put(new byte[] {1, 1, 1})
                .array();
        byte[] track = box("tfra", numbers(1 << 24, 1, 0, 1), entry);
        byte[] end = box("mfro", numbers(0, 8 + track.length + 16));
        return box("mfra", track, end);
    }

    private byte[] fragment(long number) {
        try {
            byte[] times = ByteBuffer.allocate(12)
                    .putInt(1 << 24)
                    .putLong(number * RATE)
                    .array();
            byte[] track = box("traf", box("tfhd", numbers(0, 1)), box("tfdt", times), box("trun", numbers(0, 1)));
            byte[] moof = box("moof", box("mfhd", numbers(0, (int) number + 1)), track);
            ByteBuffer all = ByteBuffer.allocate(moof.length + 8).put(moof);
            return all.putInt(each - moof.length)
                    .put("mdat".getBytes(StandardCharsets.ISO_8859_1))
                    .array();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private byte at(long place) {
        long end = head.length + (long) fragments * each;
        if (place < head.length) {
            return head[(int) place];
        } else if (place >= end) {
            return tail[(int) (place - end)];
        }
        long number = (place - head.length) / each;
        int inside = (int) ((place - head.length) % each);
        if (inside > 200) {
            return 0;
        }
        if (number != madeNumber) {
            made = fragment(number);
            madeNumber = number;
        }
        byte[] fragment = made;
        return inside < fragment.length ? fragment[inside] : 0;
    }

    @Override
    public int read(ByteBuffer into) {
        int count = (int) Math.min(into.remaining(), size() - position);
        for (int i = 0; i < count; i++) {
            into.put(at(position + i));
        }
        position += count;
        bytesRead += count;
        return count == 0 ? -1 : count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long place) {
        position = place;
        return this;
    }

    @Override
    public long size() {
        return head.length + (long) fragments * each + tail.length;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        throw new IOException("read only");
    }

    @Override
    public SeekableByteChannel truncate(long length) throws IOException {
        throw new IOException("read only");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // nothing to close
    }
}
