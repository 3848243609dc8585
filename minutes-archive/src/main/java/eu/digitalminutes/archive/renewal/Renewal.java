// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.evidence.EvidenceAuthority;
import eu.digitalminutes.core.evidence.HashFunction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stamps the last time stamps of chains again, as records of either form hash them: two leaves for each chain.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4998">RFC 4998, 5.2; RFC 6283, 4.2.1, time-stamp renewal</a>
 */
final class Renewal {
    private Renewal() {}

    /** Renews the chains over a function; empty if there are none. */
    static Optional<EvidenceRun> of(StoreTurn turn, HashFunction function, EvidenceAuthority authority)
            throws IOException {
        List<EvidenceRun> all = turn.runs();
        List<EvidenceRun> same = EvidenceRun.standing(all).stream()
                .filter(run -> run.function() == function)
                .toList();
        if (same.isEmpty()) {
            return Optional.empty();
        }
        try (PendingRun pending = turn.begin(RunKind.RENEWAL, function)) {
            for (EvidenceRun run : same) {
                List<byte[]> tokens = Stream.concat(Stream.of(run), run.renewals(all, Integer.MAX_VALUE).stream())
                        .map(one -> one.stamp().token())
                        .toList();
                for (EvidenceForm form : EvidenceForm.values()) {
                    pending.add(form.renewed(tokens, function));
                }
            }
            return Optional.of(
                    pending.commit(same.stream().map(EvidenceRun::number).toList(), authority));
        }
    }
}
