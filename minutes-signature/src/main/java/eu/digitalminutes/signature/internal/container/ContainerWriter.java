// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.container;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.inplace.Positioned;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Writes a container whose files are all stored, never compressed: each file is read once, digested on the way, in
 * constant memory at any size. Files above 4 GiB get Zip64 records.
 */
public final class ContainerWriter implements AutoCloseable {
    private final FileChannel channel;
    private final List<Entry> entries;
    private long end;

    ContainerWriter(FileChannel channel, List<Entry> entries, long end) {
        this.channel = channel;
        this.entries = new ArrayList<>(entries);
        this.end = end;
    }

    /** Begins a new container in an empty file. */
    public static ContainerWriter create(Path file) throws IOException {
        return new ContainerWriter(
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING), List.of(), 0);
    }

    /** Adds a small file from memory. */
    public Fingerprint add(String name, byte[] content) throws IOException {
        long dataAt = header(name, content.length);
        CRC32 crc = new CRC32();
        crc.update(content);
        Positioned.write(channel, dataAt, ByteBuffer.wrap(content));
        finish(name, dataAt, content.length, crc.getValue());
        return new Fingerprint(Digest.of(Fingerprinter.sha256().digest(content)), content.length);
    }

    /** Adds a file of any size, read once from start to end. */
    public Fingerprint add(String name, Path content, Task task) throws IOException {
        return add(name, content, task, block -> {});
    }

    /** As the shorter form; somebody sees each block on its way. */
    public Fingerprint add(String name, Path content, Task task, IncomingFile.Checksum also) throws IOException {
        long size = Files.size(content);
        Task.Stage stage = task.stage("copy " + name, size);
        long dataAt = header(name, size);
        CRC32 crc = new CRC32();
        Fingerprint fingerprint = IncomingFile.copy(content, size, stage, channel, dataAt, block -> {
            crc.update(block.duplicate());
            also.update(block);
        });
        finish(name, dataAt, size, crc.getValue());
        stage.complete();
        return fingerprint;
    }

    /** Adds the next bytes of a stream; somebody sees each block on its way. */
    public void add(String name, InputStream content, long size, IncomingFile.Checksum also) throws IOException {
        long dataAt = header(name, size);
        CRC32 crc = new CRC32();
        byte[] block = new byte[1 << 16];
        for (long left = size; left > 0; ) {
            int count = content.read(block, 0, (int) Math.min(block.length, left));
            if (count < 0) {
                throw new EOFException(name + " became shorter while it was read");
            }
            crc.update(block, 0, count);
            also.update(ByteBuffer.wrap(block, 0, count));
            Positioned.write(channel, dataAt + size - left, ByteBuffer.wrap(block, 0, count));
            left -= count;
        }
        finish(name, dataAt, size, crc.getValue());
    }

    /** Writes the directory; the container is then whole. */
    public void finish() throws IOException {
        ByteBuffer directory = Directory.bytes(entries, end);
        long length = end + directory.remaining();
        Positioned.write(channel, end, directory);
        channel.truncate(length);
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** The size is known, the CRC-32 is put in later. */
    private long header(String name, long size) throws IOException {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        boolean large = size >= Zip.MAX;
        ByteBuffer header = Zip.buffer(Zip.LOCAL_BYTES + nameBytes.length + (large ? 20 : 0));
        header.putInt(Zip.LOCAL).putShort((short) (large ? 45 : 20)).putShort((short) Zip.FLAG_UTF8);
        header.putShort((short) Zip.STORED).putInt(Directory.EPOCH).putInt(0);
        header.putInt(large ? -1 : (int) size).putInt(large ? -1 : (int) size);
        header.putShort((short) nameBytes.length)
                .putShort((short) (large ? 20 : 0))
                .put(nameBytes);
        if (large) {
            header.putShort((short) Zip.EXTRA_64)
                    .putShort((short) 16)
                    .putLong(size)
                    .putLong(size);
        }
        Positioned.write(channel, end, header.flip());
        return end + header.capacity();
    }

    private void finish(String name, long dataAt, long size, long crc) throws IOException {
        Positioned.write(channel, end + 14, Zip.buffer(4).putInt((int) crc).flip());
        entries.add(new Entry(name, false, end, dataAt, size, size, crc));
        end = dataAt + size;
    }
}
