// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import eu.digitalminutes.core.content.ByteRange;
import eu.digitalminutes.core.internal.media.Places;
import eu.digitalminutes.core.internal.media.Sounding;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which bytes of a recording hold which time of it (<i>corrispondenza fra byte e tempo</i>), to the MiB: it names the
 * minute that a damage is in, and finds the bytes of an item of the agenda. Immutable.
 *
 * <p>It is exact for MP4, MOV, Matroska, WebM and uncompressed WAV. Of other forms it takes each byte to last as long as
 * the next, and says so; of a file whose tables are destroyed it knows nothing.
 *
 * @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12; RFC 9559</a>
 */
public final class MediaMap {
    private final Places places;
    private final long bytes;

    private MediaMap(Places places, long bytes) {
        this.places = places;
        this.bytes = bytes;
    }

    /**
     * The map of a file.
     *
     * @param recording the file; only its tables and the headers of its fragments or clusters are read, once
     * @return the map, which may know nothing; never fails on the file's form
     * @throws IOException if it cannot be read
     */
    public static MediaMap of(Path recording) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(recording)) {
            return of(channel);
        }
    }

    /**
     * The map of a recording that lies in another file.
     *
     * @param recording the bytes of the recording; not closed
     * @return the map, which may know nothing; never fails on the recording's form
     * @throws IOException if it cannot be read
     */
    public static MediaMap of(SeekableByteChannel recording) throws IOException {
        return of(recording, recording.size());
    }

    /**
     * The map of a recording of which the end may be missing: its tables still say which time that held.
     *
     * @param recording the bytes that are left; not closed
     * @param whole how many bytes there were
     * @return the map, which may know nothing; never fails on the recording's form
     * @throws IOException if it cannot be read
     */
    public static MediaMap of(SeekableByteChannel recording, long whole) throws IOException {
        long bytes = Math.max(recording.size(), whole);
        return new MediaMap(Sounding.places(recording, bytes, Task.none().stage("map", bytes)), bytes);
    }

    /**
     * Whether any byte is known to hold any time.
     *
     * @return false for what is no recording, or is too damaged
     */
    public boolean isKnown() {
        return places.known();
    }

    /**
     * Whether the times are only about so.
     *
     * @return true for forms that do not say where which time lies
     */
    public boolean isEstimated() {
        return places.isEstimated();
    }

    /**
     * The time that some bytes hold.
     *
     * @param range the bytes; looked at by the MiB
     * @return from the earliest to the latest; empty if they hold none, as headers do, or it is not known
     */
    public Optional<MediaSpan> timeOf(ByteRange range) {
        double from = Double.MAX_VALUE;
        double to = 0;
        long last = Math.min((range.to() - 1) / Places.BUCKET, places.buckets() - 1L);
        for (long i = range.from() / Places.BUCKET; i <= last; i++) {
            from = Math.min(from, places.from((int) i));
            to = Math.max(to, places.to((int) i));
        }
        return from > to ? Optional.empty() : Optional.of(new MediaSpan(seconds(from), seconds(to)));
    }

    /**
     * The bytes that hold some time.
     *
     * @param span the time
     * @return whole MiB in the order of the file, neighbours as one; empty if it is not known
     */
    public List<ByteRange> bytesOf(MediaSpan span) {
        List<ByteRange> ranges = new ArrayList<>();
        for (int i = 0; i < places.buckets(); i++) {
            boolean holds = places.from(i) <= places.to(i);
            if (holds && span.meets(new MediaSpan(seconds(places.from(i)), seconds(places.to(i))))) {
                long from = (long) i * Places.BUCKET;
                ranges.add(new ByteRange(from, Math.min(bytes, from + Places.BUCKET)));
            }
        }
        return ByteRange.joined(ranges);
    }

    /**
     * The bytes without which no other can be played: headers and tables.
     *
     * @return in the order of the file; empty if the form is not known
     */
    public List<ByteRange> structure() {
        return places.structure().stream()
                .map(part -> new ByteRange(part[0], part[1]))
                .toList();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
