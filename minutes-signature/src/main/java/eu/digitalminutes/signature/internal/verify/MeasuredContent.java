// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.internal.asic.SignedContainer;
import eu.digitalminutes.signature.internal.dss.MeasuredDocument;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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
 * A file that was read once: its SHA-256, and whatever other digests its signers name.
 *
 * @param fingerprint its SHA-256 and size
 * @param document its digests, as DSS wants them
 * @param facts its bytes, if it is the facts of a meeting by its name and not too large
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MeasuredContent(Fingerprint fingerprint, MeasuredDocument document, byte @Nullable [] facts) {

    /** How a file's bytes are looked into while they are digested. */
    interface Look {
        void into(InputStream passing) throws IOException;
    }

    /** Reads a file to its end, which somebody may look into meanwhile. */
    static MeasuredContent read(Source source, InputStream in, Digests digests, Look look, Task task)
            throws IOException {
        boolean isFacts = source.name().equals(Minutes.FILE_NAME);
        PassedOn passed = new PassedOn(
                in,
                digests,
                isFacts ? SignedContainer.MAX_FACTS : 0,
                null,
                task.stage("digest " + source.name(), Math.max(source.bytes(), 0)));
        look.into(passed);
        passed.drain(source.bytes());
        Map<DigestAlgorithm, byte[]> values = digests.values();
        byte[] sha256 = Objects.requireNonNull(values.get(DigestAlgorithm.SHA256));
        byte[] facts = passed.kept();
        return new MeasuredContent(
                new Fingerprint(Digest.of(Arrays.copyOf(sha256, sha256.length)), passed.bytes()),
                new MeasuredDocument(source.name(), values, source.opener()),
                facts.length == 0 ? null : facts);
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

        /** All that remains of a block, whose position stays where it is. */
        void update(ByteBuffer block) {
            digests.values().forEach(digest -> digest.update(block.duplicate()));
        }

        Map<DigestAlgorithm, byte[]> values() {
            Map<DigestAlgorithm, byte[]> values = new EnumMap<>(DigestAlgorithm.class);
            digests.forEach((algorithm, digest) -> values.put(algorithm, digest.digest()));
            return values;
        }
    }
}
