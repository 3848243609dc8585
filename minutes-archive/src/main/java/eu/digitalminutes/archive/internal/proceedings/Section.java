// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.proceedings;

import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Publicity;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stretch of the meeting with its events: before the first item, one treatment of an item, or the closing. */
public final class Section {
    private final @Nullable AgendaItem item;
    private final List<SessionEvent> events;

    private Section(@Nullable AgendaItem item, List<SessionEvent> events) {
        this.item = item;
        this.events = events;
    }

    /**
     * The meeting cut at the openings of items and at its closing.
     *
     * @param meeting the meeting
     * @return sections in order; the first has no item, and an item taken up twice has two
     */
    public static List<Section> allOf(Meeting meeting) {
        List<Section> sections = new ArrayList<>();
        List<SessionEvent> events = new ArrayList<>();
        AgendaItem item = null;
        for (SessionEvent event : meeting.events()) {
            boolean opens = event.what() instanceof Business.ItemOpened;
            if (opens || event.what() instanceof Conduct.Closed) {
                sections.add(new Section(item, List.copyOf(events)));
                events.clear();
                item = event.what() instanceof Business.ItemOpened opened ? meeting.item(opened.item()) : null;
            }
            events.add(event);
        }
        sections.add(new Section(item, List.copyOf(events)));
        return List.copyOf(sections);
    }

    /**
     * The item under discussion.
     *
     * @return the item, or empty before the first and after the last
     */
    public Optional<AgendaItem> item() {
        return Optional.ofNullable(item);
    }

    /**
     * Whether the public was not admitted.
     *
     * @return true for a secret item
     */
    public boolean isSecret() {
        return item().map(AgendaItem::publicity).equals(Optional.of(Publicity.SECRET));
    }

    /**
     * What happened, its opening included.
     *
     * @return an immutable list in the order in which it was recorded
     */
    public List<SessionEvent> events() {
        return events;
    }

    /**
     * When it began.
     *
     * @return the instant of its first event, or empty if nothing happened
     */
    public Optional<OffsetDateTime> startedAt() {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.get(0).at());
    }
}
