// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import eu.digitalminutes.core.outcome.FindingCatalogue;

/** The sentences of this package's findings. */
final class RuleFindings {
    static final FindingCatalogue CATALOGUE = FindingCatalogue.of(RuleFindings.class);

    private RuleFindings() {}
}
