// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.examples.demo.Demo;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The report in all its forms, and a folder of documents, from the command line. */
class ValidateReportsTest {
    @TempDir
    static Path folder;

    static Path demo;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int validate(Object... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        String[] words = Stream.concat(
                        Stream.of("validate", "--trusted-list", demo.resolve("trust/lotl.xml")), Stream.of(arguments))
                .map(String::valueOf)
                .toArray(String[]::new);
        return MinutesCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    private void assertFails(int code, String message, Object... arguments) {
        assertEquals(code, validate(arguments), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains(message), err.toString());
    }

    @BeforeAll
    static void runTheDemo() throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        demo = folder.resolve("demo");
        Demo.run(demo, Locale.ENGLISH, Task.none());
    }

    @Test
    void oneRunWritesTheReportInEveryForm() throws IOException {
        Path reports = Files.createDirectories(folder.resolve("reports"));
        String[] forms = {"html", "pdf", "json", "svg", "xml", "etsi.xml", "detailed.xml", "diagnostic.xml"};
        Object[] arguments = Stream.concat(
                        Stream.of(demo.resolve("minutes.asice")),
                        Stream.of(forms).flatMap(form -> Stream.of("--report", reports.resolve("r." + form))))
                .toArray();
        assertEquals(0, validate(arguments), err.toString());
        assertTrue(Files.readString(reports.resolve("r.html")).startsWith("<!DOCTYPE html>"));
        assertTrue(Files.readString(reports.resolve("r.svg")).startsWith("<svg "));
        assertTrue(Files.readString(reports.resolve("r.json")).contains("\"checks\""));
        assertTrue(Files.readString(reports.resolve("r.etsi.xml")).contains("ValidationReport"));
        assertEquals(
                -1, Files.mismatch(reports.resolve("r.xml"), reports.resolve("r.etsi.xml")), ".xml is the ETSI report");
        assertTrue(Files.readString(reports.resolve("r.detailed.xml")).contains("<DetailedReport"));
        assertTrue(Files.readString(reports.resolve("r.diagnostic.xml")).contains("<DiagnosticData"));
    }

    @Test
    void thePdfOfTheReportIsPdfAAndPdfUa() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance()
                            .createParser(Files.newInputStream(demo.resolve("report.pdf")), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                assertTrue(result.isCompliant(), flavour + ": " + result.getTestAssertions());
            }
        }
    }

    @Test
    void wrongNamesAndPlacesAreOneLine() {
        Path container = demo.resolve("minutes.asice");
        assertFails(64, "--report writes .html", container, "--report", folder.resolve("r.doc"));
        assertFails(73, "does not exist", container, "--report", folder.resolve("nowhere/r.html"));
        assertFails(64, "--out FILE.jsonl", demo, "--batch");
        assertFails(64, "--out FILE.jsonl", demo, "--batch", "--out", folder.resolve("r.txt"));
        assertFails(64, "belong to --batch", container, "--out", folder.resolve("r.csv"));
        assertFails(64, "not for --batch", demo, "--batch", "--out", "r.csv", "--report", "r.html");
        assertFails(64, "from 1 to 64", demo, "--batch", "--out", folder.resolve("r.csv"), "--threads", "65");
        assertFails(73, "folder does not exist", demo, "--batch", "--out", folder.resolve("nowhere/r.csv"));
        assertFails(66, "does not exist", folder.resolve("none"), "--batch", "--out", folder.resolve("r.csv"));
    }

    @Test
    void aFolderOfDocumentsIsAnsweredLineByLineAndOnlyOnce() throws IOException {
        Path documents = Files.createDirectories(folder.resolve("documents"));
        Files.copy(demo.resolve("minutes.asice"), documents.resolve("a.asice"));
        Path results = folder.resolve("results.csv");
        assertEquals(0, validate(documents, "--batch", "--out", results, "--threads", "2"), err.toString());
        Files.writeString(documents.resolve("b.txt"), "not signed");
        assertEquals(1, validate(documents, "--batch", "--out", results, "--json"), err.toString());
        JsonNode summary = new ObjectMapper().readTree(out.toString());
        assertEquals(1, summary.get("skipped").asInt());
        assertEquals(1, summary.get("refused").asInt());
        List<String> lines = Files.readAllLines(results);
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).contains("\"VALID\"") && lines.get(2).contains("\"FORM_UNKNOWN\""), lines.toString());
    }
}
