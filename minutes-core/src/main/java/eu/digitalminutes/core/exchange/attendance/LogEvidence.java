// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import eu.digitalminutes.core.content.Fingerprint;
import java.util.Objects;

/**
 * The log file itself as evidence (<i>prova documentale</i>): attach it, unchanged, to the minutes.
 *
 * @param file its name without folders
 * @param fingerprint digest and size of the bytes that were read
 */
public record LogEvidence(String file, Fingerprint fingerprint) {
    /**
     * A log file.
     *
     * @param file its name without folders
     * @param fingerprint digest and size of the bytes that were read
     */
    public LogEvidence {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
