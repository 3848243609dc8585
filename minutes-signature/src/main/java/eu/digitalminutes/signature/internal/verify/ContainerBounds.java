// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.cms.CmsBounds;
import eu.digitalminutes.signature.internal.container.ContainerFile;
import eu.digitalminutes.signature.internal.container.Entry;
import eu.digitalminutes.signature.internal.dss.AsicContents;
import java.io.IOException;

/** How much a container may ask of a verifier, so that nobody can keep one busy for hours. */
final class ContainerBounds {
    private static final int MAX_SIGNATURE_FILES = 100;
    /** Each looks at all those before it: a hundred take more than a minute. */
    private static final int MAX_STAMPS = 50;

    /** Small files may be compressed as far as they go. */
    private static final long SMALL = 64L << 20;

    private static final int MAX_OWN_BYTES = 16 << 20;
    private static final int MAX_RATIO = 200;

    private ContainerBounds() {}

    static void require(ContainerFile file) throws IOException {
        long signatures = file.entries().stream()
                .filter(entry -> AsicContents.isXmlSignatures(entry.name())
                        || AsicContents.isSignature(entry.name())
                        || AsicContents.isTimestamp(entry.name())
                        || AsicContents.isEvidence(entry.name()))
                .count();
        if (signatures > MAX_SIGNATURE_FILES) {
            throw malformed(
                    file,
                    "holds " + signatures + " files of signatures; at most " + MAX_SIGNATURE_FILES
                            + " are verified, so that nobody can keep a verifier busy for hours");
        }
        long stamps = file.entries().stream()
                .filter(entry -> AsicContents.isTimestamp(entry.name()))
                .count();
        if (stamps > MAX_STAMPS) {
            throw malformed(file, "holds " + stamps + " time stamps; at most " + MAX_STAMPS + " are verified");
        }
        for (Entry entry : file.entries()) {
            if (AsicContents.isSignature(entry.name()) || AsicContents.isTimestamp(entry.name())) {
                CmsBounds.require(file.bytes(entry, MAX_OWN_BYTES), entry.name());
            }
        }
        long stored = 0;
        long bytes = 0;
        for (Entry entry : file.entries()) {
            if (entry.deflated()) {
                stored += entry.storedBytes();
                bytes += entry.bytes();
            }
        }
        if (bytes > SMALL && bytes / MAX_RATIO > stored) {
            throw malformed(
                    file,
                    "would become " + bytes + " bytes out of " + stored + ": at most " + MAX_RATIO
                            + " times as many are unpacked");
        }
    }

    private static MinutesException malformed(ContainerFile file, String problem) {
        return new MinutesException("CONTAINER_MALFORMED", file.path() + " " + problem);
    }
}
