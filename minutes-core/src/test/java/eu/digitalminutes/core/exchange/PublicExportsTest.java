// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.RichCouncil;
import eu.digitalminutes.core.TestCouncil;
import eu.digitalminutes.core.event.Business;
import eu.digitalminutes.core.event.Choice;
import eu.digitalminutes.core.event.Tally;
import eu.digitalminutes.core.event.VoteKind;
import eu.digitalminutes.core.event.Voting;
import eu.digitalminutes.core.event.VotingMethod;
import eu.digitalminutes.core.exchange.akn.AkomaNtoso;
import eu.digitalminutes.core.exchange.opendata.OParl;
import eu.digitalminutes.core.exchange.opendata.OpenCivicData;
import eu.digitalminutes.core.exchange.opendata.Popolo;
import eu.digitalminutes.core.exchange.timed.MetadataTrack;
import eu.digitalminutes.core.exchange.timed.PodcastChapters;
import eu.digitalminutes.core.redaction.PublicView;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What no public form may tell, whatever the form. */
class PublicExportsTest {
    private static final URI WEB = URI.create("https://dati.valfiorita.example/");

    private static Map<String, String> forms(PublicView view) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("akn", text(AkomaNtoso.write(view)));
        forms.put("popolo", text(Popolo.write(view)));
        forms.put("oparl", text(OParl.write(view, WEB)));
        forms.put("ocd", text(OpenCivicData.write(view, WEB)));
        view.minutes().recordings().forEach(part -> {
            forms.put("vtt " + part.name(), WebVtt.chapters(view.minutes(), part.name(), Locale.ITALIAN));
            forms.put("metadata " + part.name(), MetadataTrack.write(view, part.name()));
            forms.put("chapters " + part.name(), text(PodcastChapters.write(view, part.name(), Locale.ITALIAN)));
        });
        return forms;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void nothingSecretOrPrivateIsInAnyPublicForm() {
        Map<String, String> forms = forms(RichCouncil.view());
        assertEquals(10, forms.size());
        forms.forEach((form, text) ->
                assertFalse(text.toLowerCase(Locale.ROOT).contains(RichCouncil.CANARY.toLowerCase(Locale.ROOT)), form));
        assertTrue(text(AkomaNtoso.writeFull(RichCouncil.minutes())).contains(RichCouncil.CANARY));
    }

    @Test
    void whoCanBeOffTheSecretBallotCannotBeReadFromAnyForm() {
        Random random = new Random(23);
        for (int i = 0; i < 50; i++) {
            int yes = random.nextInt(7);
            int blank = random.nextInt(7 - yes);
            PublicView view = secretBallot(new Tally(yes, 6 - yes - blank, 0, 0, blank, 0));
            forms(view).forEach((form, text) -> {
                assertFalse(text.contains("<vote "), form);
                assertFalse(text.contains("voter_id"), form);
                assertFalse(text.contains("voter_name"), form);
                assertFalse(text.contains("\"ballots\""), form);
            });
        }
    }

    private static PublicView secretBallot(Tally tally) {
        return PublicView.of(
                TestCouncil.minutes(new TestCouncil()
                        .replace(
                                Voting.VoteOpened.class,
                                new Voting.VoteOpened("v1", "item-1", VoteKind.MAIN, VotingMethod.SECRET_BALLOT, ""))
                        .replace(Voting.VoteClosed.class, new Voting.VoteClosed("v1", tally, Map.of()))
                        .meeting()),
                "-");
    }

    @Test
    void aMeetingThatWouldSayWhoChoseWhatIsRefusedWithoutRepeatingIt() {
        TestCouncil council = new TestCouncil()
                .replace(
                        Voting.VoteOpened.class,
                        new Voting.VoteOpened("v1", "item-1", VoteKind.MAIN, VotingMethod.SECRET_BALLOT, ""))
                .replace(
                        Voting.VoteClosed.class,
                        new Voting.VoteClosed("v1", Tally.of(1, 0, 0), Map.of("c3", Choice.YES)));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, council::meeting);
        assertFalse(String.valueOf(e.getMessage()).contains("c3"));
    }

    @Test
    void eventsOutOfOrderAreToldInOrderOfTimeByEveryForm() {
        TestCouncil ordered = new TestCouncil().at(65, new Business.Noted("brusio"));
        TestCouncil late = new TestCouncil().append(65, new Business.Noted("brusio"));
        PublicView one = PublicView.of(TestCouncil.minutes(ordered.meeting()), "-");
        PublicView other = PublicView.of(TestCouncil.minutes(late.meeting()), "-");
        List<UnaryForm> forms = List.of(
                Popolo::write,
                view -> OParl.write(view, WEB),
                view -> OpenCivicData.write(view, WEB),
                view -> MetadataTrack.write(view, "recording-1.mp4").getBytes(StandardCharsets.UTF_8));
        for (UnaryForm form : forms) {
            assertArrayEquals(form.write(one), form.write(other));
        }
        assertTrue(AkomaNtoso.write(other).length > 0, "a debate carries the facts in the order of the list");
    }

    /** One form of the public view. */
    private interface UnaryForm {
        byte[] write(PublicView view);
    }
}
