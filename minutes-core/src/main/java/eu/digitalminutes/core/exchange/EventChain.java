// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.event.LogHead;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.MeetingId;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The chain that makes a list of events tamper-evident (<i>registro degli eventi concatenato</i>): each event carries
 * the SHA-256 digest of the one before, the first that of the meeting's name, and the list ends with its {@link LogHead}.
 *
 * <p>An event is digested as it stands in {@code minutes.json}, without white space, its keys sorted, as RFC 8785 says.
 * The chain proves nothing against who can write the whole list anew; the signatures over {@code minutes.json}, or a
 * time-stamp over the head taken while the meeting goes on, do.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785, JSON Canonicalization Scheme</a>
 */
public final class EventChain {
    private EventChain() {}

    /**
     * A place where a list is not as it was recorded.
     *
     * @param event the index of the first event concerned, from 0; the number of events if only the end was cut
     * @param what what is wrong with it
     */
    public record Break(int event, Kind what) {
        /** What is wrong with a chain. */
        public enum Kind {
            /** The event was changed. */
            CHANGED,
            /** The event carries no digest. */
            NOT_CHAINED,
            /** Before the first event something was removed, or the list is that of another meeting. */
            BEGINNING,
            /** The event was changed, or what followed it was removed, inserted or moved. */
            SUCCESSION,
            /** After the event something was removed or added, or the event itself, the last, was changed. */
            END
        }
    }

    /**
     * That from which the first event of a meeting is chained, so that no list can be passed off as another meeting's.
     *
     * @param meeting the meeting's name
     * @return the SHA-256 digest of the name in UTF-8
     */
    public static Digest genesis(MeetingId meeting) {
        return CanonicalJson.sha256(meeting.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The digest of an event, that of its predecessor included. The cost does not depend on the list.
     *
     * @param event the event
     * @return its SHA-256 digest
     */
    public static Digest digest(SessionEvent event) {
        return CanonicalJson.sha256(canonical(event));
    }

    /**
     * What is digested of an event.
     *
     * @param event the event
     * @return UTF-8 text by RFC 8785
     */
    public static byte[] canonical(SessionEvent event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        EventCodec.write(event, json);
        return CanonicalJson.bytes(json);
    }

    /**
     * A meeting with its events chained in the order of the list, for who builds it afterwards; digests that they carry
     * already are replaced.
     *
     * @param meeting the meeting
     * @return the same meeting, chained
     */
    public static Meeting chain(Meeting meeting) {
        Digest head = genesis(meeting.id());
        List<SessionEvent> chained = new ArrayList<>(meeting.events().size());
        for (SessionEvent event : meeting.events()) {
            SessionEvent linked = event.after(head);
            chained.add(linked);
            head = digest(linked);
        }
        return meeting.withLog(chained, new LogHead(chained.size(), head));
    }

    /**
     * A meeting with events that became known afterwards, as from a file. In a list that is not chained they go where they
     * belong; a chain is never broken to put something in between: there they follow as late entries.
     *
     * @param meeting the meeting
     * @param more the events, in order of time
     * @param now when this is done, which late entries carry
     * @return the meeting with all events, chained if it was
     * @throws IllegalArgumentException if an event names what is not there, or is of later than now, or the meeting is
     *     chained without an end
     */
    public static Meeting addLater(Meeting meeting, List<SessionEvent> more, OffsetDateTime now) {
        List<SessionEvent> all = new ArrayList<>(meeting.events());
        if (!isChained(meeting)) {
            all.addAll(more);
            all.sort(Comparator.comparing(event -> event.recordedAt().toInstant()));
            return meeting.toBuilder().withoutEvents().events(all).build();
        }
        LogHead head = meeting.logHead()
                .orElseThrow(
                        () -> new IllegalArgumentException("the events of the meeting are chained without an end"));
        for (SessionEvent event : more) {
            SessionEvent linked = event.enteredAt(now).after(head.digest());
            all.add(linked);
            head = new LogHead(all.size(), digest(linked));
        }
        return meeting.withLog(all, head);
    }

    /**
     * Whether the events of a meeting are chained at all.
     *
     * @param meeting the meeting
     * @return true if an event carries a digest, or the meeting the end of a chain
     */
    public static boolean isChained(Meeting meeting) {
        return meeting.logHead().isPresent()
                || meeting.events().stream().anyMatch(event -> event.previous().isPresent());
    }

    /**
     * Verifies the chain of a meeting, each event once.
     *
     * @param meeting the meeting
     * @return the first place where it is broken, or empty if it holds; a meeting that is not chained is broken at its
     *     first event
     */
    public static Optional<Break> verify(Meeting meeting) {
        List<SessionEvent> events = meeting.events();
        Digest expected = genesis(meeting.id());
        for (int i = 0; i < events.size(); i++) {
            Digest previous = events.get(i).previous().orElse(null);
            if (previous == null) {
                return Optional.of(new Break(i, Break.Kind.NOT_CHAINED));
            }
            if (!previous.equals(expected)) {
                return Optional.of(at(i, meeting));
            }
            expected = digest(events.get(i));
        }
        LogHead found = new LogHead(events.size(), expected);
        if (meeting.logHead().map(found::equals).orElse(false)) {
            return Optional.empty();
        }
        boolean sameLength =
                meeting.logHead().map(head -> head.events() == events.size()).orElse(false);
        return Optional.of(new Break(sameLength ? Math.max(0, events.size() - 1) : events.size(), Break.Kind.END));
    }

    /** A link does not say on which side it broke; whether the successor still knows the event does. */
    private static Break at(int index, Meeting meeting) {
        List<SessionEvent> events = meeting.events();
        Optional<Digest> attested = index + 1 < events.size()
                ? events.get(index + 1).previous()
                : meeting.logHead().map(LogHead::digest);
        if (!attested.equals(Optional.of(digest(events.get(index))))) {
            return new Break(index, Break.Kind.CHANGED);
        }
        return index == 0 ? new Break(0, Break.Kind.BEGINNING) : new Break(index - 1, Break.Kind.SUCCESSION);
    }
}
