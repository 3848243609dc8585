// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Verdict;
import eu.digitalminutes.core.task.Task;
import eu.digitalminutes.signature.report.VerificationReport;
import eu.digitalminutes.signature.report.VerifiedSignature;
import eu.digitalminutes.signature.signed.DetachedContent;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real signed files that nobody here has made: each is told as the table beside them says, save where a case under {@code
 * conformance/signatures} argues why not.
 */
class ForeignFilesTest {
    private static final Path FOLDER = Path.of(System.getProperty("minutes.shared", "../../shared"), "signatures");

    /** What a strict reader must say of the container, and the findings by which we say it. */
    private static final Map<String, Set<String>> CODES = Map.of(
            "data-missing", Set.of("FILE_MISSING"),
            "asics-more-than-one-file", Set.of("CONTAINER_NOT_SIMPLE"),
            "manifest-mismatch", Set.of("MEDIA_TYPE_MISMATCH"),
            "unsigned-files", Set.of("FILE_NOT_SIGNED"),
            "no-mimetype", Set.of("MIMETYPE_WRONG"),
            "structure", Set.of("STRUCTURE_WRONG", "STRUCTURE_NOT_BY_SCHEMA"));

    /** Every finding about a container. */
    private static final Set<String> OF_CONTAINER = Set.of(
            "FILE_MISSING",
            "CONTAINER_NOT_SIMPLE",
            "MEDIA_TYPE_MISMATCH",
            "FILE_NOT_SIGNED",
            "FILE_NOT_SIGNED_BY_ALL",
            "FILE_NOT_STAMPED",
            "FILE_DAMAGED",
            "MIMETYPE_WRONG",
            "STRUCTURE_WRONG",
            "STRUCTURE_NOT_BY_SCHEMA",
            "INNER_UNREADABLE",
            "NESTED_TOO_DEEP",
            "TOO_MANY_SIGNED_FILES");

    static Stream<Map<String, String>> cases() throws IOException {
        Path table = FOLDER.resolve("expected.csv");
        if (!Files.exists(table)) {
            return Stream.of(Map.of());
        }
        List<Map<String, String>> cases = new ArrayList<>();
        try (var rows = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(table.toFile())) {
            rows.forEachRemaining(cases::add);
        }
        for (Map<String, String> one : cases) {
            argued(one.get("file")).forEach((column, value) -> one.put((String) column, (String) value));
        }
        return cases.stream();
    }

    /** What we say instead, where the case argues it. */
    private static Properties argued(String file) throws IOException {
        Properties argued = new Properties();
        try (InputStream in = ForeignFilesTest.class.getResourceAsStream(
                "/conformance/signatures/" + file + "/expected.properties")) {
            if (in != null) {
                argued.load(in);
            }
        }
        return argued;
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Timeout(60)
    void isToldAsTheTableSays(Map<String, String> expected) throws IOException {
        assumeTrue(!expected.isEmpty(), () -> "the files of " + FOLDER + " are not here: skipped");
        Path file = FOLDER.resolve("files").resolve(expected.get("file"));
        String companion = expected.get("companion");
        DetachedContent content = companion.isEmpty()
                ? DetachedContent.none()
                : DetachedContent.none().with(companion, FOLDER.resolve("files").resolve(companion));
        MinutesVerifier verifier = MinutesVerifier.trusting(TrustAnchors.none());
        if (expected.get("integrity").equals("refused")) {
            MinutesException refusal = assertThrows(
                    MinutesException.class, () -> verifier.verify(file, content, Instant.now(), Task.none()));
            assertTrue(Set.of("FORM_UNKNOWN", "CONTAINER_MALFORMED").contains(refusal.code()), refusal::getMessage);
            return;
        }
        VerificationReport report = verifier.verify(file, content, Instant.now(), Task.none());
        assertTrue(report.verdict() != Verdict.VALID);
        assertEquals(expected, told(report, expected), () -> report.report().toString());
    }

    /** What the report says, in the columns and words of the table. */
    private static Map<String, String> told(VerificationReport report, Map<String, String> expected) {
        Map<String, String> told = new HashMap<>(expected);
        told.put("container", report.format().startsWith("ASiC") ? report.format() : "");
        told.put(
                "formats",
                report.signatures().stream()
                        .flatMap(one -> Stream.concat(Stream.of(one), one.countersignedBy().stream()))
                        .map(VerifiedSignature::format)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining("|")));
        told.put("signatures", String.valueOf(report.signatures().size()));
        told.put(
                "countersignatures",
                String.valueOf(report.signatures().stream()
                        .mapToInt(VerifiedSignature::countersignatures)
                        .sum()));
        told.put("timestamps", String.valueOf(report.timestamps().size()));
        told.put("levels", String.valueOf(report.levels()));
        told.put("integrity", report.integrity());
        told.put("container_check", container(report, expected.get("container_check")));
        return told;
    }

    /** The word of the table, if its finding is there; else the worst that is said of the container. */
    private static String container(VerificationReport report, String expected) {
        List<Finding> said = report.findings().stream()
                .filter(one -> one.severity() != Severity.INFO && OF_CONTAINER.contains(one.code()))
                .toList();
        if (said.isEmpty()) {
            return "ok";
        }
        boolean error = said.stream().anyMatch(one -> one.severity() == Severity.FAIL);
        Set<String> codes = said.stream().map(Finding::code).collect(Collectors.toCollection(TreeSet::new));
        String word = expected.substring(expected.indexOf(':') + 1);
        boolean named = CODES.getOrDefault(word, Set.of()).stream().anyMatch(codes::contains);
        return (error ? "error:" : "warn:") + (named ? word : codes);
    }
}
