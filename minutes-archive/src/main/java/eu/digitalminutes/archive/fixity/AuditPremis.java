// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.fixity;

import eu.digitalminutes.archive.internal.premis.Premis;
import eu.digitalminutes.archive.metadata.Product;
import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells in PREMIS 3 that an audit took place (<i>eventi di verifica</i>): one event {@code fixity check} for each package,
 * with outcome {@code success}, {@code fail} or {@code warning} where it could not be decided, and a note for each file
 * that is bad. It takes about 2 kB of memory for each package.
 *
 * @see <a href="https://www.loc.gov/standards/premis/">PREMIS 3.0</a>
 * @see <a href="https://id.loc.gov/vocabulary/preservation/eventType/fix.html">Library of Congress, fixity check</a>
 */
public final class AuditPremis {
    private static final String SOFTWARE = "software";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private AuditPremis() {}

    /**
     * The events of an audit.
     *
     * @param audit what was found
     * @return a document in UTF-8, the same for the same audit; empty if no package was looked at, of which PREMIS cannot
     *     tell
     */
    public static Optional<byte[]> of(AuditReport audit) {
        List<FixityCheck> checks = audit.checks();
        if (checks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Premis.document(premis -> {
            checks.forEach(check -> object(premis, check.name()));
            checks.forEach(check -> event(premis, check));
            premis.software(SOFTWARE, Product.sdk().name(), Product.sdk().version());
        }));
    }

    /**
     * Writes the events to a file that appears whole or not at all.
     *
     * @param audit what was found
     * @param file the file; replaced if it exists, left alone if no package was looked at
     * @return the file, or empty if no package was looked at
     * @throws IOException if it cannot be written; the file is then as it was
     */
    public static Optional<Path> write(AuditReport audit, Path file) throws IOException {
        Optional<byte[]> document = of(audit);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        PendingFile.write(file, document.get());
        return Optional.of(file);
    }

    /**
     * Writes the events into a folder, as a new file beside those of audits before.
     *
     * @param audit what was found
     * @param folder a folder that exists
     * @return the file, named after the time of the last look, such as {@code audit-20260312T091530Z.premis.xml}; empty if
     *     no package was looked at
     * @throws IOException if it cannot be written; nothing is left then
     */
    public static Optional<Path> writeInto(AuditReport audit, Path folder) throws IOException {
        Optional<Instant> last = audit.checks().stream().map(FixityCheck::time).max(Comparator.naturalOrder());
        if (last.isEmpty()) {
            return Optional.empty();
        }
        String stem = "audit-" + STAMP.format(last.get());
        Path file = folder.resolve(stem + ".premis.xml");
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(stem + "-" + i + ".premis.xml");
        }
        return write(audit, file);
    }

    private static void object(Premis premis, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip")) {
            premis.file(name, "application/zip", name);
        } else if (lower.endsWith(".tar")) {
            premis.file(name, "application/x-tar", name);
        } else {
            premis.representation(name, name);
        }
    }

    private static void event(Premis premis, FixityCheck check) {
        premis.event(
                "fixity check",
                Premis.time(check.time()),
                "verifica periodica di integrità del pacchetto",
                event -> event.outcome(
                                outcome(check.report()),
                                check.report().findings().stream()
                                        .map(finding -> note(check.name(), finding))
                                        .toList())
                        .agent(SOFTWARE, "executing program")
                        .object(check.name()));
    }

    private static String outcome(Report report) {
        Verdict verdict = report.verdict();
        return verdict == Verdict.VALID ? "success" : verdict == Verdict.INVALID ? "fail" : "warning";
    }

    private static String note(String name, Finding finding) {
        String inside =
                finding.where().startsWith(name + "!") ? finding.where().substring(name.length() + 1) : finding.where();
        return finding.code() + " " + inside + ": " + finding.message().italian();
    }
}
