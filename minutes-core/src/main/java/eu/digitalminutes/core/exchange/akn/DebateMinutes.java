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
     * @param frame minutes with everything but what the debate tells; sections are found on its agenda by number
     *     or title, and an empty agenda is made of their headings
     * @return the minutes, with what could not be taken over
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
            for (DebateSection section : debate.sections()) {
                if (isItem(section)) {
                    open(section);
                }
                part(section);
            }
            votes.rest(item).forEach(what -> add(Optional.empty(), what, "voting"));
            Meeting.Builder builder = meeting.toBuilder();
            builder.agenda(agenda);
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
            Optional<AgendaItem> found = point(section);
            if (found.isEmpty()) {
                notices.add("AKN_ITEM_UNKNOWN", section.heading());
                if (!item.isEmpty()) {
                    add(firstTime(section), new Business.ItemClosed(item), section.heading());
                    item = "";
                }
                return;
            }
            item = found.get().id();
            add(firstTime(section), new Business.ItemOpened(item), section.heading());
        }

        /** The point that a section treats: of the frame's agenda, or made of the heading where there is none. */
        private Optional<AgendaItem> point(DebateSection section) {
            if (!frame.meeting().agenda().isEmpty()) {
                return frame.meeting().agenda().stream()
                        .filter(one -> one.number().equals(section.number())
                                || one.title().equals(section.heading()))
                        .findFirst();
            }
            int number = agenda.size() + 1;
            AgendaItem made = AgendaItem.of(
                    "item-" + number,
                    section.number().isEmpty() ? Integer.toString(number) : section.number(),
                    section.heading(),
                    Publicity.PUBLIC);
            agenda.add(made);
            return Optional.of(made);
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
