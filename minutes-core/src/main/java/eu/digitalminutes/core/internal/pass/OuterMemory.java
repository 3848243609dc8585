// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.pass;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Memory outside the heap for passes. The system gives it back late, so what one pass had is kept for the next, for as many
 * as there are processors.
 */
final class OuterMemory {
    /** While one block is read and written and one is digested, the third makes up for the unevenness of both. */
    static final int BLOCKS = 3;

    /** As many as are worth a call of the system and the handing over. */
    static final int BYTES = BLOCKS << 20;

    /** Where pages begin: files that are written past the system's cache are written from there. */
    private static final int PAGE = 4096;

    private static final Queue<ByteBuffer> SPARE =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    private OuterMemory() {}

    static ByteBuffer take() {
        ByteBuffer spare = SPARE.poll();
        return spare == null
                ? ByteBuffer.allocateDirect(BYTES + PAGE).alignedSlice(PAGE).slice(0, BYTES)
                : spare;
    }

    /** Kept, unless there are enough. */
    static void giveBack(ByteBuffer memory) {
        SPARE.offer(memory);
    }
}
