// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.drop;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder of this machine, or one that is mounted (<i>cartella di consegna</i>). Immutable. */
public final class FolderDrop implements DropPoint {
    private final Path folder;

    private FolderDrop(Path folder) {
        this.folder = folder;
    }

    /**
     * A folder.
     *
     * @param folder a folder that is there
     * @return the place
     */
    public static FolderDrop of(Path folder) {
        return new FolderDrop(folder.toAbsolutePath().normalize());
    }

    @Override
    public String name() {
        return folder.toString();
    }

    /** {@inheritDoc} The copy is synced before it gets its name. */
    @Override
    public void put(String name, Path file, Digest digest, Task task) throws IOException {
        Path target = place(name);
        if (Files.exists(target)) {
            if (!Fingerprinter.fingerprint(target, task).digest().equals(digest)) {
                throw DropNames.conflict(name(), name);
            }
            return;
        }
        Task.Stage stage = task.stage("deposit " + file.getFileName(), Files.size(file));
        try (InputStream in = Files.newInputStream(file);
                PendingFile pending = pending(target)) {
            Digest copied = copy(in, pending.path(), stage);
            if (!copied.equals(digest)) {
                throw DropNames.altered(file, digest, copied);
            }
            pending.commit();
        }
        stage.complete();
    }

    @Override
    public Map<String, byte[]> fetch(List<String> names, int most) {
        Map<String, byte[]> found = new HashMap<>();
        for (String name : names) {
            try (InputStream in = Files.newInputStream(place(name))) {
                byte[] content = in.readNBytes(most + 1);
                if (content.length <= most) {
                    found.put(name, content);
                }
            } catch (NoSuchFileException e) {
                // Not yet.
            } catch (IOException e) {
                throw DropNames.unreachable(name(), e);
            }
        }
        return found;
    }

    private PendingFile pending(Path target) {
        try {
            if (!Files.isDirectory(folder)) {
                throw new NoSuchFileException(folder.toString());
            }
            Files.createDirectories(target.resolveSibling(""));
            return PendingFile.forTarget(target);
        } catch (IOException e) {
            throw DropNames.unreachable(name(), e);
        }
    }

    private Digest copy(InputStream in, Path target, Task.Stage stage) throws IOException {
        MessageDigest digest = Fingerprinter.sha256();
        byte[] block = new byte[1 << 17];
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
                write(out, block, count);
                stage.advance(count);
            }
        }
        return Digest.of(digest.digest());
    }

    private void write(OutputStream out, byte[] block, int count) {
        try {
            out.write(block, 0, count);
        } catch (IOException e) {
            throw DropNames.unreachable(name(), e);
        }
    }

    private Path place(String name) {
        List<String> parts = DropNames.parts(name);
        Path place = folder;
        for (String part : parts) {
            place = place.resolve(part);
        }
        return place;
    }
}
