// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.ruling;

import eu.digitalminutes.core.outcome.Text;
import java.util.List;

/** What the rules say about some figures or dates, with the reasons (<i>esito motivato</i>). */
public sealed interface Ruling permits CountedRuling, TermRuling, OpinionRuling {
    /**
     * The row of the table of rules.
     *
     * @return such as {@code R1}
     */
    String rule();

    /**
     * Where the rule stands.
     *
     * @return articles of law, statute or regulation, in words
     */
    String source();

    /**
     * Whether what the rule asks for is there.
     *
     * @return true if it is
     */
    boolean holds();

    /**
     * What does not change the result but should be known.
     *
     * @return stable codes in upper case, possibly none
     */
    List<String> warnings();

    /**
     * The sentence that explains the result: rule, base, what is required, what was counted, what follows.
     *
     * @return the sentence in both languages, put together at each call
     */
    Text explanation();
}
