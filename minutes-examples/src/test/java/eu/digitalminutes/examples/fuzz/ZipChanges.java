// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Damage inside a ZIP that is itself sound, which damage to its bytes alone would hardly ever reach. */
final class ZipChanges {
    private static final List<String> NAMES = List.of(
            "../x",
            "/x",
            "META-INF/manifest.xml",
            "META-INF/signatures.xml",
            "META-INF/signature.p7s",
            "META-INF/timestamp.tst",
            "META-INF/evidencerecord.ers",
            "META-INF/ASiCManifest.xml",
            "META-INF/container.xml",
            "mimetype",
            "minutes.json",
            "PIndex.xml",
            "a/",
            " ",
            "\u00e8");

    private ZipChanges() {}

    static boolean isZip(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** One entry is damaged, renamed, removed or repeated; a ZIP that cannot be taken apart is damaged as a whole. */
    static byte[] change(byte[] zip, Random random, UnaryOperator<byte[]> damage) {
        try {
            List<Seed> entries = read(zip);
            if (!entries.isEmpty()) {
                int at = random.nextInt(entries.size());
                Seed entry = entries.get(at);
                switch (random.nextInt(10)) {
                    case 0 -> entries.remove(at);
                    case 1 -> entries.add(new Seed(NAMES.get(random.nextInt(NAMES.size())), entry.bytes()));
                    case 2 -> entries.set(at, new Seed(NAMES.get(random.nextInt(NAMES.size())), entry.bytes()));
                    case 3 -> entries.add(random.nextInt(entries.size()), entries.remove(at));
                    default -> entries.set(at, new Seed(entry.name(), damage.apply(entry.bytes())));
                }
                return written(entries);
            }
        } catch (IOException | IllegalArgumentException e) {
            return damage.apply(zip);
        }
        return damage.apply(zip);
    }

    private static List<Seed> read(byte[] zip) throws IOException {
        List<Seed> entries = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(new Seed(entry.getName(), in.readNBytes(1 << 20)));
            }
        }
        return entries;
    }

    private static byte[] written(List<Seed> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Seed entry : entries) {
                CRC32 crc = new CRC32();
                crc.update(entry.bytes());
                ZipEntry stored = new ZipEntry(entry.name());
                stored.setMethod(ZipEntry.STORED);
                stored.setSize(entry.bytes().length);
                stored.setCrc(crc.getValue());
                out.putNextEntry(stored);
                out.write(entry.bytes());
            }
        } catch (ZipException e) {
            throw new IllegalArgumentException("the library refuses to write it", e);
        }
        return bytes.toByteArray();
    }
}
