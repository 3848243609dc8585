// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.archive.profile.PackageInput;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A folder, ZIP or TAR file that nobody vouches for, opened to be read; nothing of it leads out of it. */
public interface OpenedPackage extends AutoCloseable {
    /** The code of the refusal of what is no package, or a dangerous one. */
    String MALFORMED = "PACKAGE_MALFORMED";

    /** More files are not a package of minutes. */
    int MAX_FILES = PackageInput.MAX_FILES;

    /** Opens a folder, a ZIP or a TAR file. */
    static OpenedPackage open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return OpenedFolder.open(path);
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isRegularFile(path)) {
            throw malformed(path, "it is neither a folder nor a file", null);
        }
        SeekableByteChannel channel = Files.newByteChannel(path);
        try {
            WindowedChannel windowed = new WindowedChannel(channel);
            return TarDirectory.begins(windowed) ? OpenedTar.open(path, windowed) : OpenedZip.open(path, windowed);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Where it lies. */
    Path path();

    /** The files and their sizes, by their whole path. */
    Map<String, Long> sizes();

    /** A file of the package, to be read once from start to end. */
    InputStream read(String name) throws IOException;

    /** The media type of the one file that it is; empty for a folder. */
    default Optional<String> mediaType() {
        return Optional.empty();
    }

    /** Where a file of the package lies byte for byte; empty where it is compressed. */
    default Optional<Region> region(String name) throws IOException {
        return Optional.empty();
    }

    /** The rest of a file of the package from one of its bytes on; nothing before is read where the form allows it. */
    default InputStream read(String name, long from) throws IOException {
        InputStream in = read(name);
        try {
            byte[] block = new byte[1 << 16];
            for (long left = from; left > 0; ) {
                int count = in.read(block, 0, (int) Math.min(block.length, left));
                if (count < 0) {
                    break;
                }
                left -= count;
            }
            return in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** A file of the package to look into here and there; each move to another place begins a new reading there. */
    default SeekableByteChannel channel(String name) throws IOException {
        return new WindowedChannel(new EntryChannel(this, name, sizes().getOrDefault(name, 0L)));
    }

    @Override
    void close() throws IOException;

    /** A refusal of the whole package. */
    static MinutesException malformed(Path path, String problem, @Nullable Throwable cause) {
        return new MinutesException(
                MALFORMED, path + " is not a package that can be read: " + problem + "; ask for it again", cause);
    }
}
