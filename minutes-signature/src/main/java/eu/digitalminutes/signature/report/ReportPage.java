// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.FindingCatalogue;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The report as a page: the answer first, then each signature, each file, each check. */
final class ReportPage {
    private static final FindingCatalogue WORDS = FindingCatalogue.of(ReportPage.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    private final VerificationReport report;
    private final Locale language;
    private final DateTimeFormatter time;
    private final StringBuilder html = new StringBuilder(1 << 14);

    private ReportPage(VerificationReport report, Locale language) {
        this.report = report;
        this.language = language;
        this.time = DateTimeFormatter.ofPattern(
                        "d MMMM uuuu, HH:mm:ss xxx",
                        new Text("it", "en").in(language).equals("it") ? Locale.ITALIAN : Locale.ENGLISH)
                .withZone(ZONE);
    }

    static String write(VerificationReport report, Locale language) {
        return new ReportPage(report, language).page();
    }

    private String page() {
        String title = word("title") + " – " + report.document();
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(new Text("it", "en").in(language))
                .append("\">\n<head>\n");
        html.append("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
        html.append(escape(title))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n");
        html.append("<p class=\"document\">").append(escape(word("title"))).append("</p>\n<h1>");
        html.append(escape(report.document())).append("</h1>\n");
        answer();
        signatures();
        files();
        findings();
        html.append("</main>\n<footer>").append(escape(word("footer"))).append("</footer>\n</body>\n</html>\n");
        return html.toString();
    }

    private void answer() {
        String verdict = report.verdict().name();
        html.append("<p class=\"verdict ").append(verdict).append("\"><strong>").append(escape(word(verdict)));
        html.append("</strong> ").append(escape(word(verdict + ".more"))).append("</p>\n<p>");
        html.append(escape(word("validatedAt"))).append(' ').append(escape(time.format(report.validatedAt())));
        html.append(" · ").append(escape(report.format())).append("</p>\n");
    }

    private void signatures() {
        open("signatures", "signer", "role", "outcome", "qualification", "signingTime", "timestamp");
        for (VerifiedSignature signature : report.signatures()) {
            html.append("<tr>");
            cell(signature.signer());
            cell(signature
                    .role()
                    .map(SignatoryRole::label)
                    .map(label -> label.in(language))
                    .orElse(signature.claimedRole()));
            cell(signature.indication() + (signature.subIndication().isEmpty() ? "" : " " + signature.subIndication()));
            cell(signature.qualification() + ", " + signature.format());
            cell(time(signature.signingTime()));
            cell(signature.timestamps().stream()
                    .map(stamp ->
                            time.format(stamp.time()) + " (" + stamp.authority() + ", " + stamp.qualification() + ")")
                    .reduce((one, other) -> one + "; " + other)
                    .orElse("–"));
            html.append("</tr>\n");
        }
        close();
    }

    private void files() {
        open("files", "file", "bytes", "sha256", "covered");
        for (VerifiedFile file : report.files()) {
            html.append("<tr>");
            cell(file.name());
            cell(String.format(language, "%,d", file.fingerprint().bytes()));
            html.append("<td class=\"digest\">")
                    .append(file.fingerprint().digest())
                    .append("</td>");
            cell(String.valueOf(file.covered()));
            html.append("</tr>\n");
        }
        close();
    }

    private void findings() {
        open("findings", "severity", "finding", "where", "basis");
        for (Severity severity : Severity.values()) {
            for (Finding finding : report.findings()) {
                if (finding.severity() == severity) {
                    html.append("<tr class=\"").append(severity).append("\">");
                    cell(word(severity.name()));
                    html.append("<td>").append(escape(finding.message().in(language)));
                    html.append(" <code>").append(escape(finding.code())).append("</code></td>");
                    cell(finding.where());
                    cell(finding.basis());
                    html.append("</tr>\n");
                }
            }
        }
        close();
    }

    private void open(String heading, String... columns) {
        html.append("<h2>")
                .append(escape(word(heading)))
                .append("</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"");
        html.append(escape(word(heading))).append("\">\n<table>\n<thead><tr>");
        for (String column : columns) {
            html.append("<th scope=\"col\">").append(escape(word(column))).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
    }

    private void close() {
        html.append("</tbody>\n</table>\n</div>\n");
    }

    private void cell(String text) {
        html.append("<td>").append(escape(text)).append("</td>");
    }

    private String time(Optional<Instant> instant) {
        return instant.map(time::format).orElse("–");
    }

    private String word(String key) {
        return WORDS.text("page." + key).in(language);
    }

    /** What a name or message may not do: end the text, or hide characters that a page cannot show. */
    private static String escape(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing beside " + ReportPage.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
