// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.monitor;

import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.DeliberationState;
import eu.digitalminutes.core.deliberation.FundingSlot;
import eu.digitalminutes.core.deliberation.FundingSlot.State;
import eu.digitalminutes.core.deliberation.Standing;
import eu.digitalminutes.core.deliberation.step.StepKind;
import eu.digitalminutes.core.outcome.Text;
import eu.digitalminutes.core.proposal.Effect;
import eu.digitalminutes.core.rules.PublicationRule;
import eu.digitalminutes.core.ruling.TermRuling;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one deliberation waits for. */
final class Duties {
    private static final Text SERVICE = new Text("responsabile del servizio", "head of the service");
    private static final Text FINANCE = new Text("responsabile del servizio finanziario", "head of finance");
    private static final Text CONVENER = new Text("chi convoca la seduta", "who convenes the meeting");
    private static final Text CHAIR = new Text("chi presiede", "who presides");
    private static final Text SECRETARY = new Text("segretario", "secretary");
    private static final Text SIGNERS = new Text("presidente e segretario", "president and secretary");
    private static final Text ALBO = new Text("responsabile della pubblicazione", "who is responsible for publication");
    private static final Text ARCHIVE =
            new Text("responsabile della conservazione", "who is responsible for preservation");

    private final Deliberation act;
    private final Standing standing;
    private final List<Duty> found = new ArrayList<>();

    private Duties(Deliberation act) {
        this.act = act;
        this.standing = act.standing();
    }

    static List<Duty> of(Deliberation act) {
        Duties duties = new Duties(act);
        if (duties.standing.approval().isPresent()) {
            duties.afterApproval();
        } else if (!duties.standing.isEnded()) {
            duties.beforeApproval();
        }
        duties.money();
        return duties.found;
    }

    private void beforeApproval() {
        if (act.state() == DeliberationState.DRAFT) {
            String proponent = act.draft().proponent();
            add(StepKind.PROPOSED, new Text(proponent, proponent), Set.of());
            return;
        }
        Set<StepKind> text = EnumSet.of(StepKind.PROPOSED, StepKind.AMENDED);
        List<String> missing = standing.opinions().missing();
        if (missing.stream().anyMatch(name -> name.startsWith("TECHNICAL"))) {
            add(StepKind.OPINION_GIVEN, SERVICE, text);
        }
        if (missing.stream().anyMatch(name -> name.startsWith("ACCOUNTING"))) {
            add(StepKind.OPINION_GIVEN, FINANCE, text);
        }
        visa(text);
        if (standing.agenda().isEmpty()) {
            if (standing.opinions().holds()) {
                add(StepKind.PUT_ON_AGENDA, CONVENER, EnumSet.allOf(StepKind.class), standing.repeatBy());
            }
        } else if (act.state() == DeliberationState.ON_AGENDA) {
            add(StepKind.DISCUSSION_OPENED, CHAIR, EnumSet.of(StepKind.PUT_ON_AGENDA));
        } else {
            add(StepKind.VOTED, act.organ().label(), EnumSet.of(StepKind.DISCUSSION_OPENED));
        }
    }

    private void visa(Set<StepKind> after) {
        boolean spends = standing.proposal().effect() == Effect.SPENDING;
        if (spends && standing.proposal().coverageVisa().isBlank()) {
            add(StepKind.COVERAGE_ATTESTED, FINANCE, after);
        }
    }

    private void afterApproval() {
        if (standing.number().isEmpty()) {
            add(StepKind.NUMBERED, SECRETARY, EnumSet.of(StepKind.VOTED));
        } else if (standing.container().isEmpty()) {
            add(StepKind.MINUTES_SIGNED, SIGNERS, EnumSet.of(StepKind.NUMBERED));
        } else if (standing.publication().isEmpty()) {
            add(StepKind.PUBLISHED, ALBO, EnumSet.of(StepKind.MINUTES_SIGNED));
        } else if (act.rules().publication().groupLeaders() == PublicationRule.GroupLeaders.AT_PUBLICATION
                && !standing.isNotified()) {
            add(StepKind.GROUP_LEADERS_NOTIFIED, SECRETARY, EnumSet.of(StepKind.PUBLISHED));
        }
        if (standing.effect().isEmpty() && !standing.isEnded()) {
            visa(EnumSet.of(StepKind.PROPOSED, StepKind.AMENDED));
            effect();
        }
        if (act.refusals(StepKind.PRESERVED).isEmpty()) {
            add(StepKind.PRESERVED, ARCHIVE, EnumSet.allOf(StepKind.class));
        }
    }

    private void effect() {
        if (standing.isImmediate()) {
            add(
                    StepKind.BECAME_EXECUTABLE,
                    SECRETARY,
                    EnumSet.of(StepKind.IMMEDIATE_EXECUTION_VOTED),
                    standing.adopted());
        } else if (standing.publication().isPresent()) {
            add(
                    StepKind.BECAME_EXECUTABLE,
                    SECRETARY,
                    EnumSet.of(StepKind.PUBLISHED),
                    standing.executableFrom().flatMap(TermRuling::firstDay));
        }
    }

    private void money() {
        for (FundingSlot slot : standing.funding()) {
            String officer = slot.commitment().officer();
            Text who = new Text(officer, officer);
            boolean over = standing.isEnded() || slot.stale();
            if (slot.state() == State.RESERVED && over) {
                add(
                        StepKind.MONEY_RELEASED,
                        who,
                        EnumSet.complementOf(EnumSet.of(StepKind.MONEY_RESERVED, StepKind.MONEY_RELEASED)));
            } else if (!over
                    && slot.state() != State.COMMITTED
                    && standing.effect().isPresent()) {
                add(StepKind.COMMITMENT_REGISTERED, who, EnumSet.of(StepKind.BECAME_EXECUTABLE));
            }
        }
    }

    private void add(StepKind kind, Text who, Set<StepKind> after) {
        add(kind, who, after, Optional.empty());
    }

    /** Waiting begins with the last step that made room for this one. */
    private void add(StepKind kind, Text who, Set<StepKind> after, Optional<LocalDate> on) {
        Optional<OffsetDateTime> since = act.history().stream()
                .filter(step -> after.contains(step.what().kind()))
                .map(step -> step.at())
                .reduce((earlier, later) -> later);
        found.add(new Duty(act.reference(), kind, who, since, on));
    }
}
