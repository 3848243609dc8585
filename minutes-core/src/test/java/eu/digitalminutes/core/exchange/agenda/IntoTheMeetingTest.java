// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.EventSource;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.ItemKind;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.outcome.MinutesException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntoTheMeetingTest {
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void linesBecomePointsWithTheirKindPublicityAndProposal() {
        List<AgendaItem> items = AgendaItems.of(AgendaImport.read("odg.csv", utf8("""
                numero;oggetto;pubblicità;tipo;relatore;proposta
                1;Approvazione verbali;pubblica;verbali;;
                2 bis;Variazione di bilancio;;delibera;Assessora Villa;41/2026
                3;Situazione personale;segreta;interrogazione;;
                """)));
        assertEquals(
                List.of("item-1", "item-2-bis", "item-3"),
                items.stream().map(AgendaItem::id).toList());
        assertEquals(ItemKind.MINUTES_APPROVAL, items.get(0).kind());
        assertEquals("41/2026", items.get(1).proposal().orElseThrow().reference());
        assertEquals("Assessora Villa", items.get(1).rapporteur());
        assertEquals(Publicity.SECRET, items.get(2).publicity());
        assertEquals(ItemKind.QUESTION, items.get(2).kind());
    }

    @Test
    void aSecretPointIsNeverTakenForAPublicOne() {
        List<AgendaLine> lines = AgendaImport.read("odg.csv", utf8("numero;oggetto;pubblicità\n1;X;chiusa\n"));
        assertThrows(MinutesException.class, () -> AgendaItems.of(lines));
    }

    @Test
    void twoPointsOfOneNumberGetTwoIds() {
        List<AgendaItem> items = AgendaItems.of(AgendaImport.read("odg.csv", utf8("numero;oggetto\n1;X\n1.;Y\n")));
        assertEquals(
                List.of("item-1", "item-1-2"),
                items.stream().map(AgendaItem::id).toList());
    }

    @Test
    void marksOpenItemsAndGiveTheFloorByAccountNeverByName() {
        Meeting meeting = new TestCouncil()
                .meeting(builder ->
                        builder.seat(Seat.member("c7", new Person("Ada", "Sette", ""), SeatRole.COUNCILLOR, "")
                                .knownAs("ada@valfiorita.example")));
        HallMarks marks = HallMarks.read("marks.csv", utf8("""
                offset,item,speaker,label
                30,1,,Punto 1
                32,1,ada@valfiorita.example,intervento
                40,1,Ada Sette,intervento
                60,2,c2,
                70,77,,
                """));
        MarkedEvents marked = MarkedEvents.of(marks.marks(), meeting, TestCouncil.START, "hall system");
        List<Occurrence> what = marked.events().stream().map(SessionEvent::what).toList();
        assertEquals(
                List.of(
                        new Business.ItemOpened("item-1"),
                        new Business.Spoke("c7", ""),
                        new Business.ItemOpened("item-2"),
                        new Business.Spoke("c2", "")),
                what);
        assertEquals(TestCouncil.START.plusSeconds(32), marked.events().get(1).at());
        assertEquals(
                Optional.of(EventSource.device("hall system")),
                marked.events().get(0).source());
        assertEquals(
                List.of("Ada Sette", ""),
                marked.unresolved().stream().map(HallMark::speaker).toList());
    }
}
