// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.core.evidence.ArchiveStamp;
import eu.digitalminutes.core.evidence.EvidenceAuthority;
import eu.digitalminutes.core.evidence.HashFunction;
import eu.digitalminutes.signature.internal.dss.EvidenceStamp;
import eu.digitalminutes.signature.trust.TimestampAuthorities;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import java.util.Objects;

/**
 * Has the hash trees of an archive stamped (<i>marca temporale dell'archivio</i>): what minutes-archive asks for to make
 * evidence records and to renew them. Safe for several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998; RFC 3161</a>
 */
public final class ArchiveStamper implements EvidenceAuthority {
    private final TimestampAuthorities authorities;

    /**
     * Stamps by one authority.
     *
     * @param authority who is asked
     */
    public ArchiveStamper(TimestampAuthority authority) {
        this(TimestampAuthorities.inOrder(authority));
    }

    /**
     * Stamps by the first authority that answers.
     *
     * @param authorities who is asked, in their order and within their budgets
     */
    public ArchiveStamper(TimestampAuthorities authorities) {
        this.authorities = Objects.requireNonNull(authorities, "authorities");
    }

    /**
     * Asks for a stamp and checks it: over that digest, signed by the certificate that it carries, made for time stamps.
     *
     * @param function the function that the digest was made with
     * @param digest the root of a hash tree
     * @return the stamp, in DER
     * @throws eu.digitalminutes.core.outcome.ServiceUnavailableException if no authority gives a usable stamp
     */
    @Override
    public ArchiveStamp stamp(HashFunction function, byte[] digest) {
        return EvidenceStamp.stamp(authorities, function, digest);
    }
}
