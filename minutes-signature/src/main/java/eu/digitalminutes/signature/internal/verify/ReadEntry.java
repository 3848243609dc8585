// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.internal.dss.StreamedDocument;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
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
    /** Reads it to its end, or as far as it can be read; somebody may look into it meanwhile. */
    static ReadEntry of(ContainerFile container, Entry entry, MeasuredContent.Look look, Trees trees, Task task)
            throws IOException {
        MeasuredContent.Digests digests = new MeasuredContent.Digests(Set.of());
        CRC32 crc = new CRC32();
        boolean readable = true;
        PassedOn passed;
        try (InputStream in = new CheckedInputStream(container.stream(entry), crc)) {
            passed = new PassedOn(
                    in,
                    digests,
                    trees.keeps(entry.name()),
                    trees.builder(entry.name()),
                    task.stage("digest " + entry.name(), entry.bytes()));
            try {
                look.into(passed);
                passed.drain(entry.bytes());
            } catch (ZipException | EOFException e) {
                readable = false;
            }
        }
        trees.read(entry.name(), passed.kept());
        boolean sound = readable && passed.bytes() == entry.bytes() && crc.getValue() == entry.crc();
        byte[] sha256 = Objects.requireNonNull(digests.values().get(DigestAlgorithm.SHA256));
        Fingerprint fingerprint = new Fingerprint(Digest.of(sha256), passed.bytes());
        ContainedFile file = new ContainedFile(entry.name(), SignedContainer.mediaType(entry.name()), fingerprint);
        return new ReadEntry(new StreamedDocument(file, () -> container.stream(entry)), fingerprint, sound);
    }
}
