// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.media;

import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.Set;

/** Recognises the form of a file by its content, never by its name, and lets the reader of that form look at it. */
public final class Sounding {
    /** Bytes that a quick look may read, whatever the size of the file. */
    static final long QUICK_BYTES = 8L << 20;

    private static final long QUICK_READS = 60_000;

    private Sounding() {}

    /**
     * A quick look: headers, tables and both ends.
     *
     * @param channel the file
     * @param stage is told of every block, and may stop the work
     * @return what was found
     * @throws IOException if the file cannot be read
     */
    public static Draft quick(SeekableByteChannel channel, Task.Stage stage) throws IOException {
        return look(new MediaBytes(channel, stage, QUICK_BYTES, QUICK_READS), false);
    }

    /**
     * A long look: everything is read that tells whether something is missing.
     *
     * @param channel the file
     * @param stage is told of every block, and may stop the work
     * @return what was found
     * @throws IOException if the file cannot be read
     */
    public static Draft deep(SeekableByteChannel channel, Task.Stage stage) throws IOException {
        return look(new MediaBytes(channel, stage, Long.MAX_VALUE, Long.MAX_VALUE), true);
    }

    /**
     * Which bytes hold which time. All tables are read, and the headers of all fragments and clusters.
     *
     * @param channel the file
     * @param whole how many bytes it has, or had
     * @param stage is told of every block, and may stop the work
     * @return what was found
     * @throws IOException if the file cannot be read
     */
    public static Places places(SeekableByteChannel channel, long whole, Task.Stage stage) throws IOException {
        Places places = new Places(whole);
        Draft draft = new Draft();
        draft.seek(places);
        look(new MediaBytes(channel, stage, Long.MAX_VALUE, Long.MAX_VALUE), false, draft);
        boolean indexed = Set.of("MP4", "MOV", "MKV", "WEBM").contains(draft.form());
        if (!places.known() && !indexed && draft.seconds() > 0) {
            places.estimated(draft.seconds());
        }
        return places;
    }

    private static Draft look(MediaBytes bytes, boolean deep) throws IOException {
        return look(bytes, deep, new Draft());
    }

    private static Draft look(MediaBytes bytes, boolean deep, Draft draft) throws IOException {
        if (bytes.size() == 0) {
            draft.fault(Fault.EMPTY, "");
            return draft;
        }
        Optional<Reader> reader = Recognition.reader(bytes, deep);
        if (reader.isEmpty()) {
            draft.fault(Fault.NOT_A_RECORDING, "");
            return draft;
        }
        try {
            reader.get().read(bytes, draft);
        } catch (MediaBytes.BeyondEndException e) {
            draft.fault(Fault.TRUNCATED, "");
        } catch (MediaBytes.OverAllowanceException e) {
            draft.fault(Fault.NOT_ALL_READ, "");
        }
        if (draft.tracks().isEmpty() && !draft.has(Fault.RECORDER_CRASH)) {
            draft.fault(Fault.NO_TRACKS, draft.form());
        }
        return draft;
    }
}
