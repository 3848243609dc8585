// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import java.util.Objects;

/** How the meeting is led, from its opening to its closing (<i>conduzione della seduta</i>). */
public sealed interface Conduct extends Occurrence {
    /**
     * The chair opened the meeting (<i>apertura della seduta</i>).
     *
     * @param president the seat that presides
     * @param secretary the seat that draws up the minutes
     */
    record Opened(String president, String secretary) implements Conduct {
        /**
         * The chair opened the meeting (<i>apertura della seduta</i>).
         *
         * @param president the seat that presides
         * @param secretary the seat that draws up the minutes
         */
        public Opened {
            Objects.requireNonNull(president, "president");
            Objects.requireNonNull(secretary, "secretary");
        }
    }

    /**
     * Someone else took the chair (<i>assunzione della presidenza</i>).
     *
     * @param seat who presides from now on
     * @param reason why; empty when nothing was said
     */
    record ChairTaken(String seat, String reason) implements Conduct {
        /**
         * Someone else took the chair (<i>assunzione della presidenza</i>).
         *
         * @param seat who presides from now on
         * @param reason why; empty when nothing was said
         */
        public ChairTaken {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Someone else draws up the minutes, for one point or from now on (<i>sostituzione del segretario</i>).
     *
     * @param seat who draws up
     * @param item for which point; empty from now on
     * @param reason why; empty when nothing was said
     */
    record SecretaryTaken(String seat, String item, String reason) implements Conduct {
        /**
         * Someone else draws up the minutes, for one point or from now on (<i>sostituzione del segretario</i>).
         *
         * @param seat who draws up
         * @param item for which point; empty from now on
         * @param reason why; empty when nothing was said
         */
        public SecretaryTaken {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A member asked that the legal number be verified (<i>richiesta di verifica del numero legale</i>).
     *
     * @param seat who asked
     */
    record QuorumChallenged(String seat) implements Conduct {
        /**
         * A member asked that the legal number be verified (<i>richiesta di verifica del numero legale</i>).
         *
         * @param seat who asked
         */
        public QuorumChallenged {
            Objects.requireNonNull(seat, "seat");
        }
    }

    /**
     * The chair verified the legal number (<i>verifica del numero legale</i>).
     */
    record QuorumVerified() implements Conduct {}

    /**
     * The public was sent out: what follows is secret (<i>passaggio in seduta segreta</i>).
     *
     * @param reason why; empty when nothing was said
     */
    record WentSecret(String reason) implements Conduct {
        /**
         * The public was sent out: what follows is secret (<i>passaggio in seduta segreta</i>).
         *
         * @param reason why; empty when nothing was said
         */
        public WentSecret {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The public was let in again (<i>ripresa in seduta pubblica</i>).
     */
    record WentPublic() implements Conduct {}

    /**
     * The meeting was suspended (<i>sospensione</i>).
     *
     * @param reason why
     */
    record Suspended(String reason) implements Conduct {
        /**
         * The meeting was suspended (<i>sospensione</i>).
         *
         * @param reason why
         */
        public Suspended {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The meeting was resumed (<i>ripresa</i>).
     */
    record Resumed() implements Conduct {}

    /**
     * Nobody came, or too few: the meeting was not opened (<i>seduta deserta</i>).
     *
     * @param reason why; empty when nothing was said
     */
    record Deserted(String reason) implements Conduct {
        /**
         * Nobody came, or too few: the meeting was not opened (<i>seduta deserta</i>).
         *
         * @param reason why; empty when nothing was said
         */
        public Deserted {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The meeting was called off before it began (<i>seduta revocata</i>).
     *
     * @param reason why; empty when nothing was said
     */
    record Cancelled(String reason) implements Conduct {
        /**
         * The meeting was called off before it began (<i>seduta revocata</i>).
         *
         * @param reason why; empty when nothing was said
         */
        public Cancelled {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The legal number was lost and the meeting ended for it (<i>scioglimento della seduta</i>).
     *
     * @param reason why; empty when nothing was said
     */
    record Dissolved(String reason) implements Conduct {
        /**
         * The legal number was lost and the meeting ended for it (<i>scioglimento della seduta</i>).
         *
         * @param reason why; empty when nothing was said
         */
        public Dissolved {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The chair closed the meeting (<i>chiusura della seduta</i>).
     */
    record Closed() implements Conduct {}
}
