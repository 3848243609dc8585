// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.core.MinutesChecker;
import eu.digitalminutes.core.exchange.EventChain;
import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveHallTest {
    @TempDir
    Path folder;

    @BeforeEach
    void head() throws IOException {
        Files.writeString(folder.resolve("head.json"), """
                { "formatVersion": "1.0",
                  "municipality": {
                    "name": "Comune di Valfiorita", "ipaCode": "c_z998", "taxCode": "00000000000",
                    "digitalAddress": "protocollo@pec.valfiorita.example",
                    "area": { "name": "AOO unica", "code": "A000001" } },
                  "organ": { "kind": "council", "name": "Consiglio comunale", "assigned": 4 },
                  "meeting": { "year": 2026, "number": 8, "place": "Aula consiliare", "mode": "mixed",
                    "scheduledAt": "2026-04-02T18:00:00+02:00",
                    "remoteRegulation": "Regolamento, art. 12", "broadcast": "https://www.valfiorita.example/diretta" },
                  "seats": [
                    { "id": "mayor", "role": "mayor", "person": { "givenName": "Maria", "familyName": "Rossi" } },
                    { "id": "bianchi", "role": "councillor", "person": { "givenName": "Luca", "familyName": "Bianchi" } },
                    { "id": "verdi", "role": "councillor", "person": { "givenName": "Anna", "familyName": "Verdi" } },
                    { "id": "neri", "role": "councillor", "person": { "givenName": "Ugo", "familyName": "Neri" } },
                    { "id": "gallo", "role": "councillor", "person": { "givenName": "Elena", "familyName": "Gallo" } },
                    { "id": "secretary", "role": "secretary", "person": { "givenName": "Bruno", "familyName": "Rinaldi" } } ],
                  "agenda": [ { "id": "item-1", "number": "1", "title": "Mozione", "kind": "motion" } ] }
                """);
    }

    private List<String> screen() throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        LiveHall.run(folder, new PrintStream(shown, true, StandardCharsets.UTF_8));
        return shown.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void theScreenTellsTheQuorumAndTheVoteAndTheMinutesOutliveACrash() throws IOException {
        List<String> before = screen();
        assertEquals(2, before.size(), before.toString());
        assertTrue(before.get(0).startsWith("Numero legale perso. "), before.get(0));
        assertTrue(before.get(1).startsWith("Numero legale raggiunto. "), before.get(1));

        List<String> after = screen();
        assertEquals(3, after.size(), after.toString());
        assertEquals("Si vota: item-1", after.get(0));
        assertTrue(after.get(1).startsWith("approvata. ") && after.get(1).length() > 40, after.get(1));
        assertEquals("VALID", after.get(2));

        Minutes minutes = MinutesJson.read(folder.resolve("minutes.json"));
        assertEquals(Verdict.VALID, MinutesChecker.check(minutes).verdict());
        assertEquals(Optional.empty(), EventChain.verify(minutes.meeting()));
        assertEquals(19, minutes.meeting().events().size());
    }
}
