// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.sincro;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Where what lies in a package. */
final class SincroLayout {
    static final String CONTAINER_NAME = "minutes.asice";
    static final String CONTAINER = "content/" + CONTAINER_NAME;
    static final String METADATA = "metadata/minutes.xml";
    static final String METADATA_TYPE = "application/xml";
    static final String RENDITIONS = "renditions/";

    private SincroLayout() {}

    /** The seal lies beside the index and is named after it; a CAdES signature goes before anything else. */
    static Optional<String> seal(Set<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(PIndex.FILE_NAME + ".") && name.indexOf('/') < 0)
                .min(Comparator.comparing((String name) -> !name.endsWith(".p7s"))
                        .thenComparing(name -> name));
    }
}
