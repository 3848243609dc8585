// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.scale;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes packages to be audited: bags of one file that does not shrink, in a ZIP file, stored. */
final class Bags {
    private static final int BLOCK = 1 << 20;
    private static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private Bags() {}

    /** Writes a bag whose file has so many bytes, and returns where it lies. */
    static Path write(Path target, long bytes, long seed) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        MessageDigest digest = Fingerprinter.sha256();
        CRC32 crc = new CRC32();
        content(bytes, seed, (block, count) -> {
            digest.update(block, 0, count);
            crc.update(block, 0, count);
        });
        try (OutputStream file = Files.newOutputStream(target);
                ZipOutputStream out = new ZipOutputStream(file)) {
            entry(out, "bag/bagit.txt", DECLARATION);
            begin(out, "bag/data/recording.mp4", bytes, crc);
            content(bytes, seed, (block, count) -> out.write(block, 0, count));
            out.closeEntry();
            String manifest = Digest.of(digest.digest()).hex() + "  data/recording.mp4\n";
            entry(out, "bag/manifest-sha256.txt", manifest);
            String tags = hex(DECLARATION) + "  bagit.txt\n" + hex(manifest) + "  manifest-sha256.txt\n";
            entry(out, "bag/tagmanifest-sha256.txt", tags);
        }
        return target;
    }

    private static String hex(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Digest.of(Fingerprinter.sha256().digest(bytes)).hex();
    }

    private static void entry(ZipOutputStream out, String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        begin(out, name, content.length, crc);
        out.write(content);
        out.closeEntry();
    }

    private static void begin(ZipOutputStream out, String name, long bytes, CRC32 crc) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
    }

    private static void content(long bytes, long seed, Sink sink) throws IOException {
        Random random = new Random(seed);
        byte[] block = new byte[BLOCK];
        for (long left = bytes; left > 0; left -= block.length) {
            random.nextBytes(block);
            sink.accept(block, (int) Math.min(block.length, left));
        }
    }

    /** Takes what was made. */
    @FunctionalInterface
    private interface Sink {
        void accept(byte[] block, int count) throws IOException;
    }
}
