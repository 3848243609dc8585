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
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two works share one reading. */
@Timeout(30)
class ParallelPassTest {
    private static final int LARGE = 20 << 20;

    @TempDir
    Path temp;

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
    void bothSeeEveryByteOfAStreamInOrder(int bytes) throws IOException {
        byte[] content = content(bytes);
        Seen here = new Seen();
        Seen beside = new Seen();
        assertEquals(bytes, ParallelPass.run(new ByteArrayInputStream(content), bytes, here, beside));
        assertArrayEquals(content, here.bytes());
        assertArrayEquals(content, beside.bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, (1 << 20) - 1, 1 << 20, (5 << 20) + 7})
    void bothSeeEveryByteOfAFileInOrder(int bytes) throws IOException {
        byte[] content = content(bytes);
        Path file = Files.write(temp.resolve("file"), content);
        Seen here = new Seen();
        Seen beside = new Seen();
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            assertEquals(bytes, ParallelPass.run(in, bytes, here, beside));
        }
        assertArrayEquals(content, here.bytes());
        assertArrayEquals(content, beside.bytes());
    }

    @Test
    void passesAtTheSameTimeDoNotMixTheirBlocks() throws IOException {
        List<Callable<Boolean>> passes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            byte[] content = content((4 << 20) + i);
            Path file = Files.write(temp.resolve("file" + i), content);
            passes.add(() -> {
                Seen here = new Seen();
                Seen beside = new Seen();
                try (SeekableByteChannel in = Files.newByteChannel(file)) {
                    ParallelPass.run(in, content.length, here, beside);
                }
                return Arrays.equals(content, here.bytes()) && Arrays.equals(content, beside.bytes());
            });
        }
        assertEquals(
                List.of(true),
                Workers.run(passes, 8, "passes").stream().distinct().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {70_000, 3 << 20})
    void nothingBeyondTheSizeIsHandedOver(int size) throws IOException {
        Seen here = new Seen();
        Seen beside = new Seen();
        long seen = ParallelPass.run(new EndlessStream(), size, here, beside);
        assertEquals(seen, here.bytes().length);
        assertEquals(seen, beside.bytes().length);
        assertTrue(seen <= size);
    }

    @Test
    void aFailureOfTheSecondWorkReachesTheCaller() {
        IOException full = new IOException("the disk is full");
        IOException thrown = assertThrows(
                IOException.class,
                () -> ParallelPass.run(new EndlessStream(), Long.MAX_VALUE, block -> {}, block -> {
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
                        block -> {
                            over.set(true);
                            stage.advance(block.remaining());
                        },
                        block -> {
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
                        new EndlessStream(), LARGE, block -> stage.advance(block.remaining()), block -> {}));
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
        assertSame(gone, assertThrows(IOException.class, () -> ParallelPass.run(in, LARGE, block -> {}, block -> {})));
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

    private static final class Seen implements ParallelPass.Work {
        private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

        @Override
        public void on(ByteBuffer block) {
            byte[] bytes = new byte[block.remaining()];
            block.get(bytes);
            seen.writeBytes(bytes);
        }

        byte[] bytes() {
            return seen.toByteArray();
        }
    }
}
