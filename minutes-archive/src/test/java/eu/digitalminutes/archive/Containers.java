// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.minutes.SignedMinutes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Containers with captions and a recording in them, as far as the archive looks into one. */
public final class Containers {
    /** What the captions say. */
    public static final String CAPTIONS =
            "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<v Anna Bianchi>La seduta è aperta.\n";

    private Containers() {}

    /** Signed minutes with captions and a recording of so many bytes, which is of no form that anybody knows. */
    public static SignedMinutes captioned(Path folder, int bytes) throws IOException {
        byte[] recording = new byte[bytes];
        new Random(11).nextBytes(recording);
        return with(folder, ZipEntry.STORED, recording, Map.of("captions.it.vtt", bytes(CAPTIONS)));
    }

    /** Signed minutes with a recording and some more files. */
    public static SignedMinutes with(Path folder, int method, byte[] recording, Map<String, byte[]> more)
            throws IOException {
        Path container = folder.resolve("verbale.asice");
        SignedMinutes plain = Sessions.ordinary(container);
        Map<String, byte[]> files = new LinkedHashMap<>();
        plain.files().forEach(file -> files.put(file.name(), bytes("WEBVTT\n")));
        files.put("recording-1.mp4", recording);
        files.putAll(more);
        List<ContainedFile> contained = files.entrySet().stream()
                .map(file -> new ContainedFile(
                        file.getKey(),
                        plain.file(file.getKey()).map(ContainedFile::mediaType).orElse("text/vtt"),
                        new Fingerprint(
                                Digest.of(Fingerprinter.sha256().digest(file.getValue())), file.getValue().length)))
                .toList();
        files.put("META-INF/signatures001.xml", bytes("<SignatureTimeStamp/>"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(container))) {
            add(zip, ZipEntry.STORED, "mimetype", bytes("application/vnd.etsi.asic-e+zip"));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                add(zip, method, file.getKey(), file.getValue());
            }
        }
        return SignedMinutes.of(container, plain.minutes(), contained, plain.signatures());
    }

    private static void add(ZipOutputStream zip, int method, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
