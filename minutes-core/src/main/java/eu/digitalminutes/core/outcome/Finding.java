// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.outcome;

import java.util.Locale;
import java.util.Objects;

/** One thing that a check has to say about the minutes (<i>rilievo</i>). */
public final class Finding {
    private final String code;
    private final Severity severity;
    private final boolean conclusive;
    private final String where;
    private final Text message;
    private final String basis;

    private Finding(String code, Severity severity, boolean conclusive, String where, Text message, String basis) {
        this.code = Objects.requireNonNull(code, "code");
        this.severity = Objects.requireNonNull(severity, "severity");
        this.conclusive = conclusive;
        this.where = Objects.requireNonNull(where, "where");
        this.message = Objects.requireNonNull(message, "message");
        this.basis = Objects.requireNonNull(basis, "basis");
    }

    /**
     * A finding that is certain.
     *
     * @param code the stable name of what was found, in upper case
     * @param severity its weight
     * @param where the file, event, item, seat or signature that it is about; empty when it is about the whole
     * @param message the sentence for people
     * @param basis the article or clause that it rests on
     * @return the finding
     */
    public static Finding of(String code, Severity severity, String where, Text message, String basis) {
        return new Finding(code, severity, true, where, message, basis);
    }

    /**
     * A failure that is not certain: what is needed to decide was not at hand (a revocation list, a trusted list).
     *
     * @param code the stable name of what was found, in upper case
     * @param where what it is about; empty when it is about the whole
     * @param message the sentence for people
     * @param basis the article or clause that it rests on
     * @return a finding of severity {@link Severity#FAIL} that makes a report indeterminate, not invalid
     */
    public static Finding undecided(String code, String where, Text message, String basis) {
        return new Finding(code, Severity.FAIL, false, where, message, basis);
    }

    /**
     * The stable name, for software.
     *
     * @return upper case letters and underscores
     */
    public String code() {
        return code;
    }

    /**
     * The weight in the verdict.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * Whether the failure is certain.
     *
     * @return false only for {@link #undecided undecided} findings
     */
    public boolean conclusive() {
        return conclusive;
    }

    /**
     * What the finding is about.
     *
     * @return a file name, an event, a vote, a seat, a signature; empty for the whole
     */
    public String where() {
        return where;
    }

    /**
     * The sentence for people.
     *
     * @return the sentence in both languages
     */
    public Text message() {
        return message;
    }

    /**
     * The law or standard behind the finding.
     *
     * @return such as {@code TUEL 38(2)}
     */
    public String basis() {
        return basis;
    }

    @Override
    public String toString() {
        return severity + " " + code + (where.isEmpty() ? "" : " " + where) + ": " + message.in(Locale.ENGLISH);
    }
}
