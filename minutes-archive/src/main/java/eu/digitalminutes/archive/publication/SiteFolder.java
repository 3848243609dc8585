// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.Sealer;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder that appears whole or not at all: filled beside its target, then renamed. {@link #close()} without a commit
 * removes what was written.
 */
final class SiteFolder implements AutoCloseable {
    private static final int BLOCK = 1 << 16;

    /** Below this, a copy costs nothing and does not tie the site to a file that somebody may edit. */
    private static final long WORTH_LINKING = 16L << 20;

    private final Path target;
    private final Path temporary;
    private final TreeMap<String, Long> sizes = new TreeMap<>();

    private SiteFolder(Path target, Path temporary) {
        this.target = target;
        this.temporary = temporary;
    }

    static SiteFolder forTarget(Path target) throws IOException {
        Path absolute = Files.exists(target)
                ? target.toRealPath()
                : target.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new NoSuchFileException(target.toString(), null, "the folder " + parent + " does not exist");
        }
        requireFree(absolute, target);
        Path temporary = parent.resolve("." + absolute.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.createDirectory(temporary);
        } catch (IOException e) {
            FileSystemException failure =
                    new FileSystemException(target.toString(), null, "cannot be written: " + e.getMessage());
            failure.initCause(e);
            throw failure;
        }
        return new SiteFolder(absolute, temporary);
    }

    /** Writes a text. */
    void write(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (FileChannel out = create(name)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
        sizes.put(name, (long) bytes.length);
    }

    /**
     * Puts a file in, a large one linked where the file system can, others copied; read once in either case.
     *
     * @param expected what the signed minutes say of it, if they do
     * @throws ContentMismatchException if it is another file than the signed one
     */
    void add(String name, Path file, Optional<Fingerprint> expected, Task task) throws IOException {
        Path source = file.toRealPath();
        requireNew(name);
        if (!link(name, source)) {
            Fingerprint copied = copy(name, source, task);
            expected.ifPresent(wanted -> require(name, file, wanted, copied));
        } else if (expected.isPresent()) {
            require(name, file, expected.get(), Fingerprinter.fingerprint(temporary.resolve(name), task));
        }
        sizes.put(name, Files.size(temporary.resolve(name)));
    }

    /** Puts a file in that is known to be the expected one: a link costs no reading, a copy is compared. */
    void addChecked(String name, Path file, Fingerprint expected, Task task) throws IOException {
        Path source = file.toRealPath();
        requireNew(name);
        if (Files.size(source) != expected.bytes() || !link(name, source)) {
            Fingerprint copied = copy(name, source, task);
            require(name, file, expected, copied);
        }
        sizes.put(name, expected.bytes());
    }

    /** Puts a file in and says which one it is; read once. */
    Fingerprint addNew(String name, Path file, Task task) throws IOException {
        Path source = file.toRealPath();
        requireNew(name);
        Fingerprint found = link(name, source)
                ? Fingerprinter.fingerprint(temporary.resolve(name), task)
                : copy(name, source, task);
        sizes.put(name, found.bytes());
        return found;
    }

    /** Has a file that is in already signed, and returns the name of the signature beside it. */
    String seal(String name, Sealer sealer) throws IOException {
        Path seal = sealer.seal(temporary.resolve(name));
        String sealName = String.valueOf(seal.getFileName());
        requireNew(sealName);
        sizes.put(sealName, Files.size(seal));
        return sealName;
    }

    /** The size of a file that is in already. */
    long size(String name) {
        Long size = sizes.get(name);
        if (size == null) {
            throw new IllegalArgumentException("no file " + name);
        }
        return size;
    }

    /** Where a file that is in already lies until the folder has its name. */
    Path path(String name) {
        return temporary.resolve(name);
    }

    boolean has(String name) {
        return sizes.containsKey(name);
    }

    /** The names of all files, in alphabetical order. */
    List<String> files() {
        return List.copyOf(sizes.keySet());
    }

    /** Gives the folder its name. */
    void commit() throws IOException {
        requireFree(target, target);
        Files.deleteIfExists(target);
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target);
        }
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(temporary)) {
            return;
        }
        try (Stream<Path> files = Files.walk(temporary)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private boolean link(String name, Path source) throws IOException {
        if (Files.size(source) < WORTH_LINKING) {
            return false;
        }
        try {
            Files.createLink(temporary.resolve(name), source);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static void require(String name, Path file, Fingerprint wanted, Fingerprint found) {
        if (!wanted.equals(found)) {
            throw new ContentMismatchException(
                    "CONTENT_MISMATCH",
                    file + " is not the " + name + " of the signed minutes: expected SHA-256 " + wanted.digest()
                            + " and " + wanted.bytes() + " bytes, found " + found.digest() + " and " + found.bytes()
                            + " bytes; take the file out of the container again",
                    null);
        }
    }

    private Fingerprint copy(String name, Path source, Task task) throws IOException {
        Task.Stage stage = task.stage("copy " + name, Files.size(source));
        MessageDigest digest = Fingerprinter.sha256();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(source);
                FileChannel channel = create(name);
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
                out.write(block, 0, count);
                bytes += count;
                stage.advance(count);
            }
            channel.force(true);
        }
        stage.complete();
        return new Fingerprint(Digest.of(digest.digest()), bytes);
    }

    private FileChannel create(String name) throws IOException {
        requireNew(name);
        return FileChannel.open(temporary.resolve(name), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    private void requireNew(String name) {
        if (has(name)) {
            throw new MinutesException(
                    "SITE_NAME_TAKEN",
                    "two files of the site would be called " + name + "; give the part of the recording another name");
        }
    }

    private static void requireFree(Path folder, Path asNamed) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        boolean free = false;
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                free = inside.findAny().isEmpty();
            }
        }
        if (!free) {
            throw new FileAlreadyExistsException(
                    asNamed.toString(), null, "is there already and not empty; name a new folder, or remove it first");
        }
    }
}
