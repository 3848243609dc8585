// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.numbering;

import eu.digitalminutes.core.deliberation.Deliberation;
import eu.digitalminutes.core.deliberation.step.DeliberationNumber;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether the numbers of deliberations have no gap and no double, and follow the days of adoption. */
public final class NumberingCheck {
    private static final FindingCatalogue CATALOGUE = FindingCatalogue.of(NumberingCheck.class);

    private NumberingCheck() {}

    /**
     * Checks the whole register of some organs and years, each sequence from 1 on.
     *
     * @param acts all deliberations that have a number, in any order; those without one are left out
     * @return findings {@code NUMBER_TAKEN} and {@code NUMBER_GAP} that fail, {@code NUMBER_NOT_MONOTONIC} that warns, by
     *     body, organ, year and number
     */
    public static List<Finding> of(Collection<Deliberation> acts) {
        SortedMap<String, SortedMap<Integer, List<Deliberation>>> sequences = new TreeMap<>();
        for (Deliberation act : acts) {
            act.standing()
                    .number()
                    .ifPresent(number -> sequences
                            .computeIfAbsent(sequence(number), key -> new TreeMap<>())
                            .computeIfAbsent(number.number(), key -> new ArrayList<>())
                            .add(act));
        }
        List<Finding> findings = new ArrayList<>();
        sequences.forEach((name, numbers) -> check(name, numbers, findings));
        return findings;
    }

    private static String sequence(DeliberationNumber number) {
        return number.ipaCode() + "-" + number.organ().code() + "-" + number.year();
    }

    private static void check(String name, SortedMap<Integer, List<Deliberation>> numbers, List<Finding> findings) {
        int expected = 1;
        LocalDate latest = LocalDate.MIN;
        for (var entry : numbers.entrySet()) {
            int number = entry.getKey();
            String where =
                    entry.getValue().get(0).standing().number().orElseThrow().toString();
            if (number > expected) {
                String missing = expected == number - 1 ? "" + expected : expected + "–" + (number - 1);
                findings.add(CATALOGUE.finding("NUMBER_GAP", Severity.FAIL, where, name, missing));
            }
            if (entry.getValue().size() > 1) {
                List<String> holders =
                        entry.getValue().stream().map(Deliberation::reference).toList();
                findings.add(CATALOGUE.finding("NUMBER_TAKEN", Severity.FAIL, where, String.join(", ", holders)));
            }
            for (Deliberation act : entry.getValue()) {
                LocalDate adopted = act.standing().adopted().orElse(latest);
                if (adopted.isBefore(latest)) {
                    findings.add(CATALOGUE.finding(
                            "NUMBER_NOT_MONOTONIC", Severity.WARN, where, adopted.toString(), latest.toString()));
                }
                latest = adopted.isAfter(latest) ? adopted : latest;
            }
            expected = number + 1;
        }
    }
}
