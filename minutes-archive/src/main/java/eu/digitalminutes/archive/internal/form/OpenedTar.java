// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A TAR file that is read as a package: its headers are all read and checked before any content is. */
final class OpenedTar implements OpenedPackage {
    private final Path path;
    private final SeekableByteChannel channel;
    private final Map<String, TarDirectory.Place> places;
    private final Map<String, Long> sizes = new TreeMap<>();

    private OpenedTar(Path path, SeekableByteChannel channel, Map<String, TarDirectory.Place> places) {
        this.path = path;
        this.channel = channel;
        this.places = places;
        places.forEach((name, place) -> sizes.put(name, place.size()));
    }

    /** Opens what a channel holds; the channel is closed with it, and left to the caller where this fails. */
    static OpenedTar open(Path path, SeekableByteChannel channel) throws IOException {
        return new OpenedTar(path, channel, TarDirectory.locate(channel, path));
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Optional<String> mediaType() {
        return Optional.of("application/x-tar");
    }

    @Override
    public Map<String, Long> sizes() {
        return sizes;
    }

    @Override
    public InputStream read(String name) throws IOException {
        return read(name, 0);
    }

    @Override
    public InputStream read(String name, long from) throws IOException {
        TarDirectory.Place place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("the package has no file " + name);
        }
        long rest = place.size() - from;
        return new DeclaredInput(path, name, rest, new PlacedInput(channel, place.offset() + from, rest));
    }

    @Override
    public Optional<Region> region(String name) {
        TarDirectory.Place place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("the package has no file " + name);
        }
        return Optional.of(new Region(() -> Files.newByteChannel(path), place.offset(), place.size(), false));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
