// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.RichCouncil;
import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.course.Course;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.redaction.PublicView;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.voting.Vote;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AkomaNtosoTest {
    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private static List<String> codes(Debate debate) {
        return debate.notices().stream().map(Finding::code).toList();
    }

    @Test
    void aRichSessionIsValidAndEveryReferenceResolves() throws Exception {
        assertEquals(List.of(), AknSchema.problems(AkomaNtoso.write(RichCouncil.view())));
        assertEquals(List.of(), AknSchema.problems(AkomaNtoso.writeFull(RichCouncil.minutes())));
        assertEquals(List.of(), AknSchema.problems(AkomaNtoso.writeFull(new TestCouncil().minutes())));
    }

    @Test
    void aMeetingInWhichNothingHappenedIsValidToo() throws Exception {
        Minutes empty =
                Minutes.of(new TestCouncil().meeting(builder -> builder.withoutEvents()), LocalRules.ordinaryCouncil());
        assertEquals(List.of(), AknSchema.problems(AkomaNtoso.writeFull(empty)));
    }

    @Test
    void theSameMinutesGiveTheSameBytes() {
        assertArrayEquals(AkomaNtoso.write(RichCouncil.view()), AkomaNtoso.write(RichCouncil.view()));
    }

    @Test
    void whatWasWrittenIsReadAndWrittenAgainByteForByte(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("minutes.xml");
        AkomaNtoso.write(RichCouncil.view(), file);
        byte[] first = Files.readAllBytes(file);
        Debate debate = AkomaNtoso.read(file);
        assertEquals(List.of(), codes(debate));
        assertArrayEquals(first, AkomaNtoso.write(debate));
        PublicView again = PublicView.of(debate.minutes().orElseThrow(), RichCouncil.SECRET_TITLE);
        assertArrayEquals(first, AkomaNtoso.write(again));
    }

    @Test
    void sessionsSpeechesAndVotesSurviveTheRoundTrip() {
        Minutes shown = RichCouncil.view().minutes();
        Minutes back =
                AkomaNtoso.read(AkomaNtoso.write(RichCouncil.view())).minutes().orElseThrow();
        assertEquals(shown.meeting().id(), back.meeting().id());
        assertEquals(shown.meeting().events(), back.meeting().events());
        assertEquals(
                Course.of(shown.meeting()).speeches(), Course.of(back.meeting()).speeches());
        assertEquals(
                Vote.allOf(shown.meeting()).stream().map(Vote::ballots).toList(),
                Vote.allOf(back.meeting()).stream().map(Vote::ballots).toList());
    }

    @Test
    void theTextOfTheDocumentAloneTellsSpeechesAndVotes() {
        Debate debate = AkomaNtoso.read(AkomaNtoso.write(RichCouncil.view()));
        Minutes shown = RichCouncil.view().minutes();
        assertEquals(
                Course.of(shown.meeting()).speeches().size(), debate.speeches().size());
        assertEquals("#person_c1", debate.speeches().get(0).by());
        assertEquals("#role_chair", debate.speeches().get(0).as());
        assertEquals(
                Optional.of(RichCouncil.START.plusMinutes(5)),
                debate.speeches().get(0).start());
        DebateCheck amendment = debate.checks().stream()
                .filter(check -> check.kind() != DebateCheck.Kind.QUORUM_VERIFICATION)
                .toList()
                .get(2);
        assertEquals(5, debate.ballots(amendment).size());
        assertEquals("#choice_no", debate.ballots(amendment).get("#person_c2").meaning());
        assertEquals("#outcome_rejected", amendment.outcome());
    }

    @Test
    void aVoteHeldAgainAfterAnAnnulledOneIsARecount() {
        List<DebateCheck> votes = MinutesDebate.of(RichCouncil.minutes()).checks().stream()
                .filter(check -> check.kind() != DebateCheck.Kind.QUORUM_VERIFICATION)
                .toList();
        assertEquals("#outcome_annulled", votes.get(0).outcome());
        assertEquals(DebateCheck.Kind.RECOUNT, votes.get(1).kind());
        assertEquals(DebateCheck.Kind.VOTING, votes.get(2).kind());
    }

    @Test
    void aSecretBallotHasTotalsAndNamesNobody() {
        Debate debate = MinutesDebate.of(RichCouncil.minutes());
        DebateCheck election = debate.checks().stream()
                .filter(check -> check.figures().stream()
                        .anyMatch(figure -> figure.meaning().startsWith("#candidate")))
                .findFirst()
                .orElseThrow();
        assertTrue(debate.ballots(election).isEmpty());
        assertEquals(7, election.figures().size());
    }

    @Test
    void everythingTheLawNamesHasItsElement() {
        String xml = text(AkomaNtoso.write(RichCouncil.view()));
        for (String element : List.of(
                "rollCall",
                "communication",
                "questions",
                "question",
                "answer",
                "noticesOfMotion",
                "declarationOfVote",
                "pointOfOrder",
                "proceduralMotions",
                "adjournment",
                "scene",
                "recount",
                "quorumVerification",
                "attachments",
                "conclusions")) {
            assertTrue(xml.contains("<" + element), element);
        }
        assertTrue(xml.contains("name=\"minutesApproval\""));
        assertTrue(xml.contains("/akn/it/debate/minutes/c_z998/2026-05-14/council-2026-9"));
    }

    @Test
    void textThatWasChangedIsNotOverruledByTheFactsInside() {
        String xml = text(AkomaNtoso.write(RichCouncil.view()));
        Debate debate = AkomaNtoso.read(
                xml.replaceFirst("<p>Voterà a favore", "<p>Voterà contro").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("AKN_FACTS_DIFFER"), codes(debate));
        assertTrue(debate.minutes().isEmpty());
        assertFalse(debate.speeches().isEmpty());
    }

    @Test
    void charactersThatXmlForbidsAreReplaced() throws Exception {
        Minutes minutes = new TestCouncil()
                .at(35, new Business.Spoke("c2", "a\u0000b\u0008c\uFFFEd\r\nf ]]> \uD83D\uDE00"))
                .minutes();
        byte[] document = AkomaNtoso.writeFull(minutes);
        assertEquals(List.of(), AknSchema.problems(document));
        Debate debate = AkomaNtoso.read(document);
        assertEquals(
                "a\uFFFDb\uFFFDc\uFFFDd\nf ]]> \uD83D\uDE00",
                debate.speeches().get(0).text());
        assertArrayEquals(document, AkomaNtoso.write(debate));
    }

    @Test
    void halfACharacterIsReplacedToo() throws Exception {
        Minutes minutes =
                new TestCouncil().at(35, new Business.Spoke("c2", "a\uD800b")).minutes();
        byte[] document = AkomaNtoso.writeFull(minutes);
        assertEquals(List.of(), AknSchema.problems(document));
        assertEquals("a\uFFFDb", AkomaNtoso.read(document).speeches().get(0).text());
    }

    @Test
    void aDebateThatPointsToNothingIsNotWritten() {
        Debate debate = MinutesDebate.of(new TestCouncil().minutes());
        Debate broken = debate.with(List.of(), Optional.empty(), List.of());
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> AkomaNtoso.write(broken));
        assertTrue(String.valueOf(e.getMessage()).contains("organ"), e.getMessage());
    }
}
