// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import com.sun.nio.file.ExtendedOpenOption;
import eu.digitalminutes.core.internal.pass.EarlySync;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A file in the making whose long runs of bytes go to the disk past the system's cache: a recording would push out of it
 * what others need, and the memory for it costs more than the digest. What is short, or written out of turn, goes the usual
 * way, and everything does where the file system cannot do otherwise. Not for several threads; to be synced before it is
 * closed.
 */
final class UncachedFile implements SeekableByteChannel {
    /** What is written at once: enough that the disk does not wait for the next. */
    private static final int RUN = 1 << 20;

    /** No disk counts in less. */
    private static final int SMALLEST = 4096;

    /** A block of this length is part of something long. */
    static final int LONG = 1 << 18;

    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    /** The memory of the last run: what is not in the heap is given back late. */
    private static final AtomicReference<ByteBuffer> SPARE = new AtomicReference<>(NONE);

    private final Path path;
    private final FileChannel plain;
    private final EarlySync disk;
    private long position;
    private @Nullable FileChannel direct;
    private ByteBuffer run = NONE;
    private long runAt;
    private int unit = SMALLEST;
    private boolean isRunning;
    private boolean isRefused;

    private UncachedFile(Path path, FileChannel plain) {
        this.path = path;
        this.plain = plain;
        this.disk = new EarlySync(plain);
    }

    /** Creates a file; where there is no disk below, it is one as the file system makes it. */
    static SeekableByteChannel create(Path path) throws IOException {
        SeekableByteChannel channel =
                Files.newByteChannel(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        return channel instanceof FileChannel file ? new UncachedFile(path, file) : channel;
    }

    @Override
    public int write(ByteBuffer block) throws IOException {
        int count = block.remaining();
        if (count >= LONG && !isRunning && !isRefused && position == plain.size()) {
            begin(block);
        }
        while (block.hasRemaining()) {
            if (isRunning && position == runAt + run.position()) {
                append(block);
            } else {
                settle();
                int written = plain.write(block, position);
                position += written;
                disk.written(written);
            }
        }
        return count;
    }

    /** Begins a run at the next place from which the disk counts; what lies before it is written as usual. */
    private void begin(ByteBuffer block) throws IOException {
        if (direct == null) {
            open();
        }
        if (isRefused) {
            return;
        }
        runAt = (position + unit - 1) / unit * unit;
        ByteBuffer before = block.slice(block.position(), (int) (runAt - position));
        block.position(block.position() + before.remaining());
        while (before.hasRemaining()) {
            position += plain.write(before, position);
        }
        isRunning = true;
    }

    private void open() throws IOException {
        try {
            unit = Math.toIntExact(Math.max(SMALLEST, Files.getFileStore(path).getBlockSize()));
            isRefused = RUN % unit != 0 || LONG < unit;
            if (!isRefused) {
                direct = FileChannel.open(path, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT);
                run = takeSpare(unit);
            }
        } catch (IOException | UnsupportedOperationException | ArithmeticException e) {
            // This file system knows no other way than through its cache.
            isRefused = true;
        }
    }

    private static ByteBuffer takeSpare(int unit) {
        ByteBuffer spare = SPARE.getAndSet(NONE);
        return spare.capacity() == RUN && spare.alignmentOffset(0, unit) == 0
                ? spare.clear()
                : ByteBuffer.allocateDirect(RUN + unit).alignedSlice(unit).slice(0, RUN);
    }

    /** What lies in memory as the disk takes it is written from there; the rest is gathered. */
    private void append(ByteBuffer block) throws IOException {
        if (run.position() == 0 && isAligned(block)) {
            ByteBuffer whole = block.slice(block.position(), block.remaining() / unit * unit);
            block.position(block.position() + whole.remaining());
            position += whole.remaining();
            put(whole, runAt);
            runAt = position;
            return;
        }
        int count = Math.min(run.remaining(), block.remaining());
        run.put(block.slice(block.position(), count));
        block.position(block.position() + count);
        position += count;
        if (!run.hasRemaining()) {
            flush(RUN);
        }
    }

    private boolean isAligned(ByteBuffer block) {
        return block.isDirect() && block.remaining() >= RUN && block.alignmentOffset(block.position(), unit) == 0;
    }

    /** Writes the run's first bytes, as many as the disk takes at once; the run goes on behind them. */
    private void flush(int count) throws IOException {
        put(run.slice(0, count), runAt);
        run.flip().position(count);
        run.compact();
        runAt += count;
    }

    /** Writes whole units that lie at one in memory and go to one in the file. */
    private void put(ByteBuffer whole, long place) throws IOException {
        try {
            while (!isRefused && direct != null && whole.hasRemaining()) {
                direct.write(whole, place + whole.position());
            }
        } catch (IOException e) {
            if (whole.position() > 0 || !isOpen()) {
                throw e;
            }
            // Some file systems say so only when it is tried.
            isRefused = true;
        }
        while (whole.hasRemaining()) {
            disk.written(plain.write(whole, place + whole.position()));
        }
    }

    /** Ends a run: everything is in the file, though not yet all of it on the disk. */
    private void settle() throws IOException {
        if (isRunning) {
            isRunning = false;
            flush(run.position() / unit * unit);
            ByteBuffer rest = run.flip();
            while (rest.hasRemaining()) {
                plain.write(rest, runAt + rest.position());
            }
            run.clear();
        }
    }

    /** Brings everything to the disk. */
    void force() throws IOException {
        settle();
        disk.end();
        plain.force(true);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() throws IOException {
        return isRunning ? runAt + run.position() : plain.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        settle();
        plain.truncate(size);
        position = Math.min(position, size);
        return this;
    }

    @Override
    public int read(ByteBuffer block) {
        throw new NonReadableChannelException();
    }

    @Override
    public boolean isOpen() {
        return plain.isOpen();
    }

    @Override
    public void close() throws IOException {
        disk.close();
        try (plain) {
            if (direct != null) {
                direct.close();
                direct = null;
                isRunning = false;
                SPARE.set(run);
                run = NONE;
            }
        }
    }
}
