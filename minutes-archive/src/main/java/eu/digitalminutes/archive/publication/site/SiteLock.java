// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication.site;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run at a time: the site while it is ours. The operating system lets go of it if we die. */
final class SiteLock implements AutoCloseable {
    static final String STATE = "state";

    private final Path site;
    private final FileChannel channel;

    private SiteLock(Path site, FileChannel channel) {
        this.site = site;
        this.channel = channel;
    }

    static SiteLock of(Path site) throws IOException {
        Path folder = site.toAbsolutePath().normalize();
        Path state = folder.resolve(STATE);
        if (Files.isDirectory(folder) && !Files.exists(state.resolve("lock"))) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new FileAlreadyExistsException(
                            site.toString(), null, "holds something that is no site of sessions; name another folder");
                }
            }
        }
        Files.createDirectories(state);
        FileChannel channel =
                FileChannel.open(state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new MinutesException("SITE_BUSY", "another run is publishing to " + site + "; wait for its end");
        }
        return new SiteLock(folder, channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path site() {
        return site;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
