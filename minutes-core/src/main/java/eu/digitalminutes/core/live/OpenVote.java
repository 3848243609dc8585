// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.live;

import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.ruling.QuorumRuling;
import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * A vote under way (<i>votazione in corso</i>).
 *
 * @param opening how it was put
 * @param since when it was opened
 * @param quorum whether enough members were there when it was opened
 */
public record OpenVote(Voting.VoteOpened opening, OffsetDateTime since, QuorumRuling quorum) {
    /**
     * A vote under way.
     *
     * @param opening how it was put
     * @param since when it was opened
     * @param quorum whether enough members were there when it was opened
     */
    public OpenVote {
        Objects.requireNonNull(opening, "opening");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(quorum, "quorum");
    }
}
