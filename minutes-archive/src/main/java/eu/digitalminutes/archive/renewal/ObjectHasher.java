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
import java.nio.ByteBuffer;
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
    private final HashJournal journal;
    private long resumed;

    ObjectHasher(Path store, RunKind kind, List<HashFunction> functions) throws IOException {
        this.functions = functions;
        this.digests = functions.stream().map(HashFunction::computation).toList();
        this.journal = new HashJournal(
                store,
                kind,
                functions,
                functions.stream().mapToInt(HashFunction::bytes).sum());
    }

    /**
     * The hashes of the files in the order of their names, for each function.
     *
     * @throws CancelledException if the task asks for it; what was hashed before is kept for the next run
     * @throws ContentMismatchException with code {@code CONTENT_CHANGING} if a file grows or shrinks meanwhile
     * @throws MinutesException with code {@code OBJECT_NOT_AT_HAND} if only another digest of a file is known
     */
    List<List<byte[]>> hash(PreservedObject object, Task task) throws IOException {
        try {
            return each(object, task);
        } catch (CancelledException e) {
            CancelledException told = new CancelledException(
                    "hash " + object.name(), "what was hashed is kept, and the next run goes on from there");
            told.addSuppressed(e);
            throw told;
        }
    }

    private List<List<byte[]>> each(PreservedObject object, Task task) throws IOException {
        List<List<byte[]>> hashes = new ArrayList<>();
        functions.forEach(function -> hashes.add(new ArrayList<>()));
        for (PreservedObject.Member member : object.members()) {
            List<byte[]> values = member instanceof PreservedObject.StoredFile file
                    ? stored(object, file, task)
                    : known(object, ((PreservedObject.KnownFile) member).digest(), task);
            for (int i = 0; i < values.size(); i++) {
                hashes.get(i).add(values.get(i));
            }
        }
        return hashes;
    }

    private List<byte[]> known(PreservedObject object, Digest digest, Task task) {
        if (!functions.equals(List.of(HashFunction.SHA256))) {
            throw new MinutesException(
                    "OBJECT_NOT_AT_HAND",
                    object.name() + " is known by its SHA-256 alone; give its file to hash it with " + functions);
        }
        task.stage("hash " + object.name(), 0);
        return List.of(digest.value());
    }

    private List<byte[]> stored(PreservedObject object, PreservedObject.StoredFile file, Task task) throws IOException {
        FileState state = FileState.of(object, file);
        Optional<byte[]> noted = journal.find(state);
        if (noted.isPresent()) {
            task.stage("hash " + object.name(), 0);
            resumed++;
            return split(noted.get());
        }
        List<byte[]> values = read(object, file.path(), task);
        if (FileState.of(object, file).equals(state)) {
            journal.add(state, joined(values));
        }
        return values;
    }

    private static byte[] joined(List<byte[]> values) {
        ByteBuffer all = ByteBuffer.allocate(
                values.stream().mapToInt(value -> value.length).sum());
        values.forEach(all::put);
        return all.array();
    }

    private List<byte[]> split(byte[] all) {
        ByteBuffer left = ByteBuffer.wrap(all);
        List<byte[]> values = new ArrayList<>();
        for (HashFunction function : functions) {
            byte[] value = new byte[function.bytes()];
            left.get(value);
            values.add(value);
        }
        return values;
    }

    /** How many files were not read because a run that was stopped had read them. */
    long resumed() {
        return resumed;
    }

    private List<byte[]> read(PreservedObject object, Path path, Task task) throws IOException {
        long size = Files.size(path);
        Task.Stage stage = task.stage("hash " + object.name(), size);
        long bytes = 0;
        try (InputStream in = Files.newInputStream(path)) {
            for (int count = in.read(block); count >= 0 && bytes <= size; count = in.read(block)) {
                for (MessageDigest digest : digests) {
                    digest.update(block, 0, count);
                }
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
        return values;
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
