// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.archive.rendition.PdfRenderer;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.signature.report.ExpertReports;
import eu.digitalminutes.signature.report.VerificationReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The files that a report is written to, each in the form that its name asks for. */
final class ReportFiles {
    private static final String FORMS =
            ".html, .pdf, .json, .svg, .etsi.xml (or .xml), .detailed.xml or .diagnostic.xml";

    private final List<Path> files;

    private ReportFiles(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /**
     * The files to write.
     *
     * @throws IllegalArgumentException if a name asks for no form
     */
    static ReportFiles of(List<Path> files) {
        for (Path file : files) {
            if (!name(file).matches(".*\\.(html|pdf|json|svg|xml)")) {
                throw new IllegalArgumentException("--report writes " + FORMS + ", not " + file);
            }
        }
        return new ReportFiles(files);
    }

    /** Writes all; each appears whole or not at all. */
    void write(VerificationReport report, CommandOptions options) throws IOException {
        for (Path file : files) {
            write(report, options.output(file), options);
        }
    }

    private static void write(VerificationReport report, Path file, CommandOptions options) throws IOException {
        Locale language = options.language();
        String name = name(file);
        if (name.endsWith(".html")) {
            text(file, report.html(language));
        } else if (name.endsWith(".json")) {
            text(file, report.json(language) + "\n");
        } else if (name.endsWith(".svg")) {
            text(file, report.timeline(language) + "\n");
        } else if (name.endsWith(".pdf")) {
            report.writePdf(language, PdfRenderer.pdfA(), file);
        } else {
            expert(report, file, options);
        }
    }

    private static void expert(VerificationReport report, Path file, CommandOptions options) throws IOException {
        Function<ExpertReports, String> which = name(file).endsWith(".detailed.xml")
                ? ExpertReports::detailed
                : name(file).endsWith(".diagnostic.xml") ? ExpertReports::diagnostic : ExpertReports::etsi;
        List<String> documents = new ArrayList<>();
        report.expertReports().forEach(reports -> documents.add(which.apply(reports)));
        if (documents.isEmpty()) {
            options.warn("validate.nothingSigned");
        }
        for (int i = 0; i < documents.size(); i++) {
            text(i == 0 ? file : options.output(numbered(file, i + 1)), documents.get(i));
        }
    }

    /** Files that are signed one by one have a report each: {@code report.etsi.xml}, {@code report-2.etsi.xml}. */
    private static Path numbered(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        int end = name.toLowerCase(Locale.ROOT)
                .replaceFirst("(\\.(etsi|detailed|diagnostic))?\\.xml$", "")
                .length();
        return file.resolveSibling(name.substring(0, end) + "-" + number + name.substring(end));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private static void text(Path file, String text) throws IOException {
        PendingFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
