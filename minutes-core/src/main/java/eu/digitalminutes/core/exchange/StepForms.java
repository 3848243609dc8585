// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static eu.digitalminutes.core.exchange.EventForm.optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.deliberation.step.ActReference;
import eu.digitalminutes.core.deliberation.step.Advance;
import eu.digitalminutes.core.deliberation.step.Completion;
import eu.digitalminutes.core.deliberation.step.Decision;
import eu.digitalminutes.core.deliberation.step.DeliberationNumber;
import eu.digitalminutes.core.deliberation.step.Ending;
import eu.digitalminutes.core.deliberation.step.ExecutabilityGround;
import eu.digitalminutes.core.deliberation.step.Preparation;
import eu.digitalminutes.core.deliberation.step.Spending;
import eu.digitalminutes.core.deliberation.step.Step;
import eu.digitalminutes.core.deliberation.step.StepKind;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.proposal.Effect;

/** The steps of a deliberation as JSON objects: the envelope, and the fields of the kind. */
final class StepForms {
    private StepForms() {}

    static Step read(JsonObject json) {
        Advance what = what(json.word("type", StepKind::ofCode), json);
        return new Step(json.instant("at"), json.text("by"), json.text("reason", ""), what);
    }

    private static Advance what(StepKind kind, JsonObject json) {
        return switch (kind) {
            case PROPOSED -> new Preparation.Proposed();
            case OPINION_GIVEN ->
                new Preparation.OpinionGiven(json.object("opinion").reading(ProposalForm::opinion));
            case COVERAGE_ATTESTED -> new Preparation.CoverageAttested(json.text("visa"));
            case PUT_ON_AGENDA ->
                new Preparation.PutOnAgenda(json.object("meeting").reading(BallotForm::meeting), json.text("item"));
            case DISCUSSION_OPENED ->
                new Decision.DiscussionOpened(json.object("meeting").reading(BallotForm::meeting));
            case AMENDED ->
                new Decision.Amended(
                        json.object("ballot").reading(BallotForm::read),
                        json.text("subject", ""),
                        json.bool("substantive", true),
                        json.word("effect", Effect::ofCode),
                        json.list("commitments", ProposalForm::commitment));
            case VOTED -> new Decision.Voted(json.object("ballot").reading(BallotForm::read));
            case IMMEDIATE_EXECUTION_VOTED ->
                new Decision.ImmediateExecutionVoted(json.object("ballot").reading(BallotForm::read));
            case POSTPONED -> new Decision.Postponed(json.object("meeting").reading(BallotForm::meeting));
            case WITHDRAWN -> new Ending.Withdrawn();
            case LAPSED -> new Ending.Lapsed();
            case NUMBERED -> new Completion.Numbered(json.object("number").reading(StepForms::number));
            case MINUTES_SIGNED -> new Completion.MinutesSigned(new Digest(json.text("container")));
            case PUBLISHED -> new Completion.Published(json.text("registration"), json.date("from"), json.date("to"));
            case GROUP_LEADERS_NOTIFIED -> new Completion.GroupLeadersNotified(json.date("on"));
            case BECAME_EXECUTABLE ->
                new Completion.BecameExecutable(json.date("on"), json.word("ground", ExecutabilityGround::ofCode));
            case PRESERVED -> new Completion.Preserved(new Digest(json.text("receipt")));
            case MONEY_RESERVED ->
                new Spending.MoneyReserved(json.integer("position"), json.text("key"), json.text("reference", ""));
            case COMMITMENT_REGISTERED ->
                new Spending.CommitmentRegistered(
                        json.integer("position"), json.text("key"), json.text("reference", ""));
            case MONEY_RELEASED -> new Spending.MoneyReleased(json.integer("position"), json.text("key"));
            case RECTIFIED -> new Ending.Rectified(json.object("act").reading(StepForms::act));
            case REVOKED -> new Ending.Revoked(json.object("act").reading(StepForms::act));
            case ANNULLED -> new Ending.Annulled(json.object("act").reading(StepForms::act));
        };
    }

    private static DeliberationNumber number(JsonObject json) {
        return new DeliberationNumber(
                json.text("ipaCode"),
                json.word("organ", OrganKind::ofCode),
                json.integer("year"),
                json.integer("number"));
    }

    private static ActReference act(JsonObject json) {
        return new ActReference(json.text("name"), new Digest(json.text("digest")));
    }

    static void write(Step step, ObjectNode json) {
        json.put("at", step.at().toString())
                .put("type", step.what().kind().code())
                .put("by", step.by());
        optional(json, "reason", step.reason());
        Advance what = step.what();
        if (what instanceof Preparation preparation) {
            preparation(preparation, json);
        } else if (what instanceof Decision decision) {
            decision(decision, json);
        } else if (what instanceof Completion completion) {
            completion(completion, json);
        } else if (what instanceof Spending spending) {
            spending(spending, json);
        } else if (what instanceof Ending ending) {
            ending(ending, json);
        }
    }

    private static void preparation(Preparation what, ObjectNode json) {
        if (what instanceof Preparation.OpinionGiven given) {
            ProposalForm.write(given.opinion(), json.putObject("opinion"));
        } else if (what instanceof Preparation.CoverageAttested attested) {
            json.put("visa", attested.visa());
        } else if (what instanceof Preparation.PutOnAgenda listed) {
            BallotForm.write(listed.meeting(), json.putObject("meeting"));
            json.put("item", listed.item());
        }
    }

    private static void decision(Decision what, ObjectNode json) {
        if (what instanceof Decision.DiscussionOpened opened) {
            BallotForm.write(opened.meeting(), json.putObject("meeting"));
        } else if (what instanceof Decision.Amended amended) {
            BallotForm.write(amended.ballot(), json.putObject("ballot"));
            optional(json, "subject", amended.subject());
            json.put("substantive", amended.substantive())
                    .put("effect", amended.effect().code());
            ProposalForm.write(amended.commitments(), json.putArray("commitments"));
        } else if (what instanceof Decision.Voted voted) {
            BallotForm.write(voted.ballot(), json.putObject("ballot"));
        } else if (what instanceof Decision.ImmediateExecutionVoted voted) {
            BallotForm.write(voted.ballot(), json.putObject("ballot"));
        } else if (what instanceof Decision.Postponed postponed) {
            BallotForm.write(postponed.meeting(), json.putObject("meeting"));
        }
    }

    private static void completion(Completion what, ObjectNode json) {
        if (what instanceof Completion.Numbered numbered) {
            DeliberationNumber number = numbered.number();
            json.putObject("number")
                    .put("ipaCode", number.ipaCode())
                    .put("organ", number.organ().code())
                    .put("year", number.year())
                    .put("number", number.number());
        } else if (what instanceof Completion.MinutesSigned signed) {
            json.put("container", signed.container().hex());
        } else if (what instanceof Completion.Published published) {
            json.put("registration", published.registration())
                    .put("from", published.from().toString())
                    .put("to", published.to().toString());
        } else if (what instanceof Completion.GroupLeadersNotified notified) {
            json.put("on", notified.on().toString());
        } else if (what instanceof Completion.BecameExecutable effect) {
            json.put("on", effect.on().toString()).put("ground", effect.ground().code());
        } else if (what instanceof Completion.Preserved preserved) {
            json.put("receipt", preserved.receipt().hex());
        }
    }

    private static void spending(Spending what, ObjectNode json) {
        json.put("position", what.position()).put("key", what.key());
        if (what instanceof Spending.MoneyReserved reserved) {
            optional(json, "reference", reserved.reference());
        } else if (what instanceof Spending.CommitmentRegistered registered) {
            optional(json, "reference", registered.reference());
        }
    }

    private static void ending(Ending what, ObjectNode json) {
        if (what instanceof Ending.Rectified rectified) {
            act(rectified.act(), json);
        } else if (what instanceof Ending.Revoked revoked) {
            act(revoked.act(), json);
        } else if (what instanceof Ending.Annulled annulled) {
            act(annulled.act(), json);
        }
    }

    private static void act(ActReference act, ObjectNode json) {
        json.putObject("act").put("name", act.name()).put("digest", act.digest().hex());
    }
}
