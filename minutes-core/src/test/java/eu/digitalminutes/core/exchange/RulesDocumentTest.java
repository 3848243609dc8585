// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.rules.ConvocationRule.Notice;
import eu.digitalminutes.core.rules.LocalRules;
import eu.digitalminutes.core.rules.MajorityRule;
import eu.digitalminutes.core.rules.OpinionRule.Opinion;
import eu.digitalminutes.core.rules.OpinionRule.Trait;
import eu.digitalminutes.core.rules.StatuteRule;
import eu.digitalminutes.core.ruling.Attendance;
import eu.digitalminutes.core.ruling.Candidate;
import eu.digitalminutes.core.ruling.ElectionCount;
import eu.digitalminutes.core.ruling.ElectionRuling;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.ruling.OpinionRuling;
import eu.digitalminutes.core.ruling.QuorumRuling;
import eu.digitalminutes.core.ruling.TermRuling;
import eu.digitalminutes.core.ruling.VoteCount;
import eu.digitalminutes.core.ruling.VoteRuling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the document on local rules shows is what runs. */
class RulesDocumentTest {
    private static final Path MODULE =
            Path.of(System.getProperty("minutes.root")).resolve("minutes-core");

    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(MODULE.resolve("docs/rules.md")));
        assertTrue(block.find(), language);
        return block.group(1);
    }

    @Test
    void theExampleOfAFileIsReadAndKeepsTheSchema() throws IOException {
        LocalRules rules = RulesJson.read(block("json").getBytes(StandardCharsets.UTF_8));
        assertEquals(4, rules.secondCall().number());
        assertEquals(MajorityRule.Abstentions.VOTERS, rules.majority().abstentions());
        assertEquals(Map.of(), PublishedSchema.problems("rules.schema.json", block("json")));
    }

    @Test
    void theExampleInJavaRuns(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("valfiorita.json"), block("json"));
        ZonedDateTime delivered = ZonedDateTime.parse("2026-03-01T10:00:00+01:00");
        ZonedDateTime sitting = delivered.plusDays(6);
        ElectionCount count = ElectionCount.of(List.of(Candidate.of("Verdi", 7)), 7);
        List<StatuteRule.Vote> votes =
                List.of(new StatuteRule.Vote(LocalDate.of(2026, 3, 7), VoteCount.of(Tally.of(12, 0, 0), 12)));
        // region rules
        LocalRules rules = RulesJson.read(file);
        Membership council = Membership.council(16);
        QuorumRuling quorum = rules.quorum(council, 1, Matter.ORDINARY, new Attendance(12, true));
        VoteRuling vote = rules.vote(VoteKind.MAIN, Matter.ORDINARY, VoteCount.of(Tally.of(7, 3, 2), 12), council);
        ElectionRuling election = rules.elections().ruling(count, council);
        TermRuling notice = rules.convocation().term(Notice.ORDINARY, delivered, sitting, ZoneId.of("Europe/Rome"));
        TermRuling effect = rules.publication().executability(LocalDate.of(2026, 3, 1));
        VoteRuling statute = rules.statute().ruling(votes, council);
        OpinionRuling opinions = rules.opinions().ruling(Set.of(Trait.SPENDING), Set.of(Opinion.TECHNICAL));
        // endregion rules
        assertTrue(quorum.holds() && vote.holds() && election.holds() && notice.holds() && statute.holds());
        assertEquals("2026-03-11", effect.firstDay().orElseThrow().toString());
        assertEquals(List.of("ACCOUNTING"), opinions.missing());
        String source = Files.readString(
                MODULE.resolve("src/test/java/eu/digitalminutes/core/exchange/RulesDocumentTest.java"));
        Matcher region = Pattern.compile("// region rules\n(.*?)\\s*// endregion rules", Pattern.DOTALL)
                .matcher(source);
        assertTrue(region.find());
        assertEquals(region.group(1).stripIndent().strip(), block("java").strip());
    }
}
