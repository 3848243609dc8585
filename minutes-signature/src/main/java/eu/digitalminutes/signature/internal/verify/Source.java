// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.signature.internal.dss.Opener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Something that may be signed.
 *
 * @param name what it is called where it lies
 * @param bytes how many it has, if that is known; else negative
 * @param opener opens it, each time from its beginning
 */
record Source(String name, long bytes, Opener opener) {
    static Source of(Path file, String name) throws IOException {
        return new Source(name, Files.size(file), () -> Files.newInputStream(file));
    }

    InputStream open() throws IOException {
        return opener.open();
    }
}
