// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.ruling.Attendance;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What follows when a member must abstain (<i>obbligo di astensione</i>).
 *
 * <p>Who must abstain neither debates nor votes, and is never among the voters: that is the law and no parameter.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 78(2)</a>
 */
public final class RecusalRule {
    private final String source;
    private final Room room;
    private final Quorum quorum;

    /** Where a member who must abstain is during the item (<i>allontanamento dall'aula</i>). */
    public enum Room {
        /** May stay, silent. */
        MAY_STAY,
        /** Must leave: the regulation asks it. */
        MUST_LEAVE
    }

    /** What a recused member is for the quorum (<i>computo nel numero legale</i>). */
    public enum Quorum {
        /** Counts while in the room. */
        COUNTED,
        /** Does not count for the item. */
        NOT_COUNTED
    }

    private RecusalRule(Builder builder) {
        this.source = builder.source;
        this.room = builder.room;
        this.quorum = builder.quorum;
    }

    /**
     * The defaults, with the sources that this class cites.
     *
     * @return the rule where statute and regulation say nothing else
     */
    public static RecusalRule defaults() {
        return new Builder().build();
    }

    /**
     * The same rule, to be changed.
     *
     * @return a builder that holds the values of this rule
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.source = source;
        builder.room = room;
        builder.quorum = quorum;
        return builder;
    }

    /**
     * Where the rule stands.
     *
     * @return articles of law, statute or regulation, in words
     */
    public String source() {
        return source;
    }

    /**
     * Whether the member must leave the room.
     *
     * @return the value
     */
    public Room room() {
        return room;
    }

    /**
     * Whether a member who stays in the room counts for the quorum.
     *
     * @return the value
     */
    public Quorum quorum() {
        return quorum;
    }

    /**
     * Those present who count for the quorum while some of them must abstain.
     *
     * @param present who is in the room, the recused among them
     * @param recused those of them who must abstain
     * @return who counts; without the recused where the rule says so
     */
    public Attendance forQuorum(Attendance present, Attendance recused) {
        return quorum == Quorum.COUNTED
                ? present
                : new Attendance(present.members() - recused.members(), present.mayor() && !recused.mayor());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecusalRule that
                && source.equals(that.source)
                && room == that.room
                && quorum == that.quorum;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, room, quorum);
    }

    /** The values of a rule before it is made (<i>parametri</i>). */
    public static final class Builder {
        private String source = "TUEL 78(2); Cons. Stato IV 3372/2012";
        private Room room = Room.MAY_STAY;
        private Quorum quorum = Quorum.COUNTED;

        private Builder() {}

        /**
         * Where the rule stands.
         *
         * @param value articles of law, statute or regulation, in words
         * @return this builder
         */
        public Builder source(String value) {
            source = Objects.requireNonNull(value, "source");
            return this;
        }

        /**
         * Whether the member must leave the room.
         *
         * @param value the value
         * @return this builder
         */
        public Builder room(Room value) {
            room = Objects.requireNonNull(value, "room");
            return this;
        }

        /**
         * Whether a member who stays in the room counts for the quorum.
         *
         * @param value the value
         * @return this builder
         */
        public Builder quorum(Quorum value) {
            quorum = Objects.requireNonNull(value, "quorum");
            return this;
        }

        /**
         * The rule.
         *
         * @return a rule with these values
         * @throws IllegalArgumentException if a number is below what it can be, or above a million
         */
        public RecusalRule build() {
            return new RecusalRule(this);
        }
    }
}
