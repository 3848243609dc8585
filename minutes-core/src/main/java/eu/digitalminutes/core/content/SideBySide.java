// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.content;

import eu.digitalminutes.core.internal.pass.Workers;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Several files read at the same time, each by one thread; all threads end with the call. */
final class SideBySide {
    private static final int BLOCK = 1 << 16;

    private final List<Path> files;
    private final Task.Stage stage;

    SideBySide(List<Path> files, Task task) throws IOException {
        this.files = List.copyOf(files);
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        stage = task.stage("fingerprint " + files.size() + " files", bytes);
    }

    List<TreedFingerprint> fingerprints() throws IOException {
        List<Callable<TreedFingerprint>> works = new ArrayList<>();
        files.forEach(file -> works.add(() -> one(file)));
        List<TreedFingerprint> made =
                Workers.run(works, Runtime.getRuntime().availableProcessors(), "minutes-fingerprint");
        stage.complete();
        return made;
    }

    private TreedFingerprint one(Path file) throws IOException {
        long size = Files.size(file);
        MessageDigest digest = Fingerprinter.sha256();
        ChunkTreeBuilder tree = new ChunkTreeBuilder();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count >= 0 && bytes <= size; count = in.read(block)) {
                digest.update(block, 0, count);
                tree.update(block, count);
                bytes += count;
                synchronized (stage) {
                    stage.advance(count);
                }
            }
        }
        Fingerprinter.requireUnchanged(file, size, bytes);
        return new TreedFingerprint(new Fingerprint(Digest.of(digest.digest()), bytes), tree.build());
    }
}
