// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.pass;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a stream for two works at once: one on the calling thread, which also reads, the other on a second
 * thread. A digest takes about as long as reading, checksum and writing together: given to the second thread, it is all
 * that a pass costs.
 *
 * <p>Both works see every block in order. A failure of either ends the pass, and the second thread is done before the
 * call returns or throws.
 */
public final class ParallelPass {
    /** Large enough that handing blocks over costs nothing beside the work on them. */
    private static final int BLOCK = 1 << 19;

    private static final int BLOCKS = 2;
    private static final int SMALL_BLOCK = 1 << 16;

    /** Below it a second thread is not worth its start. */
    private static final long SMALL = 1 << 20;

    private final Block[] ring = new Block[BLOCKS];
    private final Semaphore free = new Semaphore(BLOCKS);
    private final Semaphore full = new Semaphore(0);
    private final Semaphore done = new Semaphore(0);
    private final Work beside;
    private long handedOver;
    private volatile @Nullable Throwable failure;

    private ParallelPass(Work beside) {
        this.beside = beside;
        for (int i = 0; i < BLOCKS; i++) {
            ring[i] = new Block();
        }
    }

    /** What is done with each block. */
    public interface Work {
        /**
         * Works on the first bytes of a block, which it must not keep.
         *
         * @param block the block
         * @param count how many of its bytes count
         * @throws IOException if the work fails
         */
        void on(byte[] block, int count) throws IOException;
    }

    private static final class Block {
        final byte[] bytes = new byte[BLOCK];
        int count;
    }

    /**
     * Reads a stream to its end, but never a block that leads beyond the size: a file that grows as fast as it is read
     * would have no end.
     *
     * @param in what is read; not closed
     * @param size how many bytes are expected
     * @param here done on this thread; here is the place for what may stop the pass. When the thread is interrupted, it
     *     is called with no bytes
     * @param beside done on the other thread
     * @return how many bytes both have seen
     * @throws IOException as reading or a work throws it; unchecked exceptions come through as they are
     */
    public static long run(InputStream in, long size, Work here, Work beside) throws IOException {
        return size < SMALL ? inTurn(in, size, here, beside) : new ParallelPass(beside).inParallel(in, size, here);
    }

    private static long inTurn(InputStream in, long size, Work here, Work beside) throws IOException {
        byte[] block = new byte[SMALL_BLOCK];
        long bytes = 0;
        for (int count = in.read(block); count >= 0 && bytes + count <= size; count = in.read(block)) {
            here.on(block, count);
            beside.on(block, count);
            bytes += count;
        }
        return bytes;
    }

    private long inParallel(InputStream in, long size, Work here) throws IOException {
        Thread second = new Thread(this::work, "minutes-pass");
        second.setDaemon(true);
        second.start();
        long bytes = 0;
        try {
            while (failure == null) {
                free.acquireUninterruptibly();
                if (Thread.currentThread().isInterrupted()) {
                    // reading would close the channel under everybody's feet
                    here.on(new byte[0], 0);
                }
                Block block = ring[(int) (handedOver % BLOCKS)];
                block.count = in.read(block.bytes);
                if (block.count < 0 || bytes + block.count > size) {
                    break;
                }
                handedOver++;
                full.release();
                here.on(block.bytes, block.count);
                bytes += block.count;
            }
        } catch (ClosedByInterruptException e) {
            here.on(new byte[0], 0);
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
                Block block = ring[(int) (taken % BLOCKS)];
                beside.on(block.bytes, block.count);
                free.release();
            }
        } catch (Throwable e) {
            failure = e;
            free.release(BLOCKS);
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
