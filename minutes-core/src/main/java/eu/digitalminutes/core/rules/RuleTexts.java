// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Text;
import java.util.Arrays;
import java.util.Locale;

/** The sentences that explain rulings, kept as data beside the rules. */
final class RuleTexts {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(RuleTexts.class);

    private RuleTexts() {}

    /** A sentence whose placeholders may stand for other texts: each language gets its own words. */
    static Text say(String key, Object... arguments) {
        return new Text(
                CATALOGUE.text(key, in(Locale.ITALIAN, arguments)).italian(),
                CATALOGUE.text(key, in(Locale.ENGLISH, arguments)).english());
    }

    /** The words for a constant of a rule. */
    static Text word(Enum<?> value) {
        return say(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    private static Object[] in(Locale language, Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Text text ? text.in(language) : String.valueOf(argument))
                .toArray();
    }
}
