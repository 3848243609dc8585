// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import eu.digitalminutes.core.outcome.Report;
import java.io.IOException;
import java.nio.file.Path;

/** Verifies what a {@link Sealer} made (<i>verifica del sigillo dell'indice</i>). */
@FunctionalInterface
public interface SealVerifier {
    /**
     * Checks that a detached signature stands over a file.
     *
     * @param index the sealed file
     * @param seal the signature's file
     * @return findings; valid when the signature is intact and trusted
     * @throws IOException if a file cannot be read
     */
    Report verify(Path index, Path seal) throws IOException;
}
