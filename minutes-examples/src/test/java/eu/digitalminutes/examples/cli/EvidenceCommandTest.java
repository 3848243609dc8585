// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.digitalminutes.signature.testkit.PkiServer;
import eu.digitalminutes.signature.testkit.TrustBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence records on the command line. */
class EvidenceCommandTest {
    @TempDir
    Path folder;

    private PkiServer services;
    private Path store;
    private Path lotl;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void fill() throws IOException {
        services = PkiServer.start();
        lotl = TrustBundle.write(folder.resolve("trust"), services.pki());
        store = Files.createDirectory(folder.resolve("store"));
        Files.writeString(store.resolve("uno.zip"), "uno");
        Files.writeString(Files.createDirectory(store.resolve("pacchetto")).resolve("PIndex.xml"), "<PIndex/>");
        Files.writeString(store.resolve("pacchetto/minutes.asice"), "contenitore");
    }

    @AfterEach
    void stop() {
        services.close();
    }

    private int minutes(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        return MinutesCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    private int verify(Path record, Path object) {
        return minutes("evidence", "verify", record, object, "--trusted-list", lotl, "--json");
    }

    @Test
    void aProofIsMadeRenewedHashedAgainExportedAndVerified() throws IOException {
        assertEquals(0, minutes("evidence", "create", store, "--tsa", services.tsa(), "--json"), err.toString());
        assertEquals(2, json().get("runs").get(0).get("objects").asInt());
        assertEquals(0, minutes("evidence", "create", store, "--tsa", services.tsa(), "--json"));
        assertEquals(0, json().get("runs").size());
        assertEquals(0, minutes("evidence", "renew", store, "--tsa", services.tsa(), "--json"));
        assertEquals(
                0,
                minutes("evidence", "rehash", store, "--hash", "SHA-512", "--tsa", services.tsa(), "--json"),
                err.toString());
        assertEquals("rehash", json().get("runs").get(0).get("kind").asText());
        Path record = folder.resolve("pacchetto.ers");
        assertEquals(0, minutes("evidence", "export", store, "pacchetto", "--out", record), err.toString());
        assertEquals(0, verify(record, store.resolve("pacchetto")), out.toString());
        assertEquals("VALID", json().get("verdict").asText());
        assertEquals(1, verify(record, store.resolve("uno.zip")));
        assertEquals(
                "EVIDENCE_OBJECT_ALTERED",
                json().get("findings").get(0).get("code").asText());
    }

    @Test
    void aRecordIsExportedInXmlByItsNameOrWhenAskedFor() throws IOException {
        minutes("evidence", "create", store, "--tsa", services.tsa());
        minutes("evidence", "renew", store, "--tsa", services.tsa());
        minutes("evidence", "rehash", store, "--hash", "SHA-512", "--tsa", services.tsa());
        Path record = folder.resolve("pacchetto.xml");
        assertEquals(0, minutes("evidence", "export", store, "pacchetto", "--out", record, "--json"), err.toString());
        assertEquals("xml", json().get("form").asText());
        assertTrue(Files.readString(record).startsWith("<EvidenceRecord"));
        assertEquals(0, verify(record, store.resolve("pacchetto")), out.toString());
        assertEquals(1, verify(record, store.resolve("uno.zip")));
        Path other = folder.resolve("pacchetto.er");
        assertEquals(0, minutes("evidence", "export", store, "pacchetto", "--form", "xml", "--out", other));
        assertEquals(Files.readString(record), Files.readString(other));
        assertEquals(0, minutes("evidence", "export", store, "pacchetto", "--form", "asn1", "--out", record));
        assertEquals(0x30, Files.readAllBytes(record)[0]);
        assertEquals(64, minutes("evidence", "export", store, "pacchetto", "--form", "json"));
    }

    @Test
    void aRunWhoseAuthorityIsDownIsGoneOnWith() throws IOException {
        assertEquals(69, minutes("evidence", "create", store, "--tsa", "http://localhost:9/"));
        assertEquals(0, minutes("evidence", "create", store, "--tsa", services.tsa(), "--json"), err.toString());
        assertEquals(3, json().get("resumed").asInt());
    }

    @Test
    void anAlteredObjectMakesTheNewHashingNegative() throws IOException {
        minutes("evidence", "create", store, "--tsa", services.tsa());
        Files.writeString(store.resolve("uno.zip"), "altro");
        assertEquals(1, minutes("evidence", "rehash", store, "--hash", "SHA-384", "--tsa", services.tsa(), "--json"));
        assertEquals("uno.zip", json().get("findings").get(0).get("where").asText());
    }

    @Test
    void theCalendarSaysWhatIsDue() throws IOException {
        minutes("evidence", "create", store, "--tsa", services.tsa());
        Path ics = folder.resolve("rinnovi.ics");
        assertEquals(0, minutes("evidence", "calendar", store, "--margin", 30, "--ics", ics, "--json"), err.toString());
        assertEquals(0, json().get("due").asInt());
        assertTrue(json().get("entries").size() >= 1);
        assertTrue(Files.readString(ics).contains("BEGIN:VEVENT"));
        assertEquals(1, minutes("evidence", "calendar", store, "--at", "2040-01-01T00:00:00Z"));
    }

    @Test
    void failuresSayWhatToDo() {
        assertEquals(64, minutes("evidence"));
        assertEquals(64, minutes("evidence", "create", store));
        assertEquals(64, minutes("evidence", "create", store, "--tsa", services.tsa(), "--hash", "MD5"));
        assertEquals(66, minutes("evidence", "create", folder.resolve("nowhere"), "--tsa", services.tsa()));
        assertEquals(65, minutes("evidence", "export", store, "uno.zip"));
        assertEquals(66, minutes("evidence", "verify", folder.resolve("no.ers"), store.resolve("uno.zip")));
        services.close();
        assertEquals(69, minutes("evidence", "create", store, "--tsa", services.tsa()));
        assertTrue(err.toString().contains("time-stamping authority"), err.toString());
    }
}
