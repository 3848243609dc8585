// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.opendata;

import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.course.Course;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.redaction.PublicView;
import eu.digitalminutes.core.voting.Vote;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The public view of a session with what is computed from it, once for each document. */
final class ShownSession {
    private final PublicView view;
    private final Meeting meeting;
    private final Course course;
    private final List<Vote> votes;

    ShownSession(PublicView view) {
        this.view = view;
        this.meeting = view.minutes().meeting();
        this.course = Course.of(meeting);
        this.votes = Vote.allOf(meeting);
    }

    Minutes minutes() {
        return view.minutes();
    }

    Meeting meeting() {
        return meeting;
    }

    Course course() {
        return course;
    }

    List<Vote> votes() {
        return votes;
    }

    OffsetDateTime start() {
        return meeting.openedAt().orElse(meeting.scheduledAt());
    }

    /** A name for something of this session, unique in the world as the IPA code is. */
    String id(String kind, String name) {
        return meeting.id() + "/" + kind + "/" + name;
    }

    /** Persons, groups and the organ stay the same from session to session. */
    String bodyId(String kind, String name) {
        return meeting.municipality().ipaCode() + "/" + meeting.organ().kind().code() + "/" + kind + "/" + name;
    }

    /** Parts of the recording that may be published as they are. */
    List<RecordingPart> recordings() {
        return view.minutes().recordings().stream()
                .filter(part -> !view.isSecret(part.name()))
                .toList();
    }

    /** Political groups, numbered in order of their first member. */
    Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        for (Seat seat : meeting.seats()) {
            if (!seat.group().isBlank()) {
                groups.computeIfAbsent(seat.group(), name -> "group-" + (groups.size() + 1));
            }
        }
        return groups;
    }

    /** The name within this document of the group that somebody belongs to. */
    Optional<String> group(Seat seat) {
        return Optional.ofNullable(groups().get(seat.group()));
    }

    /** What was voted upon, in words. */
    String subject(Vote vote) {
        return vote.subject().isBlank() ? meeting.item(vote.item()).title() : vote.subject();
    }

    /** Who chose what, in the order of the seats: nobody in a secret ballot, whatever the facts say. */
    static Map<Seat, Choice> ballots(Vote vote, Meeting meeting) {
        Map<Seat, Choice> ballots = new LinkedHashMap<>();
        if (vote.method() != VotingMethod.SECRET_BALLOT) {
            for (Seat seat : meeting.seats()) {
                Choice choice = vote.ballots().get(seat.id());
                if (choice != null) {
                    ballots.put(seat, choice);
                }
            }
        }
        return ballots;
    }

    /** The figures of a count in the words that Popolo and Open Civic Data share. */
    static Map<String, Integer> counts(Vote vote) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        vote.tally().ifPresent(tally -> {
            counts.put("yes", tally.yes());
            counts.put("no", tally.no());
            counts.put("abstain", tally.abstained());
            positive(counts, "not voting", tally.notVoting());
            positive(counts, "other", blankOrVoid(tally));
        });
        return counts;
    }

    private static int blankOrVoid(Tally tally) {
        return tally.blank() + tally.spoiled();
    }

    private static void positive(Map<String, Integer> counts, String option, int value) {
        if (value > 0) {
            counts.put(option, value);
        }
    }

    static String option(Choice choice) {
        return switch (choice) {
            case YES -> "yes";
            case NO -> "no";
            case ABSTAINED -> "abstain";
            case NOT_VOTING -> "not voting";
        };
    }

    /** {@code pass} or {@code fail}; empty where nothing was proclaimed, or the vote was annulled. */
    static String result(Vote vote) {
        return vote.isAnnulled()
                ? ""
                : vote.proclaimed()
                        .map(outcome -> outcome == Outcome.APPROVED ? "pass" : "fail")
                        .orElse("");
    }
}
