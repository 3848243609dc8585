// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.live;

import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.exchange.EventJson;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file that keeps the events of a meeting, one line of JSON each, on the disk before they count (<i>giornale della
 * seduta</i>). After a crash or a power cut every event is there that was taken. For one program at a time.
 */
public final class EventJournal implements EventStore, Closeable {
    /** Fifty thousand events with long summaries; a longer file is no journal. */
    private static final long LARGEST = 256L << 20;

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    private final List<SessionEvent> recovered;
    private final long torn;
    private boolean broken;

    private EventJournal(Path file, FileChannel channel, FileLock lock, List<SessionEvent> recovered, long torn) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        this.recovered = List.copyOf(recovered);
        this.torn = torn;
    }

    /**
     * Opens a journal, or makes an empty one. Reads the file once.
     *
     * <p>A last line without an end, torn by a power cut, was never taken: it is moved into a file beside the journal
     * whose name ends in {@code .torn}.
     *
     * @param file the file; its folder must exist
     * @return the journal, to be closed
     * @throws IOException if it cannot be opened or read, or another program has it open
     * @throws MinutesException with code {@code JOURNAL_UNREADABLE}, naming file and line, if a line is not an event; the
     *     file is then as it was
     */
    public static EventJournal open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = lock(file, channel);
            byte[] content = read(file, channel);
            int end = endOfWhole(content);
            List<SessionEvent> events = events(file, content, end);
            if (end < content.length) {
                Files.write(
                        file.resolveSibling(file.getFileName() + ".torn"),
                        Arrays.copyOfRange(content, end, content.length));
                channel.truncate(end);
                channel.force(true);
            }
            channel.position(end);
            return new EventJournal(file, channel, lock, events, content.length - end);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileLock lock(Path file, FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException(file + " is open already in this program", e);
        }
        throw new IOException(file + " is open in another program");
    }

    private static byte[] read(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size > LARGEST) {
            throw new MinutesException("JOURNAL_UNREADABLE", file + " has " + size + " bytes: it is no journal");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) size);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer);
        }
        return buffer.array();
    }

    private static int endOfWhole(byte[] content) {
        for (int i = content.length; i > 0; i--) {
            if (content[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }

    private static List<SessionEvent> events(Path file, byte[] content, int end) {
        List<SessionEvent> events = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < end; i++) {
            if (content[i] == '\n') {
                try {
                    events.add(EventJson.read(Arrays.copyOfRange(content, start, i)));
                } catch (MinutesException e) {
                    throw new MinutesException(
                            "JOURNAL_UNREADABLE",
                            file + ", line " + (events.size() + 1) + ", is no event: " + e.getMessage(),
                            e);
                }
                start = i + 1;
            }
        }
        return events;
    }

    /**
     * The events that the journal held when it was opened.
     *
     * @return an immutable list, in order; give it to a meeting and {@link LiveMeeting#resume}
     */
    public List<SessionEvent> recovered() {
        return recovered;
    }

    /**
     * How much of an event that was never taken was found at the end when the journal was opened.
     *
     * @return bytes; 0 after an orderly end
     */
    public long tornBytes() {
        return torn;
    }

    @Override
    public void append(SessionEvent event) throws IOException {
        if (broken) {
            throw new IOException(file + " ends with a half-written event: close it and open it again");
        }
        byte[] json = EventJson.write(event);
        ByteArrayOutputStream line = new ByteArrayOutputStream(json.length + 1);
        line.write(json, 0, json.length);
        line.write('\n');
        long before = channel.position();
        try {
            ByteBuffer buffer = ByteBuffer.wrap(line.toByteArray());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
        } catch (IOException e) {
            takeBack(before, e);
            throw new IOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** A line half written must not be the beginning of the next. */
    private void takeBack(long before, IOException cause) {
        try {
            channel.truncate(before);
            channel.position(before);
        } catch (IOException e) {
            broken = true;
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
        channel.close();
    }
}
