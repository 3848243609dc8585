// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import eu.digitalminutes.core.internal.text.Html;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import java.util.stream.Collectors;

/** The part of the page that proves the answer: each check, each file, each finding. */
final class EvidenceSection {
    private final Html html;
    private final ReportWords words;
    private final VerificationReport report;

    EvidenceSection(Html html, ReportWords words, VerificationReport report) {
        this.html = html;
        this.words = words;
        this.report = report;
    }

    void write() {
        checks();
        files();
        findings();
    }

    /** A part that scrolls by itself where the window is narrow; it has a name, and the keyboard gets there. */
    static void region(Html html, String name, String kind) {
        html.open("div", "class", kind, "tabindex", "0", "role", "region", "aria-label", name);
        html.raw("\n");
    }

    /** A table with its head, left open in its body. */
    static void table(Html html, ReportWords words, String... columns) {
        html.open("table").open("thead").open("tr");
        for (String column : columns) {
            html.element("th", words.say("page." + column), "scope", "col", "class", column);
        }
        html.close().close().open("tbody").raw("\n");
    }

    private void open(String heading, String... columns) {
        html.element("h2", words.say("page." + heading)).raw("\n");
        region(html, words.say("page." + heading), "wide");
        table(html, words, columns);
    }

    private void close() {
        html.close().close().closeLine();
    }

    private void checks() {
        open("checks", "number", "check", "outcome", "expected", "found", "basis");
        for (VerifiedCheck check : report.checks()) {
            html.open("tr", "class", check.outcome().name());
            cell(check.number() == 0 ? "" : String.valueOf(check.number()));
            cell(words.say(check.title()));
            html.element("td", words.say("page." + check.outcome().name()), "class", "outcome");
            cell(words.say(check.expected()));
            cell(check.found().stream().map(words::say).collect(Collectors.joining(" ")));
            cell(check.basis());
            html.closeLine();
        }
        close();
    }

    private void files() {
        open("files", "file", "bytes", "sha256", "covered");
        for (VerifiedFile file : report.files()) {
            html.open("tr");
            cell(file.name());
            cell(words.number(file.fingerprint().bytes()));
            html.element("td", file.fingerprint().digest().hex(), "class", "digest");
            cell(String.valueOf(file.covered()));
            html.closeLine();
        }
        close();
    }

    private void findings() {
        open("findings", "severity", "finding", "where", "basis");
        for (Severity severity : Severity.values()) {
            for (Finding finding : report.findings()) {
                if (finding.severity() == severity) {
                    html.open("tr", "class", severity.name());
                    cell(words.say("page." + severity.name())
                            + (finding.conclusive() ? "" : ", " + words.say("page.undecided")));
                    html.open("td").text(words.say(finding.message()));
                    html.text(" ").element("code", finding.code()).close();
                    cell(finding.where());
                    cell(finding.basis());
                    html.closeLine();
                }
            }
        }
        close();
    }

    private void cell(String text) {
        html.element("td", text);
    }
}
