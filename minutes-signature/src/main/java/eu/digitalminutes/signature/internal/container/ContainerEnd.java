// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.inplace.FileTurn;
import eu.digitalminutes.signature.internal.inplace.KeptBytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Rewrites the end of a container in place, where its signatures stand: no byte of the recording is moved or read.
 *
 * <p>One writer at a time: a second one is refused at once. A stop in the middle is mended at the next call.
 */
public final class ContainerEnd {
    /** Signatures with their evidence are far smaller. */
    private static final int MAX_BEHIND = 16 << 20;

    private ContainerEnd() {}

    /**
     * Adds small files.
     *
     * @throws FileSystemException naming the container, if it cannot be written; it is then as it was
     * @throws MinutesException with code {@code CONTAINER_BUSY} if somebody else is writing to it, {@code
     *     CONTAINER_CHANGED} if a file of one of the names has come in meanwhile, or {@code CONTAINER_NOT_OURS} if
     *     another program wrote it in a form that cannot be changed in place
     */
    public static void append(Path container, Map<String, byte[]> files) throws IOException {
        rewrite(container, files, entries -> {
            for (Entry entry : entries) {
                if (files.containsKey(entry.name())) {
                    throw new MinutesException(
                            "CONTAINER_CHANGED",
                            "somebody else has signed " + container + " meanwhile: look at it and sign again");
                }
            }
        });
    }

    /**
     * Replaces small files that stand at the end.
     *
     * @throws FileSystemException naming the container, if it cannot be written; it is then as it was
     * @throws MinutesException with code {@code CONTAINER_BUSY} if somebody else is writing to it, or {@code
     *     CONTAINER_NOT_OURS} if a large file stands behind one to replace
     */
    public static void replace(Path container, Map<String, byte[]> files) throws IOException {
        rewrite(container, files, entries -> {});
    }

    /**
     * Mends what a stop in the middle of an earlier call has left; reads and writes nothing where there was none.
     *
     * @throws MinutesException with code {@code CONTAINER_BUSY} if somebody is writing to it at this moment
     */
    public static void mend(Path container) throws IOException {
        KeptBytes kept = new KeptBytes(container);
        if (!kept.isKept()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(container, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileTurn.take(container, channel);
            kept.recover(channel, (note, from) -> isWhole(container, channel, from));
        }
    }

    private interface Check {
        void accept(List<Entry> entries);
    }

    private static void rewrite(Path container, Map<String, byte[]> files, Check check) throws IOException {
        KeptBytes old = new KeptBytes(container);
        try (FileChannel channel = FileChannel.open(container, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileTurn.take(container, channel);
            old.recover(channel, (note, from) -> isWhole(container, channel, from));
            ContainerFile before = ContainerFile.on(container, channel);
            if (!before.isGapless()) {
                throw new MinutesException(
                        "CONTAINER_NOT_OURS",
                        container + " was written by another program, with data descriptors behind its files; only"
                                + " containers of this SDK are changed in place: sign its files anew");
            }
            check.accept(before.entries());
            List<Entry> kept = new ArrayList<>();
            Map<String, byte[]> behind = behind(container, before, files, kept);
            long end = kept.isEmpty() ? 0 : kept.get(kept.size() - 1).end();
            keep(old, channel, end);
            try {
                write(channel, kept, behind, end);
            } catch (IOException e) {
                old.restore(channel);
                throw e;
            }
            old.forget();
        } catch (IOException e) {
            FileSystemException failure =
                    new FileSystemException(container.toString(), null, "cannot be written: " + e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    /** Keeps everything from an offset to the container's end. */
    static void keep(KeptBytes old, FileChannel channel, long from) throws IOException {
        old.keep(channel, List.of(new KeptBytes.Region(from, Math.toIntExact(channel.size() - from))), new byte[0]);
    }

    /** A directory alone proves nothing: after a power cut it may be on the disk and the files before it not. */
    private static boolean isWhole(Path container, FileChannel channel, long from) throws IOException {
        try {
            ContainerFile file = ContainerFile.on(container, channel);
            for (Entry entry : file.entries()) {
                if (entry.headerAt() >= from && !isSound(file, entry)) {
                    return false;
                }
            }
            return !file.entries().isEmpty();
        } catch (MinutesException torn) {
            return false;
        }
    }

    private static boolean isSound(ContainerFile file, Entry entry) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(file.bytes(entry, MAX_BEHIND));
        return crc.getValue() == entry.crc();
    }

    /** What stays where it is goes to the list; what comes behind it, with the new files, is the result. */
    private static Map<String, byte[]> behind(
            Path container, ContainerFile before, Map<String, byte[]> files, List<Entry> kept) throws IOException {
        Map<String, byte[]> behind = new LinkedHashMap<>();
        for (Entry entry : before.entries()) {
            if (behind.isEmpty() && !files.containsKey(entry.name())) {
                kept.add(entry);
            } else if (entry.bytes() > MAX_BEHIND) {
                throw new MinutesException(
                        "CONTAINER_NOT_OURS",
                        container + " holds " + entry.name() + " behind a signature; only containers whose signatures"
                                + " stand last can be changed in place");
            } else {
                behind.put(entry.name(), before.bytes(entry, MAX_BEHIND));
            }
        }
        behind.putAll(files);
        return behind;
    }

    @SuppressWarnings("MustBeClosed")
    private static void write(FileChannel channel, List<Entry> kept, Map<String, byte[]> behind, long end)
            throws IOException {
        ContainerWriter writer = new ContainerWriter(channel, kept, end);
        for (Map.Entry<String, byte[]> file : behind.entrySet()) {
            writer.add(file.getKey(), file.getValue());
        }
        writer.finish();
    }
}
