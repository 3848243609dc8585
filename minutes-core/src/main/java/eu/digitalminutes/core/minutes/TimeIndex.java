// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.minutes;

import eu.digitalminutes.core.content.RecordingPart;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.outcome.Text;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where in the recording each part of the meeting is (<i>indice temporale</i>): computed from the events. */
public final class TimeIndex {
    private final List<Chapter> chapters;

    private TimeIndex(List<Chapter> chapters) {
        this.chapters = chapters;
    }

    /**
     * A stretch of the recording.
     *
     * @param id the agenda item's id, or {@code opening}, {@code suspension-N}, {@code closing}
     * @param title what happens in it
     * @param part the name of the recording's part
     * @param from its beginning, from the first frame of the part
     * @param to its end, from the first frame of the part
     */
    public record Chapter(String id, Text title, String part, Duration from, Duration to) {}

    private record Mark(OffsetDateTime at, String id, Text title) {}

    /**
     * The index of the recording of some minutes.
     *
     * @param minutes the minutes
     * @return the index; events outside every part of the recording have no chapter
     */
    public static TimeIndex of(Minutes minutes) {
        List<Mark> marks = marks(minutes.meeting());
        List<Chapter> chapters = new ArrayList<>();
        for (RecordingPart part : minutes.recordings()) {
            chapters.addAll(chapters(part, marks));
        }
        return new TimeIndex(List.copyOf(chapters));
    }

    /**
     * The chapters, part after part, in order of time.
     *
     * @return an immutable list
     */
    public List<Chapter> chapters() {
        return chapters;
    }

    /**
     * The first chapter of an agenda item.
     *
     * @param item the item's id
     * @return its chapter, or empty if the recording does not hold it
     */
    public Optional<Chapter> chapterOf(String item) {
        return chapters.stream().filter(chapter -> chapter.id().equals(item)).findFirst();
    }

    /**
     * Every chapter of an agenda item: one for each part of the recording and each stretch between suspensions.
     *
     * @param item the item's id
     * @return its chapters in order of time; empty if the recording does not hold it
     */
    public List<Chapter> chaptersOf(String item) {
        return chapters.stream().filter(chapter -> chapter.id().equals(item)).toList();
    }

    private static List<Mark> marks(Meeting meeting) {
        List<Mark> marks = new ArrayList<>();
        int suspensions = 0;
        Interruption interruption = new Interruption();
        for (SessionEvent event : meeting.events()) {
            interruption.endedBy(event, meeting).ifPresent(marks::add);
            if (event.what() instanceof Conduct.Opened) {
                Text title = new Text("Apertura della seduta e appello", "Opening and roll call");
                marks.add(new Mark(event.at(), "opening", title));
            } else if (event.what() instanceof Business.ItemOpened opened) {
                marks.add(mark(event.at(), meeting.item(opened.item())));
            } else if (event.what() instanceof Conduct.Suspended) {
                suspensions++;
                Text title = new Text("Sospensione della seduta", "Suspension");
                marks.add(new Mark(event.at(), "suspension-" + suspensions, title));
            } else if (event.what() instanceof Conduct.Closed) {
                marks.add(new Mark(event.at(), "closing", new Text("Chiusura della seduta", "Closing")));
            }
        }
        return marks;
    }

    private static Mark mark(OffsetDateTime at, AgendaItem item) {
        Text title =
                new Text("Punto " + item.number() + ". " + item.title(), "Item " + item.number() + ". " + item.title());
        return new Mark(at, item.id(), title);
    }

    /** A suspension within an item: who speaks or votes after it goes on with that item, from the resumption on. */
    private static final class Interruption {
        private String item = "";
        private @Nullable OffsetDateTime resumed;

        Optional<Mark> endedBy(SessionEvent event, Meeting meeting) {
            OffsetDateTime since = resumed;
            if (event.what() instanceof Business.ItemOpened opened) {
                item = opened.item();
                resumed = null;
            } else if (event.what() instanceof Business.ItemClosed) {
                item = "";
                resumed = null;
            } else if (event.what() instanceof Conduct.Suspended) {
                resumed = null;
            } else if (event.what() instanceof Conduct.Resumed && !item.isEmpty()) {
                resumed = event.at();
            } else if (since != null
                    && (event.what() instanceof Business.Spoke || event.what() instanceof Voting.VoteOpened)) {
                resumed = null;
                return Optional.of(mark(since, meeting.item(item)));
            }
            return Optional.empty();
        }
    }

    /** What is under way when a part begins opens that part's first chapter. */
    private static List<Chapter> chapters(RecordingPart part, List<Mark> marks) {
        List<Mark> inside = new ArrayList<>();
        Mark before = null;
        for (Mark mark : marks) {
            if (part.covers(mark.at())) {
                inside.add(mark);
            } else if (mark.at().isBefore(part.start())) {
                before = mark;
            }
        }
        if (before != null && !before.id().equals("closing")) {
            inside.add(0, new Mark(part.start(), before.id(), before.title()));
        } else if (!inside.isEmpty()) {
            Mark first = inside.get(0);
            inside.set(0, new Mark(part.start(), first.id(), first.title()));
        }
        List<Chapter> chapters = new ArrayList<>();
        for (int i = 0; i < inside.size(); i++) {
            Mark mark = inside.get(i);
            OffsetDateTime end = i + 1 < inside.size() ? inside.get(i + 1).at() : part.end();
            chapters.add(
                    new Chapter(mark.id(), mark.title(), part.name(), part.offsetOf(mark.at()), part.offsetOf(end)));
        }
        return chapters;
    }
}
