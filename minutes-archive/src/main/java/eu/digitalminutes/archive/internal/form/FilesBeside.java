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
 * The files of a package read side by side: small ones by as many threads as there are processors, large ones by half as
 * many, since each of those has a second thread for its digest. All threads end with the call.
 */
final class FilesBeside {
    /** Below it a file has no second thread. */
    private static final long SMALL = 1 << 20;

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
        List<Callable<Boolean>> small = new ArrayList<>();
        List<Callable<Boolean>> large = new ArrayList<>();
        int processors = Runtime.getRuntime().availableProcessors();
        for (Map.Entry<String, MessageDigest[]> file : files.entrySet()) {
            String name = path.apply(file.getKey());
            long size = opened.sizes().getOrDefault(name, 0L);
            boolean isSmall = size < SMALL;
            boolean worthIt = processors > (isSmall ? 1 : 2) && files.size() > 1;
            OpenedPackage.Opener opener = worthIt ? opened.beside(name) : null;
            if (opener == null) {
                alone.add(file.getKey());
                continue;
            }
            (isSmall ? small : large).add(() -> {
                ending.read(file.getKey(), one(opener, size, file.getValue()));
                return true;
            });
        }
        Workers.run(small, processors, THREADS);
        Workers.run(large, processors / 2, THREADS);
        return alone;
    }

    private long one(OpenedPackage.Opener opener, long size, MessageDigest[] digests) throws IOException {
        try (InputStream in = opener.open()) {
            return ParallelPass.run(in, size, (block, count) -> advance(count), (block, count) -> {
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
