// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.publication.PublishedAct;
import eu.digitalminutes.core.deliberation.DeliberationState;
import eu.digitalminutes.core.deliberation.RefusedStepException;
import eu.digitalminutes.core.exchange.DeliberationJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliberationIterTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private void run(String sum) throws IOException {
        try (PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8)) {
            DeliberationIter.run(new BigDecimal(sum), folder.resolve("deliberation.json"), out);
        }
    }

    @Test
    void anActThatSpendsIsFollowedFromProposalToCommitment() throws IOException {
        run("12500.00");
        String text = shown.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("2026-03-02 presentazione → proposta"), text);
        assertTrue(text.contains("rifiutato: "), text);
        assertTrue(text.contains("dovuto: esecutività, segretario, dal 2026-03-26"), text);
        assertTrue(text.contains("2026-04-20 impegno → impegnata"), text);
        assertEquals(
                DeliberationState.COMMITTED,
                DeliberationJson.read(folder.resolve("deliberation.json")).state());
    }

    /** TUEL 124 and 134: fifteen days at the albo, effect after the tenth. */
    @Test
    void thePageListsTheActWithItsNumberItsDaysAtTheAlboAndItsEffect() throws IOException {
        run("12500.00");
        PublishedAct act = PublishedAct.of("item-2", DeliberationJson.read(folder.resolve("deliberation.json")));
        assertEquals("item-2", act.item());
        assertEquals("n. 1/2026", act.number());
        assertEquals(Optional.of(LocalDate.of(2026, 3, 16)), act.from());
        assertEquals(Optional.of(LocalDate.of(2026, 3, 30)), act.to());
        assertEquals(Optional.of(LocalDate.of(2026, 3, 26)), act.executable());
    }

    @Test
    void anActWithoutANumberIsNotListed() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> PublishedAct.of("item-2", SchoolRoof.draft(new BigDecimal("12500.00"))));
        assertTrue(refused.getMessage().contains("no number yet"), refused.getMessage());
    }

    @Test
    void moreThanTheBudgetHasIsRefused() {
        RefusedStepException stop = assertThrows(RefusedStepException.class, () -> run("20000.01"));
        assertEquals("FUNDS_INSUFFICIENT", stop.code());
        assertTrue(Files.notExists(folder.resolve("deliberation.json")));
    }
}
