// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.accounting;

import eu.digitalminutes.core.deliberation.accounting.AccountingAnswer.Refused.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Keeps the promises of the seam and fails as networks do: before the work, after it, and by doing it twice. */
final class FaultyAccounting implements AccountingSystem {
    private enum Phase {
        RESERVED,
        COMMITTED,
        RELEASED
    }

    private record Entry(AccountingRequest request, Phase phase) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, BigDecimal> budget;
    private final Random faults;
    private int percent;
    int calls;

    FaultyAccounting(Map<String, BigDecimal> budget, long seed, int percent) {
        this.budget = budget;
        this.faults = new Random(seed);
        this.percent = percent;
    }

    synchronized void heal() {
        percent = 0;
    }

    synchronized BigDecimal reserved() {
        return sum(Phase.RESERVED);
    }

    synchronized BigDecimal committed() {
        return sum(Phase.COMMITTED);
    }

    private BigDecimal sum(Phase phase) {
        return entries.values().stream()
                .filter(entry -> entry.phase == phase)
                .map(entry -> entry.request.commitment().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public synchronized BigDecimal availability(String chapter, int year) {
        BigDecimal bound = entries.values().stream()
                .filter(entry -> entry.phase != Phase.RELEASED
                        && entry.request.commitment().chapter().equals(chapter))
                .map(entry -> entry.request.commitment().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return budget.getOrDefault(chapter, BigDecimal.ZERO).subtract(bound);
    }

    private interface Work {
        AccountingAnswer doIt(AccountingRequest request);
    }

    private synchronized AccountingAnswer with(AccountingRequest request, Work work) throws IOException {
        calls++;
        int fault = faults.nextInt(100) < percent ? faults.nextInt(5) : -1;
        if (fault == 0) {
            throw new IOException("connection refused");
        } else if (fault == 1) {
            return new AccountingAnswer.Unavailable("503");
        }
        AccountingAnswer answer = work.doIt(request);
        if (fault == 2) {
            throw new SocketTimeoutException("timed out after the request was accepted");
        } else if (fault == 3) {
            throw new IllegalStateException("answer not understood");
        } else if (fault == 4) {
            return work.doIt(request);
        }
        return answer;
    }

    private AccountingAnswer other(AccountingRequest request) {
        return new AccountingAnswer.Refused(Reason.KEY, "key of " + request.key());
    }

    @Override
    public AccountingAnswer reserve(AccountingRequest request) throws IOException {
        return with(request, asked -> {
            Entry entry = entries.get(asked.key());
            if (entry != null) {
                boolean same = entry.request.equals(asked) && entry.phase != Phase.RELEASED;
                return same ? new AccountingAnswer.Done("P-" + asked.key()) : other(asked);
            }
            BigDecimal left = availability(
                    asked.commitment().chapter(), asked.commitment().year());
            if (left.compareTo(asked.commitment().amount()) < 0) {
                return new AccountingAnswer.Refused(Reason.INSUFFICIENT, "");
            }
            entries.put(asked.key(), new Entry(asked, Phase.RESERVED));
            return new AccountingAnswer.Done("P-" + asked.key());
        });
    }

    @Override
    public AccountingAnswer commit(AccountingRequest request) throws IOException {
        return with(request, asked -> {
            Entry entry = entries.get(asked.key());
            if (entry == null || !entry.request.equals(asked) || entry.phase == Phase.RELEASED) {
                return other(asked);
            }
            entries.put(asked.key(), new Entry(asked, Phase.COMMITTED));
            return new AccountingAnswer.Done("I-" + asked.key());
        });
    }

    @Override
    public AccountingAnswer release(AccountingRequest request) throws IOException {
        return with(request, asked -> {
            entries.put(asked.key(), new Entry(asked, Phase.RELEASED));
            return new AccountingAnswer.Done("");
        });
    }
}
