// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Progress;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.report.BatchSummary;
import eu.digitalminutes.signature.testkit.TestSigner;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of documents, good and bad, is verified in one run that nothing stops. */
class BatchVerifierTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FORMULA = "=HYPERLINK(\"x\").asice";

    @TempDir
    static Path made;

    static Council council;
    static Path signed;
    static BatchVerifier batch;

    @TempDir
    Path folder;

    Path documents;
    Path lines;
    Path table;

    @BeforeAll
    static void oneContainer() throws IOException {
        council = new Council(made);
        signed = made.resolve("minutes.asice");
        try (SigningKey president = council.key(TestSigner.PRESIDENT);
                SigningKey secretary = council.key(TestSigner.SECRETARY)) {
            new MinutesSigner(council.profile())
                    .sign(
                            council.composition(council.recording(10_000)),
                            signed,
                            List.of(Signatory.president(president), Signatory.secretary(secretary)));
        }
        batch = BatchVerifier.of(MinutesVerifier.trusting(council.trust())).threads(3);
    }

    @AfterAll
    static void close() {
        council.close();
    }

    @BeforeEach
    void goodAndBad() throws IOException {
        documents = Files.createDirectories(folder.resolve("documents"));
        lines = folder.resolve("results.jsonl");
        table = folder.resolve("results.csv");
        Files.copy(signed, documents.resolve("a.asice"));
        Files.copy(signed, documents.resolve(FORMULA));
        Path below = Files.createDirectories(documents.resolve("2026"));
        byte[] container = Files.readAllBytes(signed);
        container[container.length / 3] ^= 1;
        Files.write(below.resolve("changed.asice"), container);
        Files.write(below.resolve("cut.asice"), java.util.Arrays.copyOf(container, 700));
        Files.writeString(documents.resolve("note.txt"), "nothing signed here");
        Files.writeString(documents.resolve("empty.asice"), "");
        Files.writeString(documents.resolve(".hidden"), "");
        Files.writeString(documents.resolve("line\nbreak\u202e\u2028.pdf"), "%PDF-1.7 broken");
        Files.writeString(documents.resolve("act.pdf"), "%PDF-1.7");
        Files.writeString(documents.resolve("act.pdf.p7s"), "0\u0000\u0000\u0000\u0000");
    }

    private Map<String, JsonNode> answers() throws IOException {
        Map<String, JsonNode> answers = new TreeMap<>();
        for (String line : Files.readAllLines(lines)) {
            JsonNode answer = MAPPER.readTree(line);
            answers.put(answer.get("file").asText(), answer);
        }
        return answers;
    }

    @Test
    void everyFileHasItsLineAndNoneStopsTheRun() throws IOException {
        BatchSummary summary = batch.verify(documents, lines, Task.none());
        Map<String, JsonNode> answers = answers();
        assertEquals(8, answers.size(), answers.keySet().toString());
        assertEquals("VALID", answers.get("a.asice").get("verdict").asText());
        assertEquals(
                "QESIG",
                answers.get("a.asice").at("/signatures/0/qualification").asText());
        assertEquals("VALID", answers.get(FORMULA).get("verdict").asText());
        assertEquals("INVALID", answers.get("2026/changed.asice").get("verdict").asText());
        for (String refused :
                List.of("2026/cut.asice", "note.txt", "empty.asice", "line\nbreak\u202e\u2028.pdf", "act.pdf.p7s")) {
            JsonNode answer = answers.get(refused);
            assertEquals("REFUSED", answer.get("verdict").asText(), refused);
            assertTrue(answer.get("code").asText().matches("[A-Z_]+"), answer.toString());
            assertFalse(answer.get("message").asText().isEmpty(), answer.toString());
        }
        assertEquals("FORM_UNKNOWN", answers.get("note.txt").get("code").asText());
        assertEquals(2, summary.valid());
        assertEquals(1, summary.invalid());
        assertEquals(5, summary.refused());
        assertEquals(8, summary.documents());
        assertEquals(Verdict.INVALID, summary.worst());
    }

    @Test
    void linesAreLinesWhateverTheNames() throws IOException {
        batch.verify(documents, lines, Task.none());
        String text = Files.readString(lines);
        assertEquals(8, text.split("[\n\r\u0085\u2028\u2029]").length);
        assertFalse(text.contains("\u202e"));
        batch.verify(documents, table, Task.none());
        String csv = Files.readString(table);
        assertEquals(9, csv.split("[\n\u2028]").length, csv);
        assertTrue(csv.contains("\r\n\"'=HYPERLINK(\"\"x\"\").asice\","), csv);
        assertTrue(csv.contains("\"line\\u000abreak\\u202e\\u2028.pdf\""), csv);
    }

    @Test
    void aSecondRunAnswersOnlyWhatIsNewOrChanged() throws IOException {
        for (Path results : List.of(lines, table)) {
            batch.verify(documents, results, Task.none());
            byte[] before = Files.readAllBytes(results);
            assertEquals(8, batch.verify(documents, results, Task.none()).skipped());
            assertEquals(-1, Files.mismatch(results, Files.write(folder.resolve("before"), before)));
            Files.writeString(documents.resolve("note.txt"), "changed, and longer than before");
            BatchSummary summary = batch.verify(documents, results, Task.none());
            assertEquals(7, summary.skipped());
            assertEquals(1, summary.refused());
            Files.writeString(documents.resolve("note.txt"), "nothing signed here");
        }
    }

    @Test
    void aTornLastLineIsRemovedAndItsDocumentAnsweredAgain() throws IOException {
        for (Path results : List.of(lines, table)) {
            batch.verify(documents, results, Task.none());
            byte[] whole = Files.readAllBytes(results);
            Files.write(results, java.util.Arrays.copyOf(whole, whole.length - 5));
            BatchSummary summary = batch.verify(documents, results, Task.none());
            assertEquals(7, summary.skipped());
            assertEquals(8, summary.documents());
            int head = results.equals(table) ? 1 : 0;
            assertEquals(8 + head, Files.readAllLines(results).size());
            for (int torn : new int[] {1, 9}) {
                Files.write(results, java.util.Arrays.copyOf(whole, torn));
                assertEquals(0, batch.verify(documents, results, Task.none()).skipped());
                assertEquals(8 + head, Files.readAllLines(results).size());
            }
        }
    }

    @Test
    void aFileOfSomethingElseIsLeftAsItIs() throws IOException {
        for (Path results : List.of(lines, table)) {
            for (String other :
                    List.of("precious", "name,grade\nAnna,10\n", "{\"a\":1}\n{\"b\"", "x".repeat(2 << 20))) {
                Files.writeString(results, other);
                MinutesException refused =
                        assertThrows(MinutesException.class, () -> batch.verify(documents, results, Task.none()));
                assertEquals("RESULTS_FOREIGN", refused.code());
                assertEquals(other, Files.readString(results));
            }
        }
    }

    @Test
    void twoRunsDoNotWriteTheSameFile() throws IOException {
        try (FileChannel other = FileChannel.open(lines, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            MinutesException refused =
                    assertThrows(MinutesException.class, () -> batch.verify(documents, lines, Task.none()));
            assertEquals("RESULTS_BUSY", refused.code());
        }
    }

    @Test
    void aCancelledRunKeepsWhatIsFinishedAndCanGoOn() throws IOException {
        for (int i = 0; i < 30; i++) {
            Files.copy(signed, documents.resolve("copy-" + i + ".asice"));
        }
        AtomicInteger asked = new AtomicInteger();
        Task soon = Task.none().cancellableBy(() -> asked.incrementAndGet() > 12);
        assertThrows(CancelledException.class, () -> batch.verify(documents, lines, soon));
        int finished = Files.readAllLines(lines).size();
        assertTrue(finished > 0 && finished < 38, finished + " lines");
        BatchSummary rest = batch.verify(documents, lines, Task.none());
        assertEquals(finished, rest.skipped());
        assertEquals(38, answers().size());
    }

    @Test
    void progressIsToldOverTheBytesOfAll() throws IOException {
        List<Progress> told = new ArrayList<>();
        batch.verify(documents, lines, Task.reporting(told::add));
        Progress last = told.get(told.size() - 1);
        assertEquals("verify 8 documents", last.stage());
        assertEquals(last.bytesTotal(), last.bytesDone());
    }

    @Test
    void resultsInsideTheFolderAreNoDocument() throws IOException {
        Path inside = documents.resolve("results.jsonl");
        assertEquals(8, batch.verify(documents, inside, Task.none()).documents());
        assertEquals(8, batch.verify(documents, inside, Task.none()).skipped());
    }

    @Test
    void whatCannotBeBegunIsRefusedAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> batch.threads(0));
        assertThrows(
                IllegalArgumentException.class, () -> batch.verify(documents, folder.resolve("x.xml"), Task.none()));
        assertThrows(NoSuchFileException.class, () -> batch.verify(folder.resolve("missing"), lines, Task.none()));
        assertThrows(IOException.class, () -> batch.verify(documents, folder.resolve("no/where.csv"), Task.none()));
        assertFalse(Files.exists(lines));
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Files.createSymbolicLink(documents.resolve("again"), documents);
        Files.createSymbolicLink(documents.resolve("link.asice"), signed);
        assertEquals(8, batch.verify(documents, lines, Task.none()).documents());
        assertTrue(Files.readString(lines, StandardCharsets.UTF_8).contains("a.asice"));
    }
}
