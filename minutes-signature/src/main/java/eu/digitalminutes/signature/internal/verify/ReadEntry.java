// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.internal.dss.StreamedDocument;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * A file of a container, read once for its SHA-256 and its CRC-32; however many signatures ask for it, its bytes are not
 * read again.
 *
 * @param document the file as DSS wants it
 * @param fingerprint the digest and size that it really has
 * @param sound whether size and CRC-32 are those that the container declares
 */
record ReadEntry(StreamedDocument document, Fingerprint fingerprint, boolean sound) {
    private static final int BLOCK = 1 << 16;

    static ReadEntry of(ContainerFile container, Entry entry, Task task) throws IOException {
        Task.Stage stage = task.stage("digest " + entry.name(), entry.bytes());
        MessageDigest digest = Fingerprinter.sha256();
        CRC32 crc = new CRC32();
        long bytes = 0;
        boolean readable = true;
        try (InputStream in = container.stream(entry)) {
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
                crc.update(block, 0, count);
                bytes += count;
                stage.advance(count);
            }
        } catch (ZipException | EOFException e) {
            readable = false;
        }
        stage.complete();
        boolean sound = readable && bytes == entry.bytes() && crc.getValue() == entry.crc();
        Fingerprint fingerprint = new Fingerprint(Digest.of(digest.digest()), bytes);
        ContainedFile file = new ContainedFile(entry.name(), SignedContainer.mediaType(entry.name()), fingerprint);
        return new ReadEntry(new StreamedDocument(file, () -> container.stream(entry)), fingerprint, sound);
    }
}
