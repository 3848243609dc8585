// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Text;
import eu.digitalminutes.core.ruling.Ruling;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * Why a step may not be taken (<i>motivo ostativo</i>).
 *
 * @param code the stable name of the rule that it breaks, in upper case
 * @param message which rule, what is missing and what to do
 * @param basis the article that the rule rests on, and where the local rule stands
 */
public record Refusal(String code, Text message, String basis) {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(Refusal.class);

    /**
     * Why a step may not be taken.
     *
     * @param code the stable name of the rule that it breaks
     * @param message which rule, what is missing and what to do
     * @param basis the article that the rule rests on
     */
    public Refusal {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(basis, "basis");
    }

    /**
     * A refusal whose sentence stands in the catalogue of this package.
     *
     * @param code a code of the catalogue
     * @param arguments what the sentence's placeholders stand for; texts are put in the language of the sentence
     * @return the refusal
     * @throws IllegalArgumentException if the catalogue lacks the code
     */
    public static Refusal of(String code, Object... arguments) {
        Finding italian = CATALOGUE.finding(code, Severity.FAIL, "", in(Locale.ITALIAN, arguments));
        Finding english = CATALOGUE.finding(code, Severity.FAIL, "", in(Locale.ENGLISH, arguments));
        Text message = new Text(italian.message().italian(), english.message().english());
        return new Refusal(code, message, italian.basis());
    }

    /**
     * A refusal that follows from a ruling: its own sentence, then why.
     *
     * @param code a code of the catalogue
     * @param ruling the ruling that does not hold
     * @param arguments what the sentence's placeholders stand for
     * @return the refusal, whose basis names the row of the rule and where it stands
     * @throws IllegalArgumentException if the catalogue lacks the code
     */
    public static Refusal explained(String code, Ruling ruling, Object... arguments) {
        Refusal plain = of(code, arguments);
        Text why = ruling.explanation();
        Text message =
                new Text(plain.message.italian() + " " + why.italian(), plain.message.english() + " " + why.english());
        return new Refusal(code, message, ruling.rule() + "; " + plain.basis + "; " + ruling.source());
    }

    private static Object[] in(Locale language, Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Text text ? text.in(language) : String.valueOf(argument))
                .toArray();
    }

    @Override
    public String toString() {
        return code + ": " + message.english() + " [" + basis + "]";
    }
}
