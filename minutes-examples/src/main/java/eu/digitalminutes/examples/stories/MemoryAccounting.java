// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.stories;

import eu.digitalminutes.core.deliberation.accounting.AccountingAnswer;
import eu.digitalminutes.core.deliberation.accounting.AccountingAnswer.Refused.Reason;
import eu.digitalminutes.core.deliberation.accounting.AccountingRequest;
import eu.digitalminutes.core.deliberation.accounting.AccountingSystem;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The smallest accounting system that keeps the promises of the seam: one budget, one entry for each key. */
final class MemoryAccounting implements AccountingSystem {
    private record Entry(AccountingRequest request, boolean committed, boolean released) {}

    private final BigDecimal budget;
    private final Map<String, Entry> entries = new HashMap<>();

    MemoryAccounting(BigDecimal budget) {
        this.budget = budget;
    }

    @Override
    public synchronized BigDecimal availability(String chapter, int year) {
        return entries.values().stream()
                .filter(entry -> !entry.released)
                .map(entry -> entry.request.commitment().amount())
                .reduce(budget, BigDecimal::subtract);
    }

    @Override
    public synchronized AccountingAnswer reserve(AccountingRequest request) {
        Entry entry = entries.get(request.key());
        BigDecimal sum = request.commitment().amount();
        if (entry == null
                && availability(
                                        request.commitment().chapter(),
                                        request.commitment().year())
                                .compareTo(sum)
                        < 0) {
            return new AccountingAnswer.Refused(Reason.INSUFFICIENT, "");
        }
        Entry kept = entry == null ? new Entry(request, false, false) : entry;
        entries.put(request.key(), kept);
        return answer(request, kept, "P");
    }

    @Override
    public synchronized AccountingAnswer commit(AccountingRequest request) {
        Entry entry = entries.get(request.key());
        if (entry == null) {
            return new AccountingAnswer.Refused(Reason.KEY, "nulla è prenotato");
        }
        entries.put(request.key(), new Entry(entry.request, !entry.released, entry.released));
        return answer(request, entry, "I");
    }

    @Override
    public synchronized AccountingAnswer release(AccountingRequest request) {
        entries.put(request.key(), new Entry(request, false, true));
        return new AccountingAnswer.Done("");
    }

    private static AccountingAnswer answer(AccountingRequest request, Entry entry, String letter) {
        boolean same = entry.request.equals(request) && !entry.released;
        return same
                ? new AccountingAnswer.Done(letter + "/" + request.key())
                : new AccountingAnswer.Refused(Reason.KEY, "chiave svincolata o di altra somma");
    }
}
