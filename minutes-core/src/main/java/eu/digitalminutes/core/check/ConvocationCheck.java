// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.check;

import static eu.digitalminutes.core.check.RuleFindings.CATALOGUE;

import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Convocation;
import eu.digitalminutes.core.meeting.Delivery;
import eu.digitalminutes.core.meeting.ItemOrigin;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.MeetingKind;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.rules.ConvocationRule;
import eu.digitalminutes.core.ruling.TermRuling;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Check 14, terms of R16 and R17: every member was called in time, and so was every point that was voted. */
final class ConvocationCheck {
    /** Terms run on the days of the municipality, whatever offset the events carry. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    private final Facts facts;
    private final Meeting meeting;
    private final ConvocationRule rule;
    private final List<Finding> findings = new ArrayList<>();

    private ConvocationCheck(Facts facts) {
        this.facts = facts;
        this.meeting = facts.meeting();
        this.rule = facts.rules().convocation();
    }

    static List<Finding> of(Facts facts) {
        ConvocationCheck check = new ConvocationCheck(facts);
        facts.meeting().convocation().ifPresentOrElse(check::notice, check::unknown);
        facts.meeting().agenda().forEach(check::item);
        return check.findings;
    }

    private void unknown() {
        findings.add(CATALOGUE.finding("NOTICE_UNKNOWN", Severity.INFO, ""));
    }

    private void notice(Convocation convocation) {
        for (Seat member : meeting.membersInOffice()) {
            convocation
                    .deliveryTo(member.id())
                    .ifPresentOrElse(delivery -> delivered(member, delivery), () -> undelivered(member));
        }
        convocation.papersFrom().ifPresent(at -> {
            TermRuling ruling = term(ConvocationRule.Notice.DOCUMENTS, at);
            if (!ruling.inTime()) {
                say("PAPERS_LATE", Severity.WARN, "", ruling);
            }
        });
        convocation.requestedAt().ifPresent(at -> {
            TermRuling ruling = rule.requested(
                    at.atZoneSameInstant(ZONE).toLocalDate(), sitting().toLocalDate());
            if (!ruling.inTime()) {
                say("REQUESTED_LATE", Severity.WARN, "", ruling);
            }
        });
    }

    private void delivered(Seat member, Delivery delivery) {
        TermRuling ruling = term(kind(), delivery.at());
        if (!ruling.inTime()) {
            say(
                    "NOTICE_LATE",
                    cured(member),
                    member.id(),
                    ruling,
                    facts.name(member.id()),
                    delivery.at().toString());
        } else if (delivery.proof().isBlank()) {
            findings.add(CATALOGUE.finding("NOTICE_UNPROVEN", Severity.WARN, member.id(), facts.name(member.id())));
        }
    }

    private void undelivered(Seat member) {
        findings.add(CATALOGUE.finding("NOTICE_MISSING", cured(member), member.id(), facts.name(member.id())));
    }

    /** Who came in spite of a faulty notice has suffered nothing from it. */
    private Severity cured(Seat member) {
        return facts.presence().of(member.id()).isEmpty() ? Severity.FAIL : Severity.WARN;
    }

    private void item(AgendaItem item) {
        item.noticeAt().ifPresent(at -> {
            TermRuling ruling = term(ConvocationRule.Notice.ADDED_ITEM, at);
            if (!ruling.inTime() && isVoted(item)) {
                say("ADDED_ITEM_LATE", Severity.WARN, item.id(), ruling, item.number());
            }
        });
        if (item.origin() == ItemOrigin.OUTSIDE_AGENDA && isVoted(item) && !allWereThere(item)) {
            findings.add(CATALOGUE.finding("ITEM_OUTSIDE_AGENDA", Severity.WARN, item.id(), item.number()));
        }
    }

    private boolean isVoted(AgendaItem item) {
        return facts.votes().stream()
                .anyMatch(vote -> vote.item().equals(item.id()) && vote.kind() != VoteKind.PROCEDURAL);
    }

    private boolean allWereThere(AgendaItem item) {
        return facts.votes().stream()
                .filter(vote -> vote.item().equals(item.id()))
                .allMatch(vote -> facts.presence().membersAt(vote.openedAt()).size()
                        >= meeting.membersInOffice().size());
    }

    private ConvocationRule.Notice kind() {
        return meeting.kind() == MeetingKind.URGENT
                ? ConvocationRule.Notice.URGENT
                : meeting.kind() == MeetingKind.EXTRAORDINARY
                        ? ConvocationRule.Notice.EXTRAORDINARY
                        : ConvocationRule.Notice.ORDINARY;
    }

    private TermRuling term(ConvocationRule.Notice notice, OffsetDateTime delivered) {
        return rule.term(notice, delivered.atZoneSameInstant(ZONE), sitting(), ZONE);
    }

    private ZonedDateTime sitting() {
        return meeting.scheduledAt().atZoneSameInstant(ZONE);
    }

    private void say(String code, Severity severity, String where, TermRuling ruling, Object... arguments) {
        findings.add(RuleFindings.explained(code, severity, where, ruling, arguments));
    }
}
