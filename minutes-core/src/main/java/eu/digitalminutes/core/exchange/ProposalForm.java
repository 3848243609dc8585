// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static eu.digitalminutes.core.exchange.EventForm.optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.proposal.Commitment;
import eu.digitalminutes.core.proposal.Effect;
import eu.digitalminutes.core.proposal.Opinion;
import eu.digitalminutes.core.proposal.OpinionKind;
import eu.digitalminutes.core.proposal.OpinionOutcome;
import eu.digitalminutes.core.proposal.Proposal;
import java.util.List;

/** A proposal in JSON, with its opinions and the spending that it commits. */
final class ProposalForm {
    private ProposalForm() {}

    static Proposal read(JsonObject json) {
        Proposal proposal = Proposal.of(json.text("reference"), json.text("proponent", ""))
                .preparedBy(json.text("office", ""))
                .withEffect(json.word("effect", Effect::ofCode, Effect.NONE))
                .withCoverageVisa(json.text("coverageVisa", ""));
        if (json.bool("policy", false)) {
            proposal = proposal.asPolicy();
        }
        for (Opinion opinion : json.list("opinions", ProposalForm::opinion)) {
            proposal = proposal.withOpinion(opinion);
        }
        for (Commitment commitment : json.list("commitments", ProposalForm::commitment)) {
            proposal = proposal.withCommitment(commitment);
        }
        return proposal;
    }

    static Opinion opinion(JsonObject json) {
        return new Opinion(
                json.word("kind", OpinionKind::ofCode),
                json.word("outcome", OpinionOutcome::ofCode),
                json.text("officer"),
                json.date("date"),
                json.text("reason", ""));
    }

    static Commitment commitment(JsonObject json) {
        return new Commitment(
                json.integer("year"),
                json.text("chapter"),
                json.amount("amount"),
                json.text("creditor", ""),
                json.text("officer"),
                json.text("reference", ""));
    }

    static void write(Proposal proposal, ObjectNode json) {
        json.put("reference", proposal.reference());
        optional(json, "proponent", proposal.proponent());
        optional(json, "office", proposal.office());
        json.put("policy", proposal.isPolicy()).put("effect", proposal.effect().code());
        ArrayNode opinions = json.putArray("opinions");
        proposal.opinions().forEach(opinion -> write(opinion, opinions.addObject()));
        write(proposal.commitments(), json.putArray("commitments"));
        optional(json, "coverageVisa", proposal.coverageVisa());
    }

    static void write(Opinion opinion, ObjectNode json) {
        json.put("kind", opinion.kind().code())
                .put("outcome", opinion.outcome().code())
                .put("officer", opinion.officer())
                .put("date", opinion.date().toString());
        optional(json, "reason", opinion.reason());
    }

    static void write(List<Commitment> commitments, ArrayNode json) {
        for (Commitment commitment : commitments) {
            ObjectNode one = json.addObject()
                    .put("year", commitment.year())
                    .put("chapter", commitment.chapter())
                    .put("amount", commitment.amount().toPlainString())
                    .put("officer", commitment.officer());
            optional(one, "creditor", commitment.creditor());
            optional(one, "reference", commitment.reference());
        }
    }
}
