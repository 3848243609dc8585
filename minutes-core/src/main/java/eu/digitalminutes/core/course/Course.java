// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.course;

import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a meeting went (<i>andamento della seduta</i>): computed from its events, each taken once. Immutable. */
public final class Course {
    private final Meeting meeting;
    private final List<Treatment> treatments = new ArrayList<>();
    private final List<Speech> speeches = new ArrayList<>();
    private final List<Span> secret = new ArrayList<>();
    private final List<Turn> chairs = new ArrayList<>();
    private final List<Turn> secretaries = new ArrayList<>();
    private final Map<String, ItemState> items = new HashMap<>();
    private final Map<String, String> mainVotes = new HashMap<>();
    private final Map<String, Set<String>> recused = new HashMap<>();
    private SessionState state = SessionState.CONVENED;
    private OffsetDateTime last;
    private @Nullable String item;
    private @Nullable OffsetDateTime itemFrom;
    private Business.@Nullable Spoke speech;
    private @Nullable OffsetDateTime speechFrom;
    private @Nullable OffsetDateTime secretFrom;

    /** From when somebody holds the chair or the pen; for one point only, or until the next. */
    private record Turn(OffsetDateTime from, String seat, String item) {}

    private Course(Meeting meeting) {
        this.meeting = meeting;
        this.last = meeting.scheduledAt();
        for (SessionEvent event : meeting.timeline()) {
            accept(event.what(), event.at());
            last = event.at();
        }
        endSpeech(last);
        endItem(last);
        endSecret(last);
    }

    /**
     * The course of a meeting.
     *
     * @param meeting the meeting
     * @return the course
     */
    public static Course of(Meeting meeting) {
        return new Course(meeting);
    }

    private void accept(Occurrence what, OffsetDateTime at) {
        if (endsSpeech(what)) {
            endSpeech(at);
        }
        if (what instanceof Business business) {
            business(business, at);
        } else if (what instanceof Conduct conduct) {
            conduct(conduct, at);
        } else if (what instanceof Attending.Recused recusal) {
            recused.computeIfAbsent(recusal.item(), which -> new HashSet<>()).add(recusal.seat());
        } else if (what instanceof Voting.VoteOpened opened && opened.kind() != VoteKind.PROCEDURAL) {
            if (opened.kind() == VoteKind.MAIN || opened.kind() == VoteKind.ELECTION) {
                mainVotes.put(opened.vote(), opened.item());
            }
        } else if (what instanceof Voting.Proclaimed proclaimed) {
            proclaimed(proclaimed);
        }
        state = state.after(what).orElse(state);
        if (state.isOver()) {
            endItem(at);
            endSecret(at);
        }
    }

    private void business(Business what, OffsetDateTime at) {
        if (what instanceof Business.ItemOpened opened) {
            endItem(at);
            item = opened.item();
            itemFrom = at;
            items.putIfAbsent(opened.item(), ItemState.DISCUSSED);
        } else if (what instanceof Business.ItemClosed) {
            endItem(at);
        } else if (what instanceof Business.ItemPostponed postponed) {
            ended(postponed.item(), ItemState.POSTPONED, at);
        } else if (what instanceof Business.ItemWithdrawn withdrawn) {
            ended(withdrawn.item(), ItemState.WITHDRAWN, at);
        } else if (what instanceof Business.Spoke spoke) {
            speech = spoke;
            speechFrom = at;
        }
    }

    private void ended(String which, ItemState as, OffsetDateTime at) {
        items.put(which, as);
        if (which.equals(item)) {
            endItem(at);
        }
    }

    private void conduct(Conduct what, OffsetDateTime at) {
        if (what instanceof Conduct.Opened opened) {
            chairs.add(new Turn(at, opened.president(), ""));
            secretaries.add(new Turn(at, opened.secretary(), ""));
        } else if (what instanceof Conduct.ChairTaken taken) {
            chairs.add(new Turn(at, taken.seat(), ""));
        } else if (what instanceof Conduct.SecretaryTaken taken) {
            secretaries.add(new Turn(at, taken.seat(), taken.item()));
        } else if (what instanceof Conduct.WentSecret && secretFrom == null) {
            secretFrom = at;
        } else if (what instanceof Conduct.WentPublic) {
            endSecret(at);
        }
    }

    private void proclaimed(Voting.Proclaimed what) {
        String voted = mainVotes.get(what.vote());
        if (voted != null && (what.outcome() == Outcome.APPROVED || what.outcome() == Outcome.REJECTED)) {
            items.put(voted, ItemState.VOTED);
        }
    }

    /** A speech goes on while people come and go, and while the secretary notes. */
    private static boolean endsSpeech(Occurrence what) {
        return what instanceof Conduct
                || what instanceof Voting
                || (what instanceof Business
                        && !(what instanceof Business.Noted)
                        && !(what instanceof Business.Filed)
                        && !(what instanceof Business.ItemAdded));
    }

    private void endSpeech(OffsetDateTime at) {
        Business.Spoke spoke = speech;
        OffsetDateTime from = speechFrom;
        if (spoke != null && from != null) {
            String under = item == null ? "" : item;
            speeches.add(new Speech(spoke.seat(), spoke.kind(), under, new Span(from, at), spoke.summary()));
        }
        speech = null;
        speechFrom = null;
    }

    private void endItem(OffsetDateTime at) {
        if (item != null && itemFrom != null) {
            treatments.add(new Treatment(item, new Span(itemFrom, at)));
        }
        item = null;
        itemFrom = null;
    }

    private void endSecret(OffsetDateTime at) {
        if (secretFrom != null) {
            secret.add(new Span(secretFrom, at));
        }
        secretFrom = null;
    }

    /**
     * The state that the meeting reached.
     *
     * @return the state after the last event; what cannot happen in a state did not change it
     */
    public SessionState state() {
        return state;
    }

    /**
     * The instant of the last event.
     *
     * @return the instant; that for which the meeting was called if nothing happened
     */
    public OffsetDateTime end() {
        return last;
    }

    /**
     * The treatments of points, in order of time.
     *
     * @return an immutable list
     */
    public List<Treatment> treatments() {
        return List.copyOf(treatments);
    }

    /**
     * The point under treatment at an instant.
     *
     * @param at when
     * @return the point, or empty if there was none
     */
    public Optional<AgendaItem> itemAt(OffsetDateTime at) {
        return treatments.stream()
                .filter(treatment -> treatment.span().covers(at))
                .findFirst()
                .map(treatment -> meeting.item(treatment.item()));
    }

    /**
     * What became of a point.
     *
     * @param which the point's id
     * @return its state
     */
    public ItemState stateOf(String which) {
        ItemState unknown = state.isOver() ? ItemState.NOT_TREATED : ItemState.LISTED;
        return items.getOrDefault(meeting.item(which).id(), unknown);
    }

    /**
     * Who must not take part in a point (<i>obbligati ad astenersi</i>), whenever it was said.
     *
     * @param which the point's id
     * @return ids of seats, possibly none
     */
    public Set<String> recusedFrom(String which) {
        return Set.copyOf(recused.getOrDefault(which, Set.of()));
    }

    /**
     * The speeches, in order of time.
     *
     * @return an immutable list
     */
    public List<Speech> speeches() {
        return List.copyOf(speeches);
    }

    /**
     * When the public was out: all of a secret meeting, secret points, and what the chair declared secret.
     *
     * @return stretches in order of their beginnings; they may overlap
     */
    public List<Span> secretSpans() {
        List<Span> spans = new ArrayList<>(secret);
        if (meeting.publicity() == Publicity.SECRET) {
            meeting.openedAt().ifPresent(opened -> spans.add(new Span(opened, last)));
        }
        for (Treatment treatment : treatments) {
            if (meeting.item(treatment.item()).publicity() == Publicity.SECRET) {
                spans.add(treatment.span());
            }
        }
        spans.sort((one, other) -> one.from().compareTo(other.from()));
        return List.copyOf(spans);
    }

    /**
     * Whether the public was out at an instant.
     *
     * @param at when
     * @return true if so
     */
    public boolean isSecretAt(OffsetDateTime at) {
        return secretSpans().stream().anyMatch(span -> span.covers(at));
    }

    /**
     * Everyone who presided, in order (<i>presidenti che si sono succeduti</i>).
     *
     * @return seats, each once
     */
    public List<Seat> presidents() {
        return chairs.stream().map(Turn::seat).distinct().map(meeting::seat).toList();
    }

    /**
     * Everyone who drew up the minutes or a part of them, in order.
     *
     * @return seats, each once
     */
    public List<Seat> secretaries() {
        return secretaries.stream()
                .map(Turn::seat)
                .distinct()
                .map(meeting::seat)
                .toList();
    }

    /**
     * Who presided at an instant.
     *
     * @param at when
     * @return the seat, or empty before the opening
     */
    public Optional<Seat> presidentAt(OffsetDateTime at) {
        return turnAt(chairs, at).map(meeting::seat);
    }

    /**
     * Who drew up the minutes at an instant.
     *
     * @param at when
     * @return the seat, or empty before the opening
     */
    public Optional<Seat> secretaryAt(OffsetDateTime at) {
        return turnAt(secretaries, at).map(meeting::seat);
    }

    /** Who came for one point goes when it is over. */
    private Optional<String> turnAt(List<Turn> turns, OffsetDateTime at) {
        String under = itemAt(at).map(AgendaItem::id).orElse("");
        return turns.stream()
                .filter(turn -> !turn.from().isAfter(at))
                .filter(turn -> turn.item().isEmpty() || turn.item().equals(under))
                .reduce((earlier, later) -> later)
                .map(Turn::seat);
    }
}
