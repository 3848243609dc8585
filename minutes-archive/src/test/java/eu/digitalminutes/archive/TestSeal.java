// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive;

import eu.digitalminutes.core.content.Fingerprinter;
import eu.digitalminutes.core.minutes.SealVerifier;
import eu.digitalminutes.core.minutes.Sealer;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Seals with nothing but the index's digest; the real seal is tested where it is made. */
public final class TestSeal implements Sealer, SealVerifier {
    @Override
    public Path seal(Path index) throws IOException {
        Path seal = index.resolveSibling(index.getFileName() + ".p7s");
        Files.writeString(seal, Fingerprinter.fingerprint(index).digest().hex());
        return seal;
    }

    @Override
    public Report verify(Path index, Path seal) throws IOException {
        boolean same = new String(Files.readAllBytes(seal), StandardCharsets.ISO_8859_1)
                .equals(Fingerprinter.fingerprint(index).digest().hex());
        return Report.of(
                same
                        ? List.of()
                        : List.of(Finding.of(
                                "SEAL_BROKEN", Severity.FAIL, "PIndex.xml.p7s", new Text("rotto", "broken"), "test")));
    }
}
