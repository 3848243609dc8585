// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.step;

import eu.digitalminutes.core.content.Digest;
import java.time.LocalDate;
import java.util.Objects;

/** What makes a decision an act with effect (<i>perfezionamento ed efficacia dell'atto</i>). */
public sealed interface Completion extends Advance {
    /**
     * The deliberation got its number (<i>numerazione</i>).
     *
     * @param number the number, by organ and year
     */
    record Numbered(DeliberationNumber number) implements Completion {
        /**
         * The deliberation got its number (<i>numerazione</i>).
         *
         * @param number the number, by organ and year
         */
        public Numbered {
            Objects.requireNonNull(number, "number");
        }

        @Override
        public StepKind kind() {
            return StepKind.NUMBERED;
        }
    }

    /**
     * President and Secretary signed the deliberation (<i>sottoscrizione del verbale di deliberazione</i>).
     *
     * @param container the digest of the signed container
     * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 97(4)(a)</a>
     */
    record MinutesSigned(Digest container) implements Completion {
        /**
         * President and Secretary signed the deliberation (<i>sottoscrizione del verbale di deliberazione</i>).
         *
         * @param container the digest of the signed container
         */
        public MinutesSigned {
            Objects.requireNonNull(container, "container");
        }

        @Override
        public StepKind kind() {
            return StepKind.MINUTES_SIGNED;
        }
    }

    /**
     * The deliberation was entered at the albo (<i>affissione all'albo pretorio</i>).
     *
     * @param registration the entry's number
     * @param from the first day of publication
     * @param to the last day of publication
     * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 124(1)</a>
     */
    record Published(String registration, LocalDate from, LocalDate to) implements Completion {
        /**
         * The deliberation was entered at the albo (<i>affissione all'albo pretorio</i>).
         *
         * @param registration the entry's number
         * @param from the first day of publication
         * @param to the last day of publication
         * @throws IllegalArgumentException if the number is blank or the days are in the wrong order
         */
        public Published {
            Objects.requireNonNull(registration, "registration");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            if (registration.isBlank() || to.isBefore(from)) {
                throw new IllegalArgumentException("a publication has a number, and does not end before it begins");
            }
        }

        @Override
        public StepKind kind() {
            return StepKind.PUBLISHED;
        }
    }

    /**
     * The list of deliberations went to the group leaders (<i>comunicazione ai capigruppo</i>).
     *
     * @param on the day
     * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 125</a>
     */
    record GroupLeadersNotified(LocalDate on) implements Completion {
        /**
         * The list of deliberations went to the group leaders (<i>comunicazione ai capigruppo</i>).
         *
         * @param on the day
         */
        public GroupLeadersNotified {
            Objects.requireNonNull(on, "on");
        }

        @Override
        public StepKind kind() {
            return StepKind.GROUP_LEADERS_NOTIFIED;
        }
    }

    /**
     * The deliberation took effect (<i>esecutività</i>).
     *
     * @param on the first day of effect
     * @param ground by which paragraph
     * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 134</a>
     */
    record BecameExecutable(LocalDate on, ExecutabilityGround ground) implements Completion {
        /**
         * The deliberation took effect (<i>esecutività</i>).
         *
         * @param on the first day of effect
         * @param ground by which paragraph
         */
        public BecameExecutable {
            Objects.requireNonNull(on, "on");
            Objects.requireNonNull(ground, "ground");
        }

        @Override
        public StepKind kind() {
            return StepKind.BECAME_EXECUTABLE;
        }
    }

    /**
     * The archive took the deliberation into custody (<i>conservazione</i>).
     *
     * @param receipt the digest of the archive's receipt
     */
    record Preserved(Digest receipt) implements Completion {
        /**
         * The archive took the deliberation into custody (<i>conservazione</i>).
         *
         * @param receipt the digest of the archive's receipt
         */
        public Preserved {
            Objects.requireNonNull(receipt, "receipt");
        }

        @Override
        public StepKind kind() {
            return StepKind.PRESERVED;
        }
    }
}
