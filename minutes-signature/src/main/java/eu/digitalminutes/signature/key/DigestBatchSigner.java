// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import java.util.List;

/**
 * A device or service that signs several digests with one consent of its owner (<i>firma massiva</i>). With
 * {@link BatchSigningKey#ofDigests} it becomes a key; a lambda is enough.
 */
@FunctionalInterface
public interface DigestBatchSigner extends AutoCloseable {
    /**
     * Signs digests, once: it is never asked again after a refusal.
     *
     * @param digests SHA-256 of what is signed; at least one
     * @return a value for each digest, in their order, of the kind that {@link DigestSigner#sign} gives
     * @throws SigningRefusedException if the device or its owner refuses
     * @throws ServiceUnavailableException if it does not answer
     */
    List<byte[]> signAll(List<Digest> digests);

    /** Forgets secrets and ends the session; called when the key is closed. Does nothing unless overridden. */
    @Override
    default void close() {}
}
