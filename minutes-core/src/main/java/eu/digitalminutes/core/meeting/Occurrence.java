// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.meeting;

import java.util.Map;
import java.util.Objects;

/**
 * What can happen in a meeting (<i>fatto della seduta</i>). Seats, items and votes are named by their ids.
 *
 * @see SessionEvent
 */
public sealed interface Occurrence {
    /**
     * The chair opened the meeting (<i>apertura della seduta</i>).
     *
     * @param president the seat that presides
     * @param secretary the seat that draws up the minutes
     */
    record Opened(String president, String secretary) implements Occurrence {
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
     * Someone came in or was found present at the roll call (<i>ingresso</i>).
     *
     * @param seat who
     * @param mode in the hall or by videoconference
     * @param identification how the person was identified, when remote; empty otherwise
     */
    record Joined(String seat, AttendanceMode mode, String identification) implements Occurrence {
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
    record Left(String seat, String cause) implements Occurrence {
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
    record Excused(String seat, String reason) implements Occurrence {
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
     * The chair verified the legal number (<i>verifica del numero legale</i>).
     */
    record QuorumVerified() implements Occurrence {}

    /**
     * A point of the agenda was opened (<i>trattazione del punto</i>).
     *
     * @param item which point
     */
    record ItemOpened(String item) implements Occurrence {
        /**
         * A point of the agenda was opened (<i>trattazione del punto</i>).
         *
         * @param item which point
         */
        public ItemOpened {
            Objects.requireNonNull(item, "item");
        }
    }

    /**
     * Someone took the floor (<i>intervento</i>).
     *
     * @param seat who
     * @param summary the main points, or what the person asked to be recorded; may be empty
     */
    record Spoke(String seat, String summary) implements Occurrence {
        /**
         * Someone took the floor (<i>intervento</i>).
         *
         * @param seat who
         * @param summary the main points, or what the person asked to be recorded; may be empty
         */
        public Spoke {
            Objects.requireNonNull(seat, "seat");
            Objects.requireNonNull(summary, "summary");
        }
    }

    /**
     * Someone must not take part in a point (<i>obbligo di astensione</i>, TUEL 78(2)).
     *
     * @param seat who
     * @param item which point
     */
    record Recused(String seat, String item) implements Occurrence {
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
     * The chair put something to the vote (<i>apertura della votazione</i>).
     *
     * @param vote the vote's name, unique in the meeting
     * @param item the point it belongs to
     * @param kind what is voted upon
     * @param method how votes are cast
     * @param subject what is voted upon, in words; empty when the item's title says it
     */
    record VoteOpened(String vote, String item, VoteKind kind, VotingMethod method, String subject)
            implements Occurrence {
        /**
         * The chair put something to the vote (<i>apertura della votazione</i>).
         *
         * @param vote the vote's name, unique in the meeting
         * @param item the point it belongs to
         * @param kind what is voted upon
         * @param method how votes are cast
         * @param subject what is voted upon, in words; empty when the item's title says it
         */
        public VoteOpened {
            Objects.requireNonNull(vote, "vote");
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(subject, "subject");
        }
    }

    /**
     * The votes were counted (<i>computo dei voti</i>).
     *
     * @param vote which vote
     * @param tally the count
     * @param ballots who chose what, by seat; always empty for a secret ballot; for a show of hands at least those against and abstaining
     */
    record VoteClosed(String vote, Tally tally, Map<String, Choice> ballots) implements Occurrence {
        /**
         * The votes were counted (<i>computo dei voti</i>).
         *
         * @param vote which vote
         * @param tally the count
         * @param ballots who chose what, by seat; always empty for a secret ballot; for a show of hands at least those against and abstaining
         */
        public VoteClosed {
            Objects.requireNonNull(vote, "vote");
            Objects.requireNonNull(tally, "tally");
            ballots = Map.copyOf(ballots);
        }
    }

    /**
     * The chair proclaimed the outcome (<i>proclamazione</i>).
     *
     * @param vote which vote
     * @param outcome the outcome as proclaimed
     */
    record Proclaimed(String vote, Outcome outcome) implements Occurrence {
        /**
         * The chair proclaimed the outcome (<i>proclamazione</i>).
         *
         * @param vote which vote
         * @param outcome the outcome as proclaimed
         */
        public Proclaimed {
            Objects.requireNonNull(vote, "vote");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /**
     * The meeting was suspended (<i>sospensione</i>).
     *
     * @param reason why
     */
    record Suspended(String reason) implements Occurrence {
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
    record Resumed() implements Occurrence {}

    /**
     * A part of the recording began (<i>avvio della registrazione</i>).
     *
     * @param part the file name of the part
     */
    record RecordingStarted(String part) implements Occurrence {
        /**
         * A part of the recording began (<i>avvio della registrazione</i>).
         *
         * @param part the file name of the part
         */
        public RecordingStarted {
            Objects.requireNonNull(part, "part");
        }
    }

    /**
     * A part of the recording ended (<i>arresto della registrazione</i>).
     *
     * @param part the file name of the part
     * @param reason why
     */
    record RecordingStopped(String part, String reason) implements Occurrence {
        /**
         * A part of the recording ended (<i>arresto della registrazione</i>).
         *
         * @param part the file name of the part
         * @param reason why
         */
        public RecordingStopped {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The secretary noted what the recording does not show (<i>annotazione del segretario</i>).
     *
     * @param text the note
     */
    record Noted(String text) implements Occurrence {
        /**
         * The secretary noted what the recording does not show (<i>annotazione del segretario</i>).
         *
         * @param text the note
         */
        public Noted {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * The chair closed the meeting (<i>chiusura della seduta</i>).
     */
    record Closed() implements Occurrence {}
}
