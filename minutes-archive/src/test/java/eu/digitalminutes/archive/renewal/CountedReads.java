// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of objects, and a task that counts which of them are read to their end. */
final class CountedReads {
    private final Path objects;
    private final List<String> read = new ArrayList<>();
    private int stopAfter = Integer.MAX_VALUE;

    CountedReads(Path objects, int count) throws IOException {
        this.objects = Files.createDirectories(objects);
        for (int i = 0; i < count; i++) {
            Files.writeString(objects.resolve(String.format(java.util.Locale.ROOT, "verbale-%04d", i)), "verbale " + i);
        }
    }

    Path objects() {
        return objects;
    }

    /** The same, cancelled once so many have been read. */
    CountedReads stoppedAfter(int files) {
        stopAfter = files;
        return this;
    }

    Task task() {
        read.clear();
        return Task.reporting(progress -> {
                    if (progress.bytesTotal() > 0 && progress.bytesDone() == progress.bytesTotal()) {
                        read.add(progress.stage());
                    }
                })
                .cancellableBy(() -> read.size() >= stopAfter);
    }

    /** How many files were read since the last task began. */
    int read() {
        return read.size();
    }
}
