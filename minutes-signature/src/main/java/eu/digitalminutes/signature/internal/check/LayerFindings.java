// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;

/** What is seen while a file is read, level by level, as findings. */
public final class LayerFindings {
    private LayerFindings() {}

    /** More levels lie in each other than are opened. */
    public static Finding nestedTooDeep(String file, int levels) {
        return CATALOGUE.undecided("NESTED_TOO_DEEP", file, file, levels);
    }

    /** More signed files lie in each other or side by side than are opened. */
    public static Finding tooManyInside(String file, int opened) {
        return CATALOGUE.undecided("TOO_MANY_SIGNED_FILES", file, file, opened);
    }

    /** Something inside begins like a signed file and is none. */
    public static Finding innerUnreadable(String file, String problem) {
        return CATALOGUE.undecided("INNER_UNREADABLE", file, file, problem);
    }

    /** What a signature or time stamp is over is not at hand. */
    public static Finding contentMissing(String signed, String content) {
        return CATALOGUE.undecided("CONTENT_NOT_AT_HAND", content, signed, content);
    }

    /** What a signature or time stamp is over was not read: the caller gave its digest. */
    public static Finding contentByDigest(String content, String digest) {
        return CATALOGUE.finding("CONTENT_BY_DIGEST", Severity.WARN, content, content, digest);
    }

    /** An authority answered without a time stamp. */
    public static Finding noStampGranted(String file) {
        return CATALOGUE.finding("TIMESTAMP_NOT_GRANTED", Severity.FAIL, file, file);
    }

    /** A simple container with another number of files than one. */
    public static Finding notOneFile(String container, int files) {
        return CATALOGUE.finding("CONTAINER_NOT_SIMPLE", Severity.FAIL, container, container, files);
    }

    /** A container's manifest and a signature disagree on what a file is. */
    public static Finding mediaTypes(String file, String listed, String signed) {
        return CATALOGUE.finding("MEDIA_TYPE_MISMATCH", Severity.FAIL, file, file, listed, signed);
    }
}
