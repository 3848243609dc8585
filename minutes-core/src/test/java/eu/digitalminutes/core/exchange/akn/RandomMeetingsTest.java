// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.akn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.event.AttendanceMode;
import eu.digitalminutes.core.event.Attending;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Conduct;
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
import eu.digitalminutes.core.redaction.PublicView;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever happens in a meeting, and in whatever order, its debate is valid and can be read back. */
class RandomMeetingsTest {
    private static final String[] SEATS = {"c1", "c2", "c3", "c4", "c5", "c6", "secretary"};
    private static final String[] ITEMS = {"item-1", "item-2"};
    private static final String[] WORDS = {"", "parole", "a & b <c>", "  riga\n\nriga ", "\u0007 \uD83D\uDE00 \"q\""};

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void aRandomMeetingIsValidResolvesAndComesBack(@ForAll long seed) throws Exception {
        Minutes minutes = TestCouncil.minutes(meeting(new Random(seed)));
        byte[] full = AkomaNtoso.writeFull(minutes);
        assertEquals(List.of(), AknSchema.problems(full));
        byte[] shown = AkomaNtoso.write(PublicView.of(minutes, "riservato"));
        assertEquals(List.of(), AknSchema.problems(shown));
        Debate debate = AkomaNtoso.read(shown);
        assertArrayEquals(shown, AkomaNtoso.write(debate));
        assertArrayEquals(shown, AkomaNtoso.write(PublicView.of(debate.minutes().orElseThrow(), "riservato")));
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static Meeting meeting(Random random) {
        return new TestCouncil().meeting(builder -> {
            builder.withoutEvents();
            int votes = 0;
            int second = 0;
            for (int i = random.nextInt(40); i > 0; i--) {
                second += random.nextInt(3);
                Occurrence what = what(random, votes);
                if (what instanceof Voting.VoteOpened) {
                    votes++;
                }
                builder.event(TestCouncil.START.plusSeconds(second), what);
            }
            return builder;
        });
    }

    private static Occurrence what(Random random, int votes) {
        String seat = one(random, SEATS);
        String item = one(random, ITEMS);
        String words = one(random, WORDS);
        String vote = "v" + random.nextInt(Math.max(1, votes));
        return switch (random.nextInt(votes == 0 ? 16 : 19)) {
            case 0 -> new Conduct.Opened(seat, "secretary");
            case 1, 2 -> new Attending.Joined(seat, one(random, AttendanceMode.values()), words);
            case 3 -> new Attending.Left(seat, words);
            case 4 -> new Conduct.QuorumVerified();
            case 5, 6 -> new Business.ItemOpened(item);
            case 7, 8 -> new Business.Spoke(seat, words, one(random, SpeechKind.values()));
            case 9 -> new Business.Noted(words);
            case 10 -> random.nextBoolean() ? new Conduct.Suspended(words) : new Conduct.Resumed();
            case 11 -> random.nextBoolean() ? new Conduct.WentSecret(words) : new Conduct.WentPublic();
            case 12 ->
                new Voting.VoteOpened(
                        "v" + votes,
                        item,
                        one(random, VoteKind.values()),
                        random.nextBoolean() ? VotingMethod.SECRET_BALLOT : VotingMethod.SHOW_OF_HANDS,
                        words,
                        Matter.ORDINARY);
            case 13 -> random.nextBoolean() ? new Conduct.Closed() : new Business.ItemClosed(item);
            case 14 -> new Attending.Substituted(seat.equals("c6") ? "c5" : seat, "c6", item, words);
            case 15 -> new Business.ItemPostponed(item, words);
            case 16 -> new Voting.VoteClosed(vote, Tally.of(random.nextInt(9), 1, 0), Map.of());
            case 17 -> new Voting.Proclaimed(vote, one(random, Outcome.values()));
            default -> new Voting.VoteAnnulled(vote, words);
        };
    }
}
