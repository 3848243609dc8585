// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.dss.SignedDigests;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DigestDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file under CMS signatures, read once for all of them: SHA-256, and whatever other digests its signers name.
 *
 * @param fingerprint its SHA-256 and size
 * @param document its digests, as DSS wants them
 * @param facts its bytes, if it is the facts of a meeting by its name and not too large
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MeasuredContent(Fingerprint fingerprint, DigestDocument document, byte @Nullable [] facts) {
    private static final int BLOCK = 1 << 16;

    /** Reads a file that the given CMS is over, and closes it. */
    static MeasuredContent read(InputStream content, long bytes, byte[] cms, String name, Task task)
            throws IOException {
        return read(content, bytes, new Digests(SignedDigests.algorithms(cms)), name, task);
    }

    static MeasuredContent read(InputStream content, long bytes, Digests digests, String name, Task task)
            throws IOException {
        Task.Stage stage = task.stage("digest " + name, Math.max(bytes, 0));
        ByteArrayOutputStream facts = name.equals(Minutes.FILE_NAME) ? new ByteArrayOutputStream() : null;
        long read = 0;
        try (content) {
            byte[] block = new byte[BLOCK];
            for (int count = content.read(block); count >= 0; count = content.read(block)) {
                digests.update(block, count);
                read += count;
                if (facts != null && read <= SignedContainer.MAX_FACTS) {
                    facts.write(block, 0, count);
                }
                stage.advance(count);
            }
        }
        stage.complete();
        Map<DigestAlgorithm, byte[]> values = digests.values();
        byte[] sha256 = Objects.requireNonNull(values.get(DigestAlgorithm.SHA256));
        DigestDocument document = new DigestDocument(DigestAlgorithm.SHA256, sha256, name);
        values.forEach(document::addDigest);
        return new MeasuredContent(
                new Fingerprint(Digest.of(Arrays.copyOf(sha256, sha256.length)), read),
                document,
                facts == null || read > SignedContainer.MAX_FACTS ? null : facts.toByteArray());
    }

    /** SHA-256 and some others, computed side by side. */
    static final class Digests {
        private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

        private final Map<DigestAlgorithm, MessageDigest> digests = new EnumMap<>(DigestAlgorithm.class);

        Digests(Set<DigestAlgorithm> others) {
            digests.put(DigestAlgorithm.SHA256, Fingerprinter.sha256());
            for (DigestAlgorithm other : others) {
                try {
                    digests.putIfAbsent(other, MessageDigest.getInstance(other.getJavaName()));
                } catch (NoSuchAlgorithmException unknownHere) {
                    // DSS will find no such digest to compare with, and say so
                    LOG.debug("this JDK does not know the digest {} of a signature", other, unknownHere);
                }
            }
        }

        void update(byte[] block, int count) {
            digests.values().forEach(digest -> digest.update(block, 0, count));
        }

        Map<DigestAlgorithm, byte[]> values() {
            Map<DigestAlgorithm, byte[]> values = new EnumMap<>(DigestAlgorithm.class);
            digests.forEach((algorithm, digest) -> values.put(algorithm, digest.digest()));
            return values;
        }
    }
}
