// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.SpeechKind;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Finding;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Minutes made of a debate of others (<i>verbale ricavato da un resoconto</i>): what the debate tells, in the frame that
 * the caller gives. Immutable.
 *
 * <p>The frame is what no debate says: the body, the organ, the number, the seats, and if known the opening and who was
 * there. Persons are found by the id of their seat or by their name. What has no time in the debate stands at the last
 * instant known before it, and a notice says so: such a time proves nothing.
 */
public final class DebateMinutes {
    private static final Set<String> NO_ITEMS =
            Set.of("rollCall", "prayers", "adjournment", "administrationOfOath", "address");

    private final Minutes minutes;
    private final List<Finding> notices;

    private DebateMinutes(Minutes minutes, List<Finding> notices) {
        this.minutes = minutes;
        this.notices = notices;
    }

    /**
     * Puts a debate into its frame.
     *
     * @param debate the debate
     * @param frame minutes with everything but what the debate tells; its agenda is used if it has as many points as the
     *     debate has sections, and made of their headings if it is empty
     * @return the minutes, with what could not be taken over
     * @throws IllegalArgumentException if the frame has an agenda of another length
     */
    public static DebateMinutes of(Debate debate, Minutes frame) {
        return new Walk(debate, frame).minutes();
    }

    /**
     * The minutes.
     *
     * @return the frame with agenda and events
     */
    public Minutes minutes() {
        return minutes;
    }

    /**
     * What could not be taken over, and which times were assumed.
     *
     * @return findings of severity {@code WARN}
     */
    public List<Finding> notices() {
        return notices;
    }

    /** One walk through the debate, in its order. */
    private static final class Walk {
        private final Debate debate;
        private final Minutes frame;
        private final AknNotices notices = new AknNotices();
        private final DebateSeats seats;
        private final DebateVotes votes;
        private final List<AgendaItem> agenda = new ArrayList<>();
        private final List<SessionEvent> events = new ArrayList<>();
        private OffsetDateTime last;
        private String item = "";

        Walk(Debate debate, Minutes frame) {
            this.debate = debate;
            this.frame = frame;
            this.seats = new DebateSeats(debate, frame.meeting(), notices);
            this.votes = new DebateVotes(debate, seats, notices);
            this.last = frame.meeting().openedAt().orElse(frame.meeting().scheduledAt());
        }

        DebateMinutes minutes() {
            Meeting meeting = frame.meeting();
            List<DebateSection> items =
                    debate.sections().stream().filter(Walk::isItem).toList();
            if (!meeting.agenda().isEmpty() && meeting.agenda().size() != items.size()) {
                throw new IllegalArgumentException(
                        "the frame has " + meeting.agenda().size() + " points of the agenda, the debate " + items.size()
                                + ": leave the agenda empty");
            }
            for (DebateSection section : debate.sections()) {
                if (isItem(section)) {
                    open(section);
                }
                part(section);
            }
            votes.rest(item).forEach(what -> add(Optional.empty(), what, "voting"));
            Meeting.Builder builder = meeting.toBuilder();
            if (meeting.agenda().isEmpty()) {
                builder.agenda(agenda);
            }
            builder.withoutEvents()
                    .events(Stream.concat(meeting.events().stream(), events.stream())
                            .sorted(Comparator.comparing(
                                    event -> event.recordedAt().toInstant()))
                            .toList());
            return new DebateMinutes(frame.withMeeting(builder.build()), notices.list());
        }

        private static boolean isItem(DebateSection section) {
            return !section.heading().isEmpty()
                    && !NO_ITEMS.contains(section.element())
                    && !section.name().equals("session");
        }

        private void open(DebateSection section) {
            int index = agenda.size();
            List<AgendaItem> given = frame.meeting().agenda();
            AgendaItem made = given.isEmpty()
                    ? AgendaItem.of(
                            "item-" + (index + 1),
                            section.number().isEmpty() ? Integer.toString(index + 1) : section.number(),
                            section.heading(),
                            Publicity.PUBLIC)
                    : given.get(index);
            agenda.add(made);
            item = made.id();
            add(firstTime(section), new Business.ItemOpened(item), made.number());
        }

        private static Optional<OffsetDateTime> firstTime(DebateSection section) {
            for (DebatePart part : section.parts()) {
                Optional<OffsetDateTime> found = Optional.empty();
                if (part instanceof DebateSection inner) {
                    found = firstTime(inner);
                } else if (part instanceof DebateSpeech speech) {
                    found = speech.start();
                } else if (part instanceof DebateBlock block) {
                    found = block.texts().stream()
                            .map(DebateText::recordedTime)
                            .flatMap(Optional::stream)
                            .findFirst();
                }
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private void part(DebatePart part) {
            votes.at(part, item).forEach(what -> add(Optional.empty(), what, part.id()));
            if (part instanceof DebateSection section) {
                section.parts().forEach(this::part);
            } else if (part instanceof DebateSpeech speech) {
                speech(speech);
            } else if (part instanceof DebateBlock block) {
                block.texts().forEach(text -> text.recordedTime().ifPresent(this::reach));
            }
        }

        private void speech(DebateSpeech speech) {
            seats.of(speech.by()).ifPresent(seat -> {
                SpeechKind kind = switch (speech.element()) {
                    case "question" -> SpeechKind.QUESTION;
                    case "answer" -> SpeechKind.ANSWER;
                    default -> SpeechKind.INTERVENTION;
                };
                add(speech.start(), new Business.Spoke(seat, speech.text(), kind), speech.by());
                if (speech.end().isPresent()) {
                    add(speech.end(), new Business.SpeechEnded(seat), speech.by());
                }
            });
        }

        private void reach(OffsetDateTime at) {
            if (!at.isBefore(last)) {
                last = at;
            }
        }

        private void add(Optional<OffsetDateTime> at, Occurrence what, String about) {
            at.ifPresent(this::reach);
            if (at.isEmpty() || at.get().isBefore(last)) {
                notices.add("AKN_TIME_ASSUMED", about.isEmpty() ? "voting" : about);
            }
            events.add(SessionEvent.of(last, what));
        }
    }
}
