// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.evidence.ArchiveStamp;
import eu.digitalminutes.core.evidence.EvidenceAuthority;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import java.time.Instant;
import java.util.List;

/** An authority that anybody can imitate: its token is the digest with a head. */
final class StubAuthority implements EvidenceAuthority {
    static final EvidenceAuthority DOWN = (function, digest) -> {
        throw new ServiceUnavailableException("TSA_UNAVAILABLE", "down", null);
    };

    @Override
    public ArchiveStamp stamp(HashFunction function, byte[] digest) {
        byte[] token = new byte[digest.length + 2];
        token[0] = 0x30;
        token[1] = (byte) digest.length;
        System.arraycopy(digest, 0, token, 2, digest.length);
        return ArchiveStamp.of(
                token, Instant.parse("2026-03-12T10:00:00Z"), "Marche Temporali", List.of("RSA-2048", "SHA-256"));
    }
}
