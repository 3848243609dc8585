// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.rules.OpinionRule.Opinion;
import eu.digitalminutes.core.rules.OpinionRule.Trait;
import eu.digitalminutes.core.ruling.Candidate;
import eu.digitalminutes.core.ruling.ElectionCount;
import eu.digitalminutes.core.ruling.ElectionRuling;
import eu.digitalminutes.core.ruling.Membership;
import eu.digitalminutes.core.ruling.OpinionRuling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ElectionsAndOpinionsTest {
    private static final Membership COUNCIL = Membership.council(16);

    private static ElectionCount count(int valid, Candidate... candidates) {
        return ElectionCount.of(List.of(candidates), valid);
    }

    private static ElectionRule rule(ElectionRule.Threshold threshold, ElectionRule.RunOff runOff) {
        return ElectionRule.defaults().toBuilder()
                .firstRound(threshold)
                .runOff(runOff)
                .build();
    }

    @Test
    void whoHasMostVotesIsElectedWhereTheMajorityIsRelative() {
        ElectionRuling ruling =
                ElectionRule.defaults().ruling(count(12, Candidate.of("Neri", 5), Candidate.of("Verdi", 7)), COUNCIL);
        assertEquals(List.of("Verdi"), ruling.elected());
        assertTrue(ruling.holds());
        assertTrue(
                ruling.explanation().italian().contains("eletti Verdi"),
                ruling.explanation().italian());
    }

    @Test
    void blankBallotsRaiseTheAbsoluteMajorityOfVotersOnlyWhereTheyAreVotes() {
        ElectionRule rule = rule(ElectionRule.Threshold.ABSOLUTE_OF_VOTERS, ElectionRule.RunOff.ALLOWED);
        ElectionCount count =
                count(13, Candidate.of("Verdi", 8), Candidate.of("Neri", 5)).before(17, 3, 0);
        ElectionRuling ruling = rule.ruling(count, COUNCIL);
        assertEquals(9, ruling.required());
        assertEquals(List.of(), ruling.elected());
        assertEquals(List.of("Verdi", "Neri"), ruling.runOff());
        ElectionRule without =
                rule.toBuilder().blanks(ElectionRule.Blanks.NOT_VOTERS).build();
        assertEquals(List.of("Verdi"), without.ruling(count, COUNCIL).elected());
    }

    @Test
    void whereTheRunOffIsForbiddenTheSeatStaysVacant() {
        ElectionRuling ruling = rule(ElectionRule.Threshold.ABSOLUTE_OF_COMPONENTS, ElectionRule.RunOff.FORBIDDEN)
                .ruling(count(12, Candidate.of("Verdi", 8), Candidate.of("Neri", 4)), COUNCIL);
        assertEquals(9, ruling.required());
        assertEquals(List.of(), ruling.elected());
        assertEquals(List.of(), ruling.runOff());
        assertEquals(1, ruling.vacant());
    }

    @Test
    void laterRoundsElectByTheirOwnThreshold() {
        ElectionRule rule = rule(ElectionRule.Threshold.ABSOLUTE_OF_COMPONENTS, ElectionRule.RunOff.ALLOWED);
        ElectionCount second =
                count(12, Candidate.of("Verdi", 7), Candidate.of("Neri", 5)).inRound(2);
        assertEquals(List.of("Verdi"), rule.ruling(second, COUNCIL).elected());
    }

    @Test
    void betweenEqualsTheOlderIsElectedAndWithoutDatesNobody() {
        Candidate younger = Candidate.of("Verdi", 6).withBirth(LocalDate.of(1980, 1, 2));
        Candidate older = Candidate.of("Neri", 6).withBirth(LocalDate.of(1980, 1, 1));
        assertEquals(
                List.of("Neri"),
                ElectionRule.defaults()
                        .ruling(count(12, younger, older), COUNCIL)
                        .elected());
        ElectionRuling unknown =
                ElectionRule.defaults().ruling(count(12, Candidate.of("Verdi", 6), Candidate.of("Neri", 6)), COUNCIL);
        assertEquals(List.of(), unknown.elected());
        assertEquals(List.of("BIRTH_DATES_NEEDED"), unknown.warnings());
        ElectionRule again = ElectionRule.defaults().toBuilder()
                .tie(ElectionRule.Tie.RUN_OFF)
                .build();
        assertEquals(
                List.of("Neri", "Verdi"),
                again.ruling(count(12, younger, older), COUNCIL).runOff());
    }

    @Test
    void theMinorityKeepsItsSeatByTheLimitedVote() {
        ElectionRule rule = ElectionRule.defaults().toBuilder()
                .namesPerBallot(1)
                .minoritySeats(1)
                .build();
        ElectionCount count = count(
                        16,
                        Candidate.of("A", 6),
                        Candidate.of("B", 5),
                        Candidate.of("C", 3),
                        Candidate.of("D", 2).ofMinority())
                .forSeats(3);
        assertEquals(List.of("A", "B", "D"), rule.ruling(count, COUNCIL).elected());
    }

    @Test
    void moreVotesThanNamesOnBallotsAreRefused() {
        assertEquals(
                "VOTES_EXCEED_BALLOTS",
                assertThrows(
                                MinutesException.class,
                                () -> ElectionRule.defaults()
                                        .ruling(count(10, Candidate.of("A", 6), Candidate.of("B", 5)), COUNCIL))
                        .code());
        assertEquals(
                "TALLY_EXCEEDS_PRESENT",
                assertThrows(MinutesException.class, () -> count(10).before(11, 1, 1))
                        .code());
    }

    @Property(tries = 300)
    void theOrderOfTheCandidatesChangesNothingAndNobodyIsElectedTwice(@ForAll long seed) {
        Random random = new Random(seed);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Candidate one = Candidate.of("C" + i, random.nextInt(7));
            one = random.nextBoolean() ? one.withBirth(LocalDate.of(1960 + random.nextInt(3), 1, 1)) : one;
            candidates.add(random.nextInt(3) == 0 ? one.ofMinority() : one);
        }
        ElectionRule rule = RandomRules.of(seed).elections().toBuilder()
                .namesPerBallot(6)
                .minoritySeats(random.nextInt(2))
                .build();
        int seats = 1 + random.nextInt(3);
        ElectionRuling one = rule.ruling(ElectionCount.of(candidates, 9).forSeats(seats), COUNCIL);
        Collections.shuffle(candidates, random);
        ElectionRuling two = rule.ruling(ElectionCount.of(candidates, 9).forSeats(seats), COUNCIL);
        assertEquals(one.elected(), two.elected());
        assertEquals(one.runOff(), two.runOff());
        assertEquals(one.elected().size(), Set.copyOf(one.elected()).size());
        assertTrue(one.elected().size() <= seats);
        assertEquals(seats - one.elected().size(), one.vacant());
        assertTrue(Collections.disjoint(one.elected(), one.runOff()));
    }

    @Test
    void merePolicyNeedsNoOpinion() {
        assertTrue(OpinionRule.defaults()
                .ruling(Set.of(Trait.POLICY_ACT), Set.of())
                .holds());
        OpinionRuling missing = OpinionRule.defaults().ruling(Set.of(), Set.of());
        assertEquals(List.of("TECHNICAL"), missing.missing());
        assertTrue(missing.explanation().italian().contains("mancanti regolarità tecnica"));
    }

    @Test
    void spendingNeedsBothOpinionsAndTheVisaBeforeItTakesEffect() {
        Set<Opinion> both = Set.of(Opinion.TECHNICAL, Opinion.ACCOUNTING);
        OpinionRuling ruling = OpinionRule.defaults().ruling(Set.of(Trait.SPENDING), both);
        assertTrue(ruling.holds());
        assertEquals(List.of("COVERAGE_BEFORE_EFFECT"), ruling.warnings());
        OpinionRule strict = OpinionRule.defaults().toBuilder()
                .coverage(OpinionRule.Coverage.BEFORE_VOTE)
                .build();
        assertEquals(
                List.of("COVERAGE"), strict.ruling(Set.of(Trait.SPENDING), both).missing());
    }

    @Test
    void anAmendmentOfSubstanceNeedsNewOpinionsAndADepartureReasons() {
        OpinionRuling ruling =
                OpinionRule.defaults().ruling(Set.of(Trait.AMENDED, Trait.NEGATIVE_OPINION), Set.of(Opinion.TECHNICAL));
        assertEquals(List.of("TECHNICAL_ON_AMENDMENT", "REASONS"), ruling.missing());
        assertEquals("R21", ruling.rule());
    }
}
