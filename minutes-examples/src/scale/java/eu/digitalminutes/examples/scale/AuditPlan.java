// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.scale;

import eu.digitalminutes.archive.MinutesArchive;
import eu.digitalminutes.archive.fixity.FixityAudit;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What every machine must know to audit: words alone, since an audit itself does not travel.
 *
 * @param store the store, a path or a URI
 * @param catalogue the catalogue, a path or a URI
 * @param olderThan how long ago the last audit must be
 * @param bytesPerSecond the most that one task may read; 0 for no limit
 */
record AuditPlan(String store, String catalogue, Duration olderThan, long bytesPerSecond) implements Serializable {
    /** A worker has another folder to begin from, so names are made whole here. */
    AuditPlan {
        store = whole(store);
        catalogue = whole(catalogue);
    }

    FixityAudit audit() {
        return MinutesArchive.audit(path(store), path(catalogue))
                .olderThan(olderThan)
                .bytesPerSecond(bytesPerSecond);
    }

    private static String whole(String text) {
        return isUri(text) ? text : Path.of(text).toAbsolutePath().normalize().toString();
    }

    private static Path path(String text) {
        return isUri(text) ? Path.of(URI.create(text)) : Path.of(text);
    }

    private static boolean isUri(String text) {
        return text.contains("://");
    }
}
