// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.signing;

import eu.digitalminutes.signature.internal.dss.StandingSignature;
import eu.digitalminutes.signature.internal.form.SignedStore;
import eu.digitalminutes.signature.signed.SignedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A signed file as it lies on the disk, in the words of those who use it. */
public final class StandingFile {
    private StandingFile() {}

    /** Describes a file; large content is not read. */
    public static SignedFile describe(Path path, SignedStore store) throws IOException {
        List<StandingSignature> signatures = store.signatures();
        return SignedFile.of(
                path,
                store.form(),
                store.files(),
                StandingMinutes.applied(signatures),
                store.provableUntil(signatures));
    }
}
