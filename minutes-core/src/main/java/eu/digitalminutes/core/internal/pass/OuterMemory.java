// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.pass;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Rings of blocks outside the heap, for passes. The system gives such memory back late, so what one pass had is kept for the
 * next, for as many as there are processors.
 */
final class OuterMemory {
    /** While one block is read and written and one is digested, the third makes up for the unevenness of both. */
    private static final int BLOCKS = 3;

    /** As much as is worth a call of the system and the handing over. */
    private static final int BLOCK = 1 << 20;

    /** Where pages begin: files that are written past the system's cache are written from there. */
    private static final int PAGE = 4096;

    private static final Queue<ByteBuffer[]> SPARE =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    private OuterMemory() {}

    static ByteBuffer[] take() {
        ByteBuffer[] spare = SPARE.poll();
        if (spare != null) {
            return spare;
        }
        ByteBuffer memory = ByteBuffer.allocateDirect(BLOCKS * BLOCK + PAGE).alignedSlice(PAGE);
        ByteBuffer[] ring = new ByteBuffer[BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
            ring[i] = memory.slice(i * BLOCK, BLOCK);
        }
        return ring;
    }

    /** Kept, unless there are enough. */
    static void giveBack(ByteBuffer[] ring) {
        SPARE.offer(ring);
    }
}
