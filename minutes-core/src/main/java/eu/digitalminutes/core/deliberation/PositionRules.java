// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation;

import eu.digitalminutes.core.deliberation.step.StepKind;
import eu.digitalminutes.core.proposal.Effect;
import eu.digitalminutes.core.rules.OpinionRule;
import eu.digitalminutes.core.rules.PublicationRule;
import eu.digitalminutes.core.ruling.OpinionRuling;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which kinds of step a deliberation may take from where it stands, whatever the step says. */
final class PositionRules {
    /** What an act that was revoked or annulled still owes: who annuls does not erase. */
    private static final Set<StepKind> STILL_DUE = EnumSet.of(
            StepKind.MINUTES_SIGNED, StepKind.PUBLISHED, StepKind.GROUP_LEADERS_NOTIFIED, StepKind.PRESERVED);

    private final Unfolding act;
    private final List<Refusal> found = new ArrayList<>();

    private PositionRules(Unfolding act) {
        this.act = act;
    }

    static List<Refusal> refusals(Unfolding act, StepKind kind) {
        PositionRules rules = new PositionRules(act);
        rules.judge(kind);
        return rules.found;
    }

    private void judge(StepKind kind) {
        DeliberationState end = act.ended;
        if (kind == StepKind.PROPOSED) {
            forbid(act.proposed, "ALREADY_PROPOSED");
        } else if (!act.proposed) {
            found.add(Refusal.of("NOT_PROPOSED", kind.label()));
        } else if (end != null && !isOpenAfter(end, kind)) {
            found.add(Refusal.of("ALREADY_FINAL", end.label(), kind.label()));
        } else {
            switch (kind) {
                case PROPOSED -> {}
                case OPINION_GIVEN, COVERAGE_ATTESTED, PUT_ON_AGENDA, WITHDRAWN, LAPSED -> preparation(kind);
                case DISCUSSION_OPENED, AMENDED, VOTED, POSTPONED -> treatment(kind);
                case MONEY_RESERVED, COMMITMENT_REGISTERED, MONEY_RELEASED -> spending(kind);
                default -> afterApproval(kind);
            }
        }
    }

    private static boolean isOpenAfter(DeliberationState end, StepKind kind) {
        boolean wasApproved = end == DeliberationState.REVOKED || end == DeliberationState.ANNULLED;
        return kind == StepKind.MONEY_RELEASED || (wasApproved && STILL_DUE.contains(kind));
    }

    private void preparation(StepKind kind) {
        if (kind == StepKind.COVERAGE_ATTESTED) {
            forbid(act.proposal.effect() != Effect.SPENDING, "NOT_SPENDING");
            forbid(act.executable != null, "ALREADY_EXECUTABLE");
            return;
        }
        if (act.approval != null) {
            found.add(Refusal.of("ALREADY_DECIDED", kind.label()));
        } else if (kind == StepKind.PUT_ON_AGENDA && act.agenda != null) {
            found.add(Refusal.of("ALREADY_ON_AGENDA", act.agenda.meeting()));
        }
    }

    private void treatment(StepKind kind) {
        if (act.approval != null) {
            found.add(Refusal.of("ALREADY_DECIDED", kind.label()));
        } else if (act.agenda == null) {
            found.add(Refusal.of("NOT_ON_AGENDA", kind.label()));
        } else if (kind == StepKind.DISCUSSION_OPENED) {
            forbid(act.discussed, "ALREADY_DISCUSSED");
        } else if (kind != StepKind.POSTPONED) {
            forbid(!act.discussed, "NOT_DISCUSSED");
        }
        if (kind == StepKind.VOTED) {
            opinions();
        }
    }

    private void opinions() {
        OpinionRuling ruling = OpinionsDue.of(act);
        boolean visa = ruling.missing().contains(OpinionRule.Opinion.COVERAGE.name());
        if (visa) {
            found.add(Refusal.explained("COVERAGE_MISSING", ruling));
        }
        if (ruling.missing().size() > (visa ? 1 : 0)) {
            found.add(Refusal.explained("OPINION_MISSING", ruling));
        }
    }

    private void spending(StepKind kind) {
        forbid(act.slots.all().isEmpty(), "NOT_SPENDING");
        if (kind == StepKind.COMMITMENT_REGISTERED) {
            forbid(act.executable == null, "NOT_EXECUTABLE");
        }
    }

    private void afterApproval(StepKind kind) {
        if (act.approval == null) {
            found.add(Refusal.of("VOTE_NOT_APPROVED", kind.label()));
            return;
        }
        switch (kind) {
            case IMMEDIATE_EXECUTION_VOTED -> {
                forbid(act.immediateVoted, "IMMEDIATE_ALREADY_VOTED");
                forbid(act.executable != null, "ALREADY_EXECUTABLE");
            }
            case NUMBERED -> forbid(act.number != null, "ALREADY_NUMBERED");
            case MINUTES_SIGNED -> {
                forbid(act.number == null, "NOT_NUMBERED");
                forbid(act.signed != null, "ALREADY_SIGNED");
            }
            case PUBLISHED -> {
                forbid(act.signed == null, "NOT_SIGNED");
                forbid(act.published != null, "ALREADY_PUBLISHED");
            }
            case GROUP_LEADERS_NOTIFIED -> {
                forbid(act.published == null, "NOT_PUBLISHED");
                forbid(act.notified != null, "ALREADY_NOTIFIED");
            }
            case BECAME_EXECUTABLE -> {
                forbid(act.executable != null, "ALREADY_EXECUTABLE");
                boolean visa = act.proposal.effect() != Effect.SPENDING
                        || !act.proposal.coverageVisa().isBlank();
                forbid(!visa, "COVERAGE_MISSING");
            }
            case PRESERVED -> preservation();
            default -> forbid(act.number == null, "NOT_NUMBERED");
        }
    }

    private void preservation() {
        forbid(act.preserved != null, "ALREADY_PRESERVED");
        forbid(act.published == null, "NOT_PUBLISHED");
        boolean leaders = act.rules.publication().groupLeaders() == PublicationRule.GroupLeaders.AT_PUBLICATION;
        forbid(leaders && act.notified == null, "GROUP_LEADERS_MISSING");
        boolean reserved = act.slots.all().stream().anyMatch(slot -> slot.state() == FundingSlot.State.RESERVED);
        forbid(reserved, "MONEY_STILL_RESERVED");
        if (act.ended == null) {
            forbid(act.executable == null, "NOT_EXECUTABLE");
            forbid(
                    act.proposal.effect() == Effect.SPENDING && !Standing.isCommitted(act),
                    "SPENDING_WITHOUT_COMMITMENT");
        }
    }

    private void forbid(boolean broken, String code) {
        if (broken) {
            found.add(Refusal.of(code));
        }
    }
}
