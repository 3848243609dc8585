// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A container opened for reading. Opening reads only its directory and headers; a file's bytes are read when asked for.
 *
 * <p>Whatever lets two readers see two different things is refused: names twice, headers that disagree, files that
 * overlap, paths that lead out of a folder, encryption.
 */
public final class ContainerFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final DirectoryReader.Listing listing;

    private ContainerFile(Path path, FileChannel channel, DirectoryReader.Listing listing) {
        this.path = path;
        this.channel = channel;
        this.listing = listing;
    }

    /**
     * Opens a container.
     *
     * @throws IOException if the file cannot be read
     * @throws MinutesException with code {@code CONTAINER_MALFORMED} if it is no sound container
     */
    public static ContainerFile open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw malformed(path, new MalformedContainer("it is a folder"));
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return on(path, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** A container on a channel that somebody else holds and closes. */
    static ContainerFile on(Path path, FileChannel channel) throws IOException {
        try {
            return new ContainerFile(path, channel, DirectoryReader.read(channel));
        } catch (MalformedContainer | EOFException e) {
            throw malformed(path, e);
        }
    }

    /** Every file, in the order of its bytes. */
    public List<Entry> entries() {
        return listing.entries();
    }

    /** Whether its files lie one after the other without a byte between them, as this SDK writes them. */
    boolean isGapless() {
        long end = 0;
        for (Entry entry : listing.entries()) {
            if (entry.headerAt() != end) {
                return false;
            }
            end = entry.end();
        }
        return end == listing.directoryAt();
    }

    /** The file of a name. */
    public Optional<Entry> entry(String name) {
        return listing.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst();
    }

    /** Where the container lies. */
    public Path path() {
        return path;
    }

    /** The bytes of a file as a stream, decompressed where need be, never more than its header declares. */
    public InputStream stream(Entry entry) {
        InputStream stored = new ChannelSlice(channel, entry.dataAt(), entry.storedBytes());
        if (!entry.deflated()) {
            return stored;
        }
        Inflater inflater = new Inflater(true);
        return new InflaterInputStream(stored, inflater, 1 << 13) {
            private long left = entry.bytes();

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] block, int offset, int length) throws IOException {
                int count = super.read(block, offset, length);
                left -= Math.max(count, 0);
                if (left < 0) {
                    throw malformed(path, new MalformedContainer(entry.name() + " holds more than it declares"));
                }
                return count;
            }

            @Override
            public void close() throws IOException {
                inflater.end();
                super.close();
            }
        };
    }

    /** A stored file as a file of its own, to be read back and forth; empty if it is compressed. */
    public Optional<SeekableByteChannel> channel(Entry entry) {
        return entry.deflated()
                ? Optional.empty()
                : Optional.of(new SliceChannel(channel, entry.dataAt(), entry.storedBytes()));
    }

    /**
     * The bytes of a small file.
     *
     * @throws MinutesException with code {@code CONTAINER_MALFORMED} if it is larger than the limit
     */
    public byte[] bytes(Entry entry, int limit) throws IOException {
        if (entry.bytes() > limit) {
            throw malformed(
                    path,
                    new MalformedContainer(
                            entry.name() + " has " + entry.bytes() + " bytes, at most " + limit + " are allowed"));
        }
        try (InputStream in = stream(entry)) {
            byte[] all = in.readNBytes(limit);
            if (all.length != entry.bytes()) {
                throw malformed(path, new MalformedContainer(entry.name() + " is shorter than it declares"));
            }
            return all;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static MinutesException malformed(Path path, IOException e) {
        return new MinutesException(
                "CONTAINER_MALFORMED",
                path + " is not a sound signed container (an ASiC-E, .asice): " + e.getMessage(),
                e);
    }
}
