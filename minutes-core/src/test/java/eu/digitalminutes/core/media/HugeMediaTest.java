// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A file of 20 GB costs a few megabytes of reading. */
class HugeMediaTest {
    private static final long SIZE = 20L << 30;
    private static final long FEW_MEGABYTES = 8L << 20;
    private static final int RATE = 48_000;
    private static final int SECONDS = 8 * 3600;

    private static byte[] box(String type, byte[]... parts) {
        int size = 8;
        for (byte[] part : parts) {
            size += part.length;
        }
        ByteBuffer box = ByteBuffer.allocate(size).putInt(size).put(type.getBytes(StandardCharsets.ISO_8859_1));
        for (byte[] part : parts) {
            box.put(part);
        }
        return box.array();
    }

    private static byte[] numbers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private static byte[] track(byte[] times, byte[] sizes, byte[] runs, byte[] offsets) {
        ByteBuffer entry = ByteBuffer.allocate(28).putLong(1).putLong(0).putShort((short) 2);
        entry.putShort((short) 16).putInt(0).putInt(RATE << 16);
        byte[] described = box("stsd", numbers(0, 1), box("sowt", entry.array()));
        byte[] tables = box("stbl", described, times, sizes, runs, offsets);
        byte[] references = box("dinf", box("dref", numbers(0, 1), box("url ", numbers(1))));
        byte[] media = box(
                "mdia",
                box("mdhd", numbers(0, 0, 0, RATE, 0, 0)),
                box("hdlr", numbers(0, 0), "soun".getBytes(StandardCharsets.ISO_8859_1), numbers(0, 0, 0)),
                box("minf", references, tables));
        return box("trak", box("tkhd", numbers(0, 0, 0, 1, 0, 0)), media);
    }

    @Test
    void aPlainFileOfTwentyGigabytesIsToldByItsTables() throws IOException {
        int chunks = SECONDS * 2;
        ByteBuffer offsets = ByteBuffer.allocate(8 + 8 * chunks).putInt(0).putInt(chunks);
        for (int i = 0; i < chunks; i++) {
            offsets.putLong(64L + i * (SIZE / chunks - 1000));
        }
        byte[] movie = box(
                "moov",
                box("mvhd", numbers(0, 0, 0, 1000, 0, 0)),
                track(
                        box("stts", numbers(0, 1, chunks, RATE / 2)),
                        box("stsz", numbers(0, 100_000, chunks)),
                        box("stsc", numbers(0, 1, 1, 1, 1)),
                        box("co64", offsets.array())));
        byte[] type = box("ftyp", "isom".getBytes(StandardCharsets.ISO_8859_1), numbers(0));
        ByteBuffer data = ByteBuffer.allocate(16).putInt(1).put("mdat".getBytes(StandardCharsets.ISO_8859_1));
        data.putLong(SIZE - type.length - movie.length);
        CountingChannel channel = new CountingChannel(
                SIZE,
                new CountingChannel.Piece(0, type),
                new CountingChannel.Piece(type.length, data.array()),
                new CountingChannel.Piece(SIZE - movie.length, movie));
        MediaFacts facts = MediaProbe.probe("long.mp4", channel);
        assertEquals(Completeness.YES, facts.complete(), facts.problems().toString());
        assertEquals(SECONDS, facts.duration().orElseThrow().toSeconds());
        assertTrue(channel.bytesRead() < FEW_MEGABYTES, channel.bytesRead() + " bytes");
    }

    @Test
    void aFileOfFragmentsTooManyToLookAtEachIsAsLongAsItsLastOneSays() throws IOException {
        for (boolean indexed : new boolean[] {true, false}) {
            EndlessFragments file = new EndlessFragments(90_000, 220_000, indexed);
            MediaFacts facts = MediaProbe.probe("live.mp4", file);
            assertEquals(
                    Completeness.UNKNOWN, facts.complete(), facts.problems().toString());
            assertEquals(90_000, facts.duration().orElseThrow().toSeconds());
            assertTrue(file.bytesRead() < 3 * FEW_MEGABYTES, file.bytesRead() + " bytes");
        }
    }

    @Test
    void aFileOfTwentyGigabytesOfAnyFormReadsNoMore() throws IOException {
        String[] beginnings = {
            "OggS\0\2", "fLaC\0\0\0\42", "RIFF\0\0\0\0WAVE", "\0\0\1\u00ba", "\u001aE\u00df\u00a3\u0080"
        };
        for (String beginning : beginnings) {
            CountingChannel channel = new CountingChannel(
                    SIZE, new CountingChannel.Piece(0, beginning.getBytes(StandardCharsets.ISO_8859_1)));
            MediaProbe.probe("long", channel);
            assertTrue(channel.bytesRead() < 2 * FEW_MEGABYTES, beginning + ": " + channel.bytesRead() + " bytes");
        }
    }
}
