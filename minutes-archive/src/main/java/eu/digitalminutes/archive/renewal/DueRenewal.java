// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.renewal;

import eu.digitalminutes.core.outcome.Text;
import java.time.Instant;

/** What must be renewed by when (<i>scadenza</i>). Immutable. */
public final class DueRenewal {
    private final EvidenceRun run;
    private final RenewalCause cause;
    private final String subject;
    private final Instant end;
    private final Instant due;
    private final Text message;

    DueRenewal(EvidenceRun run, RenewalCause cause, String subject, Instant end, Instant due, Text message) {
        this.run = run;
        this.cause = cause;
        this.subject = subject;
        this.end = end;
        this.due = due;
        this.message = message;
    }

    /**
     * The run whose records are concerned.
     *
     * @return the run that hashed them last
     */
    public EvidenceRun run() {
        return run;
    }

    /**
     * Why.
     *
     * @return the cause, which says what to do
     */
    public RenewalCause cause() {
        return cause;
    }

    /**
     * What ends.
     *
     * @return the authority whose certificate ends, or the algorithm
     */
    public String subject() {
        return subject;
    }

    /**
     * When it ends.
     *
     * @return the instant from which the proof stands on nothing
     */
    public Instant end() {
        return end;
    }

    /**
     * By when to renew.
     *
     * @return the end less the margin
     */
    public Instant due() {
        return due;
    }

    /**
     * The sentence for people.
     *
     * @return the sentence in both languages
     */
    public Text message() {
        return message;
    }

    @Override
    public String toString() {
        return due + " " + cause + " " + subject;
    }
}
