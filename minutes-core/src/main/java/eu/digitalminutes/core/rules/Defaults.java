// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.VoteKind;

/** The presets, each value with the source that it has where statute and regulation say nothing. */
final class Defaults {
    private static final String EFFECT = "TUEL 134(4); DAIT 13705, 13581";

    private Defaults() {}

    static LocalRules.Builder ordinaryCouncil(LocalRules.Builder builder) {
        QuorumRule first = QuorumRule.defaults().toBuilder()
                .source("TUEL 38(2); DAIT 14107, 13485, 13102")
                .build();
        return builder.preset(LocalRules.Preset.ORDINARY_COUNCIL)
                .source("TUEL 38(2)")
                .firstCall(first)
                .secondCall(first.toBuilder().fraction(Fraction.THIRD).build())
                .majorityByKind(VoteKind.IMMEDIATE_EXECUTION, absolute(EFFECT))
                .majorityByMatter(
                        Matter.STATUTE,
                        absolute("TUEL 6(4); DAIT 14172, 13907").toBuilder()
                                .measure(MajorityRule.Measure.AT_LEAST)
                                .fraction(new Fraction(2, 3))
                                .build())
                .majorityByMatter(Matter.COUNCIL_REGULATION, absolute("TUEL 38(2)"))
                .majorityByMatter(Matter.NO_CONFIDENCE, absolute("TUEL 52"));
    }

    static LocalRules.Builder councilAbove15000(LocalRules.Builder builder) {
        return ordinaryCouncil(builder)
                .preset(LocalRules.Preset.COUNCIL_ABOVE_15000)
                .source("TUEL 38(2), 39(1)")
                .presidency(LocalRules.Presidency.ELECTED_PRESIDENT);
    }

    static LocalRules.Builder executiveBoard(LocalRules.Builder builder) {
        QuorumRule half = QuorumRule.defaults().toBuilder()
                .source("TUEL 47, 48")
                .base(QuorumRule.Base.COMPONENTS)
                .mayor(QuorumRule.Mayor.COUNTED)
                .build();
        return builder.preset(LocalRules.Preset.EXECUTIVE_BOARD)
                .source("TUEL 47, 48")
                .firstCall(half)
                .secondCall(half)
                .majorityByKind(VoteKind.IMMEDIATE_EXECUTION, absolute(EFFECT))
                .publication(PublicationRule.defaults().toBuilder()
                        .groupLeaders(PublicationRule.GroupLeaders.AT_PUBLICATION)
                        .build())
                .minutes(MinutesRule.defaults().toBuilder()
                        .sittings(MinutesRule.Sittings.NOT_PUBLIC)
                        .approval(MinutesRule.Approval.NONE)
                        .build());
    }

    private static MajorityRule absolute(String source) {
        return MajorityRule.defaults().toBuilder()
                .source(source)
                .base(MajorityRule.Base.COMPONENTS)
                .build();
    }
}
