// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.ruling;

import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.outcome.MinutesException;
import java.util.Objects;
import java.util.Optional;

/** A vote as it was counted, with those before whom it was taken (<i>risultato della votazione</i>). Immutable. */
public final class VoteCount {
    private static final int MOST = 1_000_000;

    private final Tally tally;
    private final int present;
    private final int recused;
    private final Optional<Choice> chair;

    private VoteCount(Tally tally, int present, int recused, Optional<Choice> chair) {
        this.tally = Objects.requireNonNull(tally, "tally");
        this.present = present;
        this.recused = recused;
        this.chair = chair;
        if (present > MOST) {
            throw new MinutesException("PRESENT_INVALID", "no organ has " + present + " members");
        }
        if (tally.counted() > present) {
            throw new MinutesException(
                    "TALLY_EXCEEDS_PRESENT",
                    tally.counted() + " votes were counted, " + present + " members are present; count again");
        }
        if (recused < 0 || recused > present) {
            throw new MinutesException(
                    "RECUSED_EXCEED_PRESENT", recused + " of " + present + " members present cannot be recused");
        }
    }

    /**
     * A count before members present. Those present of whom the count says nothing have not voted.
     *
     * @param tally the count
     * @param present members in the room or connected, the recused who stay among them
     * @return the vote
     * @throws MinutesException with code {@code TALLY_EXCEEDS_PRESENT} if more were counted than are present, or
     *     {@code PRESENT_INVALID} if more than a million are present
     */
    public static VoteCount of(Tally tally, int present) {
        return new VoteCount(tally, present, 0, Optional.empty());
    }

    /**
     * The same vote with members who are present and must abstain (<i>obbligo di astensione</i>).
     *
     * @param members how many of those present
     * @return a new vote
     * @throws MinutesException with code {@code RECUSED_EXCEED_PRESENT} if they are more than present
     */
    public VoteCount withRecused(int members) {
        return new VoteCount(tally, present, members, chair);
    }

    /**
     * The same vote, knowing what the chair chose (<i>voto di chi presiede</i>).
     *
     * @param choice the vote of who presides; it is in the count already
     * @return a new vote
     */
    public VoteCount withChair(Choice choice) {
        return new VoteCount(tally, present, recused, Optional.of(choice));
    }

    /**
     * The count.
     *
     * @return the tally
     */
    public Tally tally() {
        return tally;
    }

    /**
     * The members present.
     *
     * @return their number, at least as many as were counted
     */
    public int present() {
        return present;
    }

    /**
     * Those present who must abstain.
     *
     * @return their number
     */
    public int recused() {
        return recused;
    }

    /**
     * What the chair chose.
     *
     * @return the vote of who presides, where known
     */
    public Optional<Choice> chair() {
        return chair;
    }

    /**
     * Those who cast a vote, abstentions and blank or void ballots included.
     *
     * @return their number
     */
    public int cast() {
        return tally.counted() - tally.notVoting();
    }
}
