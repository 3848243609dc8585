// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.rules.ConvocationRule;
import eu.digitalminutes.core.rules.ElectionRule;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.rules.MajorityRule;
import eu.digitalminutes.core.rules.MinutesRule;
import eu.digitalminutes.core.rules.NoConfidenceRule;
import eu.digitalminutes.core.rules.OpinionRule;
import eu.digitalminutes.core.rules.PublicationRule;
import eu.digitalminutes.core.rules.QuorumRule;
import eu.digitalminutes.core.rules.RecusalRule;
import eu.digitalminutes.core.rules.StatuteRule;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** From rules to the JSON tree, every default written out: later defaults do not change what is stored. */
final class RulesWriter {
    private RulesWriter() {}

    static void rules(LocalRules rules, ObjectNode json) {
        json.put("preset", word(rules.preset()));
        EventForm.optional(json, "name", rules.name());
        EventForm.optional(json, "version", rules.version());
        rules.validFrom().ifPresent(day -> json.put("validFrom", day.toString()));
        json.put("source", rules.source()).put("presidency", word(rules.presidency()));
        ObjectNode quorum = json.putObject("quorum");
        quorumRule(rules.firstCall(), quorum.putObject("first"));
        quorumRule(rules.secondCall(), quorum.putObject("second"));
        ObjectNode matters = quorum.putObject("matters");
        rules.quorumByMatter().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Matter::code)))
                .forEach(entry -> quorumRule(
                        entry.getValue(), matters.putObject(entry.getKey().code())));
        majorities(rules, json.putObject("majorities"));
        recusalRule(rules.recusal(), json.putObject("recusal"));
        electionRule(rules.elections(), json.putObject("elections"));
        convocationRule(rules.convocation(), json.putObject("convocation"));
        publicationRule(rules.publication(), json.putObject("publication"));
        statuteRule(rules.statute(), json.putObject("statute"));
        noConfidenceRule(rules.noConfidence(), json.putObject("noConfidence"));
        opinionRule(rules.opinions(), json.putObject("opinions"));
        minutesRule(rules.minutes(), json.putObject("minutes"));
    }

    private static void majorities(LocalRules rules, ObjectNode json) {
        majorityRule(rules.majority(), json.putObject("general"));
        ObjectNode kinds = json.putObject("kinds");
        rules.majorityByKind().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(VoteKind::code)))
                .forEach(entry -> majorityRule(
                        entry.getValue(), kinds.putObject(entry.getKey().code())));
        ObjectNode matters = json.putObject("matters");
        rules.majorityByMatter().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Matter::code)))
                .forEach(entry -> majorityRule(
                        entry.getValue(), matters.putObject(entry.getKey().code())));
    }

    private static void quorumRule(QuorumRule rule, ObjectNode json) {
        json.put("source", rule.source())
                .put("numerator", rule.fraction().numerator())
                .put("denominator", rule.fraction().denominator())
                .put("plus", rule.plus())
                .put("number", rule.number())
                .put("minimum", rule.minimum())
                .put("base", word(rule.base()))
                .put("mayor", word(rule.mayor()))
                .put("rounding", word(rule.rounding()))
                .put("verification", word(rule.verification()))
                .put("when", word(rule.when()));
    }

    private static void majorityRule(MajorityRule rule, ObjectNode json) {
        json.put("source", rule.source())
                .put("measure", word(rule.measure()))
                .put("base", word(rule.base()))
                .put("numerator", rule.fraction().numerator())
                .put("denominator", rule.fraction().denominator())
                .put("rounding", word(rule.rounding()))
                .put("minimumYes", rule.minimumYes())
                .put("abstentions", word(rule.abstentions()))
                .put("blanks", word(rule.blanks()))
                .put("tie", word(rule.tie()));
    }

    private static void recusalRule(RecusalRule rule, ObjectNode json) {
        json.put("source", rule.source()).put("room", word(rule.room())).put("quorum", word(rule.quorum()));
    }

    private static void electionRule(ElectionRule rule, ObjectNode json) {
        json.put("source", rule.source())
                .put("firstRound", word(rule.firstRound()))
                .put("laterRounds", word(rule.laterRounds()))
                .put("runOff", word(rule.runOff()))
                .put("tie", word(rule.tie()))
                .put("namesPerBallot", rule.namesPerBallot())
                .put("minoritySeats", rule.minoritySeats())
                .put("scrutineers", rule.scrutineers())
                .put("minorityScrutineers", rule.minorityScrutineers())
                .put("blanks", word(rule.blanks()));
    }

    private static void convocationRule(ConvocationRule rule, ObjectNode json) {
        json.put("source", rule.source())
                .put("ordinaryDays", rule.ordinaryDays())
                .put("extraordinaryDays", rule.extraordinaryDays())
                .put("urgentHours", rule.urgentHours())
                .put("addedItemHours", rule.addedItemHours())
                .put("documentHours", rule.documentHours())
                .put("days", word(rule.days()))
                .put("holidays", word(rule.holidays()))
                .put("requestDenominator", rule.requestDenominator())
                .put("requestedWithinDays", rule.requestedWithinDays())
                .put("secondCallDays", rule.secondCallDays())
                .put("secondCallHours", rule.secondCallHours())
                .put("graceMinutes", rule.graceMinutes());
    }

    private static void publicationRule(PublicationRule rule, ObjectNode json) {
        json.put("source", rule.source())
                .put("days", rule.days())
                .put("executableAfterDays", rule.executableAfterDays())
                .put("reading", word(rule.reading()))
                .put("firstDay", word(rule.firstDay()))
                .put("holidays", word(rule.holidays()))
                .put("groupLeaders", word(rule.groupLeaders()));
    }

    private static void statuteRule(StatuteRule rule, ObjectNode json) {
        json.put("source", rule.source())
                .put("numerator", rule.fraction().numerator())
                .put("denominator", rule.fraction().denominator())
                .put("rounding", word(rule.rounding()))
                .put("withinDays", rule.withinDays())
                .put("times", rule.times())
                .put("firstVote", word(rule.firstVote()));
    }

    private static void noConfidenceRule(NoConfidenceRule rule, ObjectNode json) {
        json.put("source", rule.source())
                .put("numerator", rule.fraction().numerator())
                .put("denominator", rule.fraction().denominator())
                .put("rounding", word(rule.rounding()))
                .put("notBeforeDays", rule.notBeforeDays())
                .put("notAfterDays", rule.notAfterDays());
    }

    private static void opinionRule(OpinionRule rule, ObjectNode json) {
        json.put("source", rule.source())
                .put("technical", word(rule.technical()))
                .put("accounting", word(rule.accounting()))
                .put("coverage", word(rule.coverage()))
                .put("amendments", word(rule.amendments()));
    }

    private static void minutesRule(MinutesRule rule, ObjectNode json) {
        json.put("source", rule.source())
                .put("signers", word(rule.signers()))
                .put("approval", word(rule.approval()))
                .put("secretarySubstitute", word(rule.secretarySubstitute()))
                .put("sittings", word(rule.sittings()))
                .put("closedPart", word(rule.closedPart()));
    }

    /** The word for a constant of a rule. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
