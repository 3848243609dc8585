// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.pass;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.task.Task;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two works share one reading. */
@Timeout(30)
class ParallelPassTest {
    private static final int LARGE = 20 << 20;

    @AfterEach
    void theSecondThreadIsGone() throws InterruptedException {
        Thread.interrupted();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("minutes-pass")) {
                thread.join(Duration.ofSeconds(5).toMillis());
                assertFalse(thread.isAlive());
            }
        }
    }

    private static byte[] content(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return content;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, (1 << 20) - 1, 1 << 20, (5 << 20) + 7})
    void bothSeeEveryByteInOrder(int bytes) throws IOException {
        byte[] content = content(bytes);
        ByteArrayOutputStream here = new ByteArrayOutputStream();
        ByteArrayOutputStream beside = new ByteArrayOutputStream();
        long seen = ParallelPass.run(
                new ByteArrayInputStream(content),
                bytes,
                (block, count) -> here.write(block, 0, count),
                (block, count) -> beside.write(block, 0, count));
        assertEquals(bytes, seen);
        assertArrayEquals(content, here.toByteArray());
        assertArrayEquals(content, beside.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {70_000, 3 << 20})
    void nothingBeyondTheSizeIsHandedOver(int size) throws IOException {
        AtomicLong here = new AtomicLong();
        AtomicLong beside = new AtomicLong();
        long seen = ParallelPass.run(
                new EndlessStream(),
                size,
                (block, count) -> here.addAndGet(count),
                (block, count) -> beside.addAndGet(count));
        assertEquals(seen, here.get());
        assertEquals(seen, beside.get());
        assertTrue(seen <= size);
    }

    @Test
    void aFailureOfTheSecondWorkReachesTheCaller() {
        IOException full = new IOException("the disk is full");
        IOException thrown = assertThrows(
                IOException.class,
                () -> ParallelPass.run(new EndlessStream(), Long.MAX_VALUE, (block, count) -> {}, (block, count) -> {
                    throw full;
                }));
        assertSame(full, thrown);
    }

    @Test
    void whatStopsTheFirstWorkStopsThePassAndTheSecondWorkIsOverByThen() {
        AtomicBoolean over = new AtomicBoolean();
        AtomicBoolean working = new AtomicBoolean();
        Task.Stage stage = Task.none().cancellableBy(over::get).stage("copy", LARGE);
        assertThrows(
                CancelledException.class,
                () -> ParallelPass.run(
                        new EndlessStream(),
                        Long.MAX_VALUE,
                        (block, count) -> {
                            over.set(true);
                            stage.advance(count);
                        },
                        (block, count) -> {
                            working.set(true);
                            Thread.onSpinWait();
                            working.set(false);
                        }));
        assertFalse(working.get());
    }

    @Test
    void anInterruptIsACancellation() {
        Task.Stage stage = Task.none().stage("copy", LARGE);
        Thread.currentThread().interrupt();
        assertThrows(
                CancelledException.class,
                () -> ParallelPass.run(
                        new EndlessStream(), LARGE, (block, count) -> stage.advance(count), (block, count) -> {}));
        assertTrue(Thread.interrupted());
    }

    @Test
    void aFailingReadIsTheCallers() {
        IOException gone = new IOException("the disk is gone");
        InputStream in = new InputStream() {
            private int reads;

            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] block, int offset, int length) throws IOException {
                if (reads++ > 4) {
                    throw gone;
                }
                return length;
            }
        };
        assertSame(
                gone,
                assertThrows(
                        IOException.class,
                        () -> ParallelPass.run(in, LARGE, (block, count) -> {}, (block, count) -> {})));
    }

    private static final class EndlessStream extends InputStream {
        @Override
        public int read() {
            return 1;
        }

        @Override
        public int read(byte[] block, int offset, int length) {
            return length;
        }
    }
}
