// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.ruling;

import eu.digitalminutes.core.outcome.MinutesException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ballots of an election as they were counted (<i>spoglio delle schede</i>). Immutable. */
public final class ElectionCount {
    private static final int MOST = 1_000_000;

    private final List<Candidate> candidates;
    private final int valid;
    private final int blank;
    private final int spoiled;
    private final int seats;
    private final int present;
    private final int round;

    private ElectionCount(
            List<Candidate> candidates, int valid, int blank, int spoiled, int seats, int present, int round) {
        this.candidates = List.copyOf(candidates);
        this.valid = valid;
        this.blank = blank;
        this.spoiled = spoiled;
        this.seats = seats;
        this.present = present;
        this.round = round;
        if (valid < 0 || blank < 0 || spoiled < 0 || seats < 1 || seats > MOST || present > MOST || round < 1) {
            throw new MinutesException("VOTES_INVALID", "ballots, seats or rounds are out of range");
        }
        if (ballots() > present) {
            throw new MinutesException(
                    "TALLY_EXCEEDS_PRESENT", ballots() + " ballots were cast, " + present + " members are present");
        }
        Set<String> names = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (!names.add(candidate.name())) {
                throw new MinutesException("VOTES_INVALID", candidate.name() + " stands twice among the candidates");
            }
            if (candidate.votes() > valid) {
                throw new MinutesException(
                        "VOTES_EXCEED_BALLOTS",
                        candidate.name() + " has " + candidate.votes() + " votes on " + valid + " valid ballots");
            }
        }
    }

    /**
     * Valid ballots for one seat, in the first round, with nobody present who did not vote.
     *
     * @param candidates who got votes
     * @param valid valid ballots, each counted once however many names it bears
     * @return the count
     * @throws MinutesException with code {@code VOTES_EXCEED_BALLOTS} if somebody has more votes than there are ballots
     */
    public static ElectionCount of(List<Candidate> candidates, int valid) {
        return new ElectionCount(candidates, valid, 0, 0, 1, valid, 1);
    }

    /**
     * The same count with ballots that name nobody.
     *
     * @param blankBallots blank ballots (<i>schede bianche</i>)
     * @param voidBallots void ballots (<i>schede nulle</i>), those that bear the voter's name among them
     * @param membersPresent members present, whether they voted or not
     * @return a new count
     * @throws MinutesException with code {@code TALLY_EXCEEDS_PRESENT} if there are more ballots than members
     */
    public ElectionCount before(int membersPresent, int blankBallots, int voidBallots) {
        return new ElectionCount(candidates, valid, blankBallots, voidBallots, seats, membersPresent, round);
    }

    /**
     * The same count for another number of seats.
     *
     * @param number how many are to be elected
     * @return a new count
     * @throws MinutesException with code {@code VOTES_INVALID} if it is below one
     */
    public ElectionCount forSeats(int number) {
        return new ElectionCount(candidates, valid, blank, spoiled, number, present, round);
    }

    /**
     * The same count as another round.
     *
     * @param number 1 for the first vote, more for those that follow
     * @return a new count
     * @throws MinutesException with code {@code VOTES_INVALID} if it is below one
     */
    public ElectionCount inRound(int number) {
        return new ElectionCount(candidates, valid, blank, spoiled, seats, present, number);
    }

    /**
     * Who got votes.
     *
     * @return the candidates, in the order given
     */
    public List<Candidate> candidates() {
        return candidates;
    }

    /**
     * The valid ballots.
     *
     * @return their number
     */
    public int valid() {
        return valid;
    }

    /**
     * All ballots: valid, blank and void.
     *
     * @return their number
     */
    public int ballots() {
        return Math.toIntExact((long) valid + blank + spoiled);
    }

    /**
     * How many are to be elected.
     *
     * @return one or more
     */
    public int seats() {
        return seats;
    }

    /**
     * The members present.
     *
     * @return at least as many as ballots
     */
    public int present() {
        return present;
    }

    /**
     * Which round it is.
     *
     * @return 1 for the first
     */
    public int round() {
        return round;
    }
}
