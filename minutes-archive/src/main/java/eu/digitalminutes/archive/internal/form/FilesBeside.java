// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.core.internal.pass.ParallelPass;
import eu.digitalminutes.core.internal.pass.Workers;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/**
 * The files of a package read side by side: small ones by as many threads as there are processors, large ones by half as
 * many, since each of those has a second thread for its digest. All threads end with the call.
 */
final class FilesBeside {
    /** Below it a file has no second thread. */
    private static final long SMALL = 1 << 20;

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

    /** Reads what can be read beside others, and returns the names of the rest. */
    List<String> read(Map<String, MessageDigest[]> files, UnaryOperator<String> path, Ending ending)
            throws IOException {
        List<String> alone = new ArrayList<>();
        List<Callable<Long>> small = new ArrayList<>();
        List<Callable<Long>> large = new ArrayList<>();
        List<String> smallNames = new ArrayList<>();
        List<String> largeNames = new ArrayList<>();
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
            (isSmall ? small : large).add(() -> one(opener, size, file.getValue()));
            (isSmall ? smallNames : largeNames).add(file.getKey());
        }
        run(small, smallNames, processors, ending);
        run(large, largeNames, processors / 2, ending);
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

    private static void run(List<Callable<Long>> works, List<String> names, int threads, Ending ending)
            throws IOException {
        List<Long> read = Workers.run(works, threads, "minutes-package");
        for (int i = 0; i < read.size(); i++) {
            ending.read(names.get(i), read.get(i));
        }
    }
}
