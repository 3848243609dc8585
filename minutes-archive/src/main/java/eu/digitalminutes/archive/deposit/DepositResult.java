// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of one run of a deposit (<i>esito del versamento</i>). Immutable. */
public final class DepositResult {
    private final DepositOutcome outcome;
    private final @Nullable DepositReceipt receipt;
    private final List<DepositNotice> notices;

    DepositResult(DepositOutcome outcome, @Nullable DepositReceipt receipt, List<DepositNotice> notices) {
        this.outcome = outcome;
        this.receipt = receipt;
        this.notices = List.copyOf(notices);
    }

    /**
     * How it ended.
     *
     * @return the outcome
     */
    public DepositOutcome outcome() {
        return outcome;
    }

    /**
     * The proof, where the package was accepted (<i>rapporto di versamento</i>).
     *
     * @return the receipt, or empty
     */
    public Optional<DepositReceipt> receipt() {
        return Optional.ofNullable(receipt);
    }

    /**
     * The provider's reasons or warnings, as far as this run heard them.
     *
     * @return an immutable list
     */
    public List<DepositNotice> notices() {
        return notices;
    }
}
