// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.deliberation.step.Ballot;
import eu.digitalminutes.core.deliberation.step.Completion;
import eu.digitalminutes.core.deliberation.step.Decision;
import eu.digitalminutes.core.deliberation.step.DeliberationNumber;
import eu.digitalminutes.core.deliberation.step.Ending;
import eu.digitalminutes.core.deliberation.step.ExecutabilityGround;
import eu.digitalminutes.core.deliberation.step.Preparation;
import eu.digitalminutes.core.deliberation.step.Spending;
import eu.digitalminutes.core.deliberation.step.Step;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.meeting.MeetingId;
import eu.digitalminutes.core.rules.PublicationRule;
import eu.digitalminutes.core.ruling.TermRuling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whether what a step says may be, once its kind may be taken at all. */
final class StepRules {
    private final Deliberation head;
    private final Unfolding act;
    private final Step step;
    private final LocalDate day;
    private final List<Refusal> found = new ArrayList<>();

    private StepRules(Deliberation head, Unfolding act, Step step) {
        this.head = head;
        this.act = act;
        this.step = step;
        this.day = step.at().toLocalDate();
    }

    static List<Refusal> refusals(Deliberation head, Unfolding act, Step step) {
        List<Refusal> position = PositionRules.refusals(act, step.what().kind());
        if (!position.isEmpty()) {
            return position;
        }
        StepRules rules = new StepRules(head, act, step);
        rules.judge();
        return rules.found;
    }

    private void judge() {
        Step last = act.last;
        if (last != null && step.at().toInstant().isBefore(last.at().toInstant())) {
            refuse("STEP_OUT_OF_ORDER", step.at(), last.at());
        }
        if (step.what() instanceof Preparation.PutOnAgenda listed) {
            ofThisOrgan(listed.meeting());
        } else if (step.what() instanceof Decision decision) {
            decision(decision);
        } else if (step.what() instanceof Completion completion) {
            completion(completion);
        } else if (step.what() instanceof Spending spending) {
            found.addAll(SpendingRules.refusals(act, spending, step.by()));
        } else if (step.what() instanceof Ending && !(step.what() instanceof Ending.Withdrawn)) {
            if (step.reason().isBlank()) {
                refuse("REASON_MISSING", step.what().kind().label());
            }
        }
    }

    private void ofThisOrgan(MeetingId meeting) {
        if (meeting.organ() != head.organ() || !meeting.ipaCode().equals(head.ipaCode())) {
            refuse("OTHER_ORGAN", meeting, head.organ().label());
        }
    }

    private void decision(Decision what) {
        if (what instanceof Decision.ImmediateExecutionVoted voted) {
            immediate(voted.ballot());
            return;
        }
        MeetingId listed = Objects.requireNonNull(act.agenda).meeting();
        if (what instanceof Decision.DiscussionOpened opened) {
            inMeeting(opened.meeting(), listed);
        } else if (what instanceof Decision.Postponed postponed) {
            inMeeting(postponed.meeting(), listed);
        } else if (what instanceof Decision.Amended amended) {
            inMeeting(amended.ballot().meeting(), listed);
            if (amended.ballot().outcome() != Outcome.APPROVED) {
                refuse("AMENDMENT_NOT_APPROVED", amended.ballot().vote());
            }
            found.addAll(BallotRules.refusals(act, amended.ballot(), day));
        } else if (what instanceof Decision.Voted voted) {
            Ballot ballot = voted.ballot();
            inMeeting(ballot.meeting(), listed);
            found.addAll(BallotRules.refusals(act, ballot, day));
            boolean departs = ballot.outcome() == Outcome.APPROVED && OpinionsDue.isUnfavourable(act.proposal);
            if (departs && step.reason().isBlank()) {
                refuse("REASONS_FOR_DEPARTING_MISSING");
            }
        }
    }

    private void inMeeting(MeetingId meeting, MeetingId expected) {
        if (!meeting.equals(expected)) {
            refuse("OTHER_MEETING", meeting, expected);
        }
    }

    private void immediate(Ballot ballot) {
        Ballot main = Objects.requireNonNull(act.approval);
        inMeeting(ballot.meeting(), main.meeting());
        if (ballot.vote().equals(main.vote())) {
            refuse("IMMEDIATE_NOT_SEPARATE", ballot.vote());
        }
        found.addAll(BallotRules.refusals(act, ballot, day));
    }

    private void completion(Completion what) {
        LocalDate adopted = Objects.requireNonNull(act.adopted);
        if (what instanceof Completion.Numbered numbered) {
            DeliberationNumber number = numbered.number();
            if (number.organ() != head.organ()
                    || !number.ipaCode().equals(head.ipaCode())
                    || number.year() != adopted.getYear()) {
                refuse("NUMBER_OF_OTHER_REGISTER", number, head.organ().label(), String.valueOf(adopted.getYear()));
            }
        } else if (what instanceof Completion.Published published) {
            publication(published, adopted);
        } else if (what instanceof Completion.BecameExecutable executable) {
            effect(executable, adopted);
        }
    }

    private void publication(Completion.Published published, LocalDate adopted) {
        TermRuling term = act.rules.publication().publication(published.from(), published.to());
        if (!term.holds()) {
            found.add(Refusal.explained("ALBO_TOO_SHORT", term, term.counted(), term.required()));
        }
        if (published.from().isBefore(adopted)) {
            refuse("BEFORE_ADOPTION", published.from(), adopted);
        }
    }

    private void effect(Completion.BecameExecutable what, LocalDate adopted) {
        if (what.on().isBefore(adopted)) {
            refuse("BEFORE_ADOPTION", what.on(), adopted);
        } else if (day.isBefore(what.on())) {
            refuse("EFFECT_IN_FUTURE", what.on(), day);
        }
        Completion.Published published = act.published;
        PublicationRule rule = act.rules.publication();
        if (what.ground() == ExecutabilityGround.IMMEDIATE) {
            if (!act.immediate) {
                refuse("NOT_IMMEDIATE");
            }
        } else if (published == null) {
            refuse("NOT_PUBLISHED");
        } else {
            TermRuling term = rule.executability(published.from(), what.on());
            if (!term.holds()) {
                found.add(Refusal.explained(
                        "NOT_YET_EXECUTABLE", term, what.on(), term.firstDay().orElse(what.on())));
            }
        }
    }

    private void refuse(String code, Object... arguments) {
        found.add(Refusal.of(code, arguments));
    }
}
