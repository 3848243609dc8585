// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.ruling;

import eu.digitalminutes.core.outcome.Text;
import java.util.Objects;

/**
 * The figures of a count, as an explanation shows them (<i>computo</i>).
 *
 * @param rule the row of the table of rules, such as {@code R1}
 * @param source where the rule stands, in words
 * @param base of how many
 * @param baseName of whom
 * @param required how many are needed
 * @param counted how many there are
 */
public record Figures(String rule, String source, int base, Text baseName, int required, int counted) {
    /**
     * The figures of a count.
     *
     * @param rule the row of the table of rules, such as {@code R1}
     * @param source where the rule stands, in words
     * @param base of how many
     * @param baseName of whom
     * @param required how many are needed
     * @param counted how many there are
     */
    public Figures {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(baseName, "baseName");
    }

    /**
     * Whether there are as many as are needed.
     *
     * @return true if the count reaches what is required
     */
    public boolean reached() {
        return counted >= required;
    }
}
