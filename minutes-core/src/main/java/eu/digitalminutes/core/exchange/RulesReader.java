// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.rules.ConvocationRule;
import eu.digitalminutes.core.rules.ElectionRule;
import eu.digitalminutes.core.rules.Fraction;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.rules.MajorityRule;
import eu.digitalminutes.core.rules.MinutesRule;
import eu.digitalminutes.core.rules.NoConfidenceRule;
import eu.digitalminutes.core.rules.OpinionRule;
import eu.digitalminutes.core.rules.PublicationRule;
import eu.digitalminutes.core.rules.QuorumRule;
import eu.digitalminutes.core.rules.RecusalRule;
import eu.digitalminutes.core.rules.Rounding;
import eu.digitalminutes.core.rules.StatuteRule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** From the JSON tree to rules: what is not there is as in the preset. */
final class RulesReader {
    private RulesReader() {}

    static LocalRules rules(JsonObject json, LocalRules.Preset otherwise) {
        LocalRules preset = LocalRules.of(choice(json, "preset", LocalRules.Preset.class, otherwise));
        LocalRules.Builder rules = preset.toBuilder()
                .name(json.text("name", preset.name()))
                .version(json.text("version", preset.version()))
                .source(json.text("source", preset.source()))
                .presidency(choice(json, "presidency", LocalRules.Presidency.class, preset.presidency()));
        if (json.has("validFrom")) {
            rules.validFrom(date(json, "validFrom"));
        }
        if (json.has("quorum")) {
            json.object("quorum").reading(quorum -> quorum(quorum, preset, rules));
        }
        majorities(json, preset, rules);
        if (json.has("recusal")) {
            rules.recusal(json.object("recusal").reading(rule -> recusalRule(rule, preset.recusal())));
        }
        if (json.has("elections")) {
            rules.elections(json.object("elections").reading(rule -> electionRule(rule, preset.elections())));
        }
        if (json.has("convocation")) {
            rules.convocation(json.object("convocation").reading(rule -> convocationRule(rule, preset.convocation())));
        }
        if (json.has("publication")) {
            rules.publication(json.object("publication").reading(rule -> publicationRule(rule, preset.publication())));
        }
        if (json.has("statute")) {
            rules.statute(json.object("statute").reading(rule -> statuteRule(rule, preset.statute())));
        }
        if (json.has("noConfidence")) {
            rules.noConfidence(
                    json.object("noConfidence").reading(rule -> noConfidenceRule(rule, preset.noConfidence())));
        }
        if (json.has("opinions")) {
            rules.opinions(json.object("opinions").reading(rule -> opinionRule(rule, preset.opinions())));
        }
        if (json.has("minutes")) {
            rules.minutes(json.object("minutes").reading(rule -> minutesRule(rule, preset.minutes())));
        }
        return rules.build();
    }

    /** One rule for both calls, as the first form of the file had it, or one for each call and matter. */
    private static LocalRules.Builder quorum(JsonObject json, LocalRules preset, LocalRules.Builder rules) {
        if (json.has("numerator") || json.has("denominator") || json.has("mayorCounted")) {
            return oneQuorum(json, preset, rules);
        }
        if (json.has("first")) {
            rules.firstCall(json.object("first").reading(rule -> quorumRule(rule, preset.firstCall())));
        }
        if (json.has("second")) {
            rules.secondCall(json.object("second").reading(rule -> quorumRule(rule, preset.secondCall())));
        }
        if (json.has("matters")) {
            json.object("matters").reading(matters -> {
                for (String word : matters.names()) {
                    QuorumRule base = preset.quorumByMatter().getOrDefault(new Matter(word), preset.firstCall());
                    rules.quorumByMatter(
                            new Matter(word), matters.object(word).reading(rule -> quorumRule(rule, base)));
                }
                return rules;
            });
        }
        return rules;
    }

    private static LocalRules.Builder oneQuorum(JsonObject json, LocalRules preset, LocalRules.Builder rules) {
        if (json.has("first") || json.has("second") || json.has("matters")) {
            throw new IllegalArgumentException("one quorum for all calls, or one for each, not both");
        }
        boolean mayor = json.bool("mayorCounted", false);
        QuorumRule rule = preset.firstCall().toBuilder()
                .fraction(new Fraction(json.integer("numerator"), json.integer("denominator")))
                .rounding(choice(json, "rounding", Rounding.class, Rounding.CEILING))
                .base(QuorumRule.Base.ASSIGNED)
                .mayor(mayor ? QuorumRule.Mayor.COUNTED : QuorumRule.Mayor.NOT_COUNTED)
                .build();
        return rules.firstCall(rule).secondCall(rule);
    }

    private static void majorities(JsonObject json, LocalRules preset, LocalRules.Builder rules) {
        boolean first = json.has("abstentionsAreVotes");
        MajorityRule general = first
                ? preset.majority().toBuilder()
                        .abstentions(
                                json.bool("abstentionsAreVotes", false)
                                        ? MajorityRule.Abstentions.VOTERS
                                        : MajorityRule.Abstentions.NOT_VOTERS)
                        .build()
                : preset.majority();
        rules.majority(general);
        if (!json.has("majorities")) {
            return;
        }
        if (first) {
            throw new IllegalArgumentException("abstentionsAreVotes or majorities, not both");
        }
        json.object("majorities").reading(majorities -> {
            if (majorities.has("general")) {
                rules.majority(majorities.object("general").reading(rule -> majorityRule(rule, general)));
            }
            if (majorities.has("kinds")) {
                majorities.object("kinds").reading(kinds -> kinds(kinds, preset, rules));
            }
            if (majorities.has("matters")) {
                majorities.object("matters").reading(matters -> matters(matters, preset, rules));
            }
            return rules;
        });
    }

    private static LocalRules.Builder kinds(JsonObject json, LocalRules preset, LocalRules.Builder rules) {
        for (String word : json.names()) {
            VoteKind kind = VoteKind.ofCode(word)
                    .orElseThrow(() -> new IllegalArgumentException("the word \"" + word + "\" is no kind of vote"));
            MajorityRule base = preset.majorityRule(kind, Matter.ORDINARY);
            rules.majorityByKind(kind, json.object(word).reading(rule -> majorityRule(rule, base)));
        }
        return rules;
    }

    private static LocalRules.Builder matters(JsonObject json, LocalRules preset, LocalRules.Builder rules) {
        for (String word : json.names()) {
            Matter matter = new Matter(word);
            MajorityRule base = preset.majorityRule(VoteKind.MAIN, matter);
            rules.majorityByMatter(matter, json.object(word).reading(rule -> majorityRule(rule, base)));
        }
        return rules;
    }

    private static QuorumRule quorumRule(JsonObject json, QuorumRule base) {
        return base.toBuilder()
                .source(json.text("source", base.source()))
                .fraction(fraction(json, base.fraction()))
                .plus(json.integer("plus", base.plus()))
                .number(json.integer("number", base.number()))
                .minimum(json.integer("minimum", base.minimum()))
                .base(choice(json, "base", QuorumRule.Base.class, base.base()))
                .mayor(choice(json, "mayor", QuorumRule.Mayor.class, base.mayor()))
                .rounding(choice(json, "rounding", Rounding.class, base.rounding()))
                .verification(choice(json, "verification", QuorumRule.Verification.class, base.verification()))
                .when(choice(json, "when", QuorumRule.When.class, base.when()))
                .build();
    }

    private static MajorityRule majorityRule(JsonObject json, MajorityRule base) {
        return base.toBuilder()
                .source(json.text("source", base.source()))
                .measure(choice(json, "measure", MajorityRule.Measure.class, base.measure()))
                .base(choice(json, "base", MajorityRule.Base.class, base.base()))
                .fraction(fraction(json, base.fraction()))
                .rounding(choice(json, "rounding", Rounding.class, base.rounding()))
                .minimumYes(json.integer("minimumYes", base.minimumYes()))
                .abstentions(choice(json, "abstentions", MajorityRule.Abstentions.class, base.abstentions()))
                .blanks(choice(json, "blanks", MajorityRule.Blanks.class, base.blanks()))
                .tie(choice(json, "tie", MajorityRule.Tie.class, base.tie()))
                .build();
    }

    private static RecusalRule recusalRule(JsonObject json, RecusalRule base) {
        return base.toBuilder()
                .source(json.text("source", base.source()))
                .room(choice(json, "room", RecusalRule.Room.class, base.room()))
                .quorum(choice(json, "quorum", RecusalRule.Quorum.class, base.quorum()))
                .build();
    }

    private static ElectionRule electionRule(JsonObject json, ElectionRule base) {
        return base.toBuilder()
                .source(json.text("source", base.source()))
                .firstRound(choice(json, "firstRound", ElectionRule.Threshold.class, base.firstRound()))
                .laterRounds(choice(json, "laterRounds", ElectionRule.Threshold.class, base.laterRounds()))
                .runOff(choice(json, "runOff", ElectionRule.RunOff.class, base.runOff()))
                .tie(choice(json, "tie", ElectionRule.Tie.class, base.tie()))
                .namesPerBallot(json.integer("namesPerBallot", base.namesPerBallot()))
                .minoritySeats(json.integer("minoritySeats", base.minoritySeats()))
                .scrutineers(json.integer("scrutineers", base.scrutineers()))
                .minorityScrutineers(json.integer("minorityScrutineers", base.minorityScrutineers()))
                .blanks(choice(json, "blanks", ElectionRule.Blanks.class, base.blanks()))
                .build();
    }

    private static ConvocationRule convocationRule(JsonObject json, ConvocationRule base) {
        return base.toBuilder()
                .source(json.text("source", base.source()))
                .ordinaryDays(json.integer("ordinaryDays", base.ordinaryDays()))
                .extraordinaryDays(json.integer("extraordinaryDays", base.extraordinaryDays()))
                .urgentHours(json.integer("urgentHours", base.urgentHours()))
                .addedItemHours(json.integer("addedItemHours", base.addedItemHours()))
                .documentHours(json.integer("documentHours", base.documentHours()))
                .days(choice(json, "days", ConvocationRule.Days.class, base.days()))
                .holidays(choice(json, "holidays", ConvocationRule.Holidays.class, base.holidays()))
                .requestDenominator(json.integer("requestDenominator", base.requestDenominator()))
                .requestedWithinDays(json.integer("requestedWithinDays", base.requestedWithinDays()))
                .secondCallDays(json.integer("secondCallDays", base.secondCallDays()))
                .secondCallHours(json.integer("secondCallHours", base.secondCallHours()))
                .graceMinutes(json.integer("graceMinutes", base.graceMinutes()))
                .build();
    }

    private static PublicationRule publicationRule(JsonObject json, PublicationRule base) {
        return base.toBuilder()
                .source(json.text("source", base.source()))
                .days(json.integer("days", base.days()))
                .executableAfterDays(json.integer("executableAfterDays", base.executableAfterDays()))
                .reading(choice(json, "reading", PublicationRule.Reading.class, base.reading()))
                .firstDay(choice(json, "firstDay", PublicationRule.FirstDay.class, base.firstDay()))
                .holidays(choice(json, "holidays", ConvocationRule.Holidays.class, base.holidays()))
                .groupLeaders(choice(json, "groupLeaders", PublicationRule.GroupLeaders.class, base.groupLeaders()))
                .build();
    }

    private static StatuteRule statuteRule(JsonObject json, StatuteRule base) {
        return base.toBuilder()
                .source(json.text("source", base.source()))
                .fraction(fraction(json, base.fraction()))
                .rounding(choice(json, "rounding", Rounding.class, base.rounding()))
                .withinDays(json.integer("withinDays", base.withinDays()))
                .times(json.integer("times", base.times()))
                .firstVote(choice(json, "firstVote", StatuteRule.FirstVote.class, base.firstVote()))
                .build();
    }

    private static NoConfidenceRule noConfidenceRule(JsonObject json, NoConfidenceRule base) {
        return base.toBuilder()
                .source(json.text("source", base.source()))
                .fraction(fraction(json, base.fraction()))
                .rounding(choice(json, "rounding", Rounding.class, base.rounding()))
                .notBeforeDays(json.integer("notBeforeDays", base.notBeforeDays()))
                .notAfterDays(json.integer("notAfterDays", base.notAfterDays()))
                .build();
    }

    private static OpinionRule opinionRule(JsonObject json, OpinionRule base) {
        return base.toBuilder()
                .source(json.text("source", base.source()))
                .technical(choice(json, "technical", OpinionRule.Technical.class, base.technical()))
                .accounting(choice(json, "accounting", OpinionRule.Accounting.class, base.accounting()))
                .coverage(choice(json, "coverage", OpinionRule.Coverage.class, base.coverage()))
                .amendments(choice(json, "amendments", OpinionRule.Amendments.class, base.amendments()))
                .build();
    }

    private static MinutesRule minutesRule(JsonObject json, MinutesRule base) {
        return base.toBuilder()
                .source(json.text("source", base.source()))
                .signers(choice(json, "signers", MinutesRule.Signers.class, base.signers()))
                .approval(choice(json, "approval", MinutesRule.Approval.class, base.approval()))
                .secretarySubstitute(
                        choice(json, "secretarySubstitute", MinutesRule.Substitute.class, base.secretarySubstitute()))
                .sittings(choice(json, "sittings", MinutesRule.Sittings.class, base.sittings()))
                .closedPart(choice(json, "closedPart", MinutesRule.ClosedPart.class, base.closedPart()))
                .build();
    }

    private static Fraction fraction(JsonObject json, Fraction otherwise) {
        return json.has("numerator") || json.has("denominator")
                ? new Fraction(json.integer("numerator"), json.integer("denominator"))
                : otherwise;
    }

    private static LocalDate date(JsonObject json, String field) {
        String text = json.text(field);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw JsonObject.invalid(
                    json.pointer() + "/" + field, "a date is expected, such as 2026-03-12, not " + text);
        }
    }

    /** A constant by its word: its name in lower case, with hyphens. */
    private static <E extends Enum<E>> E choice(JsonObject json, String field, Class<E> type, E otherwise) {
        return json.word(
                field,
                word -> {
                    for (E value : type.getEnumConstants()) {
                        if (RulesWriter.word(value).equals(word)) {
                            return Optional.of(value);
                        }
                    }
                    return Optional.empty();
                },
                otherwise);
    }
}
