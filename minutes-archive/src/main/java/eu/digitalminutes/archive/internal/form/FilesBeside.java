// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.core.internal.pass.ParallelPass;
import eu.digitalminutes.core.internal.pass.Workers;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/**
 * The files of a package read side by side, each on one thread, by as many threads as there are processors. All threads end
 * with the call.
 */
final class FilesBeside {
    private static final String THREADS = "minutes-package";

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
            String name = path.apply(file.getKey());
            long size = opened.sizes().getOrDefault(name, 0L);
            OpenedPackage.Opener opener = opened.beside(name);
            if (opener == null) {
                alone.add(file.getKey());
            } else {
                works.add(() -> {
                    ending.read(file.getKey(), one(opener, size, file.getValue()));
                    return true;
                });
            }
        }
        Workers.run(works, Runtime.getRuntime().availableProcessors(), THREADS);
        return alone;
    }

    private long one(OpenedPackage.Opener opener, long size, MessageDigest[] digests) throws IOException {
        try (InputStream in = opener.open()) {
            return ParallelPass.inTurn(in, size, (block, count) -> advance(count), (block, count) -> {
                for (MessageDigest digest : digests) {
                    digest.update(block, 0, count);
                }
            });
        }
    }

    private void advance(int count) {
        synchronized (stage) {
            stage.advance(count);
        }
    }
}
