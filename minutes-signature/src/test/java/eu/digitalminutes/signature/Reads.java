// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Counts how many bytes of one file a piece of work reads, as the JVM itself records it.
 *
 * @param bytes the bytes read, over all readings
 */
public record Reads(long bytes) {
    /** Does some work and counts. */
    public static Reads of(Path file, Callable<?> work) throws Exception {
        Path dump = Files.createTempFile("reads", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileRead").withThreshold(Duration.ZERO).withoutStackTrace();
            recording.start();
            work.call();
            recording.stop();
            recording.dump(dump);
            return new Reads(count(dump, file.toAbsolutePath().normalize()));
        } finally {
            Files.deleteIfExists(dump);
        }
    }

    private static long count(Path dump, Path file) throws IOException {
        long bytes = 0;
        try (RecordingFile events = new RecordingFile(dump)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                String path = event.getString("path");
                if (path != null && Path.of(path).toAbsolutePath().normalize().equals(file)) {
                    bytes += Math.max(0, event.getLong("bytesRead"));
                }
            }
        }
        return bytes;
    }
}
