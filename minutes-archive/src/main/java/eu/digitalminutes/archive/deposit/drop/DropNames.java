// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.drop;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.FileNames;
import eu.digitalminutes.core.outcome.ContentMismatchException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names and failures that all places have in common. */
final class DropNames {
    private DropNames() {}

    /** The folders and the name at the end; none leads out. */
    static List<String> parts(String name) {
        List<String> parts = List.of(name.split("/", -1));
        parts.forEach(FileNames::requirePortable);
        return parts;
    }

    static ContentMismatchException altered(Path file, Digest expected, Digest found) {
        return new ContentMismatchException(
                "DEPOSIT_PACKAGE_ALTERED",
                file + " changed while it was sent: its digest was " + expected + " and is " + found
                        + "; close what writes to it and run the deposit again",
                null);
    }

    static ContentMismatchException conflict(String place, String name) {
        return new ContentMismatchException(
                "DEPOSIT_CONFLICT",
                place + " holds another file named " + name
                        + " already: see which one is right, and give this package a name of its own",
                null);
    }

    static ServiceUnavailableException unreachable(String place, @Nullable Throwable cause) {
        return new ServiceUnavailableException(
                "DEPOSIT_UNREACHABLE",
                place + " cannot be reached, read or written (" + (cause == null ? "" : cause.getMessage())
                        + "); run the deposit again later, what was laid there is recognised",
                cause);
    }
}
