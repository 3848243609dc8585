// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.pass;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a file or stream for two works at once: one on the calling thread, which also reads, the other on a second
 * thread. A digest takes about as long as reading, checksum and writing together: given to the second thread, it is all
 * that a pass costs. The blocks of a file lie outside the heap, where the system puts and takes them without a copy.
 *
 * <p>Both works see every block in order. A failure of either ends the pass, and the second thread is done before the
 * call returns or throws.
 */
public final class ParallelPass {
    /** What comes out of a stream is copied once more; less of it stays nearer to the processor. */
    private static final int STREAM_BLOCK = 1 << 19;

    private static final int SMALL_BLOCK = 1 << 16;

    /** Below it a second thread is not worth its start. */
    private static final long SMALL = 1 << 20;

    private final Source in;
    private final ByteBuffer[] ring;
    private final Semaphore free;
    private final Semaphore full = new Semaphore(0);
    private final Semaphore done = new Semaphore(0);
    private final Work beside;
    private long handedOver;
    private volatile @Nullable Throwable failure;

    private ParallelPass(Source in, ByteBuffer[] ring, Work beside) {
        this.in = in;
        this.ring = ring;
        this.free = new Semaphore(ring.length);
        this.beside = beside;
    }

    /** What is done with each block. */
    public interface Work {
        /**
         * Works on the bytes that remain in a block, which it must neither change nor keep.
         *
         * @param block the block, whose position is the work's own
         * @throws IOException if the work fails
         */
        void on(ByteBuffer block) throws IOException;
    }

    /** Puts some bytes at the beginning of an empty block, as a channel does. */
    private interface Source {
        int read(ByteBuffer block) throws IOException;
    }

    /**
     * Reads a file to its end, but never a block that leads beyond the size: a file that grows as fast as it is read would
     * have no end.
     *
     * @param in what is read, from where it stands; not closed
     * @param size how many bytes are expected
     * @param here done on this thread; here is the place for what may stop the pass. When the thread is interrupted, it
     *     is called with no bytes
     * @param beside done on the other thread
     * @return how many bytes both have seen
     * @throws IOException as reading or a work throws it; unchecked exceptions come through as they are
     */
    public static long run(ReadableByteChannel in, long size, Work here, Work beside) throws IOException {
        if (size < SMALL) {
            return inTurn(in::read, size, here, beside);
        }
        ByteBuffer[] ring = OuterMemory.take();
        try {
            return new ParallelPass(in::read, ring, beside).inParallel(size, here);
        } finally {
            OuterMemory.giveBack(ring);
        }
    }

    /**
     * Reads a stream to its end, as a file.
     *
     * @param in what is read; not closed
     * @param size how many bytes are expected
     * @param here done on this thread
     * @param beside done on the other thread
     * @return how many bytes both have seen
     * @throws IOException as reading or a work throws it; unchecked exceptions come through as they are
     */
    public static long run(InputStream in, long size, Work here, Work beside) throws IOException {
        Source source = block -> {
            int count = in.read(block.array(), block.arrayOffset() + block.position(), block.remaining());
            block.position(block.position() + Math.max(count, 0));
            return count;
        };
        return size < SMALL
                ? inTurn(source, size, here, beside)
                : new ParallelPass(
                                source,
                                new ByteBuffer[] {ByteBuffer.allocate(STREAM_BLOCK), ByteBuffer.allocate(STREAM_BLOCK)},
                                beside)
                        .inParallel(size, here);
    }

    private static long inTurn(Source in, long size, Work here, Work beside) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(SMALL_BLOCK);
        long bytes = 0;
        for (int count = in.read(block); count >= 0 && bytes + count <= size; count = in.read(block.clear())) {
            here.on(block.flip().duplicate());
            beside.on(block.duplicate());
            bytes += count;
        }
        return bytes;
    }

    private long inParallel(long size, Work here) throws IOException {
        Thread second = new Thread(this::work, "minutes-pass");
        second.setDaemon(true);
        second.start();
        long bytes = 0;
        try {
            while (failure == null) {
                free.acquireUninterruptibly();
                if (Thread.currentThread().isInterrupted()) {
                    // reading would close the channel under everybody's feet
                    here.on(ByteBuffer.allocate(0));
                }
                ByteBuffer block = ring[(int) (handedOver % ring.length)];
                int count = in.read(block.clear());
                if (count < 0 || bytes + count > size) {
                    break;
                }
                ByteBuffer mine = block.flip().duplicate();
                handedOver++;
                full.release();
                here.on(mine);
                bytes += count;
            }
        } catch (ClosedByInterruptException e) {
            here.on(ByteBuffer.allocate(0));
            throw e;
        } finally {
            full.release();
            done.acquireUninterruptibly();
        }
        rethrow();
        return bytes;
    }

    /** Until there is one permit more than blocks. At a failure the reader gets permits enough to come and see it. */
    private void work() {
        try {
            for (long taken = 0; ; taken++) {
                full.acquireUninterruptibly();
                if (taken == handedOver) {
                    return;
                }
                beside.on(ring[(int) (taken % ring.length)]);
                free.release();
            }
        } catch (Throwable e) {
            failure = e;
            free.release(ring.length);
        } finally {
            done.release();
        }
    }

    private void rethrow() throws IOException {
        Throwable thrown = failure;
        if (thrown instanceof IOException e) {
            throw e;
        } else if (thrown instanceof RuntimeException e) {
            throw e;
        } else if (thrown instanceof Error e) {
            throw e;
        }
    }
}
