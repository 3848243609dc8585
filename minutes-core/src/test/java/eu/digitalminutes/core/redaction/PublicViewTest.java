// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
import eu.digitalminutes.core.event.EventSource;
import eu.digitalminutes.core.event.Filming;
import eu.digitalminutes.core.event.Identification;
import eu.digitalminutes.core.event.IdentificationMeans;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.SpeechKind;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.exchange.EventChain;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.Channel;
import eu.digitalminutes.core.meeting.Convocation;
import eu.digitalminutes.core.meeting.Delivery;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.minutes.Annex;
import eu.digitalminutes.core.minutes.AnnexKind;
import eu.digitalminutes.core.minutes.GapCause;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.RecordingGap;
import eu.digitalminutes.core.minutes.Transcript;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.presence.Presence;
import eu.digitalminutes.core.proposal.Commitment;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.rules.LocalRules;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicViewTest {
    private static final String CANARY = "canarino";
    private static final String TAX_CODE = "CNRCNR70A41H501X";

    /** A session in which everything that must not be published says so. */
    private static Minutes full() {
        Occurrence[] open = {
            new Attending.Joined(
                    "c6",
                    AttendanceMode.REMOTE,
                    Identification.by(IdentificationMeans.SPID)
                            .of(CANARY, CANARY)
                            .withNote(CANARY)),
            new Attending.ConnectionLost("c6"),
            new Attending.ConnectionRegained("c6", Identification.noted(CANARY)),
            new Attending.Identified("c6", Identification.noted(CANARY)),
            new Attending.Left("c5", CANARY),
            new Attending.Excused("c5", CANARY),
            new Attending.OnMission("c5", CANARY),
            new Attending.Recused("c4", "canarino-item"),
            new Attending.Substituted("c4", "c3", "canarino-item", CANARY),
            new Conduct.ChairTaken("c2", CANARY),
            new Conduct.SecretaryTaken("secretary", "canarino-item", CANARY),
            new Business.ItemAdded("canarino-item", CANARY),
            new Business.Filed("c2", CANARY + ".pdf"),
            new Conduct.WentSecret(CANARY),
        };
        Occurrence[] behindClosedDoors = {
            new Attending.Joined("guest", AttendanceMode.IN_PERSON, CANARY),
            new Business.Spoke("guest", CANARY, SpeechKind.REPORT),
            new Business.Spoke("c2", CANARY),
            new Business.SpeechEnded("c2"),
            new Business.Noted(CANARY),
            new Attending.Recused("c3", "item-2"),
            new Conduct.Suspended(CANARY),
            new Conduct.Resumed(),
            new Voting.ScrutineersNamed(List.of("guest")),
            new Filming.RecordingStopped("recording-1.mp4", CANARY),
            new Business.ItemOpened("canarino-item"),
            new Voting.VoteOpened(
                    "canarino-vote", "canarino-item", VoteKind.ELECTION, VotingMethod.SECRET_BALLOT, CANARY),
            new Voting.VoteClosed("canarino-vote", Tally.of(5, 0, 0), Map.of(), Map.of(CANARY, 5)),
            new Voting.Proclaimed("canarino-vote", Outcome.APPROVED, List.of(CANARY)),
            new Voting.VoteAnnulled("canarino-vote", CANARY),
            new Business.ItemWithdrawn("canarino-item", CANARY),
            new Business.ItemPostponed("canarino-item", CANARY),
            new Business.ItemClosed("canarino-item"),
        };
        TestCouncil council = new TestCouncil().absent("c6").absent("c5");
        for (Occurrence what : open) {
            council.at(62, what);
        }
        for (Occurrence what : behindClosedDoors) {
            council.at(64, what);
        }
        council.at(90, new Conduct.WentPublic());
        Meeting meeting = council.meeting(builder -> builder.seat(
                        Seat.attendant("guest", new Person(CANARY, CANARY, TAX_CODE), SeatRole.BOARD_MEMBER)
                                .knownAs(CANARY))
                .agenda(List.of(
                        AgendaItem.of("canarino-item", "9", CANARY, Publicity.SECRET)
                                .withRapporteur(CANARY)
                                .withPaper(CANARY),
                        AgendaItem.of("item-8", "8", "Lavori", Publicity.PUBLIC)
                                .withPaper(CANARY)
                                .withProposal(Proposal.of("8", "Giunta")
                                        .withCommitment(
                                                new Commitment(2026, "10", BigDecimal.TEN, CANARY, "Dirigente", "")))))
                .convocation(Convocation.sent(TestCouncil.START.minusDays(9))
                        .withDelivery(new Delivery("c1", Channel.PLATFORM, TestCouncil.START.minusDays(9), CANARY))));
        List<SessionEvent> events = new ArrayList<>();
        meeting.events().forEach(event -> events.add(event.from(EventSource.operator(CANARY))));
        meeting = meeting.toBuilder().withoutEvents().events(events).build();
        Fingerprint digest = new Fingerprint(new Digest(TestCouncil.DIGEST), 1);
        return Minutes.of(EventChain.chain(meeting), LocalRules.ordinaryCouncil())
                .withRecording(TestCouncil.part("recording-1.mp4", 0, 70))
                .withRecording(TestCouncil.part("recording-2.mp4", 91, 20))
                .withGap(new RecordingGap(TestCouncil.START, TestCouncil.START, GapCause.SECRET_PART, CANARY))
                .withAnnex(new Annex(CANARY + ".csv", AnnexKind.PLATFORM_LOG, CANARY, "text/csv", digest))
                .withTranscript(new Transcript(CANARY + ".vtt", "text/vtt", digest, "it", "", CANARY));
    }

    private static String json(Minutes minutes) {
        return new String(MinutesJson.write(minutes), StandardCharsets.UTF_8);
    }

    @Test
    void nothingSecretIsLeft() {
        Minutes full = full();
        assertTrue(json(full).contains(CANARY));
        String shown = json(PublicView.of(full, "Punto riservato").minutes());
        assertFalse(shown.contains(CANARY), shown);
        assertFalse(shown.contains(TAX_CODE), shown);
    }

    @Test
    void whoWasThereAndWhatWasVotedInPublicStays() {
        Minutes full = full();
        PublicView view = PublicView.of(full, "Punto riservato");
        assertTrue(view.isPartial());
        assertEquals(
                Presence.of(full.meeting())
                        .membersAt(TestCouncil.START.plusSeconds(50))
                        .size(),
                Presence.of(view.minutes().meeting())
                        .membersAt(TestCouncil.START.plusSeconds(50))
                        .size());
        assertTrue(json(view.minutes()).contains("\"vote\" : \"v1\""));
        assertEquals(full.meeting().closedAt(), view.minutes().meeting().closedAt());
    }

    @Test
    void aPartOfTheRecordingThatHoldsSomethingSecretIsKnown() {
        PublicView view = PublicView.of(full(), "Punto riservato");
        assertTrue(view.isSecret("recording-1.mp4"));
        assertFalse(view.isSecret("recording-2.mp4"));
    }

    @Test
    void aMeetingThatWasSecretThroughoutHasNoPublicView() {
        Meeting secret = new TestCouncil().meeting(builder -> builder.publicity(Publicity.SECRET));
        MinutesException refusal = assertThrows(
                MinutesException.class, () -> PublicView.of(TestCouncil.minutes(secret), "Punto riservato"));
        assertEquals("MEETING_SECRET", refusal.code());
    }

    @Test
    void aPublicMeetingIsShownWhole() {
        PublicView view = PublicView.of(new TestCouncil().minutes(), "Punto riservato");
        assertFalse(view.isPartial());
        assertEquals(
                new TestCouncil().meeting().events().size(),
                view.minutes().meeting().events().size());
    }
}
