// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.core.internal.pass.Workers;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/**
 * The files of a package read side by side, each on one thread, by as many threads as there are processors. All threads end
 * with the call.
 */
final class FilesBeside {
    private static final String THREADS = "minutes-package";
    private static final int BLOCK = 1 << 18;

    private final OpenedPackage opened;
    private final Task.Stage stage;

    FilesBeside(OpenedPackage opened, Task.Stage stage) {
        this.opened = opened;
        this.stage = stage;
    }

    /** Is told how many bytes of a file were read. */
    interface Ending {
        void read(String name, long bytes);
    }

    /** Reads what can be read beside others, and returns the names of the rest; the ending is told on any thread. */
    Set<String> read(Map<String, MessageDigest[]> files, UnaryOperator<String> path, Ending ending) throws IOException {
        Set<String> alone = new LinkedHashSet<>();
        List<Callable<Boolean>> works = new ArrayList<>();
        for (Map.Entry<String, MessageDigest[]> file : files.entrySet()) {
            Optional<Region> region = opened.region(path.apply(file.getKey()));
            if (region.isEmpty()) {
                alone.add(file.getKey());
            } else {
                works.add(() -> {
                    ending.read(file.getKey(), one(region.get(), file.getValue()));
                    return true;
                });
            }
        }
        Workers.run(works, Runtime.getRuntime().availableProcessors(), THREADS);
        return alone;
    }

    /** How many bytes were read, or how many there are where the file has grown beyond what it had. */
    private long one(Region region, MessageDigest[] digests) throws IOException {
        ByteBuffer block = region.size() < BLOCK
                ? ByteBuffer.allocate((int) Math.max(1, region.size()))
                // from the system's memory to the digest without a stay in the heap
                : ByteBuffer.allocateDirect(BLOCK);
        long seen = 0;
        try (SeekableByteChannel channel = region.opener().open().position(region.place())) {
            while (seen < region.size()) {
                block.clear().limit((int) Math.min(block.capacity(), region.size() - seen));
                int count = channel.read(block);
                if (count < 0) {
                    break;
                }
                advance(count);
                for (MessageDigest digest : digests) {
                    digest.update(block.flip());
                }
                seen += count;
            }
            return region.isAll() ? Math.max(seen, channel.size()) : seen;
        }
    }

    private void advance(int count) {
        synchronized (stage) {
            stage.advance(count);
        }
    }
}
