// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hashes the files of an object, each read once for all functions; those that a run which was stopped has read before, and
 * that have the same size and time, are not read again.
 */
final class ObjectHasher implements AutoCloseable {
    private final byte[] block = new byte[1 << 16];
    private final List<MessageDigest> digests;
    private final List<HashFunction> functions;
    private final int width;
    private final HashJournal journal;
    private long resumed;

    ObjectHasher(Path store, RunKind kind, List<HashFunction> functions) throws IOException {
        this.functions = functions;
        this.digests = functions.stream().map(HashFunction::computation).toList();
        this.width = FileHashes.width(functions);
        this.journal = new HashJournal(store, kind, functions, width);
    }

    /**
     * The hashes of the files in the order of their names, for each function; held in memory is what may be XML, up to 8
     * MiB.
     *
     * @throws CancelledException if the task asks for it; what was hashed before is kept for the next run
     * @throws ContentMismatchException with code {@code CONTENT_CHANGING} if a file grows or shrinks meanwhile
     * @throws MinutesException with code {@code OBJECT_NOT_AT_HAND} if only another digest of a file is known
     */
    ObjectHashes hash(PreservedObject object, Task task) throws IOException {
        try {
            return each(object, task);
        } catch (CancelledException e) {
            CancelledException told = new CancelledException(
                    "hash " + object.name(), "what was hashed is kept, and the next run goes on from there");
            told.addSuppressed(e);
            throw told;
        }
    }

    private ObjectHashes each(PreservedObject object, Task task) throws IOException {
        List<FileHashes> files = new ArrayList<>();
        for (PreservedObject.Member member : object.members()) {
            files.add(
                    member instanceof PreservedObject.StoredFile file
                            ? stored(object, file, task)
                            : known(object, ((PreservedObject.KnownFile) member).digest(), task));
        }
        return new ObjectHashes(files);
    }

    private FileHashes known(PreservedObject object, Digest digest, Task task) {
        if (!functions.equals(List.of(HashFunction.SHA256))) {
            throw new MinutesException(
                    "OBJECT_NOT_AT_HAND",
                    object.name() + " is known by its SHA-256 alone; give its file to hash it with " + functions);
        }
        task.stage("hash " + object.name(), 0);
        return FileHashes.of(List.of(digest.value()));
    }

    private FileHashes stored(PreservedObject object, PreservedObject.StoredFile file, Task task) throws IOException {
        FileState state = FileState.of(object, file);
        Optional<byte[]> noted = journal.find(state);
        if (noted.isPresent()) {
            task.stage("hash " + object.name(), 0);
            resumed++;
            return FileHashes.of(noted.get(), functions);
        }
        FileHashes hashes = read(object, file.path(), task);
        if (FileState.of(object, file).equals(state)) {
            journal.add(state, hashes.bytes(width));
        }
        return hashes;
    }

    /** How many files were not read because a run that was stopped had read them. */
    long resumed() {
        return resumed;
    }

    private FileHashes read(PreservedObject object, Path path, Task task) throws IOException {
        long size = Files.size(path);
        Task.Stage stage = task.stage("hash " + object.name(), size);
        HeldXml xml = new HeldXml();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(path)) {
            for (int count = in.read(block); count >= 0 && bytes <= size; count = in.read(block)) {
                for (MessageDigest digest : digests) {
                    digest.update(block, 0, count);
                }
                xml.add(block, count);
                bytes += count;
                stage.advance(count);
            }
        } catch (IOException | RuntimeException e) {
            digests.forEach(MessageDigest::reset);
            throw e;
        }
        List<byte[]> values = digests.stream().map(MessageDigest::digest).toList();
        if (bytes != size) {
            throw new ContentMismatchException(
                    "CONTENT_CHANGING",
                    path + " had " + size + " bytes and then " + bytes + ": it is still being written; try again later",
                    null);
        }
        stage.complete();
        return xml.hashes(values, functions);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
