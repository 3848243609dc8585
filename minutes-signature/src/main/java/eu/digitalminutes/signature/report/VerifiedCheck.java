// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import eu.digitalminutes.core.outcome.Text;
import java.util.List;
import java.util.Objects;

/**
 * One of the requirements that the report goes through (<i>controllo</i>): what the law expects, and what was found. It
 * decides nothing: the findings do, and each finding that fails stands in one check.
 *
 * @see <a href="https://eur-lex.europa.eu/eli/reg/2014/910/oj">Regulation (EU) 910/2014, art. 32</a>
 */
public final class VerifiedCheck {
    /** What came of a check. */
    public enum Outcome {
        /** What is expected is there. */
        MET,
        /** It is there, with something that can be contested. */
        WARNED,
        /** What is needed to decide was not at hand. */
        UNDECIDED,
        /** It is certainly not there. */
        NOT_MET,
        /** The question does not arise, such as who presided over a file that is no minutes. */
        NOT_EXAMINED
    }

    private final int number;
    private final Text title;
    private final Text expected;
    private final List<Text> found;
    private final Outcome outcome;
    private final String basis;

    private VerifiedCheck(int number, Text title, Text expected, List<Text> found, Outcome outcome, String basis) {
        this.number = number;
        this.title = Objects.requireNonNull(title, "title");
        this.expected = Objects.requireNonNull(expected, "expected");
        this.found = List.copyOf(found);
        this.outcome = Objects.requireNonNull(outcome, "outcome");
        this.basis = Objects.requireNonNull(basis, "basis");
    }

    /** A check; for the report, which has them in order. */
    static VerifiedCheck of(int number, Text title, Text expected, List<Text> found, Outcome outcome, String basis) {
        return new VerifiedCheck(number, title, expected, found, outcome, basis);
    }

    /**
     * Its number in the list of the checks, which stays the same.
     *
     * @return from 1 to 24; 0 for findings that belong to no other
     */
    public int number() {
        return number;
    }

    /**
     * What it is about.
     *
     * @return a few words
     */
    public Text title() {
        return title;
    }

    /**
     * What the law expects.
     *
     * @return a sentence
     */
    public Text expected() {
        return expected;
    }

    /**
     * What was found: the findings, or the facts that meet the expectation.
     *
     * @return an immutable list of sentences, never empty
     */
    public List<Text> found() {
        return found;
    }

    /**
     * What came of it.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * The law or standard that expects it.
     *
     * @return such as {@code TUEL 38(2)}
     */
    public String basis() {
        return basis;
    }

    @Override
    public String toString() {
        return number + " " + outcome + " " + title.english();
    }
}
