// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.content.ByteRange;
import eu.digitalminutes.core.content.ChunkTree;
import eu.digitalminutes.core.content.ChunkTreeBuilder;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.content.TreedFingerprint;
import eu.digitalminutes.core.media.MediaMap;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.check.RecordingTree;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The trees beside the recordings of one level: while a recording is digested its own tree is made, and at the end the two
 * are held against each other. Only of one that differs, tables and headers are read once more, to say which time it hit.
 */
final class Trees {
    /** The tree of half a TB. */
    private static final int LARGEST = 16 << 20;

    private static final String SUFFIX = ChunkTree.nameFor("");

    private final Set<String> names;
    private final Map<String, ChunkTreeBuilder> growing = new HashMap<>();
    private final Map<String, ChunkTree> found = new HashMap<>();
    private final Map<String, byte[]> declared = new HashMap<>();

    /** For a level whose files have these names. */
    Trees(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    /** What makes the tree of a file; null if none lies beside it. */
    @Nullable
    ChunkTreeBuilder builder(String name) {
        return names.contains(ChunkTree.nameFor(name))
                ? growing.computeIfAbsent(name, any -> new ChunkTreeBuilder())
                : null;
    }

    /** How many bytes of a file are to be kept, since it may be a tree. */
    int keeps(String name) {
        return isTree(name) ? LARGEST : 0;
    }

    /** A file that was read, with what was kept of it. */
    void read(String name, byte[] kept) {
        if (isTree(name)) {
            declared.put(name.substring(0, name.length() - SUFFIX.length()), kept);
        }
    }

    /** Reads a file on the disk, whose fingerprint is asked for anyway. */
    Fingerprint read(String name, Path file, Task task) throws IOException {
        if (names.contains(ChunkTree.nameFor(name))) {
            TreedFingerprint both = Fingerprinter.fingerprintWithTree(file, task);
            found.put(name, both.tree());
            return both.fingerprint();
        }
        if (isTree(name) && Files.size(file) <= LARGEST) {
            byte[] content = Files.readAllBytes(file);
            read(name, content);
            return new Fingerprint(Digest.of(Fingerprinter.sha256().digest(content)), content.length);
        }
        return Fingerprinter.fingerprint(file, task);
    }

    private boolean isTree(String name) {
        return name.endsWith(SUFFIX) && names.contains(name.substring(0, name.length() - SUFFIX.length()));
    }

    /** Opens a recording once more; null if it cannot be read back and forth. */
    interface Recordings {
        @Nullable
        SeekableByteChannel open(String name) throws IOException;
    }

    /** Holds the trees against each other, by the name of the recording. */
    Map<String, RecordingTree> compared(Recordings recordings) throws IOException {
        growing.forEach((name, builder) -> found.put(name, builder.build()));
        Map<String, RecordingTree> trees = new HashMap<>();
        for (Map.Entry<String, byte[]> one : declared.entrySet()) {
            ChunkTree really = found.get(one.getKey());
            if (really != null) {
                trees.put(one.getKey(), compared(one.getKey(), one.getValue(), really, recordings));
            }
        }
        return trees;
    }

    private static RecordingTree compared(String name, byte[] content, ChunkTree found, Recordings recordings)
            throws IOException {
        ChunkTree declared;
        try {
            declared = ChunkTree.read(content, ChunkTree.nameFor(name));
        } catch (MinutesException e) {
            return new RecordingTree(null, String.valueOf(e.getMessage()), List.of(), false);
        }
        List<ByteRange> different = declared.differences(found);
        if (different.isEmpty()) {
            return new RecordingTree(declared, "", List.of(), true);
        }
        try (SeekableByteChannel recording = recordings.open(name)) {
            return new RecordingTree(declared, "", places(different, declared.bytes(), recording), false);
        }
    }

    private static List<RecordingTree.Place> places(
            List<ByteRange> different, long bytes, @Nullable SeekableByteChannel recording) throws IOException {
        MediaMap map = recording == null ? null : MediaMap.of(recording, bytes);
        // whoever changed the tables can make them say any time
        boolean lies = map == null
                || map.structure().stream().anyMatch(part -> different.stream().anyMatch(part::meets));
        return different.stream()
                .map(range -> new RecordingTree.Place(
                        range,
                        map == null || lies ? null : map.timeOf(range).orElse(null),
                        map != null && map.isEstimated()))
                .toList();
    }
}
