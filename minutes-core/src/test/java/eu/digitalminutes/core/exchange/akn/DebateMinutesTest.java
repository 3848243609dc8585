// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.RichCouncil;
import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.course.Course;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Organ;
import eu.digitalminutes.core.meeting.OrganKind;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.voting.Vote;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DebateMinutesTest {
    private static Minutes frame(String at, Seat... seats) {
        Meeting meeting = Meeting.of(
                        new TestCouncil().meeting().municipality(),
                        new Organ(OrganKind.COUNCIL, "Consiglio comunale", 6),
                        2025,
                        12,
                        OffsetDateTime.parse(at),
                        "Aula consiliare")
                .seats(List.of(seats))
                .build();
        return Minutes.of(meeting, LocalRules.ordinaryCouncil());
    }

    private static Seat seat(String id, String given, String family) {
        return Seat.member(id, new Person(given, family, ""), SeatRole.COUNCILLOR, "");
    }

    @Test
    void aDebateOfAnotherBodyBecomesMinutesInTheFrameThatTheCallerGives() throws Exception {
        Debate debate = AkomaNtoso.read(AknSchema.shared("akn/council-session-minimal.akn.xml"));
        DebateMinutes made = DebateMinutes.of(debate, frame("2025-03-10T18:00:00+01:00", seat("r1", "Luca", "Rossi")));
        Meeting meeting = made.minutes().meeting();
        assertEquals("Bilancio", meeting.agenda().get(0).title());
        assertEquals("r1", Course.of(meeting).speeches().get(0).seat());
        Vote vote = Vote.allOf(meeting).get(0);
        assertEquals(10, vote.tally().orElseThrow().yes());
        assertEquals(List.of("r1"), vote.seatsThat(Choice.YES));
        MinutesJson.read(MinutesJson.write(made.minutes()));
    }

    @Test
    void whoHasNoSeatIsLeftOutAndTold() throws Exception {
        Debate debate = AkomaNtoso.read(AknSchema.shared("akn/ke_Debate_Bungeni_2011-06-10.wd17.xml"));
        DebateMinutes made = DebateMinutes.of(debate, frame("2011-06-10T10:02:00+02:00", seat("alfa", "Mr.", "Alfa")));
        List<String> codes = made.notices().stream().map(Finding::code).toList();
        assertTrue(codes.containsAll(List.of("AKN_PERSON_UNKNOWN", "AKN_TIME_ASSUMED", "AKN_METHOD_ASSUMED")));
        assertEquals(2, Course.of(made.minutes().meeting()).speeches().size());
        assertEquals(2, Vote.allOf(made.minutes().meeting()).size());
    }

    @Test
    void ourOwnDebateWithoutItsFactsKeepsSpeakersAndTimes() {
        Debate debate = AkomaNtoso.read(AkomaNtoso.write(RichCouncil.view()));
        Minutes shown = RichCouncil.view().minutes();
        Minutes frame = Minutes.of(shown.meeting().toBuilder().withoutEvents().build(), LocalRules.ordinaryCouncil());
        Meeting meeting = DebateMinutes.of(debate, frame).minutes().meeting();
        assertEquals(
                Course.of(shown.meeting()).speeches().stream()
                        .map(speech -> speech.seat() + speech.span().from())
                        .toList(),
                Course.of(meeting).speeches().stream()
                        .map(speech -> speech.seat() + speech.span().from())
                        .toList());
    }

    @Test
    void aSectionThatIsNotOnTheAgendaOfTheFrameIsTold() throws Exception {
        Debate debate = AkomaNtoso.read(AknSchema.shared("akn/council-session-minimal.akn.xml"));
        Meeting other = frame("2025-03-10T18:00:00+01:00", seat("r1", "Luca", "Rossi")).meeting().toBuilder()
                .agenda(List.of(AgendaItem.of("x", "9", "Altro", Publicity.PUBLIC)))
                .build();
        DebateMinutes made = DebateMinutes.of(debate, Minutes.of(other, LocalRules.ordinaryCouncil()));
        assertTrue(made.notices().stream().anyMatch(one -> one.code().equals("AKN_ITEM_UNKNOWN")));
        assertEquals(1, Course.of(made.minutes().meeting()).speeches().size());
    }
}
