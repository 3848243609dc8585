// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.signing;

import eu.digitalminutes.signature.internal.form.SignedStore;
import eu.digitalminutes.signature.signed.SignedFile;
import java.io.IOException;
import java.nio.file.Path;

/** A signed file as it lies on the disk, in the words of those who use it. */
public final class StandingFile {
    private StandingFile() {}

    /** Describes a file; large content is not read. */
    public static SignedFile describe(Path path, SignedStore store) throws IOException {
        return SignedFile.of(path, store.form(), store.files(), StandingMinutes.applied(store), store.provableUntil());
    }
}
