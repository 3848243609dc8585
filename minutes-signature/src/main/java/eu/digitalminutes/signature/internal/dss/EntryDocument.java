// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.dss;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeType;
import eu.europa.esig.dss.model.CommonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;

/**
 * A file of a container as DSS wants documents. Its SHA-256 is computed once, by the JDK, in the one reading that also
 * checks its CRC-32; however many signatures ask for it, its bytes are not read again.
 */
public final class EntryDocument extends CommonDocument {
    private static final long serialVersionUID = 1L;
    private static final int BLOCK = 1 << 16;

    private final transient ContainerFile container;
    private final transient Entry entry;
    private final transient Fingerprint fingerprint;
    private final transient boolean sound;

    private EntryDocument(ContainerFile container, Entry entry, Fingerprint fingerprint, boolean sound) {
        this.container = container;
        this.entry = entry;
        this.fingerprint = fingerprint;
        this.sound = sound;
        this.name = entry.name();
        this.mimeType = MimeType.fromFileName(entry.name());
        digestMap.put(DigestAlgorithm.SHA256, fingerprint.digest().value());
    }

    /** Reads a file of a container once. */
    public static EntryDocument read(ContainerFile container, Entry entry, Task task) throws IOException {
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
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            readable = false;
        }
        stage.complete();
        boolean sound = readable && bytes == entry.bytes() && crc.getValue() == entry.crc();
        return new EntryDocument(container, entry, new Fingerprint(Digest.of(digest.digest()), bytes), sound);
    }

    /** The digest and size that the file really has. */
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /** Whether size and CRC-32 are those that the container declares. */
    public boolean isSound() {
        return sound;
    }

    @Override
    public byte[] getDigestValue(DigestAlgorithm algorithm) {
        return digestMap.computeIfAbsent(algorithm, this::digest);
    }

    /** Another algorithm than ours costs a reading of its own; only foreign signatures ask for it. */
    private byte[] digest(DigestAlgorithm algorithm) {
        try (InputStream in = container.stream(entry)) {
            MessageDigest digest = MessageDigest.getInstance(algorithm.getJavaName());
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new MinutesException(
                    "DIGEST_UNKNOWN", name + " is signed with the digest " + algorithm + ", unknown to this JDK", e);
        }
    }

    @Override
    public InputStream openStream() {
        return container.stream(entry);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
