// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.voting;

import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.Meeting;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One vote of a meeting, from its opening to its proclamation (<i>votazione</i>): computed from the events. */
public final class Vote {
    private final OffsetDateTime openedAt;
    private final Voting.VoteOpened opening;
    private @Nullable OffsetDateTime closedAt;
    private Voting.@Nullable VoteClosed closing;
    private Voting.@Nullable Proclaimed proclamation;
    private boolean annulled;

    private Vote(OffsetDateTime openedAt, Voting.VoteOpened opening) {
        this.openedAt = openedAt;
        this.opening = opening;
    }

    /**
     * The votes of a meeting, in the order in which they were opened.
     *
     * @param meeting the meeting
     * @return an immutable list
     */
    public static List<Vote> allOf(Meeting meeting) {
        Map<String, Vote> votes = new LinkedHashMap<>();
        for (SessionEvent event : meeting.timeline()) {
            if (event.what() instanceof Voting.VoteOpened opening) {
                votes.put(opening.vote(), new Vote(event.at(), opening));
            } else if (event.what() instanceof Voting.VoteClosed closing) {
                Vote vote = votes.get(closing.vote());
                if (vote != null) {
                    vote.closing = closing;
                    vote.closedAt = event.at();
                }
            } else if (event.what() instanceof Voting.Proclaimed proclamation) {
                Vote vote = votes.get(proclamation.vote());
                if (vote != null) {
                    vote.proclamation = proclamation;
                }
            } else if (event.what() instanceof Voting.VoteAnnulled annulment) {
                Vote vote = votes.get(annulment.vote());
                if (vote != null) {
                    vote.annulled = true;
                }
            }
        }
        return List.copyOf(new ArrayList<>(votes.values()));
    }

    Voting.VoteOpened opening() {
        return opening;
    }

    Optional<Voting.VoteClosed> closing() {
        return Optional.ofNullable(closing);
    }

    /**
     * The vote's name, unique in the meeting.
     *
     * @return its id
     */
    public String id() {
        return opening.vote();
    }

    /**
     * The agenda item that it belongs to.
     *
     * @return the item's id
     */
    public String item() {
        return opening.item();
    }

    /**
     * What is voted upon.
     *
     * @return the kind
     */
    public VoteKind kind() {
        return opening.kind();
    }

    /**
     * How votes are cast.
     *
     * @return the method
     */
    public VotingMethod method() {
        return opening.method();
    }

    /**
     * What is voted upon, in words.
     *
     * @return the words; empty when the item's title says it
     */
    public String subject() {
        return opening.subject();
    }

    /**
     * When it was opened.
     *
     * @return an instant with its zone
     */
    public OffsetDateTime openedAt() {
        return openedAt;
    }

    /**
     * When the votes were counted.
     *
     * @return the instant, or empty if they never were
     */
    public Optional<OffsetDateTime> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /**
     * The count.
     *
     * @return the tally, or empty if the votes were never counted
     */
    public Optional<Tally> tally() {
        return Optional.ofNullable(closing).map(Voting.VoteClosed::tally);
    }

    /**
     * Who chose what, as far as it was recorded.
     *
     * @return choices by seat; empty for a secret ballot
     */
    public Map<String, Choice> ballots() {
        Voting.VoteClosed count = closing;
        return count == null ? Map.of() : count.ballots();
    }

    /**
     * The seats that made a choice, as far as it was recorded.
     *
     * @param choice the choice
     * @return seat ids in alphabetical order
     */
    public List<String> seatsThat(Choice choice) {
        return ballots().entrySet().stream()
                .filter(ballot -> ballot.getValue() == choice)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * What the majority depends on.
     *
     * @return the matter
     */
    public Matter matter() {
        return opening.matter();
    }

    /**
     * In an election, how many votes each person got.
     *
     * @return votes by name; empty if nobody was to be chosen
     */
    public Map<String, Integer> candidates() {
        Voting.VoteClosed count = closing;
        return count == null ? Map.of() : count.candidates();
    }

    /**
     * Whether the vote was annulled and does not count.
     *
     * @return true if so
     */
    public boolean isAnnulled() {
        return annulled;
    }

    /**
     * What the chair proclaimed.
     *
     * @return the outcome, or empty if nothing was proclaimed
     */
    public Optional<Outcome> proclaimed() {
        return Optional.ofNullable(proclamation).map(Voting.Proclaimed::outcome);
    }

    /**
     * In an election, whom the chair proclaimed elected.
     *
     * @return names, possibly none
     */
    public List<String> elected() {
        Voting.Proclaimed value = proclamation;
        return value == null ? List.of() : value.elected();
    }
}
