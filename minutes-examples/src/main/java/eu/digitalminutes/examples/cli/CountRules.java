// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.rules.ConvocationRule;
import eu.digitalminutes.core.rules.ElectionRule;
import eu.digitalminutes.core.rules.Fraction;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.rules.MajorityRule;
import eu.digitalminutes.core.rules.PublicationRule;
import eu.digitalminutes.core.rules.QuorumRule;
import eu.digitalminutes.core.rules.Rounding;
import eu.digitalminutes.core.rules.StatuteRule;
import eu.digitalminutes.core.ruling.Membership;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The parameters of a case as rules: what is not there is as in the rules that the case begins from. */
final class CountRules {
    private final CaseFields params;

    CountRules(CaseFields params) {
        this.params = params;
    }

    LocalRules withQuorum(LocalRules base, int call, Matter matter) {
        QuorumRule.Builder rule = base.quorumRule(call, matter).toBuilder();
        Optional<String> word = params.word("quorum");
        if (word.isPresent()) {
            rule = QuorumRule.defaults().toBuilder();
            quorum(word.get(), rule);
        }
        params.bool("mayorExcluded").ifPresent(mayor(rule, QuorumRule.Mayor.NOT_COUNTED, QuorumRule.Mayor.COUNTED));
        params.bool("mayorCounted").ifPresent(mayor(rule, QuorumRule.Mayor.COUNTED, QuorumRule.Mayor.NOT_COUNTED));
        params.choice(Rounding.class, rule::rounding, "rounding");
        params.optionalInteger("plus").ifPresent(rule::plus);
        params.optionalInteger("minimum").ifPresent(rule::minimum);
        QuorumRule made = made(rule::build);
        if (made.number() == 0) {
            needBody();
        }
        return base.toBuilder()
                .firstCall(made)
                .secondCall(made)
                .quorumByMatter(matter, made)
                .build();
    }

    private static Consumer<Boolean> mayor(QuorumRule.Builder rule, QuorumRule.Mayor yes, QuorumRule.Mayor no) {
        return value -> rule.mayor(value ? yes : no);
    }

    private void quorum(String word, QuorumRule.Builder rule) {
        if (word.equals("FIXED") || word.equals("FIXED_NUMBER") || word.equals("NUMBER")) {
            rule.number(params.integer("number", "fixed"));
        } else if (word.startsWith("FRACTION_OF_")) {
            rule.fraction(fraction()).base(params.constant(QuorumRule.Base.class, word.substring(12), "quorum"));
        } else if (word.startsWith("ABSOLUTE_OF_")) {
            rule.base(params.constant(QuorumRule.Base.class, word.substring(12), "quorum"))
                    .rounding(Rounding.FLOOR)
                    .plus(1);
        } else {
            throw params.unknownWord("quorum", word);
        }
    }

    LocalRules withMajority(LocalRules base, VoteKind kind, Matter matter) {
        MajorityRule.Builder rule = base.majorityRule(kind, matter).toBuilder();
        Optional<String> word = params.word("majority");
        if (word.isPresent()) {
            rule = MajorityRule.defaults().toBuilder();
            majority(word.get(), rule);
        }
        params.choice(Rounding.class, rule::rounding, "rounding");
        params.choice(MajorityRule.Abstentions.class, rule::abstentions, "abstentions");
        params.choice(MajorityRule.Blanks.class, rule::blanks, "blanks", "blankBallots");
        params.choice(MajorityRule.Tie.class, rule::tie, "tie");
        params.optionalInteger("minimumYes", "minYes").ifPresent(rule::minimumYes);
        MajorityRule made = made(rule::build);
        if (made.base() != MajorityRule.Base.VOTERS && made.base() != MajorityRule.Base.PRESENT) {
            needBody();
        }
        LocalRules.Builder rules = base.toBuilder().majority(made).majorityByKind(kind, made);
        return (kind == VoteKind.MAIN ? rules.majorityByMatter(matter, made) : rules).build();
    }

    private void majority(String word, MajorityRule.Builder rule) {
        if (word.equals("FAVOURABLE_OVER_CONTRARY")) {
            rule.measure(MajorityRule.Measure.OVER_CONTRARY);
        } else if (word.equals("SIMPLE_OF_VOTERS")) {
            rule.measure(MajorityRule.Measure.MORE_THAN);
        } else if (word.startsWith("ABSOLUTE_OF_")) {
            rule.base(base(word.substring(12)));
        } else if (word.startsWith("FRACTION_OF_")) {
            rule.measure(MajorityRule.Measure.AT_LEAST).fraction(fraction()).base(base(word.substring(12)));
        } else {
            throw params.unknownWord("majority", word);
        }
    }

    private MajorityRule.Base base(String word) {
        MajorityRule.Base base = params.constant(MajorityRule.Base.class, word, "majority");
        boolean mayor = params.bool("mayorCounted").orElse(false)
                || !params.bool("mayorExcluded").orElse(true);
        return base == MajorityRule.Base.ASSIGNED && mayor ? MajorityRule.Base.COMPONENTS : base;
    }

    /** Where a part of the organ decides, its size must be said. */
    void needBody() {
        if (!params.has("assigned") && !params.has("components") && !params.has("inOffice")) {
            throw params.missing("assigned");
        }
    }

    /** A body of components alone has no assigned councillors to take the third of: an executive board. */
    Membership quorumMembership(int present) {
        boolean board = params.has("components") && !params.has("assigned") && !params.has("inOffice");
        return membership(board ? Membership.Kind.EXECUTIVE_BOARD : Membership.Kind.COUNCIL, present);
    }

    Membership membership(int present) {
        return membership(Membership.Kind.COUNCIL, present);
    }

    private Membership membership(Membership.Kind otherwise, int present) {
        Membership.Kind[] kind = {otherwise};
        params.word("body", "organ")
                .map(word -> word.equals("GIUNTA") ? "EXECUTIVE_BOARD" : word.equals("CONSIGLIO") ? "COUNCIL" : word)
                .ifPresent(word -> kind[0] = params.constant(Membership.Kind.class, word, "body"));
        Optional<Integer> assigned = params.optionalInteger("assigned");
        Optional<Integer> components = params.optionalInteger("components");
        Optional<Integer> inOffice = params.optionalInteger("inOffice");
        int mayor = kind[0] == Membership.Kind.COMMITTEE ? 0 : 1;
        int members = assigned.or(() -> components.map(all -> all - mayor))
                .or(() -> inOffice)
                .orElse(Math.max(1, present));
        Membership body = switch (kind[0]) {
            case COUNCIL -> Membership.council(members);
            case EXECUTIVE_BOARD -> Membership.executiveBoard(members);
            case COMMITTEE -> Membership.committee(members);
        };
        if (components.isPresent() && components.get() != body.components()) {
            body = body.withoutMayor();
            if (components.get() != body.components()) {
                throw new MinutesException(
                        "MEMBERSHIP_INVALID", components.get() + " components cannot be with " + members + " assigned");
            }
        }
        return inOffice.isPresent() ? body.withInOffice(inOffice.get()) : body;
    }

    ElectionRule election(ElectionRule base) {
        ElectionRule.Builder rule = base.toBuilder();
        params.choice(ElectionRule.Threshold.class, rule::firstRound, "election", "firstRound");
        params.choice(ElectionRule.Threshold.class, rule::laterRounds, "laterRounds");
        params.choice(ElectionRule.RunOff.class, rule::runOff, "runOff");
        params.choice(ElectionRule.Tie.class, rule::tie, "tie");
        params.choice(ElectionRule.Blanks.class, rule::blanks, "blanks", "blankBallots");
        params.optionalInteger("namesPerBallot").ifPresent(rule::namesPerBallot);
        params.optionalInteger("minoritySeats").ifPresent(rule::minoritySeats);
        ElectionRule made = made(rule::build);
        boolean components = made.firstRound() == ElectionRule.Threshold.ABSOLUTE_OF_COMPONENTS
                || made.laterRounds() == ElectionRule.Threshold.ABSOLUTE_OF_COMPONENTS;
        if (components) {
            needBody();
        }
        return made;
    }

    StatuteRule statute(StatuteRule base) {
        needBody();
        StatuteRule.Builder rule = base.toBuilder();
        params.choice(Rounding.class, rule::rounding, "rounding");
        params.choice(StatuteRule.FirstVote.class, rule::firstVote, "firstVote");
        params.optionalInteger("withinDays").ifPresent(rule::withinDays);
        if (params.has("num", "den")) {
            rule.fraction(fraction());
        }
        return made(rule::build);
    }

    PublicationRule publication(PublicationRule base) {
        PublicationRule.Builder rule = base.toBuilder();
        params.choice(PublicationRule.Reading.class, rule::reading, "executability", "reading");
        params.choice(PublicationRule.FirstDay.class, rule::firstDay, "firstDay");
        params.bool("firstDayCounted")
                .map(counted -> counted ? PublicationRule.FirstDay.COUNTED : PublicationRule.FirstDay.NOT_COUNTED)
                .ifPresent(rule::firstDay);
        params.choice(ConvocationRule.Holidays.class, rule::holidays, "holidays");
        params.optionalInteger("publicationDays").ifPresent(rule::days);
        params.optionalInteger("executableAfterDays", "days").ifPresent(rule::executableAfterDays);
        return made(rule::build);
    }

    ConvocationRule.Notice notice() {
        ConvocationRule.Notice[] notice = {ConvocationRule.Notice.ORDINARY};
        params.choice(ConvocationRule.Notice.class, word -> notice[0] = word, "notice", "convocation", "sessionKind");
        return notice[0];
    }

    ConvocationRule convocation(ConvocationRule base) {
        ConvocationRule.Builder rule = base.toBuilder();
        params.choice(ConvocationRule.Holidays.class, rule::holidays, "holidays");
        params.bool("clearDays")
                .map(clear -> clear ? ConvocationRule.Days.CLEAR : ConvocationRule.Days.PLAIN)
                .ifPresent(rule::days);
        params.optionalInteger("days").ifPresent(days -> rule.ordinaryDays(days).extraordinaryDays(days));
        params.optionalInteger("hours")
                .ifPresent(
                        hours -> rule.urgentHours(hours).addedItemHours(hours).documentHours(hours));
        params.optionalInteger("withinDays").ifPresent(rule::requestedWithinDays);
        params.optionalInteger("secondCallDays").ifPresent(rule::secondCallDays);
        params.optionalInteger("secondCallHours").ifPresent(rule::secondCallHours);
        return made(rule::build);
    }

    ZoneId zone() {
        JsonNode zone = params.node("zone");
        try {
            return ZoneId.of(zone == null ? "Europe/Rome" : zone.asText());
        } catch (DateTimeException e) {
            throw new MinutesException("VALUE_INVALID", "params.zone: " + e.getMessage(), e);
        }
    }

    private Fraction fraction() {
        return made(() -> new Fraction(params.integer("num", "numerator"), params.integer("den", "denominator")));
    }

    /** A value outside its range is an error of the case. */
    private static <T> T made(Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new MinutesException("VALUE_INVALID", "params: " + e.getMessage(), e);
        }
    }
}
