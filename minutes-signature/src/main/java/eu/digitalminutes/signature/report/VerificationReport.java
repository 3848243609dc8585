// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import eu.digitalminutes.core.content.PageRenderer;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Report;
import eu.digitalminutes.core.outcome.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The legal report on signed minutes (<i>rapporto di verifica</i>): the verdict with all its findings, and the facts
 * about signatures and files behind them. Immutable.
 *
 * <p>It is a technical validation, not a qualified validation service.
 *
 * @see <a href="https://eur-lex.europa.eu/eli/reg/2014/910/oj">Regulation (EU) 910/2014, art. 32 and 33</a>
 */
public final class VerificationReport {
    private final String document;
    private final String format;
    private final Instant validatedAt;
    private final Report report;
    private final List<VerifiedSignature> signatures;
    private final List<VerifiedFile> files;
    private final @Nullable SignedMinutes signedMinutes;
    private final int levels;
    private final List<VerifiedTimestamp> standing;
    private final String integrity;

    private VerificationReport(
            String document,
            String format,
            Instant validatedAt,
            Report report,
            List<VerifiedSignature> signatures,
            List<VerifiedFile> files,
            @Nullable SignedMinutes signedMinutes,
            int levels,
            List<VerifiedTimestamp> standing,
            String integrity) {
        this.document = Objects.requireNonNull(document, "document");
        this.format = Objects.requireNonNull(format, "format");
        this.validatedAt = Objects.requireNonNull(validatedAt, "validatedAt");
        this.report = Objects.requireNonNull(report, "report");
        this.signatures = List.copyOf(signatures);
        this.files = List.copyOf(files);
        this.signedMinutes = signedMinutes;
        this.levels = levels;
        this.standing = List.copyOf(standing);
        this.integrity = Objects.requireNonNull(integrity, "integrity");
    }

    /**
     * A report; for verifiers.
     *
     * @param document the name of what was verified
     * @param format its format
     * @param validatedAt the instant for which the answer holds
     * @param report every finding
     * @param signatures every signature
     * @param files every file
     * @param signedMinutes the minutes, if the container holds any that can be understood
     * @return the report
     */
    public static VerificationReport of(
            String document,
            String format,
            Instant validatedAt,
            Report report,
            List<VerifiedSignature> signatures,
            List<VerifiedFile> files,
            Optional<SignedMinutes> signedMinutes) {
        return new VerificationReport(
                document,
                format,
                validatedAt,
                report,
                signatures,
                files,
                signedMinutes.orElse(null),
                signatures.isEmpty() ? 0 : 1,
                List.of(),
                integrity(signatures));
    }

    /**
     * The same report on a file of several levels; for verifiers.
     *
     * @param signedLevels how many levels with signatures lie in each other
     * @param timestamps the time stamps that belong to no signature
     * @param word what {@link #integrity} answers
     * @return the report
     */
    public VerificationReport ofLevels(int signedLevels, List<VerifiedTimestamp> timestamps, String word) {
        return new VerificationReport(
                document,
                format,
                validatedAt,
                report,
                signatures,
                files,
                signedMinutes,
                signedLevels,
                timestamps,
                word);
    }

    /**
     * This report with the findings of another one, so that one answer joins what the package, the register of deliberations
     * and others have to say (checks 22, 23 and 25).
     *
     * @param other the findings to add
     * @return a new report, whose verdict follows from all
     */
    public VerificationReport joining(Report other) {
        return new VerificationReport(
                document,
                format,
                validatedAt,
                report.and(other),
                signatures,
                files,
                signedMinutes,
                levels,
                standing,
                integrity);
    }

    /**
     * The verdict.
     *
     * @return valid, invalid or indeterminate
     */
    public Verdict verdict() {
        return report.verdict();
    }

    /**
     * Every finding, of the signatures, of the content and of the meeting.
     *
     * @return an immutable list
     */
    public List<Finding> findings() {
        return report.findings();
    }

    /**
     * The findings as a report of core.
     *
     * @return the report
     */
    public Report report() {
        return report;
    }

    /**
     * The verdict as an exception, for those who prefer to throw.
     *
     * @return this report
     * @throws eu.digitalminutes.core.outcome.MinutesException with code {@code NOT_VALID}, if it is not valid
     */
    public VerificationReport requireValid() {
        report.requireValid();
        return this;
    }

    /**
     * What was verified.
     *
     * @return the file's name
     */
    public String document() {
        return document;
    }

    /**
     * The format of what was verified.
     *
     * @return such as {@code ASiC-E}
     */
    public String format() {
        return format;
    }

    /**
     * The instant for which the answer holds.
     *
     * @return an instant
     */
    public Instant validatedAt() {
        return validatedAt;
    }

    /**
     * Every signature, in the container's order.
     *
     * @return an immutable list
     */
    public List<VerifiedSignature> signatures() {
        return signatures;
    }

    /**
     * Every file, in the container's order.
     *
     * @return an immutable list
     */
    public List<VerifiedFile> files() {
        return files;
    }

    /**
     * What the law expects and what was found, requirement by requirement.
     *
     * @return an immutable list in the order of the numbers; findings that belong to none are in the last, if there are any
     */
    public List<VerifiedCheck> checks() {
        return CheckList.of(this);
    }

    /**
     * What the validator itself says, in XML, for experts and for other software.
     *
     * @return one for each file of signatures that was validated by itself: one for a container, none where nothing is signed
     */
    public List<ExpertReports> expertReports() {
        return signatures.stream()
                .flatMap(signature -> signature.expertReports().stream())
                .distinct()
                .toList();
    }

    /**
     * The minutes, for those who archive or publish them. Ask for the {@link #verdict} first.
     *
     * @return the minutes, or empty if the container holds none that can be understood
     */
    public Optional<SignedMinutes> signedMinutes() {
        return Optional.ofNullable(signedMinutes);
    }

    /**
     * Whether the signed bytes are unchanged, whatever may be said of trust.
     *
     * @return {@code intact}; {@code broken}; {@code mixed}, if some are and some are not; {@code unverifiable}, if what is
     *     signed is not at hand; or {@code no-signature}
     */
    public String integrity() {
        return integrity;
    }

    private static String integrity(List<VerifiedSignature> signatures) {
        if (signatures.isEmpty()) {
            return "no-signature";
        }
        long broken = signatures.stream()
                .filter(signature ->
                        !signature.referencesIntact() || signature.indication().equals("TOTAL_FAILED"))
                .count();
        return broken == 0 ? "intact" : broken == signatures.size() ? "broken" : "mixed";
    }

    /**
     * How many levels of signatures lie in each other (<i>buste</i>): one is a file that is signed, two is a signed file
     * that was signed again around the first.
     *
     * @return zero or more
     */
    public int levels() {
        return levels;
    }

    /**
     * Every time stamp: those of the signatures, and those that stand alone (<i>marche temporali</i>).
     *
     * @return an immutable list
     */
    public List<VerifiedTimestamp> timestamps() {
        return Stream.concat(
                        signatures.stream().flatMap(signature -> signature.timestamps().stream()), standing.stream())
                .toList();
    }

    /**
     * The time stamps that belong to no signature.
     *
     * @return an immutable list
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5544">RFC 3161; RFC 5544; ETSI EN 319 162-1, clause 4.3.3.2</a>
     */
    public List<VerifiedTimestamp> standingTimestamps() {
        return standing;
    }

    /**
     * The report for software.
     *
     * @param language the language of the messages
     * @return one JSON object, in the form of the resource {@code report.schema.json} of this package
     */
    public String json(Locale language) {
        return ReportJson.write(this, language);
    }

    /**
     * The report for people, as a page of its own without any other file.
     *
     * @param language the language of the words
     * @return an HTML document
     */
    public String html(Locale language) {
        return ReportPage.screen(this, language);
    }

    /**
     * The times of the signatures as a picture: what is claimed, what is proven, how long certificates are valid. It
     * stands in the page as well, with the same facts as a table.
     *
     * @param language the language of the words
     * @return an SVG document
     */
    public String timeline(Locale language) {
        return new ReportTimeline(this, new ReportWords(language)).svg();
    }

    /**
     * The report for people as a document that lasts.
     *
     * @param language the language of the words
     * @param renderer makes the document of a page; {@code PdfRenderer} of minutes-archive makes PDF/A
     * @param target the file that appears, whole or not at all; one that exists is replaced
     * @throws IOException if it cannot be written; then the target is as it was
     */
    public void writePdf(Locale language, PageRenderer renderer, Path target) throws IOException {
        renderer.render(ReportPage.paper(this, language), validatedAt.atOffset(ZoneOffset.UTC), target);
    }
}
