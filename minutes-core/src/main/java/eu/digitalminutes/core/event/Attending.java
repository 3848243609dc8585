// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import java.util.Objects;

/** Who comes, goes and must keep out (<i>presenze</i>). */
public sealed interface Attending extends Occurrence {
    /**
     * Someone came in or was found present at the roll call (<i>ingresso</i>).
     *
     * @param seat who
     * @param mode in the hall or by videoconference
     * @param identification how the person was identified, when remote; empty otherwise
     */
    record Joined(String seat, AttendanceMode mode, String identification) implements Attending {
        /**
         * Someone came in or was found present at the roll call (<i>ingresso</i>).
         *
         * @param seat who
         * @param mode in the hall or by videoconference
         * @param identification how the person was identified, when remote; empty otherwise
         */
        public Joined {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(mode, "mode");
            Objects.requireNonNull(identification, "identification");
        }
    }

    /**
     * Someone went out, or lost the connection, which counts the same (<i>uscita</i>).
     *
     * @param seat who
     * @param cause why; empty when nothing was said
     */
    record Left(String seat, String cause) implements Attending {
        /**
         * Someone went out, or lost the connection, which counts the same (<i>uscita</i>).
         *
         * @param seat who
         * @param cause why; empty when nothing was said
         */
        public Left {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(cause, "cause");
        }
    }

    /**
     * An absence was justified (<i>assenza giustificata</i>).
     *
     * @param seat who
     * @param reason why; empty when nothing was said
     */
    record Excused(String seat, String reason) implements Attending {
        /**
         * An absence was justified (<i>assenza giustificata</i>).
         *
         * @param seat who
         * @param reason why; empty when nothing was said
         */
        public Excused {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * Someone must not take part in a point (<i>obbligo di astensione</i>, TUEL 78(2)).
     *
     * @param seat who
     * @param item which point
     */
    record Recused(String seat, String item) implements Attending {
        /**
         * Someone must not take part in a point (<i>obbligo di astensione</i>, TUEL 78(2)).
         *
         * @param seat who
         * @param item which point
         */
        public Recused {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(item, "item");
        }
    }
}
