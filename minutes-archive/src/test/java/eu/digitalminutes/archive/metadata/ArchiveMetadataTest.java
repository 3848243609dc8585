// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.metadata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.digitalminutes.archive.Sessions;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveMetadataTest {
    @TempDir
    Path temp;

    private final Minutes minutes = Sessions.ordinary(Path.of("x")).minutes();

    @Test
    void whatFollowsFromTheMinutesIsFilled() {
        ArchiveMetadata metadata = ArchiveMetadata.of(minutes);
        assertEquals("Verbale di seduta del Consiglio", metadata.documentType());
        assertEquals("VERB_CC", metadata.registration().register());
        assertEquals("12", metadata.registration().number());
        assertEquals(LocalDate.of(2026, 3, 10), metadata.registration().date());
        assertEquals("verbali-consiglio-2026", metadata.aggregation());
        assertEquals(ArchiveMetadata.PERMANENT, metadata.retentionYears());
        assertFalse(metadata.reserved());
        assertEquals(
                new Agent.LegalPerson("CF:IT-01234567890", "Comune di Esempio", "Manuale di gestione documentale"),
                metadata.holder());
        assertEquals(
                new Agent.NaturalPerson("", "Mario", "Rossi", "Manuale di conservazione"), metadata.authorizedSigner());
        assertTrue(ArchiveMetadata.of(Sessions.secret(Path.of("x")).minutes()).reserved());
    }

    @Test
    void writtenMetadataAreReadBackTheSame() throws Exception {
        ArchiveMetadata metadata = ArchiveMetadata.of(minutes).toBuilder()
                .registration(Registration.of("VERB.CC-1", "7/bis", LocalDate.of(2026, 3, 12))
                        .withTime(OffsetTime.parse("09:15:00+01:00")))
                .classification(new Classification("2.3", "Consiglio", "https://comune.example/titolario"))
                .retentionYears(10)
                .reserved(true)
                .version("2")
                .change(DocumentChange.of(
                                DocumentChange.Kind.RECTIFICATION,
                                new Person("Anna", "Bianchi", ""),
                                LocalDate.of(2026, 4, 2),
                                "c_z999-council-2026-0012",
                                new Digest("ab".repeat(32)))
                        .withTime(OffsetTime.parse("18:30:00+02:00")))
                .keywords(List.of("a", "è", "\"<&"))
                .product(new Product("Suite", "3.1", "Vendor S.p.A."))
                .submitter(new Agent.NaturalPerson("TINIT-RSSMRA80A01H501U", "Mario", "Rossi", "Nomina 1/2026"))
                .build();
        Path first = temp.resolve("first.json");
        Path second = temp.resolve("second.json");
        metadata.write(first);
        ArchiveMetadata.read(first).write(second);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
        ArchiveMetadata again = ArchiveMetadata.read(second);
        assertEquals(metadata.submitter(), again.submitter());
        assertEquals(metadata.product(), again.product());
        assertEquals(metadata.classification(), again.classification());
        assertEquals(metadata.keywords(), again.keywords());
        assertEquals(metadata.registration().time(), again.registration().time());
        assertEquals(
                metadata.change().orElseThrow().time(),
                again.change().orElseThrow().time());
        assertEquals(10, again.retentionYears());
        assertTrue(again.reserved());
    }

    @Test
    void aFileMaySayOnlyWhatDoesNotFollowFromTheMinutesAndMore() throws Exception {
        Path file = json("{\"aggregation\": \"serie-7\", \"futureField\": {\"x\": 1}, \"retentionYears\": 5}");
        ArchiveMetadata metadata = ArchiveMetadata.read(file, minutes);
        assertEquals("serie-7", metadata.aggregation());
        assertEquals(5, metadata.retentionYears());
        assertEquals("VERB_CC", metadata.registration().register());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"retentionYears\": 0} | at /retentionYears:",
                "{\"retentionYears\": 10000} | at /retentionYears:",
                "{\"retentionYears\": \"long\"} | at /retentionYears:",
                "{\"reserved\": \"yes\"} | at /reserved:",
                "{\"keywords\": [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]} | at /keywords:",
                "{\"keywords\": [\"1\", 2]} | at /keywords/1:",
                "{\"keywords\": \"1\"} | at /keywords:",
                "{\"registration\": {\"register\": \"VERB CC\", \"number\": \"1\", \"date\": \"2026-03-12\"}} | at /registration/register:",
                "{\"registration\": {\"register\": \"V\", \"number\": \" \", \"date\": \"2026-03-12\"}} | at /registration/number:",
                "{\"registration\": {\"register\": \"V\", \"number\": \"1\", \"date\": \"12.3.2026\"}} | at /registration/date:",
                "{\"registration\": {\"register\": \"V\", \"number\": \"1\", \"date\": \"2026-03-12\", \"time\": \"9\"}} | at /registration/time:",
                "{\"registration\": {\"register\": \"V\", \"date\": \"2026-03-12\"}} | at /registration: the field \"number\" is missing",
                "{\"holder\": {\"id\": \"X\", \"name\": \"N\", \"relevantDocument\": \"D\"}} | at /holder/id:",
                "{\"holder\": {\"name\": \"N\"}} | at /holder: the field \"relevantDocument\" is missing",
                "{\"holder\": []} | at /holder: an object is expected",
                "{\"version\": \"2\"} | at /change: version 2 says what was changed",
                "{\"change\": {\"kind\": \"correction\"}} | at /change: the field \"author\" is missing",
                "{\"change\": {\"kind\": \"correction\", \"author\": {\"givenName\": \"A\", \"familyName\": \"B\"}, \"previous\": {}}} | at /change/kind: one of annulment",
                "[] | at the root: an object is expected",
                "{\"version\": | line 1",
            })
    void badFileIsRefusedWithThePlace(String text, String place) throws Exception {
        Path file = json(text);
        MinutesException refusal = assertThrows(MinutesException.class, () -> ArchiveMetadata.read(file, minutes));
        assertEquals("METADATA_INVALID", refusal.code());
        assertTrue(refusal.getMessage().contains(place), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith(file.toString()), refusal.getMessage());
    }

    @Test
    void completeFileIsNeededWhenNoMinutesAreGiven() throws Exception {
        Path file = json("{\"aggregation\": \"serie-7\"}");
        MinutesException refusal = assertThrows(MinutesException.class, () -> ArchiveMetadata.read(file));
        assertTrue(refusal.getMessage().contains("the field \"documentType\" is missing"), refusal.getMessage());
    }

    private Path json(String text) throws IOException {
        return Files.writeString(temp.resolve("metadata.json"), text);
    }
}
