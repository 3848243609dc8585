// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an import could not take over, each kind of thing once with how often. */
final class AknNotices {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(AknNotices.class);

    private final Map<List<String>, Integer> counts = new LinkedHashMap<>();

    void add(String code, String what) {
        String shown = what.length() > 120 ? what.substring(0, 120) + "…" : what;
        counts.merge(List.of(code, shown), 1, Integer::sum);
    }

    List<Finding> list() {
        List<Finding> findings = new ArrayList<>();
        counts.forEach((key, times) -> findings.add(
                CATALOGUE.finding(key.get(0), Severity.WARN, key.get(1), key.get(1), Integer.toString(times))));
        return findings;
    }
}
