// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.exchange.RulesJson;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.rules.ConvocationRule;
import eu.digitalminutes.core.rules.ElectionRule;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.rules.PublicationRule;
import eu.digitalminutes.core.rules.StatuteRule;
import eu.digitalminutes.core.ruling.Attendance;
import eu.digitalminutes.core.ruling.Candidate;
import eu.digitalminutes.core.ruling.ElectionCount;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.ruling.Ruling;
import eu.digitalminutes.core.ruling.VoteCount;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One case of {@code count}: parameters of a rule, figures or dates, and what the rule says about them. */
final class CountCase {
    private final CaseFields params;
    private final CaseFields input;
    private final CountRules rules;

    private CountCase(CaseFields params, CaseFields input) {
        this.params = params;
        this.input = input;
        this.rules = new CountRules(params);
    }

    /** What the rules say: one ruling, or two where both quorum and majority are asked about. */
    static List<Ruling> rulings(JsonNode params, JsonNode input) {
        CountCase one = new CountCase(new CaseFields(params, "params"), new CaseFields(input, "input"));
        List<Ruling> rulings = one.rulings();
        one.params.refuseUnasked();
        one.input.refuseUnasked();
        return rulings;
    }

    private List<Ruling> rulings() {
        LocalRules base = preset();
        List<Ruling> rulings = new ArrayList<>();
        if (input.has("yes")) {
            rulings.add(vote(base));
            if (params.has("quorum")) {
                rulings.add(quorum(base));
            }
        } else if (input.has("candidates", "votes")) {
            rulings.add(election(base));
        } else if (input.has("sittings")) {
            rulings.add(statute(base));
        } else if (input.has("publishedFrom", "publishedOn", "publicationStart")) {
            rulings.add(executability(base));
        } else if (input.has("requestedOn", "requestedAt")) {
            rulings.add(requested(base));
        } else if (input.has("firstCallAt", "firstCall")) {
            rulings.add(secondCall(base));
        } else if (input.has("filedOn")) {
            rulings.add(noConfidence(base));
        } else if (input.has("signatures")) {
            rules.needBody();
            rulings.add(base.noConfidence().signatures(rules.membership(0), input.integer("signatures")));
        } else if (input.has("noticeAt", "deliveredAt", "sentAt", "notifiedAt", "noticeOn")) {
            rulings.add(convocation(base));
        } else if (input.has("present", "presentCouncillors")) {
            rulings.add(quorum(base));
        } else {
            throw new MinutesException(
                    "PARAM_MISSING", "input holds no figures or dates that say what is to be computed");
        }
        return rulings;
    }

    private LocalRules preset() {
        JsonNode stored = params.node("rules");
        if (stored != null) {
            try {
                return RulesJson.read(CommandOptions.mapper().writeValueAsBytes(stored));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a tree cannot fail to be written", e);
            }
        }
        LocalRules[] found = {LocalRules.ordinaryCouncil()};
        params.choice(LocalRules.Preset.class, preset -> found[0] = LocalRules.of(preset), "preset");
        return found[0];
    }

    private Matter matter() {
        try {
            return new Matter(params.word("matter")
                    .orElse("ordinary")
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-'));
        } catch (IllegalArgumentException e) {
            throw new MinutesException("WORD_UNKNOWN", String.valueOf(e.getMessage()), e);
        }
    }

    private Ruling quorum(LocalRules base) {
        int call = params.integer(1, "call");
        if (call != 1 && call != 2) {
            throw new MinutesException("VALUE_INVALID", "params.call: 1 or 2 is expected, not " + call);
        }
        LocalRules local = rules.withQuorum(base, call, matter());
        Optional<Boolean> mayor = input.bool("mayorPresent");
        int members = input.has("presentCouncillors")
                ? input.integer("presentCouncillors") + (mayor.orElse(false) ? 1 : 0)
                : input.integer("present");
        Membership body = rules.quorumMembership(members);
        boolean all = !input.has("presentCouncillors") && body.hasMayor() && members == body.components();
        return local.quorum(body, call, matter(), new Attendance(members, mayor.orElse(all)));
    }

    private Ruling vote(LocalRules base) {
        Tally tally;
        try {
            tally = new Tally(
                    input.integer("yes"),
                    input.integer(0, "no"),
                    input.integer(0, "abstain", "abstained"),
                    input.integer(0, "notVoting", "presentNotVoting"),
                    input.integer(0, "blank"),
                    input.integer(0, "spoiled", "void"));
        } catch (IllegalArgumentException e) {
            throw new MinutesException("VALUE_INVALID", String.valueOf(e.getMessage()), e);
        }
        int present = input.integer(tally.counted(), "present");
        VoteCount count = VoteCount.of(tally, present).withRecused(input.integer(0, "recused"));
        Optional<String> chair = input.word("chairVote");
        if (chair.isPresent()) {
            String word = chair.get().startsWith("ABSTAIN") ? "ABSTAINED" : chair.get();
            count = count.withChair(input.constant(Choice.class, word, "chairVote"));
        }
        VoteKind[] kind = {VoteKind.MAIN};
        params.choice(VoteKind.class, word -> kind[0] = word, "kind");
        LocalRules local = rules.withMajority(base, kind[0], matter());
        return local.vote(kind[0], matter(), count, rules.membership(present));
    }

    private Ruling election(LocalRules base) {
        List<Candidate> candidates = candidates(input.node("candidates", "votes"));
        int named = candidates.stream().mapToInt(Candidate::votes).sum();
        int blank = input.integer(0, "blank");
        int spoiled = input.integer(0, "spoiled", "void");
        Optional<Integer> voters = input.optionalInteger("voters", "ballots");
        int valid = input.integer(voters.map(all -> all - blank - spoiled).orElse(named), "valid");
        int present = input.integer(valid + blank + spoiled, "present");
        ElectionCount count = ElectionCount.of(candidates, valid)
                .before(present, blank, spoiled)
                .forSeats(seats())
                .inRound(input.integer(1, "round"));
        ElectionRule rule = rules.election(base.elections());
        return rule.ruling(count, rules.membership(present));
    }

    private int seats() {
        return params.optionalInteger("seats").orElseGet(() -> input.integer(1, "seats"));
    }

    private List<Candidate> candidates(@Nullable JsonNode votes) {
        List<Candidate> candidates = new ArrayList<>();
        if (votes != null && votes.isObject()) {
            CaseFields names = new CaseFields(votes, "input.votes");
            votes.fieldNames().forEachRemaining(name -> candidates.add(Candidate.of(name, names.integer(name))));
        } else if (votes != null && votes.isArray()) {
            for (JsonNode one : votes) {
                CaseFields fields = new CaseFields(one, "input.candidates");
                JsonNode name = fields.node("name");
                if (name == null) {
                    throw fields.missing("name");
                }
                Candidate candidate = Candidate.of(name.asText(), fields.integer("votes"));
                Optional<LocalDate> born = fields.date(rules.zone(), "born", "birthDate");
                candidate = born.isPresent() ? candidate.withBirth(born.get()) : candidate;
                candidates.add(fields.bool("minority").orElse(false) ? candidate.ofMinority() : candidate);
                fields.refuseUnasked();
            }
        } else {
            throw new MinutesException(
                    "VALUE_INVALID", "input.candidates: a list, or names with their votes, is expected");
        }
        return candidates;
    }

    private Ruling statute(LocalRules base) {
        JsonNode sittings = input.node("sittings");
        if (sittings == null || !sittings.isArray()) {
            throw new MinutesException("VALUE_INVALID", "input.sittings: a list of votes is expected");
        }
        List<StatuteRule.Vote> votes = new ArrayList<>();
        int most = 0;
        for (JsonNode one : sittings) {
            CaseFields fields = new CaseFields(one, "input.sittings");
            Tally tally = Tally.of(
                    Math.max(0, fields.integer("yes")),
                    Math.max(0, fields.integer(0, "no")),
                    Math.max(0, fields.integer(0, "abstain", "abstained")));
            LocalDate on = fields.date(rules.zone(), "on", "date").orElseThrow(() -> fields.missing("on"));
            int present = fields.integer(tally.counted(), "present");
            most = Math.max(most, present);
            votes.add(new StatuteRule.Vote(on, VoteCount.of(tally, present)));
            fields.refuseUnasked();
        }
        return rules.statute(base.statute()).ruling(votes, rules.membership(most));
    }

    private Ruling executability(LocalRules base) {
        PublicationRule rule = rules.publication(base.publication());
        LocalDate from = input.date(rules.zone(), "publishedFrom", "publishedOn", "publicationStart")
                .orElseThrow();
        return input.date(rules.zone(), "on")
                .map(on -> rule.executability(from, on))
                .orElseGet(() -> rule.executability(from));
    }

    private Ruling requested(LocalRules base) {
        LocalDate asked = input.date(rules.zone(), "requestedOn", "requestedAt").orElseThrow();
        LocalDate sitting = sitting().map(ZonedDateTime::toLocalDate).orElse(asked);
        return rules.convocation(base.convocation()).requested(asked, sitting);
    }

    private Ruling secondCall(LocalRules base) {
        ZoneId zone = rules.zone();
        ZonedDateTime first = input.instant(zone, "firstCallAt", "firstCall").orElseThrow();
        ZonedDateTime second =
                input.instant(zone, "secondCallAt", "secondCall").orElseThrow(() -> input.missing("secondCallAt"));
        return rules.convocation(base.convocation()).secondCall(first, second, zone);
    }

    private Ruling noConfidence(LocalRules base) {
        LocalDate filed = input.date(rules.zone(), "filedOn").orElseThrow();
        LocalDate discussed = input.date(rules.zone(), "discussedOn", "sessionOn", "sessionAt", "session")
                .orElseThrow(() -> input.missing("discussedOn"));
        return base.noConfidence().discussion(filed, discussed);
    }

    private Ruling convocation(LocalRules base) {
        ZoneId zone = rules.zone();
        ZonedDateTime delivered = input.instant(zone, "noticeAt", "deliveredAt", "sentAt", "notifiedAt", "noticeOn")
                .orElseThrow();
        ConvocationRule.Notice notice = rules.notice();
        ConvocationRule rule = rules.convocation(base.convocation());
        return sitting()
                .map(at -> rule.term(notice, delivered, at, zone))
                .orElseGet(() -> rule.earliest(notice, delivered, zone));
    }

    private Optional<ZonedDateTime> sitting() {
        return input.instant(rules.zone(), "sessionAt", "sessionOn", "session", "sittingAt");
    }
}
