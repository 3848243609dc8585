// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.stories;

import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.step.Advance;
import eu.digitalminutes.core.deliberation.step.Ballot;
import eu.digitalminutes.core.deliberation.step.Decision;
import eu.digitalminutes.core.deliberation.step.Preparation;
import eu.digitalminutes.core.deliberation.step.Turnout;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.meeting.MeetingId;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.proposal.Commitment;
import eu.digitalminutes.core.proposal.Opinion;
import eu.digitalminutes.core.proposal.OpinionKind;
import eu.digitalminutes.core.proposal.OpinionOutcome;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.rules.LocalRules;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What people write in the story of {@link DeliberationIter}: a new roof for the school, proposed, judged and voted. */
final class SchoolRoof {
    static final MeetingId SITTING = new MeetingId("c_z998", OrganKind.COUNCIL, 2026, 7);
    static final String OFFICER = "Dario Conti, lavori pubblici";

    private SchoolRoof() {}

    static Deliberation draft(BigDecimal sum) {
        Proposal proposal = Proposal.of("41/2026", "Assessore ai lavori pubblici")
                .withCommitment(new Commitment(2026, "2041/1", sum, "Impresa Rossi", OFFICER, ""));
        return Deliberation.draft(
                "c_z998", OrganKind.COUNCIL, "Tetto della scuola", proposal, LocalRules.ordinaryCouncil());
    }

    static Advance opinion(OpinionKind kind) {
        LocalDate day = LocalDate.of(2026, 3, 3);
        return new Preparation.OpinionGiven(new Opinion(kind, OpinionOutcome.FAVOURABLE, "Luca Verdi", day, ""));
    }

    /** Nine in favour, three against, one abstains, of a mayor and twelve councillors. */
    static Advance vote() {
        Tally tally = Tally.of(9, 3, 1);
        return new Decision.Voted(Ballot.of(SITTING, "v1", VoteKind.MAIN, Turnout.of(12, 13), tally, Outcome.APPROVED));
    }
}
