// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.course.Span;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.rules.MinutesRule;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Check 21: the recording holds every item and every vote, or says why not, and keeps what is secret apart. */
final class RecordingCheck {
    private final Facts facts;
    private final List<RecordingPart> recordings;
    private final List<Finding> findings = new ArrayList<>();

    private RecordingCheck(Facts facts) {
        this.facts = facts;
        this.recordings = facts.minutes().recordings();
    }

    static List<Finding> of(Facts facts) {
        RecordingCheck check = new RecordingCheck(facts);
        if (check.recordings.isEmpty()) {
            return List.of(CATALOGUE.finding("NO_RECORDING", Severity.INFO, ""));
        }
        check.index();
        check.gaps();
        check.secretParts();
        check.transparency();
        return check.findings;
    }

    private void index() {
        for (SessionEvent event : facts.meeting().timeline()) {
            String subject = subject(event.what());
            if (subject.isEmpty() || recordings.stream().anyMatch(part -> part.covers(event.at()))) {
                continue;
            }
            boolean declared = isDeclared(event.at(), event.at());
            findings.add(CATALOGUE.finding(
                    declared ? "EVENT_IN_DECLARED_GAP" : "INDEX_OUTSIDE_RECORDING",
                    declared ? Severity.INFO : Severity.FAIL,
                    subject,
                    event.at().toString(),
                    span()));
        }
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

    private String span() {
        return recordings.stream()
                .map(part -> part.name() + " " + part.start() + " – " + part.end())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private void gaps() {
        for (int i = 1; i < recordings.size(); i++) {
            OffsetDateTime before = recordings.get(i - 1).end();
            OffsetDateTime next = recordings.get(i).start();
            if (next.isAfter(before) && !isDeclared(before, next) && !isExplained(before, next)) {
                findings.add(CATALOGUE.finding(
                        "RECORDING_GAP", Severity.WARN, recordings.get(i).name(), before.toString(), next.toString()));
            }
        }
    }

    private boolean isDeclared(OffsetDateTime from, OffsetDateTime to) {
        return facts.minutes().gaps().stream().anyMatch(gap -> gap.covers(from, to));
    }

    /** A gap is explained by a suspension, by the public going out, or by a stop whose reason was recorded. */
    private boolean isExplained(OffsetDateTime from, OffsetDateTime to) {
        return facts.meeting().timeline().stream()
                .filter(event -> !event.at().isBefore(from.minusMinutes(1))
                        && !event.at().isAfter(to))
                .anyMatch(event -> event.what() instanceof Conduct.Suspended
                        || event.what() instanceof Conduct.WentSecret
                        || (event.what() instanceof Filming.RecordingStopped stopped
                                && !stopped.reason().isBlank()));
    }

    private void secretParts() {
        boolean off = facts.rules().minutes().closedPart() == MinutesRule.ClosedPart.NOT_RECORDED;
        List<Span> secret = facts.course().secretSpans();
        for (RecordingPart part : recordings) {
            boolean holdsSecret = secret.stream()
                    .anyMatch(span ->
                            span.from().isBefore(part.end()) && span.to().isAfter(part.start()));
            boolean holdsMore = secret.stream()
                    .noneMatch(span ->
                            !span.from().isAfter(part.start()) && !span.to().isBefore(part.end()));
            if (holdsSecret && off) {
                findings.add(CATALOGUE.finding("SECRET_PART_RECORDED", Severity.WARN, part.name()));
            } else if (holdsSecret && holdsMore) {
                findings.add(CATALOGUE.finding("SECRET_PART_MIXED", Severity.WARN, part.name()));
            }
        }
    }

    private void transparency() {
        boolean announced =
                facts.meeting().events().stream().anyMatch(event -> event.what() instanceof Filming.FilmingAnnounced);
        if (!announced) {
            findings.add(CATALOGUE.finding("FILMING_NOT_ANNOUNCED", Severity.INFO, ""));
        }
    }
}
