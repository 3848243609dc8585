// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A ZIP file that is read as a package: its names, sizes and methods are all checked before any entry is read. */
final class OpenedZip implements OpenedPackage {
    /** Media does not shrink; what promises to grow this much is no package of minutes. */
    private static final long MAX_RATIO = 100;

    private static final long SMALL = 1 << 20;

    private final Path path;
    private final SeekableByteChannel channel;
    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new TreeMap<>();
    private final Map<String, Long> sizes = new TreeMap<>();

    private OpenedZip(Path path, SeekableByteChannel channel, ZipFile zip) {
        this.path = path;
        this.channel = channel;
        this.zip = zip;
    }

    /** Opens what a channel holds; the channel is closed with it, and left to the caller where this fails. */
    static OpenedZip open(Path path, SeekableByteChannel channel) throws IOException {
        try {
            CentralDirectory directory = CentralDirectory.locate(channel, path);
            OpenedZip opened = new OpenedZip(path, channel, directoryOf(channel, path));
            opened.checkAll(directory);
            // In the order of the file: neighbours come with one read.
            List<ZipArchiveEntry> ordered = new ArrayList<>(opened.entries.values());
            ordered.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
            for (ZipArchiveEntry entry : ordered) {
                LocalHeader.check(entry, channel, path);
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            throw translated(path, e);
        }
    }

    /** The library wraps whatever it meets; the disk itself has just been read without a failure. */
    private static ZipFile directoryOf(SeekableByteChannel channel, Path path) {
        try {
            return ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setCharset(StandardCharsets.UTF_8)
                    .setUseUnicodeExtraFields(false)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException e) {
            throw damaged(path, e);
        }
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Optional<String> mediaType() {
        return Optional.of("application/zip");
    }

    @Override
    public Map<String, Long> sizes() {
        return sizes;
    }

    @Override
    public InputStream read(String name) throws IOException {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("the package has no file " + name);
        }
        try {
            return new DeclaredInput(path, name, entry.getSize(), zip.getInputStream(entry));
        } catch (IOException e) {
            throw damaged(path, e);
        }
    }

    @Override
    public InputStream read(String name, long from) throws IOException {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null || entry.getMethod() != ZipArchiveEntry.STORED) {
            return OpenedPackage.super.read(name, from);
        }
        long rest = entry.getSize() - from;
        long place = LocalHeader.end(entry, channel) + from;
        return new DeclaredInput(path, name, rest, new PlacedInput(channel, place, rest));
    }

    @Override
    public Optional<Region> region(String name) throws IOException {
        ZipArchiveEntry entry = entries.get(name);
        return entry == null || entry.getMethod() != ZipArchiveEntry.STORED
                ? Optional.empty()
                : Optional.of(new Region(
                        () -> Files.newByteChannel(path), LocalHeader.end(entry, channel), entry.getSize(), false));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void checkAll(CentralDirectory directory) {
        EntryNames names = new EntryNames(path);
        long stored = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            // As it stands in the file: the library repairs some names.
            String name = names.take(new String(entry.getRawName(), StandardCharsets.UTF_8));
            check(entry, name);
            stored += entry.getCompressedSize();
            if (!entry.isDirectory()) {
                entries.put(name, entry);
                sizes.put(name, entry.getSize());
            }
        }
        if (stored > directory.offset()) {
            throw malformed("its entries overlap");
        }
    }

    private void check(ZipArchiveEntry entry, String name) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw malformed(name + " is encrypted");
        }
        if (entry.isUnixSymlink()) {
            throw malformed(name + " is a link, not a file");
        }
        if (entry.getMethod() != ZipArchiveEntry.STORED && entry.getMethod() != ZipArchiveEntry.DEFLATED) {
            throw malformed(name + " is compressed in a way that packages do not use");
        }
        long size = entry.getSize();
        long compressed = entry.getCompressedSize();
        boolean grows = size > SMALL && size / MAX_RATIO > compressed;
        boolean differs = entry.getMethod() == ZipArchiveEntry.STORED && size != compressed;
        if (size < 0 || compressed < 0 || grows || differs) {
            throw malformed(name + " claims to unpack " + compressed + " bytes to " + size);
        }
    }

    private MinutesException malformed(String problem) {
        return OpenedPackage.malformed(path, problem, null);
    }

    /** What the library throws at a broken file becomes a refusal; a disk that cannot be read stays what it is. */
    static RuntimeException translated(Path path, Exception e) throws IOException {
        if (e instanceof MinutesException refusal) {
            return refusal;
        }
        if (e instanceof IOException failure && !(e instanceof ZipException || e instanceof EOFException)) {
            throw failure;
        }
        return damaged(path, e);
    }

    private static MinutesException damaged(Path path, Exception e) {
        return OpenedPackage.malformed(path, "the ZIP file is damaged, " + e.getMessage(), e);
    }
}
