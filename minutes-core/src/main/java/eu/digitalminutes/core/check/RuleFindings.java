// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Text;
import eu.digitalminutes.core.ruling.Ruling;

/** The sentences of this package's findings. */
final class RuleFindings {
    static final FindingCatalogue CATALOGUE = FindingCatalogue.of(RuleFindings.class);

    private RuleFindings() {}

    /** A finding that follows from a ruling: its own sentence, then why. The basis is where the local rule stands. */
    static Finding explained(String code, Severity severity, String where, Ruling ruling, Object... arguments) {
        Finding plain = CATALOGUE.finding(code, severity, where, arguments);
        Text why = ruling.explanation();
        Text message = new Text(
                plain.message().italian() + " " + why.italian(), plain.message().english() + " " + why.english());
        return Finding.of(code, severity, where, message, plain.basis() + "; " + ruling.source());
    }
}
