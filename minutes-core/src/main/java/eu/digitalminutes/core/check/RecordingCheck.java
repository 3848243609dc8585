// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Check 21: the recording holds every item and every vote of the meeting. */
final class RecordingCheck {
    private RecordingCheck() {}

    static List<Finding> of(Meeting meeting, List<RecordingPart> recordings) {
        if (recordings.isEmpty()) {
            return List.of(CATALOGUE.finding("NO_RECORDING", Severity.INFO, ""));
        }
        List<Finding> findings = new ArrayList<>();
        for (SessionEvent event : meeting.events()) {
            String subject = subject(event.what());
            if (!subject.isEmpty() && recordings.stream().noneMatch(part -> part.covers(event.at()))) {
                findings.add(CATALOGUE.finding(
                        "INDEX_OUTSIDE_RECORDING",
                        Severity.FAIL,
                        subject,
                        event.at().toString(),
                        span(recordings)));
            }
        }
        for (int i = 1; i < recordings.size(); i++) {
            OffsetDateTime before = recordings.get(i - 1).end();
            OffsetDateTime next = recordings.get(i).start();
            if (next.isAfter(before) && !suspended(meeting, before, next)) {
                findings.add(CATALOGUE.finding(
                        "RECORDING_GAP", Severity.WARN, recordings.get(i).name(), before.toString(), next.toString()));
            }
        }
        return findings;
    }

    private static String subject(Occurrence what) {
        if (what instanceof Business.ItemOpened opened) {
            return opened.item();
        } else if (what instanceof Voting.VoteOpened opened) {
            return opened.vote();
        } else if (what instanceof Voting.VoteClosed closed) {
            return closed.vote();
        } else if (what instanceof Voting.Proclaimed proclaimed) {
            return proclaimed.vote();
        }
        return "";
    }

    private static String span(List<RecordingPart> recordings) {
        return recordings.stream()
                .map(part -> part.name() + " " + part.start() + " – " + part.end())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** A gap is explained by a suspension, or by a stop whose reason was recorded. */
    private static boolean suspended(Meeting meeting, OffsetDateTime from, OffsetDateTime to) {
        return meeting.events().stream()
                .filter(event -> !event.at().isBefore(from.minusMinutes(1))
                        && !event.at().isAfter(to))
                .anyMatch(event -> event.what() instanceof Conduct.Suspended
                        || (event.what() instanceof Filming.RecordingStopped stopped
                                && !stopped.reason().isBlank()));
    }
}
