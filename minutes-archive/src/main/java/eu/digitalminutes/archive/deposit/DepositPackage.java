// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import eu.digitalminutes.archive.internal.form.OpenedPackage;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A package that is being deposited, opened to be read (<i>pacchetto di versamento</i>). Not for several threads. */
public final class DepositPackage implements AutoCloseable {
    private static final int MAX_CONTENT = 64 << 20;

    private final OpenedPackage opened;
    private final Map<String, Long> sizes = new TreeMap<>();
    private final Digest digest;

    private DepositPackage(OpenedPackage opened, Digest digest) {
        this.opened = opened;
        this.digest = digest;
        String top = top(opened);
        opened.sizes().forEach((name, size) -> sizes.put(name.substring(top.length()), size));
    }

    static DepositPackage open(Path path, Task task) throws IOException {
        OpenedPackage opened = OpenedPackage.open(path);
        try {
            Digest digest = Files.isDirectory(path)
                    ? digest(opened, task)
                    : Fingerprinter.fingerprint(path, task).digest();
            return new DepositPackage(opened, digest);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * Where it lies.
     *
     * @return a folder, a ZIP or a TAR file
     */
    public Path path() {
        return opened.path();
    }

    /** The media type of the one file that it is; empty for a folder. */
    Optional<String> mediaType() {
        return opened.mediaType();
    }

    /**
     * The digest of the package (<i>impronta del pacchetto</i>).
     *
     * @return SHA-256: of the file, or for a folder of one line for each file in the order of their names, digest in
     *     hexadecimal, two blanks, name, line feed
     */
    public Digest digest() {
        return digest;
    }

    /**
     * The files and their sizes, by their path below the package's top folder.
     *
     * @return an ordered, immutable map
     */
    public Map<String, Long> sizes() {
        return java.util.Collections.unmodifiableMap(sizes);
    }

    /**
     * A file of the package, to be read once from start to end; nothing of it is held in memory.
     *
     * @param name one of the names of {@link #sizes()}
     * @return its bytes; the caller closes it
     * @throws IOException if it cannot be read
     */
    public InputStream open(String name) throws IOException {
        return opened.read(top(opened) + name);
    }

    /**
     * A small file of the package.
     *
     * @param name its path
     * @return its bytes, or empty if there is no such file
     * @throws IOException if it cannot be read
     * @throws MinutesException with code {@code PACKAGE_MALFORMED}, if it has more than 64 MiB
     */
    public Optional<byte[]> content(String name) throws IOException {
        Long size = sizes.get(name);
        if (size == null) {
            return Optional.empty();
        }
        try (InputStream in = open(name)) {
            byte[] content = in.readNBytes(MAX_CONTENT + 1);
            if (content.length > MAX_CONTENT) {
                throw OpenedPackage.malformed(path(), name + " is too long to be what it says", null);
            }
            return Optional.of(content);
        }
    }

    @Override
    public void close() throws IOException {
        opened.close();
    }

    /** The one top folder of a ZIP or TAR file with its slash; nothing for a folder or where there are several. */
    private static String top(OpenedPackage opened) {
        if (Files.isDirectory(opened.path())) {
            return "";
        }
        String first = opened.sizes().keySet().stream().findFirst().orElse("");
        String top = first.substring(0, first.indexOf('/') + 1);
        return opened.sizes().keySet().stream().allMatch(name -> name.startsWith(top)) ? top : "";
    }

    private static Digest digest(OpenedPackage opened, Task task) throws IOException {
        long total = opened.sizes().values().stream().mapToLong(Long::longValue).sum();
        Task.Stage stage = task.stage("fingerprint " + opened.path().getFileName(), total);
        MessageDigest all = Fingerprinter.sha256();
        byte[] block = new byte[1 << 17];
        for (String name : new TreeMap<>(opened.sizes()).keySet()) {
            MessageDigest one = Fingerprinter.sha256();
            try (InputStream in = opened.read(name)) {
                for (int count = in.read(block); count >= 0; count = in.read(block)) {
                    one.update(block, 0, count);
                    stage.advance(count);
                }
            }
            all.update((Digest.of(one.digest()).hex() + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
        }
        stage.complete();
        return Digest.of(all.digest());
    }
}
