// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.sitting;

import eu.digitalminutes.core.check.SessionChecks;
import eu.digitalminutes.core.course.Course;
import eu.digitalminutes.core.course.ItemState;
import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.Refusal;
import eu.digitalminutes.core.deliberation.RefusedStepException;
import eu.digitalminutes.core.deliberation.step.Advance;
import eu.digitalminutes.core.deliberation.step.Ballot;
import eu.digitalminutes.core.deliberation.step.Decision;
import eu.digitalminutes.core.deliberation.step.Ending;
import eu.digitalminutes.core.deliberation.step.Preparation;
import eu.digitalminutes.core.deliberation.step.Step;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Convocation;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.proposal.Opinion;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.voting.Vote;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the minutes of a meeting say that became of deliberations (<i>esiti della seduta</i>).
 *
 * <p>A point and a deliberation belong together if the point's proposal has the deliberation's reference. The votes are
 * judged twice, by the checks of the minutes and by the rules of the deliberation; one that does not stand moves nothing.
 */
public final class MeetingDecisions {
    private final Meeting meeting;
    private final Course course;
    private final MeetingBallots ballots;
    private final Map<String, Vote> votes;
    private final List<Finding> failures;

    private MeetingDecisions(Minutes minutes) {
        this.meeting = minutes.meeting();
        this.course = Course.of(meeting);
        this.ballots = new MeetingBallots(meeting, course);
        this.votes = Vote.allOf(meeting).stream()
                .filter(vote -> !vote.isAnnulled())
                .collect(Collectors.toMap(Vote::id, Function.identity()));
        this.failures = SessionChecks.of(minutes).stream()
                .filter(finding -> finding.severity() == Severity.FAIL)
                .toList();
    }

    /**
     * Reads the minutes of a meeting and checks them once.
     *
     * @param minutes the facts
     * @return the decisions
     */
    public static MeetingDecisions of(Minutes minutes) {
        return new MeetingDecisions(minutes);
    }

    /**
     * Lets every deliberation that was on the agenda take the steps of the meeting.
     *
     * @param acts deliberations, of which those not on the agenda are left out of the answer
     * @param by who records it
     * @return what became of each, in the order given
     */
    public List<Advanced> advance(Collection<Deliberation> acts, String by) {
        return acts.stream()
                .filter(act -> item(act).isPresent())
                .map(act -> advance(act, by, ""))
                .toList();
    }

    /**
     * Lets a deliberation take the steps of the meeting, all of them or none. Steps that its history has already are not
     * repeated.
     *
     * @param act the deliberation
     * @param by who records it
     * @param reasons why the organ departed from an unfavourable opinion; empty if it did not
     * @return the deliberation afterwards, unchanged if it was not on the agenda, or why the minutes cannot be followed
     */
    public Advanced advance(Deliberation act, String by, String reasons) {
        AgendaItem item = item(act).orElse(null);
        if (item == null) {
            return new Advanced(act, List.of());
        }
        List<Refusal> defects = defects(item);
        if (!defects.isEmpty()) {
            return new Advanced(act, defects);
        }
        try {
            Deliberation result = act;
            for (Step step : steps(act, item, by, reasons)) {
                boolean known =
                        act.history().stream().anyMatch(taken -> taken.what().equals(step.what()));
                result = known ? result : result.take(step);
            }
            return new Advanced(result, List.of());
        } catch (RefusedStepException e) {
            return new Advanced(act, e.refusals());
        }
    }

    private Optional<AgendaItem> item(Deliberation act) {
        return meeting.agenda().stream()
                .filter(item -> item.proposal().map(Proposal::reference).equals(Optional.of(act.reference())))
                .findFirst();
    }

    /** What the checks hold against the votes of a point; the majority is judged by the deliberation, for statutes too. */
    private List<Refusal> defects(AgendaItem item) {
        return failures.stream()
                .filter(finding -> !finding.code().equals("OUTCOME_WRONG"))
                .filter(finding -> votes.containsKey(finding.where())
                        && votes.get(finding.where()).item().equals(item.id()))
                .map(finding -> new Refusal(finding.code(), finding.message(), finding.basis()))
                .toList();
    }

    private List<Step> steps(Deliberation act, AgendaItem item, String by, String reasons) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(listedAt(act), by, new Preparation.PutOnAgenda(meeting.id(), item.id())));
        for (SessionEvent event : meeting.timeline()) {
            if (event.what() instanceof Business business) {
                business(business, item)
                        .filter(told -> !(told.what() instanceof Decision.DiscussionOpened) || isFirst(steps, told))
                        .ifPresent(told -> steps.add(at(event, by, told)));
            } else if (event.what() instanceof Voting.Proclaimed proclaimed) {
                Vote vote = votes.get(proclaimed.vote());
                if (vote != null && vote.item().equals(item.id())) {
                    voted(act, item, vote).forEach(what -> steps.add(new Step(event.at(), by, reasons, what)));
                }
            }
        }
        ItemState state = course.stateOf(item.id());
        if (course.state().isOver() && (state == ItemState.NOT_TREATED || state == ItemState.DISCUSSED)) {
            String why = state.label().italian();
            steps.add(new Step(course.end(), by, why, new Decision.Postponed(meeting.id())));
        }
        return steps;
    }

    /** A proposal is listed by the notice, or later if something was still done to it. */
    private OffsetDateTime listedAt(Deliberation act) {
        OffsetDateTime notice = meeting.convocation().map(Convocation::sentAt).orElse(meeting.scheduledAt());
        List<Step> history = act.history();
        OffsetDateTime last =
                history.isEmpty() ? notice : history.get(history.size() - 1).at();
        return last.toInstant().isAfter(notice.toInstant()) ? last : notice;
    }

    /** A step of the hall with the reason that was given there. */
    private record Told(Advance what, String reason) {}

    private Optional<Told> business(Business what, AgendaItem item) {
        if (what instanceof Business.ItemOpened opened && opened.item().equals(item.id())) {
            return Optional.of(new Told(new Decision.DiscussionOpened(meeting.id()), ""));
        } else if (what instanceof Business.ItemPostponed postponed
                && postponed.item().equals(item.id())) {
            return Optional.of(new Told(new Decision.Postponed(meeting.id()), postponed.reason()));
        } else if (what instanceof Business.ItemWithdrawn withdrawn
                && withdrawn.item().equals(item.id())) {
            return Optional.of(new Told(new Ending.Withdrawn(), withdrawn.reason()));
        }
        return Optional.empty();
    }

    /** A point that is taken up again is not opened twice. */
    private static boolean isFirst(List<Step> steps, Told told) {
        return steps.stream().noneMatch(step -> step.what().equals(told.what()));
    }

    private static Step at(SessionEvent event, String by, Told told) {
        return new Step(event.at(), by, told.reason(), told.what());
    }

    private List<Advance> voted(Deliberation act, AgendaItem item, Vote vote) {
        Ballot ballot = ballots.of(vote);
        return switch (vote.kind()) {
            case MAIN, ELECTION -> List.of(new Decision.Voted(ballot));
            case IMMEDIATE_EXECUTION -> List.of(new Decision.ImmediateExecutionVoted(ballot));
            case AMENDMENT -> ballot.outcome() == Outcome.APPROVED ? amended(act, item, vote, ballot) : List.of();
            case PROCEDURAL -> List.of();
        };
    }

    /** Minutes hold the proposal as it was voted: its money is that of the amended text, the opinions of the day are on it. */
    private static List<Advance> amended(Deliberation act, AgendaItem item, Vote vote, Ballot ballot) {
        Proposal voted = item.proposal().orElse(act.draft());
        List<Advance> steps = new ArrayList<>();
        steps.add(new Decision.Amended(ballot, vote.subject(), true, voted.effect(), voted.commitments()));
        for (Opinion opinion : voted.opinions()) {
            if (opinion.date().equals(vote.openedAt().toLocalDate())) {
                steps.add(new Preparation.OpinionGiven(opinion));
            }
        }
        return steps;
    }
}
