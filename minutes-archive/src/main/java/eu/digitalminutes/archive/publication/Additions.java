// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.publication;

import eu.digitalminutes.core.minutes.Sealer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a page of a whole site has beyond one that stands alone.
 *
 * @param home how to come from the page to the site's folder; empty for a page that stands alone
 * @param acts what the session adopted
 * @param redacted copies in place of parts of the recording, by the part's name
 * @param sealer seals the statements of derivation, if they are to be sealed
 * @param checked the parts whose file the caller has compared with the signed digest already
 */
record Additions(
        String home,
        List<PublishedAct> acts,
        Map<String, RedactedCopy> redacted,
        @Nullable Sealer sealer,
        Set<String> checked) {
    static final Additions NONE = new Additions("", List.of(), Map.of(), null, Set.of());

    Additions {
        acts = List.copyOf(acts);
        redacted = Collections.unmodifiableMap(new LinkedHashMap<>(redacted));
        checked = Set.copyOf(checked);
    }

    Additions withHome(String value) {
        if (!value.matches("(\\.\\./)+")) {
            throw new IllegalArgumentException("a way up to the site looks like ../../, not " + value);
        }
        return new Additions(value, acts, redacted, sealer, checked);
    }

    Additions withActs(List<PublishedAct> value) {
        return new Additions(home, value, redacted, sealer, checked);
    }

    Additions withRedacted(String part, RedactedCopy copy) {
        Map<String, RedactedCopy> more = new LinkedHashMap<>(redacted);
        more.put(part, copy);
        return new Additions(home, acts, more, sealer, checked);
    }

    Additions withSealer(Sealer value) {
        return new Additions(home, acts, redacted, value, checked);
    }

    Additions withChecked(String part) {
        Set<String> more = new LinkedHashSet<>(checked);
        more.add(part);
        return new Additions(home, acts, redacted, sealer, more);
    }
}
