// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import java.util.HashMap;
import java.util.Map;

/** Gives eIds in the way of the naming convention: what stands where, counted within its parent. */
final class AknIds {
    private static final Map<String, String> SHORT =
            Map.of("debateSection", "dbsect", "quorumVerification", "qv", "voting", "voting");

    private final Map<String, Integer> counts = new HashMap<>();

    /**
     * The next eId of an element.
     *
     * @param parent the eId of the element around it; empty where it counts within the document
     * @param element what it is
     * @return such as {@code dbsect_2__speech_3}
     */
    String next(String parent, String element) {
        String prefix = parent.isEmpty() ? "" : parent + "__";
        String stem = prefix + SHORT.getOrDefault(element, element);
        return stem + "_" + counts.merge(stem, 1, Integer::sum);
    }
}
