// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.course;

import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Publicity;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the meeting with its events (<i>parte della seduta</i>): before the first item, one treatment of an item,
 * what was declared secret, or the closing.
 */
public final class Section {
    private final @Nullable AgendaItem item;
    private final boolean closedDoors;
    private final List<SessionEvent> events;

    private Section(@Nullable AgendaItem item, boolean closedDoors, List<SessionEvent> events) {
        this.item = item;
        this.closedDoors = closedDoors;
        this.events = events;
    }

    /**
     * The meeting cut where items are opened and closed, where the public goes and comes, and at its end.
     *
     * @param meeting the meeting
     * @return sections in order of time; the first has no item, and an item taken up twice has two
     */
    public static List<Section> allOf(Meeting meeting) {
        List<Section> sections = new ArrayList<>();
        List<SessionEvent> events = new ArrayList<>();
        AgendaItem item = null;
        boolean closedDoors = false;
        for (SessionEvent event : meeting.timeline()) {
            Occurrence what = event.what();
            boolean doors = what instanceof Conduct.WentSecret || what instanceof Conduct.WentPublic;
            if (what instanceof Business.ItemOpened || doors || isEnd(what)) {
                sections.add(new Section(item, closedDoors, List.copyOf(events)));
                events.clear();
                if (what instanceof Business.ItemOpened opened) {
                    item = meeting.item(opened.item());
                } else if (!doors) {
                    item = null;
                }
                closedDoors = !isEnd(what) && (doors ? what instanceof Conduct.WentSecret : closedDoors);
            }
            events.add(event);
            if (item != null && closes(what, item.id())) {
                sections.add(new Section(item, closedDoors, List.copyOf(events)));
                events.clear();
                item = null;
            }
        }
        sections.add(new Section(item, closedDoors, List.copyOf(events)));
        return List.copyOf(sections);
    }

    private static boolean closes(Occurrence what, String item) {
        return (what instanceof Business.ItemClosed closed && closed.item().equals(item))
                || (what instanceof Business.ItemPostponed postponed
                        && postponed.item().equals(item))
                || (what instanceof Business.ItemWithdrawn withdrawn
                        && withdrawn.item().equals(item));
    }

    private static boolean isEnd(Occurrence what) {
        return what instanceof Conduct.Closed || what instanceof Conduct.Dissolved;
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
     * @return true for a secret item, and for what the chair declared secret
     */
    public boolean isSecret() {
        return closedDoors || item().map(AgendaItem::publicity).equals(Optional.of(Publicity.SECRET));
    }

    /**
     * What happened, its opening included.
     *
     * @return an immutable list in order of time
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
