// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.batch;

import eu.digitalminutes.core.outcome.MinutesException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * The file of results, which grows by one line for each document and is valid after each. What an earlier run has written
 * is kept; of a line that it could not finish nothing is.
 */
public final class ResultsFile implements AutoCloseable {
    private static final int MAX_LINE = 1 << 20;

    private final Path path;
    private final LineForm form;
    private final FileChannel channel;
    private final Set<String> answered = new HashSet<>();

    private ResultsFile(Path path, LineForm form, FileChannel channel) {
        this.path = path;
        this.form = form;
        this.channel = channel;
    }

    /**
     * Begins a file of results or continues one, in the form that its name asks for.
     *
     * @throws IOException naming the file, if it cannot be written
     * @throws IllegalArgumentException if the name asks for no form
     * @throws MinutesException with code {@code RESULTS_BUSY} if somebody else writes it, {@code RESULTS_FOREIGN} if it
     *     holds something else, which is left as it is
     */
    public static ResultsFile open(Path path) throws IOException {
        LineForm form = LineForm.of(path);
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw failure(path, e);
        }
        try {
            lock(path, channel);
            ResultsFile results = new ResultsFile(path, form, channel);
            results.resume();
            return results;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(Path path, FileChannel channel) throws IOException {
        boolean ours;
        try {
            ours = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            ours = false;
        }
        if (!ours) {
            throw new MinutesException("RESULTS_BUSY", path + " is being written by another run");
        }
    }

    /** Whether a file was answered before and is as it was then. */
    public boolean has(DocumentFile file) {
        return answered.contains(file.key());
    }

    /**
     * Adds a line.
     *
     * @throws IOException naming the file, if it cannot be written
     */
    public void add(DocumentAnswer answer) throws IOException {
        write(form.line(answer));
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /** Reads what is there, cuts off what has no line end, and goes to the end. */
    private void resume() throws IOException {
        long whole = 0;
        // Not closed: it is the channel's.
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel.position(0)), 1 << 16);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean first = true;
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (line.size() > MAX_LINE) {
                throw foreign();
            }
            if (next == '\n') {
                remember(line.toString(StandardCharsets.UTF_8), first);
                first = false;
                whole += line.size();
                line.reset();
            }
        }
        if (first && line.size() > 0 && !form.mayBegin(line.toString(StandardCharsets.UTF_8))) {
            throw foreign();
        }
        channel.truncate(whole).position(whole);
        if (whole == 0) {
            write(form.head());
        }
    }

    private void remember(String line, boolean first) {
        if (first && !form.head().isEmpty()) {
            if (!line.equals(form.head())) {
                throw foreign();
            }
            return;
        }
        String plain = line.stripTrailing();
        if (first && form.key(plain).isEmpty()) {
            throw foreign();
        }
        form.key(plain).ifPresent(answered::add);
    }

    private MinutesException foreign() {
        return new MinutesException(
                "RESULTS_FOREIGN", path + " exists and does not hold results of a batch: name another file");
    }

    private static FileSystemException failure(Path path, IOException e) {
        String reason = e instanceof NoSuchFileException ? "its folder does not exist" : String.valueOf(e.getMessage());
        FileSystemException failure = new FileSystemException(path.toString(), null, "cannot be written: " + reason);
        failure.initCause(e);
        return failure;
    }

    /** Syncs what was written to the disk. */
    @Override
    public void close() throws IOException {
        try (channel) {
            channel.force(true);
        }
    }
}
