// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.outcome.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The report as a page: the answer first, then each signature, each file, each check, each finding. */
final class ReportPage {
    private static final int MAX_STEPS = 4;
    private static final int MAX_SIGNERS = 5;

    private final VerificationReport report;
    private final ReportWords words;
    private final Html html = new Html();

    private ReportPage(VerificationReport report, ReportWords words) {
        this.report = report;
        this.words = words;
    }

    /** The page for a browser and its printer. */
    static String screen(VerificationReport report, Locale language) {
        return new ReportPage(report, new ReportWords(language)).page("report.css");
    }

    /** The page for a layout engine that knows less of style sheets and has one font. */
    static String paper(VerificationReport report, Locale language) {
        return new ReportPage(report, new ReportWords(language)).page("report-pdf.css");
    }

    private String page(String sheet) {
        html.raw("<!DOCTYPE html>\n").open("html", "lang", words.code(), "xmlns", "http://www.w3.org/1999/xhtml");
        html.open("head").open("meta", "charset", "UTF-8");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "subject", "content", words.say("page.title"));
        html.element("title", words.say("page.title") + " – " + report.document());
        html.open("style").raw(style(sheet)).closeLine().closeLine();
        html.open("body").open("main");
        html.element("p", words.say("page.title"), "class", "document");
        html.element("h1", report.document()).raw("\n");
        summary();
        new SignatureSection(html, words, report).write();
        new EvidenceSection(html, words, report).write();
        html.closeLine().element("footer", words.say("page.footer")).raw("\n");
        return html.closeLine().closeLine().toString();
    }

    private void summary() {
        String verdict = report.verdict().name();
        html.open("div", "class", "verdict " + verdict);
        html.element("strong", words.say("page." + verdict));
        html.text(" " + words.say("page." + verdict + ".more")).closeLine();
        html.element(
                        "p",
                        words.say("page.validatedAt") + " " + words.time(report.validatedAt()) + " · "
                                + report.format(),
                        "class",
                        "when")
                .raw("\n");
        html.open("div", "class", "summary");
        VerifiedCheck.Outcome[] open = {VerifiedCheck.Outcome.UNDECIDED, VerifiedCheck.Outcome.WARNED};
        part("page.stands", "MET", signers(VerifiedSignature::passed), titles(VerifiedCheck.Outcome.MET));
        part(
                "page.standsNot",
                "NOT_MET",
                signers(signature -> signature.indication().equals("TOTAL_FAILED")),
                titles(VerifiedCheck.Outcome.NOT_MET));
        part(
                "page.open",
                "UNDECIDED",
                signers(signature ->
                        !signature.passed() && !signature.indication().equals("TOTAL_FAILED")),
                titles(open));
        part("page.next", "next", next(), "");
        html.closeLine();
        html.element("p", words.say("page.technical"), "class", "technical").raw("\n");
    }

    private void part(String heading, String kind, List<String> lines, String titles) {
        boolean empty = lines.isEmpty() && titles.isEmpty();
        html.open("div", "class", empty ? "part" : "part " + kind).element("h2", words.say(heading));
        if (!lines.isEmpty()) {
            html.open("ul");
            lines.forEach(line -> html.element("li", line));
            html.close();
        }
        if (!titles.isEmpty()) {
            html.element("p", titles);
        } else if (empty) {
            html.element("p", words.say("page.nothing"));
        }
        html.closeLine();
    }

    private List<String> signers(Predicate<VerifiedSignature> which) {
        List<VerifiedSignature> signatures =
                report.signatures().stream().filter(which).toList();
        List<String> lines = signatures.stream()
                .limit(MAX_SIGNERS)
                .map(signature -> signature.signer() + ": " + words.say(SignatureWord.of(signature)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (signatures.size() > MAX_SIGNERS) {
            lines.add("…");
        }
        return lines;
    }

    private String titles(VerifiedCheck.Outcome... outcomes) {
        Set<VerifiedCheck.Outcome> wanted = Set.of(outcomes);
        return report.checks().stream()
                .filter(check -> wanted.contains(check.outcome()))
                .map(check -> words.say(check.title()))
                .collect(Collectors.joining(" · "));
    }

    /** The advice that belongs to the findings; that of the verdict first. */
    private List<String> next() {
        Set<String> steps = new LinkedHashSet<>();
        steps.add(words.say("next." + report.verdict().name()));
        for (Finding finding : report.findings()) {
            if (steps.size() < MAX_STEPS && ReportWords.ADVISED.contains(finding.code())) {
                steps.add(words.say("next." + finding.code()));
            }
        }
        return List.copyOf(steps);
    }

    private static String style(String sheet) {
        try (InputStream in = ReportPage.class.getResourceAsStream(sheet)) {
            if (in == null) {
                throw new IllegalStateException(sheet + " is missing beside " + ReportPage.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
