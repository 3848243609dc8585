// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official example debate of OASIS, and a minimal session of a council. */
class ForeignDebateTest {
    private static Debate sample(String name) throws Exception {
        return AkomaNtoso.read(AknSchema.shared("akn/" + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ke_Debate_Bungeni_2011-06-10.wd17.xml", "council-session-minimal.akn.xml"})
    void aDebateOfOthersIsWrittenAgainValidWithEveryReferenceResolving(String name) throws Exception {
        byte[] again = AkomaNtoso.write(sample(name));
        assertEquals(List.of(), AknSchema.problems(again));
        assertArrayEquals(again, AkomaNtoso.write(AkomaNtoso.read(again)));
    }

    @Test
    void theOfficialDebateKeepsSessionSpeechesAndVotes() throws Exception {
        Debate debate = sample("ke_Debate_Bungeni_2011-06-10.wd17.xml");
        assertEquals("hansard", debate.head().name());
        assertEquals("2011-06-10", debate.head().date().toString());
        assertTrue(debate.head().title().contains("SECOND MEETING, 2011"));
        assertEquals(9, debate.persons().size());
        assertEquals(11, debate.speeches().size());
        assertEquals(2, debate.checks().size());
        assertEquals("72", debate.checks().get(0).figures().get(1).value());
        assertEquals(DebateCheck.Kind.RECOUNT, debate.checks().get(1).kind());
        assertEquals(4, debate.recordedTimes().size());
        List<String> left = debate.notices().stream().map(Finding::where).toList();
        assertTrue(left.containsAll(List.of("publication", "notes", "noteRef")), left.toString());
    }

    @Test
    void theMinimalSessionKeepsItsVote() throws Exception {
        Debate debate = sample("council-session-minimal.akn.xml");
        DebateCheck vote = debate.checks().get(1);
        assertEquals(1, debate.ballots(vote).size());
        assertEquals("#aye", debate.ballots(vote).get("#r1").meaning());
        assertEquals("1", debate.sections().get(1).number());
        assertEquals(1, debate.attachments().size());
    }
}
