// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import eu.digitalminutes.core.outcome.Report;
import java.time.Instant;
import java.util.Objects;

/**
 * That one package was looked at, and what was found of it (<i>verifica di un pacchetto</i>).
 *
 * @param name the package's path below the store, with slashes
 * @param time when the look at it ended
 * @param report what is wrong with it; empty and valid if nothing is
 */
public record FixityCheck(String name, Instant time, Report report) {
    /**
     * One package that was looked at.
     *
     * @param name the package's path below the store, with slashes
     * @param time when the look at it ended
     * @param report what is wrong with it
     */
    public FixityCheck {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(report, "report");
    }
}
