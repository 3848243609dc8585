// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.event;

import java.util.Objects;

/** Who comes, goes and must keep out (<i>presenze</i>). */
public sealed interface Attending extends Occurrence {
    /**
     * Someone came in, was found present at the roll call, or went on from elsewhere (<i>ingresso</i>).
     *
     * @param seat who
     * @param mode in the hall or by videoconference
     * @param identification how the person was identified, when remote; {@link Identification#none()} otherwise
     */
    record Joined(String seat, AttendanceMode mode, Identification identification) implements Attending {
        /**
         * Someone came in, was found present at the roll call, or went on from elsewhere (<i>ingresso</i>).
         *
         * @param seat who
         * @param mode in the hall or by videoconference
         * @param identification how the person was identified, when remote; {@link Identification#none()} otherwise
         */
        public Joined {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(mode, "mode");
            Objects.requireNonNull(identification, "identification");
        }

        /**
         * Someone came in, identified as some words say (<i>ingresso</i>).
         *
         * @param seat who
         * @param mode in the hall or by videoconference
         * @param identification how the person was identified, in words; may be empty
         */
        public Joined(String seat, AttendanceMode mode, String identification) {
            this(seat, mode, Identification.noted(identification));
        }

        /**
         * Someone came into the hall, or answered the roll call there.
         *
         * @param seat who
         * @return the fact
         */
        public static Joined inPerson(String seat) {
            return new Joined(seat, AttendanceMode.IN_PERSON, Identification.none());
        }

        /**
         * Someone joined by videoconference.
         *
         * @param seat who
         * @param identification how the person was identified
         * @return the fact
         */
        public static Joined remote(String seat, Identification identification) {
            return new Joined(seat, AttendanceMode.REMOTE, identification);
        }
    }

    /**
     * Someone went out (<i>uscita</i>).
     *
     * @param seat who
     * @param cause why; empty when nothing was said
     */
    record Left(String seat, String cause) implements Attending {
        /**
         * Someone went out (<i>uscita</i>).
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
     * Someone attending remotely lost the connection, which counts as having gone out (<i>perdita del collegamento</i>).
     *
     * @param seat who
     */
    record ConnectionLost(String seat) implements Attending {
        /**
         * Someone attending remotely lost the connection, which counts as having gone out (<i>perdita del collegamento</i>).
         *
         * @param seat who
         */
        public ConnectionLost {
            Objects.requireNonNull(seat, "seat");
        }
    }

    /**
     * Someone attending remotely is connected again (<i>ripristino del collegamento</i>).
     *
     * @param seat who
     * @param identification how the person was identified anew
     */
    record ConnectionRegained(String seat, Identification identification) implements Attending {
        /**
         * Someone attending remotely is connected again (<i>ripristino del collegamento</i>).
         *
         * @param seat who
         * @param identification how the person was identified anew
         */
        public ConnectionRegained {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(identification, "identification");
        }
    }

    /**
     * The identity of someone attending remotely was checked again, as at a vote (<i>identificazione</i>).
     *
     * @param seat who
     * @param identification how
     */
    record Identified(String seat, Identification identification) implements Attending {
        /**
         * The identity of someone attending remotely was checked again, as at a vote (<i>identificazione</i>).
         *
         * @param seat who
         * @param identification how
         */
        public Identified {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(identification, "identification");
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
     * An absence has its cause in a task of the body (<i>in missione</i>).
     *
     * @param seat who
     * @param reason which task; empty when nothing was said
     */
    record OnMission(String seat, String reason) implements Attending {
        /**
         * An absence has its cause in a task of the body (<i>in missione</i>).
         *
         * @param seat who
         * @param reason which task; empty when nothing was said
         */
        public OnMission {
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

    /**
     * Someone sits in the place of a member, for one point or until the end (<i>sostituzione</i>).
     *
     * @param seat whose place it is
     * @param by who sits in it
     * @param item for which point; empty until the end of the meeting
     * @param reason why; empty when nothing was said
     */
    record Substituted(String seat, String by, String item, String reason) implements Attending {
        /**
         * Someone sits in the place of a member, for one point or until the end (<i>sostituzione</i>).
         *
         * @param seat whose place it is
         * @param by who sits in it
         * @param item for which point; empty until the end of the meeting
         * @param reason why; empty when nothing was said
         */
        public Substituted {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
