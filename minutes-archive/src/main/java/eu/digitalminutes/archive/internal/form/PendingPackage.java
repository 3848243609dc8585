// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.archive.profile.PackageOutput;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.internal.pass.ParallelPass;
import eu.digitalminutes.core.minutes.Sealer;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A package that appears whole or not at all: made in a hidden folder beside its target, synced, then renamed.
 *
 * <p>What goes wrong while writing is a {@link FileSystemException} that names the target. A process that dies leaves at
 * most a folder named {@code .NAME.*.part} beside it.
 */
public abstract class PendingPackage implements PackageOutput, AutoCloseable {

    private final Path target;
    private final Path staging;
    private final String name;
    private final Instant time;
    private final Task task;
    private final Map<String, Fingerprint> files = new LinkedHashMap<>();

    PendingPackage(Path target, String name, Instant time, Task task) throws FileSystemException {
        this.target = target;
        this.name = name;
        this.time = time;
        this.task = task;
        this.staging = prepare(target);
    }

    /** A package that will be a folder. */
    public static PendingPackage folder(Path target, String name, Instant time, Task task) throws FileSystemException {
        return new PendingFolder(target, name, time, task);
    }

    /** A package that will be a ZIP file with one top folder, all entries of one time. */
    public static PendingPackage zip(Path target, String name, Instant time, Task task) throws FileSystemException {
        return new PendingZip(target, name, time, task);
    }

    /** A package that will be a TAR file with one top folder, all entries of one time. */
    public static PendingPackage tar(Path target, String name, Instant time, Task task) throws FileSystemException {
        return new PendingTar(target, name, time, task);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Instant time() {
        return time;
    }

    /** The files, in the order of writing. */
    public final Map<String, Fingerprint> files() {
        return Collections.unmodifiableMap(files);
    }

    @Override
    public final Fingerprint copy(String file, Path source, MessageDigest... also) throws IOException {
        long size = Files.size(source);
        Task.Stage stage = task.stage("archive " + source.getFileName(), size);
        Fingerprint copied;
        try (SeekableByteChannel in = Files.newByteChannel(source)) {
            copied = copy(file, size, source, (here, beside) -> ParallelPass.run(in, size, here, beside), stage, also);
            if (in.size() != size) {
                throw changing(source, size);
            }
        }
        stage.complete();
        return copied;
    }

    /** Copies so many of the next bytes of a source into a file of the package. */
    public final Fingerprint copy(
            String file, InputStream in, long size, Path source, Task.Stage stage, MessageDigest... also)
            throws IOException {
        return copy(
                file,
                size,
                source,
                (here, beside) -> ParallelPass.run(new NextBytes(in, size), size, here, beside),
                stage,
                also);
    }

    /** A reading of what is copied. */
    private interface Pass {
        long run(ParallelPass.Work here, ParallelPass.Work beside) throws IOException;
    }

    private Fingerprint copy(String file, long size, Path source, Pass pass, Task.Stage stage, MessageDigest... also)
            throws IOException {
        MessageDigest digest = Fingerprinter.sha256();
        try (TargetOutput out = new TargetOutput(this, file, size)) {
            long copied = pass.run(
                    block -> {
                        stage.advance(block.remaining());
                        out.write(block);
                    },
                    block -> {
                        digest.update(block.duplicate());
                        for (MessageDigest other : also) {
                            other.update(block.duplicate());
                        }
                    });
            if (copied != size) {
                throw changing(source, size);
            }
        }
        return written(file, new Fingerprint(Digest.of(digest.digest()), size));
    }

    @Override
    public final Fingerprint write(String file, byte[] content, MessageDigest... also) throws FileSystemException {
        try (TargetOutput out = new TargetOutput(this, file, content.length)) {
            out.write(ByteBuffer.wrap(content));
        }
        for (MessageDigest other : also) {
            other.update(content);
        }
        return written(file, fingerprint(content));
    }

    @Override
    public final String writeSealed(String file, byte[] content, Sealer sealer) throws IOException {
        Path staged = staging.resolve(file);
        try {
            Files.write(staged, content, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw failure(e);
        }
        Path seal;
        try {
            seal = sealer.seal(staged);
        } catch (IOException e) {
            throw failureBeside(e);
        }
        String sealName = String.valueOf(seal.getFileName());
        if (!sealName.startsWith(file + ".")) {
            throw new IllegalStateException("a seal is named after the index " + file + ", not " + seal);
        }
        adopt(staged);
        adopt(seal);
        return sealName;
    }

    /** Takes a small file that was staged, or put beside one, into the package. */
    private void adopt(Path file) throws FileSystemException {
        if (!staging.equals(file.getParent()) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalStateException(file + " does not lie beside the index, where a seal must be written");
        }
        try {
            byte[] content = Files.readAllBytes(file);
            take(file, content);
            written(String.valueOf(file.getFileName()), fingerprint(content));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Fingerprint written(String file, Fingerprint fingerprint) {
        if (files.put(file, fingerprint) != null) {
            throw new IllegalStateException(file + " is written into the package twice");
        }
        return fingerprint;
    }

    /** Gives the package its name; fails if something has appeared there. */
    public final void commit() throws FileSystemException {
        try {
            Path complete = finish();
            requireAbsent(target);
            Files.move(complete, target);
            sync(Objects.requireNonNull(staging.getParent(), "the target's folder"));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Removes what was written, unless it was committed. */
    @Override
    public final void close() throws IOException {
        release();
        if (Files.exists(staging, LinkOption.NOFOLLOW_LINKS)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(staging)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** A failure of somebody who writes beside a staged file; one that names a file elsewhere stays as it is. */
    private FileSystemException failureBeside(IOException e) {
        if (e instanceof FileSystemException named
                && named.getFile() != null
                && !target.getFileSystem().getPath(named.getFile()).startsWith(staging)) {
            return named;
        }
        return failure(e);
    }

    final Path staging() {
        return staging;
    }

    /** The given failure as one that names the target. */
    final FileSystemException failure(IOException e) {
        if (e instanceof FileSystemException already && target.toString().equals(already.getFile())) {
            return already;
        }
        String reason = e instanceof AccessDeniedException
                ? "permission denied"
                : e instanceof FileSystemException named && named.getReason() != null
                        ? named.getReason()
                        : String.valueOf(e.getMessage());
        FileSystemException failure = new FileSystemException(target.toString(), null, "cannot be written: " + reason);
        failure.initCause(e);
        return failure;
    }

    /** Opens one more file of the package; closing it completes it. */
    abstract WritableByteChannel open(String name, long size) throws IOException;

    /** Brings a staged file into the package. */
    abstract void take(Path file, byte[] content) throws IOException;

    /** Syncs everything to the disk; the result is what the target's name goes to. */
    abstract Path finish() throws IOException;

    /** Lets go of open files. */
    abstract void release() throws IOException;

    static void sync(Channel channel) throws IOException {
        if (channel instanceof UncachedFile file) {
            file.force();
        } else if (channel instanceof FileChannel file) {
            file.force(true);
        }
    }

    static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException | UnsupportedOperationException e) {
            // Not every system can sync a folder; its files are synced.
        }
    }

    private static Path prepare(Path target) throws FileSystemException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || absolute.getFileName() == null) {
            throw new FileSystemException(target.toString(), null, "is no name for a package");
        }
        requireAbsent(target);
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(target.toString(), null, "the folder " + folder + " does not exist");
        }
        try {
            return Files.createDirectory(
                    folder.resolve("." + absolute.getFileName() + "." + UUID.randomUUID() + ".part"));
        } catch (IOException e) {
            FileSystemException failure =
                    new FileSystemException(target.toString(), null, "cannot be written: " + e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    private static void requireAbsent(Path target) throws FileAlreadyExistsException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "exists already; a package is never overwritten");
        }
    }

    private static Fingerprint fingerprint(byte[] content) {
        return new Fingerprint(Digest.of(Fingerprinter.sha256().digest(content)), content.length);
    }

    private static ContentMismatchException changing(Path source, long size) {
        return new ContentMismatchException(
                "CONTENT_CHANGING",
                source + " had " + size + " bytes and changed while it was read; close what writes to it and try again",
                null);
    }
}
