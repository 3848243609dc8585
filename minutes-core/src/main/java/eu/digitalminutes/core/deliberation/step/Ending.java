// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.step;

import java.util.Objects;

/** What ends or changes an act without touching what was written (<i>ritiro, decadenza, revoca, annullamento e rettifica</i>). */
public sealed interface Ending extends Advance {
    /**
     * The proponent took the proposal back (<i>ritiro</i>).
     */
    record Withdrawn() implements Ending {
        @Override
        public StepKind kind() {
            return StepKind.WITHDRAWN;
        }
    }

    /**
     * The proposal fell without a decision (<i>decadenza</i>).
     */
    record Lapsed() implements Ending {
        @Override
        public StepKind kind() {
            return StepKind.LAPSED;
        }
    }

    /**
     * A later act corrects this one, which stands (<i>rettifica</i>).
     *
     * @param act the new act or judgment
     */
    record Rectified(ActReference act) implements Ending {
        /**
         * A later act corrects this one, which stands (<i>rettifica</i>).
         *
         * @param act the new act or judgment
         */
        public Rectified {
            Objects.requireNonNull(act, "act");
        }

        @Override
        public StepKind kind() {
            return StepKind.RECTIFIED;
        }
    }

    /**
     * A later act ends the effects of this one (<i>revoca</i>, L. 241/1990, art. 21-quinquies).
     *
     * @param act the new act or judgment
     */
    record Revoked(ActReference act) implements Ending {
        /**
         * A later act ends the effects of this one (<i>revoca</i>, L. 241/1990, art. 21-quinquies).
         *
         * @param act the new act or judgment
         */
        public Revoked {
            Objects.requireNonNull(act, "act");
        }

        @Override
        public StepKind kind() {
            return StepKind.REVOKED;
        }
    }

    /**
     * A later act or a judgment undoes this one from the beginning (<i>annullamento</i>, L. 241/1990, art. 21-nonies).
     *
     * @param act the new act or judgment
     */
    record Annulled(ActReference act) implements Ending {
        /**
         * A later act or a judgment undoes this one from the beginning (<i>annullamento</i>, L. 241/1990, art. 21-nonies).
         *
         * @param act the new act or judgment
         */
        public Annulled {
            Objects.requireNonNull(act, "act");
        }

        @Override
        public StepKind kind() {
            return StepKind.ANNULLED;
        }
    }
}
