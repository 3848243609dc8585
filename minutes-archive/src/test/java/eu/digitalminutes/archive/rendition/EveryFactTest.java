// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.RoccaverdeSession;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.Identification;
import eu.digitalminutes.core.event.IdentificationMeans;
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.SpeechKind;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.minutes.Minutes;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever can happen in a meeting, the act has a sentence for it in both languages. */
class EveryFactTest {
    private static final Identification VIDEO =
            Identification.by(IdentificationMeans.VIDEO).of("Teams", "ferri@roccaverde.example");

    private static List<Occurrence> facts() {
        List<Occurrence> facts = new ArrayList<>(List.of(
                new Filming.RecordingStarted(RoccaverdeSession.PART),
                new Attending.Joined("rinaldi", AttendanceMode.IN_PERSON, ""),
                new Attending.Joined("bianchi", AttendanceMode.IN_PERSON, ""),
                new Attending.Joined("ferri", AttendanceMode.REMOTE, VIDEO),
                new Attending.Excused("esposito", ""),
                new Attending.OnMission("marini", "ANCI"),
                new Conduct.Opened("bianchi", "rinaldi"),
                new Filming.FilmingAnnounced("a voce"),
                new Conduct.QuorumChallenged("ferri"),
                new Conduct.QuorumVerified(),
                new Voting.ScrutineersNamed(List.of("conti", "ferri")),
                new Business.ItemAdded("item-2", "urgenza"),
                new Business.ItemOpened("item-2"),
                new Business.Spoke("ferri", "Relaziona", SpeechKind.REPORT),
                new Business.SpeechEnded("ferri"),
                new Business.Filed("ferri", "nota.pdf"),
                new Business.Noted("Brusio"),
                new Attending.Recused("conti", "item-2"),
                new Attending.Substituted("conti", "romano", "item-2", "incompatibilità"),
                new Attending.ConnectionLost("ferri"),
                new Attending.ConnectionRegained("ferri", VIDEO),
                new Attending.Identified("ferri", VIDEO),
                new Attending.Left("ferri", "esce"),
                new Conduct.ChairTaken("ferri", "assenza"),
                new Conduct.SecretaryTaken("conti", "item-2", "incompatibilità"),
                new Conduct.Suspended("pausa"),
                new Conduct.Resumed()));
        for (VoteKind kind : VoteKind.values()) {
            String vote = "vote-" + kind.code();
            facts.add(new Voting.VoteOpened(vote, "item-2", kind, VotingMethod.SECRET_BALLOT, "", Matter.ORDINARY));
            facts.add(new Voting.VoteClosed(vote, Tally.of(2, 0, 0), Map.of(), Map.of("Rossi", 2)));
            facts.add(new Voting.Proclaimed(vote, Outcome.APPROVED, List.of("Rossi")));
        }
        facts.addAll(List.of(
                new Voting.VoteAnnulled("vote-main", "errore"),
                new Business.ItemPostponed("item-2", "approfondimento"),
                new Business.ItemOpened("item-3"),
                new Business.ItemWithdrawn("item-3", "ritiro"),
                new Business.ItemOpened("item-4"),
                new Business.ItemClosed("item-4"),
                new Conduct.WentSecret("persone"),
                new Conduct.WentPublic(),
                new Filming.RecordingStopped(RoccaverdeSession.PART, "fine"),
                new Conduct.Deserted("nessuno"),
                new Conduct.Cancelled("revoca"),
                new Conduct.Dissolved("numero legale"),
                new Conduct.Closed()));
        return facts;
    }

    private static Minutes minutes() {
        Minutes base = RoccaverdeSession.minutes();
        Meeting.Builder builder = base.meeting().toBuilder().withoutEvents();
        OffsetDateTime at = RoccaverdeSession.START;
        for (Occurrence what : facts()) {
            builder.event(at, what);
            at = at.plusSeconds(5);
        }
        return base.withMeeting(builder.build());
    }

    @Test
    void everyKindOfFactIsHere() {
        Set<Class<?>> kinds = new HashSet<>();
        for (Class<?> branch : Occurrence.class.getPermittedSubclasses()) {
            kinds.addAll(Arrays.asList(branch.getPermittedSubclasses()));
        }
        facts().forEach(fact -> kinds.remove(fact.getClass()));
        assertEquals(Set.of(), kinds);
    }

    @Test
    void everyKindOfFactHasItsSentence() {
        String italian = WrittenAct.html(minutes(), Locale.ITALIAN);
        for (String expected : List.of(
                "Assume la presidenza Giulia Ferri",
                "Per il punto 2 verbalizza Marco Conti",
                "siede in sostituzione di",
                "perde il collegamento",
                "si ricollega, modalità di identificazione: riconoscimento a video, Teams",
                "chiede la verifica del numero legale",
                "prosegue in forma segreta",
                "Il punto 2 è rinviato. Motivo: approfondimento",
                "Il punto 3 è ritirato",
                "deposita il documento nota.pdf",
                "Scrutatori: Marco Conti (Consigliere), Giulia Ferri (Consigliere).",
                "sciolta per mancanza del numero legale",
                "dichiarata deserta",
                "è revocata",
                "Eletti: Rossi",
                "elezione valida")) {
            assertTrue(italian.contains(expected), expected);
        }
        assertTrue(WrittenAct.html(minutes(), Locale.ENGLISH).contains("takes the chair"));
    }
}
