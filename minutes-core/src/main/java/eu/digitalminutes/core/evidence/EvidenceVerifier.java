// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.evidence;

import eu.digitalminutes.core.outcome.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Verifies evidence records (<i>verifica dell'evidence record</i>), whoever made them. */
@FunctionalInterface
public interface EvidenceVerifier {
    /**
     * Holds an object against its record. Each file is read once for each hash function of the record.
     *
     * @param record the record's file, RFC 4998 or RFC 6283
     * @param object the files of the object: one, or all of a group
     * @param at the instant for which to answer
     * @return findings; valid when the object is intact under the record, the renewals follow each other and every time
     *     stamp is trusted
     * @throws IOException if a file cannot be read
     */
    Report verify(Path record, List<Path> object, Instant at) throws IOException;
}
