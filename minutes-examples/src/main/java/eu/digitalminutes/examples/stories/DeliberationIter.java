// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.stories;

import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.deliberation.RefusedStepException;
import eu.digitalminutes.core.deliberation.accounting.AccountingDesk;
import eu.digitalminutes.core.deliberation.monitor.IterMonitor;
import eu.digitalminutes.core.deliberation.numbering.NumberSequence;
import eu.digitalminutes.core.deliberation.step.Advance;
import eu.digitalminutes.core.deliberation.step.Completion;
import eu.digitalminutes.core.deliberation.step.Decision;
import eu.digitalminutes.core.deliberation.step.ExecutabilityGround;
import eu.digitalminutes.core.deliberation.step.Preparation;
import eu.digitalminutes.core.deliberation.step.Step;
import eu.digitalminutes.core.exchange.DeliberationJson;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.proposal.OpinionKind;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** The iter of one act that spends, step by step in real time, from proposal to registered commitment. */
public final class DeliberationIter {
    private DeliberationIter() {}

    /**
     * Plays the iter.
     *
     * @param arguments the sum in euro, such as {@code 12500.00}; the file for the deliberation's JSON
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        run(new BigDecimal(arguments[0]), Path.of(arguments[1]), System.out);
    }

    static void run(BigDecimal sum, Path target, PrintStream out) throws IOException {
        NumberSequence register = new NumberSequence();
        IterMonitor monitor = new IterMonitor();
        monitor.listen(moved -> moved.steps()
                .forEach(step -> out.println(step.at().toLocalDate() + " "
                        + step.what().kind().label().italian() + " → "
                        + moved.to().label().italian())));
        AccountingDesk desk = AccountingDesk.at(new MemoryAccounting(new BigDecimal("20000.00")), () -> at("04-20"));

        monitor.put(SchoolRoof.draft(sum));
        take(monitor, "03-02", new Preparation.Proposed());
        take(monitor, "03-03", SchoolRoof.opinion(OpinionKind.TECHNICAL));
        try {
            take(monitor, "03-04", SchoolRoof.vote());
        } catch (RefusedStepException e) {
            e.refusals()
                    .forEach(refusal ->
                            out.println("  rifiutato: " + refusal.message().italian()));
        }
        take(monitor, "03-04", SchoolRoof.opinion(OpinionKind.ACCOUNTING));
        take(monitor, "03-04", new Preparation.CoverageAttested("Anna Bianchi, responsabile finanziaria"));
        take(monitor, "03-06", new Preparation.PutOnAgenda(SchoolRoof.SITTING, "item-2"));
        take(monitor, "03-12", new Decision.DiscussionOpened(SchoolRoof.SITTING));
        take(monitor, "03-12", SchoolRoof.vote());
        take(monitor, "03-13", new Completion.Numbered(register.number("c_z998", OrganKind.COUNCIL, 2026, "41/2026")));
        take(monitor, "03-13", new Completion.MinutesSigned(new Digest("ab".repeat(32))));
        LocalDate first = LocalDate.of(2026, 3, 16);
        take(monitor, "03-16", new Completion.Published("512/2026", first, first.plusDays(14)));
        monitor.due(LocalDate.of(2026, 3, 26))
                .forEach(duty -> out.println("  dovuto: " + duty.step().label().italian() + ", "
                        + duty.who().italian() + ", dal " + duty.on().orElseThrow()));
        take(monitor, "03-26", new Completion.BecameExecutable(first.plusDays(10), ExecutabilityGround.PUBLICATION));
        monitor.put(desk.commit(monitor.act("41/2026").orElseThrow(), SchoolRoof.OFFICER));
        DeliberationJson.write(monitor.act("41/2026").orElseThrow(), target);
    }

    private static void take(IterMonitor monitor, String day, Advance what) {
        monitor.take("41/2026", Step.of(at(day), "Carla Neri, segreteria", what));
    }

    private static OffsetDateTime at(String day) {
        return OffsetDateTime.parse("2026-" + day + "T18:00:00+01:00");
    }
}
