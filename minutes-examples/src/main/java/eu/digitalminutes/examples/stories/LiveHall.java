// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.stories;

import eu.digitalminutes.core.MinutesChecker;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.Identification;
import eu.digitalminutes.core.event.IdentificationMeans;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.live.EventJournal;
import eu.digitalminutes.core.live.LiveMeeting;
import eu.digitalminutes.core.live.LiveSignal;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.minutes.Minutes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;

/** An evening in the hall: the first start of the program goes until it crashes, the second goes on to the end. */
public final class LiveHall {
    private final Path folder;
    private final Minutes head;
    private final LiveMeeting live;

    // region begin
    private LiveHall(Path folder, EventJournal journal, PrintStream screen) throws IOException {
        this.folder = folder;
        head = MinutesJson.read(folder.resolve("head.json"));
        live = LiveMeeting.resume(head.meeting(), head.rules(), journal);
        live.tell(signal -> show(signal, screen));
    }
    // endregion begin

    /**
     * Runs the hall until it crashes, or, started again, until the meeting is closed and {@code minutes.json} written.
     *
     * @param arguments the folder with {@code head.json}: minutes without events
     * @throws IOException if an event could not be kept
     */
    public static void main(String[] arguments) throws IOException {
        run(Path.of(arguments[0]), System.out);
    }

    static void run(Path folder, PrintStream screen) throws IOException {
        try (EventJournal journal = EventJournal.open(folder.resolve("journal.jsonl"))) {
            LiveHall hall = new LiveHall(folder, journal, screen);
            if (journal.recovered().isEmpty()) {
                hall.untilTheCrash();
            } else {
                hall.untilTheEnd();
                screen.println(MinutesChecker.check(MinutesJson.read(folder.resolve("minutes.json")))
                        .verdict());
            }
        }
    }

    // region screen
    private static void show(LiveSignal signal, PrintStream screen) {
        if (signal instanceof LiveSignal.QuorumLost lost) {
            screen.println("Numero legale perso. " + lost.quorum().explanation().in(Locale.ITALIAN));
        } else if (signal instanceof LiveSignal.QuorumRegained regained) {
            screen.println("Numero legale raggiunto. "
                    + regained.quorum().explanation().in(Locale.ITALIAN));
        } else if (signal instanceof LiveSignal.VoteStarted started) {
            screen.println("Si vota: " + started.vote().opening().item());
        } else if (signal instanceof LiveSignal.VoteCounted counted) {
            counted.result()
                    .ifPresent(result -> screen.println(result.outcome().label().in(Locale.ITALIAN) + ". "
                            + result.explanation().in(Locale.ITALIAN)));
        }
    }
    // endregion screen

    private void untilTheCrash() throws IOException {
        for (String seat : new String[] {"mayor", "bianchi", "verdi", "secretary"}) {
            take(0, Attending.Joined.inPerson(seat));
        }
        // region events
        Identification onVideo = Identification.by(IdentificationMeans.VIDEO).madeBy("secretary");
        take(1, new Attending.Joined("neri", AttendanceMode.REMOTE, onVideo));
        take(2, new Conduct.Opened("mayor", "secretary"));
        take(2, new Filming.FilmingAnnounced(""));
        take(3, new Conduct.QuorumVerified());
        take(4, new Business.ItemOpened("item-1"));
        take(6, new Attending.Left("bianchi", ""));
        take(7, new Attending.ConnectionLost("neri"));
        take(9, new Attending.ConnectionRegained("neri", onVideo));
        live.append(SessionEvent.of(at(5), new Business.Spoke("bianchi", "")).enteredAt(at(10)));
        // endregion events
        // region item
        live.add(AgendaItem.of("item-2", "2", "Frana di via Monte", Publicity.PUBLIC)
                .outsideAgenda());
        Meeting known = live.meeting().toBuilder().withoutEvents().build();
        MinutesJson.write(Minutes.of(known, head.rules()), folder.resolve("head.json"));
        take(11, new Business.ItemAdded("item-2", "urgenza"));
        // endregion item
    }

    private void untilTheEnd() throws IOException {
        // region vote
        take(12, new Voting.VoteOpened("v1", "item-1", VoteKind.MAIN, VotingMethod.ROLL_CALL, ""));
        Map<String, Choice> names = Map.of("mayor", Choice.YES, "verdi", Choice.YES, "neri", Choice.NO);
        take(13, new Voting.VoteClosed("v1", Tally.of(2, 1, 0), names));
        take(14, new Voting.Proclaimed("v1", Outcome.APPROVED));
        // endregion vote
        take(15, new Business.ItemPostponed("item-2", ""));
        take(16, new Conduct.Closed());
        // region minutes
        Minutes minutes = Minutes.of(live.meeting(), head.rules());
        MinutesJson.write(minutes, folder.resolve("minutes.json"));
        // endregion minutes
    }

    private void take(int minute, Occurrence what) throws IOException {
        live.append(SessionEvent.of(at(minute), what));
    }

    private OffsetDateTime at(int minute) {
        return head.meeting().scheduledAt().plusMinutes(minute);
    }
}
