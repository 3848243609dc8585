// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** What a provider says of a package (<i>esito del versamento</i>). */
public sealed interface DepositAnswer
        permits DepositAnswer.Accepted, DepositAnswer.Pending, DepositAnswer.Refused, DepositAnswer.Simulated {

    /** The provider has the package and gave a receipt for it (<i>rapporto di versamento</i>). Immutable. */
    final class Accepted implements DepositAnswer {
        private static final Set<String> OWN_NAMES =
                Set.of(Journal.FILE_NAME, DepositPremis.FILE_NAME, Deposit.ANSWER, DepositLock.FILE_NAME);

        private final String receiptName;
        private final byte[] receipt;
        private final String identifier;
        private final Instant time;
        private final List<DepositNotice> notices;

        /**
         * A package that was taken.
         *
         * @param receiptName the file name of the receipt, such as {@code rapporto-versamento.xml}; not one that the
         *     deposit itself uses
         * @param receipt the receipt, byte for byte; its digests were held against the package
         * @param identifier what the provider knows the package by; may be empty
         * @param time when the provider says that it took the package
         * @param notices warnings; empty if there are none
         * @throws IllegalArgumentException if the receipt is called as a file of the deposit's own
         */
        public Accepted(
                String receiptName, byte[] receipt, String identifier, Instant time, List<DepositNotice> notices) {
            this.receiptName = Objects.requireNonNull(receiptName, "receiptName");
            if (OWN_NAMES.contains(receiptName.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("a receipt cannot be called " + receiptName
                        + ", which the deposit writes itself; call it receipt.xml, for instance");
            }
            this.receipt = receipt.clone();
            this.identifier = Objects.requireNonNull(identifier, "identifier");
            this.time = Objects.requireNonNull(time, "time");
            this.notices = List.copyOf(notices);
        }

        String receiptName() {
            return receiptName;
        }

        byte[] receipt() {
            return receipt.clone();
        }

        String identifier() {
            return identifier;
        }

        Instant time() {
            return time;
        }

        List<DepositNotice> notices() {
            return notices;
        }
    }

    /**
     * The provider has the package and will say later whether it takes it (<i>presa in carico</i>).
     *
     * @param ticket what to ask with; kept in the journal
     */
    record Pending(String ticket) implements DepositAnswer {
        /**
         * A package that is being looked at.
         *
         * @param ticket what to ask with
         */
        public Pending {
            Objects.requireNonNull(ticket, "ticket");
        }
    }

    /** The provider does not take the package as it is (<i>rifiuto</i>). Immutable. */
    final class Refused implements DepositAnswer {
        private final List<DepositNotice> notices;
        private final byte[] answer;

        /**
         * A package that was refused.
         *
         * @param notices the reasons
         * @param answer what the provider sent, byte for byte; kept beside the journal
         */
        public Refused(List<DepositNotice> notices, byte[] answer) {
            this.notices = List.copyOf(notices);
            this.answer = answer.clone();
        }

        List<DepositNotice> notices() {
            return notices;
        }

        byte[] answer() {
            return answer.clone();
        }
    }

    /**
     * The provider would take the package; nothing was stored.
     *
     * @param notices warnings; empty if there are none
     */
    record Simulated(List<DepositNotice> notices) implements DepositAnswer {
        /**
         * A package that would be taken.
         *
         * @param notices warnings
         */
        public Simulated {
            notices = List.copyOf(notices);
        }
    }
}
