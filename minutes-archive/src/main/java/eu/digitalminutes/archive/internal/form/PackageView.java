// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.archive.profile.PackageInput;
import eu.digitalminutes.core.internal.pass.ParallelPass;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An opened package, its names counted from the folder of its marker. */
public final class PackageView implements PackageInput, AutoCloseable {
    private final OpenedPackage opened;
    private final String base;
    private final Map<String, Long> sizes = new TreeMap<>();
    private final Task.Stage stage;
    private @Nullable Path unpacked;

    /** A view from a folder of the package, which ends in a slash or is empty; closing it leaves the package open. */
    public PackageView(OpenedPackage opened, String base, Task task) {
        this.opened = opened;
        this.base = base;
        opened.sizes().forEach((name, size) -> sizes.put(inside(name), size));
        long total = sizes.values().stream().mapToLong(Long::longValue).sum();
        this.stage = task.stage("verify " + opened.path().getFileName(), total);
    }

    @Override
    public String name() {
        return base.isEmpty() ? String.valueOf(opened.path().getFileName()) : base.substring(0, base.length() - 1);
    }

    @Override
    public Map<String, Long> sizes() {
        return Collections.unmodifiableMap(sizes);
    }

    @Override
    public void read(String name, MessageDigest... digests) throws IOException {
        read(name, block -> update(digests, block));
    }

    @Override
    public void readAll(Map<String, MessageDigest[]> files) throws IOException {
        Set<String> alone = new FilesBeside(opened, stage)
                .read(files, this::outside, (name, seen) -> requireWhole(name, sizes.getOrDefault(name, 0L), seen));
        for (Map.Entry<String, MessageDigest[]> file : files.entrySet()) {
            if (alone.contains(file.getKey())) {
                read(file.getKey(), file.getValue());
            }
        }
    }

    @Override
    public byte[] content(String name, MessageDigest... digests) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        read(name, block -> {
            if (content.size() + (long) block.remaining() > MAX_CONTENT) {
                throw malformed(name + " is too long to be what it says");
            }
            update(digests, block);
            content.write(block.array(), block.arrayOffset() + block.position(), block.remaining());
        });
        return content.toByteArray();
    }

    @Override
    public SeekableByteChannel channel(String name) throws IOException {
        return opened.channel(outside(name));
    }

    @Override
    public Path local(String name) throws IOException {
        if (opened instanceof OpenedFolder folder) {
            return folder.local(outside(name));
        }
        if (unpacked == null) {
            unpacked = Files.createTempDirectory("minutes-package");
        }
        Path file = unpacked.resolve(name.substring(name.lastIndexOf('/') + 1).replace(':', '_'));
        Files.write(file, content(name));
        return file;
    }

    @Override
    public MinutesException malformed(String problem) {
        return OpenedPackage.malformed(opened.path(), problem, null);
    }

    /** Tells that everything was read. */
    public void complete() {
        stage.complete();
    }

    @Override
    public void close() throws IOException {
        if (unpacked != null) {
            List<Path> files;
            try (var list = Files.list(unpacked)) {
                files = list.toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(unpacked);
        }
    }

    private void read(String name, ParallelPass.Work work) throws IOException {
        long size = sizes.getOrDefault(name, 0L);
        try (InputStream in = opened.read(outside(name))) {
            requireWhole(name, size, ParallelPass.run(in, size, block -> stage.advance(block.remaining()), work));
        }
    }

    private void requireWhole(String name, long size, long seen) {
        if (seen != size) {
            throw malformed(name + " has " + size + " bytes at first and then others");
        }
    }

    private String inside(String name) {
        return name.startsWith(base) ? name.substring(base.length()) : "../" + name;
    }

    private String outside(String name) {
        return name.startsWith("../") ? name.substring(3) : base + name;
    }

    private static void update(MessageDigest[] digests, ByteBuffer block) {
        for (MessageDigest digest : digests) {
            digest.update(block.duplicate());
        }
    }
}
