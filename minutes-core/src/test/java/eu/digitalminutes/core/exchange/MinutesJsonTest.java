// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Occurrence;
import eu.digitalminutes.core.event.Outcome;
import eu.digitalminutes.core.event.SessionEvent;
import eu.digitalminutes.core.event.SpeechKind;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.meeting.AgendaItem;
import eu.digitalminutes.core.meeting.ItemKind;
import eu.digitalminutes.core.meeting.Meeting;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Publicity;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.meeting.SeatRole;
import eu.digitalminutes.core.meeting.Term;
import eu.digitalminutes.core.minutes.Annex;
import eu.digitalminutes.core.minutes.AnnexKind;
import eu.digitalminutes.core.minutes.Approval;
import eu.digitalminutes.core.minutes.GapCause;
import eu.digitalminutes.core.minutes.Lineage;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.RecordingGap;
import eu.digitalminutes.core.minutes.Rectification;
import eu.digitalminutes.core.minutes.RectificationKind;
import eu.digitalminutes.core.minutes.RegisterEntry;
import eu.digitalminutes.core.minutes.Transcript;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.proposal.Commitment;
import eu.digitalminutes.core.proposal.OpinionKind;
import eu.digitalminutes.core.proposal.Proposal;
import eu.digitalminutes.core.rules.Fraction;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.rules.MajorityRule;
import eu.digitalminutes.core.rules.Rounding;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinutesJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Minutes in which every kind of event and every optional field occurs. */
    private static Minutes everything() {
        Identification identification = Identification.by(IdentificationMeans.VIDEO)
                .madeBy("secretary")
                .of("Teams", "c5@valfiorita.example")
                .withNote("volto a video");
        TestCouncil council = new TestCouncil()
                .at(8, new Attending.Excused("c6", "malattia"))
                .at(8, new Attending.OnMission("c6", "ANCI"))
                .at(9, new Filming.RecordingStarted("recording-1.mp4"))
                .at(12, new Conduct.ChairTaken("c2", "assenza"))
                .at(13, new Conduct.SecretaryTaken("c3", "item-1", "incompatibilità"))
                .at(14, new Attending.Substituted("c4", "c5", "item-2", "supplente"))
                .at(15, new Voting.ScrutineersNamed(List.of("c2", "c3", "c4")))
                .at(16, new Conduct.QuorumChallenged("c2"))
                .at(17, new Business.ItemAdded("item-2", "urgenza"))
                .at(32, new Business.Spoke("c2", "Chiede chiarimenti", SpeechKind.QUESTION))
                .at(33, new Business.SpeechEnded("c2"))
                .at(33, new Attending.Recused("c3", "item-2"))
                .at(34, new Business.Filed("c2", "nota.pdf"))
                .at(61, new Attending.Left("c5", "esce"))
                .at(62, new Attending.Joined("c5", AttendanceMode.REMOTE, identification))
                .at(62, new Attending.ConnectionLost("c5"))
                .at(62, new Attending.ConnectionRegained("c5", identification))
                .at(62, new Attending.Identified("c5", Identification.noted("a voce")))
                .at(63, new Conduct.Suspended("pausa"))
                .at(64, new Conduct.Resumed())
                .at(65, new Business.Noted("Il pubblico applaude"))
                .at(66, new Conduct.WentSecret("persone"))
                .at(67, new Conduct.WentPublic())
                .at(68, new Business.ItemClosed("item-1"))
                .at(
                        70,
                        new Voting.VoteOpened(
                                "v2",
                                "item-2",
                                VoteKind.ELECTION,
                                VotingMethod.SECRET_BALLOT,
                                "Nomina",
                                Matter.STATUTE))
                .at(71, new Voting.VoteClosed("v2", new Tally(3, 1, 0, 1, 1, 0), Map.of(), Map.of("Rossi", 3)))
                .at(72, new Voting.Proclaimed("v2", Outcome.APPROVED, List.of("Rossi")))
                .at(73, new Voting.VoteAnnulled("v2", "errore"))
                .at(74, new Business.ItemPostponed("item-2", "rinvio"))
                .at(75, new Business.ItemWithdrawn("item-2", "ritiro"))
                .at(99, new Filming.RecordingStopped("recording-1.mp4", "fine seduta"))
                .append(101, new Conduct.Deserted("nessuno"))
                .append(102, new Conduct.Cancelled("revoca"))
                .append(103, new Conduct.Dissolved("numero legale"));
        Meeting meeting = council.meeting(builder -> builder.call(2)
                .remoteRegulation("Delibera 12/2022")
                .broadcast("https://streaming.example")
                .agenda(List.of(AgendaItem.of("item-9", "9", "Aggiunto", Publicity.SECRET)
                        .withKind(ItemKind.MOTION)
                        .addedByNotice(TestCouncil.START.minusDays(1))
                        .withRapporteur("Assessora")
                        .withPaper("nota.pdf")
                        .withProposal(Proposal.of("9", "Giunta")
                                .preparedBy("Ragioneria")
                                .withOpinion(TestCouncil.opinion(OpinionKind.AUDITORS))
                                .withCommitment(new Commitment(
                                        2026, "1010/2", new BigDecimal("1250.5"), "Ditta", "Dirigente", "44"))
                                .withCoverageVisa("Neri, 2 marzo 2026"))))
                .seat(Seat.member("c7", new Person("Nome", "Sette", ""), SeatRole.COUNCILLOR, "")
                        .during(Term.open().from(LocalDate.of(2024, 6, 10)).to(LocalDate.of(2029, 6, 9)))
                        .knownAs("C7@Valfiorita.example"))
                .convocation(TestCouncil.convocation().requestedAt(TestCouncil.START.minusDays(15)))
                .events(List.of(SessionEvent.of(TestCouncil.START.plusSeconds(90), new Business.Noted("tardi"))
                        .enteredAt(TestCouncil.START.plusSeconds(110))
                        .from(EventSource.operator("banco 1")))));
        LocalRules board = LocalRules.executiveBoard();
        LocalRules rules = board.toBuilder()
                .source("Regolamento, art. 3")
                .firstCall(board.firstCall().toBuilder()
                        .fraction(new Fraction(2, 5))
                        .rounding(Rounding.HALF_UP)
                        .build())
                .majority(board.majority().toBuilder()
                        .abstentions(MajorityRule.Abstentions.VOTERS)
                        .build())
                .build();
        Fingerprint fingerprint = new Fingerprint(new Digest(TestCouncil.DIGEST), 7);
        return Minutes.of(EventChain.chain(meeting), rules)
                .withRecording(TestCouncil.part("recording-1.mp4", 0, 120))
                .withGap(new RecordingGap(
                        TestCouncil.START, TestCouncil.START.plusSeconds(3), GapCause.FAILURE, "guasto"))
                .withAnnex(new Annex("nota.pdf", AnnexKind.PAPER, "Nota", "application/pdf", fingerprint))
                .withTranscript(new Transcript("testo.vtt", "text/vtt", fingerprint, "it", "recording-1.mp4", "ASR"))
                .withLineage(Lineage.rectifying(
                                2,
                                new Rectification(
                                        RectificationKind.RECTIFICATION,
                                        new Digest(TestCouncil.DIGEST),
                                        "c_z998-council-2026-0009",
                                        "refuso"))
                        .registered(new RegisterEntry("Verbali", "7", LocalDate.of(2026, 3, 13)))
                        .approved(new Approval("c_z998-council-2026-0008", "v1", LocalDate.of(2026, 4, 2))));
    }

    @Test
    void everyKindOfEventHasAFormAndOccursHere() {
        Set<Class<?>> kinds = new HashSet<>();
        for (Class<?> branch : Occurrence.class.getPermittedSubclasses()) {
            kinds.addAll(Arrays.asList(branch.getPermittedSubclasses()));
        }
        everything()
                .meeting()
                .events()
                .forEach(event -> kinds.remove(event.what().getClass()));
        assertEquals(Set.of(), kinds);
    }

    private static String text(Minutes minutes) {
        return new String(MinutesJson.write(minutes), StandardCharsets.UTF_8);
    }

    private static ObjectNode tree() throws IOException {
        return (ObjectNode) MAPPER.readTree(MinutesJson.write(everything()));
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        Minutes minutes = everything();
        Minutes back = MinutesJson.read(MinutesJson.write(minutes));
        assertEquals(text(minutes), text(back));
        assertEquals(minutes.meeting().events(), back.meeting().events());
        assertEquals(minutes.meeting().seats(), back.meeting().seats());
        assertEquals(minutes.meeting().agenda(), back.meeting().agenda());
        assertEquals(minutes.rules(), back.rules());
        assertEquals(minutes.recordings().get(0).end(), back.recordings().get(0).end());
        assertEquals(minutes.meeting().convocation(), back.meeting().convocation());
        assertEquals(minutes.meeting().logHead(), back.meeting().logHead());
        assertEquals(minutes.meeting().organ(), back.meeting().organ());
        assertEquals(minutes.gaps(), back.gaps());
        assertEquals(minutes.annexes(), back.annexes());
        assertEquals(minutes.transcripts(), back.transcripts());
        assertEquals(minutes.lineage(), back.lineage());
        assertEquals(Optional.empty(), EventChain.verify(back.meeting()));
    }

    @Test
    void whatIsWrittenKeepsThePublishedSchema() throws IOException {
        assertEquals(Map.of(), problems(text(everything())));
        assertEquals(Map.of(), problems(text(new TestCouncil().minutes())));
    }

    @Test
    void unknownFieldsSurviveARoundTripWhereverTheyStand() throws IOException {
        ObjectNode tree = tree();
        tree.put("vendorId", "X-7");
        ((ObjectNode) tree.at("/events/3")).putObject("x/y~z").put("source", "mixer");
        ((ObjectNode) tree.at("/seats/0/person")).putArray("badges").add(1).add("due");
        ((ObjectNode) tree.at("/recordings/0")).put("camera", "PTZ 2");
        ((ObjectNode) tree.at("/rules/quorum")).putNull("note");
        Minutes read = MinutesJson.read(MAPPER.writeValueAsBytes(tree));
        JsonNode back = MAPPER.readTree(MinutesJson.write(read));
        assertEquals(tree, back);
    }

    @Test
    void whatIsLeftOutIsWhatTheLawPresumes() throws IOException {
        ObjectNode tree = tree();
        tree.remove("rules");
        ((ObjectNode) tree.at("/organ")).put("kind", "executive-board");
        tree.get("seats").forEach(seat -> ((ObjectNode) seat).remove("member"));
        Minutes minutes = MinutesJson.read(MAPPER.writeValueAsBytes(tree));
        assertEquals(LocalRules.executiveBoard().source(), minutes.rules().source());
        assertFalse(minutes.meeting().seat("secretary").member());
        assertTrue(minutes.meeting().seat("c1").member());
    }

    @Test
    void aLaterMinorVersionIsReadAndALaterMajorVersionRefused() throws IOException {
        MinutesJson.read(MAPPER.writeValueAsBytes(tree().put("formatVersion", "1.7")));
        assertRefused(tree().put("formatVersion", "2.0"), "/formatVersion");
    }

    @ParameterizedTest
    @CsvSource({
        "/municipality, name, 7, /municipality/name",
        "/municipality, ipaCode, '\"a b\"', /municipality",
        "/organ, assigned, '\"nine\"', /organ/assigned",
        "/organ, assigned, 0, /organ",
        "/meeting, scheduledAt, '\"2026-03-12T18:00:00\"', /meeting/scheduledAt",
        "/meeting, scheduledAt, '\"12/03/2026\"', /meeting/scheduledAt",
        "/meeting, call, 3, /meeting",
        "/meeting, number, 1.5, /meeting/number",
        "/meeting, number, 99999999999, /meeting/number",
        "/seats/2, role, '\"king\"', /seats/2/role",
        "/seats/2, id, '\"c1\"', /seats/2",
        "/seats/2, id, '\"c 1\"', /seats/2",
        "/agenda/1, id, '\"item-1\"', /agenda/1",
        "/events/0, seat, '\"nobody\"', /events/0",
        "/events/0, type, '\"sang\"', /events/0/type",
        "/events/0, at, 12, /events/0/at",
        "/recordings/0, sha256, '\"ABCD\"', /recordings/0",
        "/recordings/0, bytes, -1, /recordings/0/bytes",
        "/recordings/0, name, '\"../x.mp4\"', /recordings/0",
        "/recordings/0, durationSeconds, '\"long\"', /recordings/0/durationSeconds",
        "/recordings/0, treeRoot, '\"12\"', /recordings/0",
        "/recordings/0, durationSeconds, 1e99, /recordings/0/durationSeconds",
        "/rules/quorum, numerator, 9, /rules/quorum",
        "'', events, 5, /events",
        "'', organ, '[]', /organ"
    })
    void whatIsWrongIsRefusedWithAPointerToThePlace(String parent, String field, String value, String pointer)
            throws IOException {
        ObjectNode tree = tree();
        ((ObjectNode) tree.at(parent)).set(field, MAPPER.readTree(value));
        assertRefused(tree, pointer);
    }

    @Test
    void aMissingFieldIsNamedWithItsPlace() throws IOException {
        ObjectNode tree = tree();
        ((ObjectNode) tree.at("/organ")).remove("name");
        assertRefused(tree, "/organ: the field \"name\"");
    }

    @Test
    void aSecretBallotWithNamesIsRefusedWithoutRepeatingThem() throws IOException {
        ObjectNode tree = tree();
        for (JsonNode event : tree.get("events")) {
            if (event.path("vote").asText().equals("v2") && event.has("tally")) {
                ((ObjectNode) event).putObject("ballots").put("c4", "no");
            }
        }
        MinutesException refusal = assertRefused(tree, "/events/");
        assertFalse(refusal.getMessage().contains("c4"), refusal.getMessage());
    }

    @Test
    void aSecretBallotWritesNoName() {
        String json = text(everything());
        int secret = json.indexOf("\"vote\" : \"v2\",\n      \"tally\"");
        assertTrue(secret > 0);
        assertFalse(json.substring(secret, json.indexOf('}', json.indexOf('}', secret) + 1))
                .contains("ballots"));
    }

    private static MinutesException assertRefused(ObjectNode tree, String pointer) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(tree);
        MinutesException refusal = assertThrows(MinutesException.class, () -> MinutesJson.read(json));
        assertEquals("MINUTES_JSON_INVALID", refusal.code());
        assertTrue(refusal.getMessage().contains("at " + pointer), refusal.getMessage());
        return refusal;
    }

    @Test
    void damagedFilesAreRefusedNeverMisread() {
        byte[] whole = MinutesJson.write(everything());
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            if (i % 2 == 0) {
                damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length - 1));
            } else {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                MinutesJson.read(damaged);
            } catch (MinutesException refused) {
                assertEquals("MINUTES_JSON_INVALID", refused.code());
            }
        }
    }

    @Test
    void hostileFilesAreRefused() {
        for (String json : new String[] {
            "",
            "null",
            "[]",
            "not json",
            "{\"formatVersion\":\"1.0\",\"formatVersion\":\"1.0\"}",
            "{}{}",
            "[".repeat(100_000),
            "{\"a\":".repeat(100) + "1" + "}".repeat(100)
        }) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            assertThrows(
                    MinutesException.class,
                    () -> MinutesJson.read(bytes),
                    json.substring(0, Math.min(40, json.length())));
        }
    }

    @Test
    void whatIsNoTextAtAllIsRefusedAsBadData(@TempDir Path folder) throws IOException {
        Path video = Files.write(folder.resolve("video.mp4"), new byte[] {0, 0, 0, 32, 'f', 't', 'y', 'p', 'i', 's'});
        assertEquals(
                "MINUTES_JSON_INVALID",
                assertThrows(MinutesException.class, () -> MinutesJson.read(video))
                        .code());
        assertEquals(
                "MINUTES_JSON_INVALID",
                assertThrows(MinutesException.class, () -> MinutesJson.read(folder))
                        .code());
    }

    @Test
    void aRefusalNamesTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), "{ \"formatVersion\": 1 }");
        MinutesException refusal = assertThrows(MinutesException.class, () -> MinutesJson.read(file));
        assertTrue(refusal.getMessage().startsWith(file.toString()), refusal.getMessage());
    }

    @Test
    void whatTheSchemaRefusesTheReaderRefusesToo() throws IOException {
        JsonNode whole = tree();
        List<String> pointers = new ArrayList<>(List.of(
                "/municipality",
                "/organ",
                "/meeting",
                "/convocation",
                "/convocation/deliveries/0",
                "/seats/0",
                "/agenda/2",
                "/agenda/2/proposal",
                "/agenda/2/proposal/opinions/0",
                "/agenda/2/proposal/commitments/0",
                "/log",
                "/recordings/0",
                "/recordingGaps/0",
                "/annexes/0",
                "/transcripts/0",
                "/lineage/registration",
                "/lineage/approval",
                "/lineage/rectification"));
        for (int i = 0; i < whole.at("/events").size(); i++) {
            pointers.add("/events/" + i);
        }
        for (String pointer : pointers) {
            assertTrue(whole.at(pointer).isObject(), pointer);
            for (String field : (Iterable<String>) () -> whole.at(pointer).fieldNames()) {
                ObjectNode tree = whole.deepCopy();
                ((ObjectNode) tree.at(pointer)).remove(field);
                if (!problems(tree.toString()).isEmpty()) {
                    byte[] json = MAPPER.writeValueAsBytes(tree);
                    assertThrows(MinutesException.class, () -> MinutesJson.read(json), pointer + "/" + field);
                }
            }
        }
    }

    private static Map<String, String> problems(String json) throws IOException {
        return PublishedSchema.problems("minutes.schema.json", json);
    }

    @Test
    void anUnknownFieldOfAnEventMovesWithTheEvent() throws IOException {
        ObjectNode tree = tree();
        ((ObjectNode) tree.at("/events/3")).put("camera", "PTZ 2");
        Minutes read = MinutesJson.read(MAPPER.writeValueAsBytes(tree));
        Meeting meeting = read.meeting();
        List<SessionEvent> events = new ArrayList<>(meeting.events());
        events.add(0, SessionEvent.of(TestCouncil.START, new Business.Noted("prima")));
        Meeting more = meeting.toBuilder().withoutEvents().events(events).build();
        JsonNode back = MAPPER.readTree(MinutesJson.write(read.withMeeting(more)));
        assertEquals("PTZ 2", back.at("/events/4/camera").asText());
        assertTrue(back.at("/events/3/camera").isMissingNode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"c3\":\"no\"}", "{\"c3\":\"contrario\"}", "{\"nobody\":\"no\"}", "{\"c3\":7}", "[\"c3\"]"})
    void noRefusalOfASecretBallotRepeatsWhoChoseWhat(String ballots) throws IOException {
        ObjectNode tree = tree();
        for (JsonNode event : tree.at("/events")) {
            if (event.path("type").asText().equals("vote-closed")
                    && event.path("vote").asText().equals("v2")) {
                ((ObjectNode) event).set("ballots", MAPPER.readTree(ballots));
            }
        }
        byte[] json = MAPPER.writeValueAsBytes(tree);
        Throwable refusal = assertThrows(MinutesException.class, () -> MinutesJson.read(json));
        while (refusal != null) {
            String message = String.valueOf(refusal.getMessage());
            assertFalse(message.contains("contrario") || message.contains("c3") || message.contains("nobody"), message);
            refusal = refusal.getCause();
        }
    }

    @Test
    void aSecretBallotKeepsNoFieldThatThisVersionDoesNotKnow() throws IOException {
        ObjectNode tree = tree();
        for (JsonNode event : tree.at("/events")) {
            if (event.path("type").asText().equals("vote-closed")
                    && event.path("vote").asText().equals("v2")) {
                ((ObjectNode) event).putObject("voters").put("c3", "no");
            }
        }
        byte[] json = MAPPER.writeValueAsBytes(tree);
        assertThrows(MinutesException.class, () -> MinutesJson.read(json));
    }
}
