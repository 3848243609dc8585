// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core;

import eu.digitalminutes.core.check.SessionChecks;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Report;

/** Holds the facts of minutes against the law and the local rules (<i>controllo del verbale</i>). */
public final class MinutesChecker {
    private MinutesChecker() {}

    /**
     * Checks 14 to 21 and 24 of the legal report: head, convocation, events, quorum, votes, opinions, recusals, remote attendance, recording and versions. Opens no file.
     *
     * @param minutes the facts
     * @return every finding; {@link eu.digitalminutes.core.outcome.Verdict#VALID VALID} when nothing fails
     * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art.
     *     38, 39, 78, 97 and 134</a>
     */
    public static Report check(Minutes minutes) {
        return Report.of(SessionChecks.of(minutes));
    }
}
