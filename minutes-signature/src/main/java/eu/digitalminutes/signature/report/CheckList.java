// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.core.outcome.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Orders the findings of a report by the requirement that each is about, and says of the others what met them. */
final class CheckList {
    private static final Map<String, Integer> CHECK_OF_CODE = checks();
    private static final int LAST_ON_SIGNATURES = 13;
    private static final int LAST = 25;
    /** What only a package or the host's register can answer; told when their report was joined. */
    private static final Set<Integer> CONTRIBUTED = Set.of(22, 23, 25);
    /** What can be said only of a signature that stands. */
    private static final Set<Integer> ON_STANDING_SIGNATURES = Set.of(5, 6, 7, 10);
    /** What is asked of minutes, not of any signed file. */
    private static final Set<Integer> ON_MINUTES = Set.of(1, 4, 12, 13);

    private final VerificationReport report;
    private final Map<Integer, List<Finding>> findings = new HashMap<>();
    private final boolean composed;

    private CheckList(VerificationReport report) {
        this.report = report;
        for (Finding finding : report.findings()) {
            if (!finding.code().equals("TECHNICAL_VALIDATION")) {
                findings.computeIfAbsent(CHECK_OF_CODE.getOrDefault(finding.code(), 0), number -> new ArrayList<>())
                        .add(finding);
            }
        }
        composed =
                report.findings().stream().noneMatch(finding -> finding.code().equals("NOT_COMPOSED"));
    }

    static List<VerifiedCheck> of(VerificationReport report) {
        CheckList list = new CheckList(report);
        List<VerifiedCheck> checks = new ArrayList<>();
        for (int number = 1; number <= LAST; number++) {
            if (!CONTRIBUTED.contains(number) || list.findings.containsKey(number)) {
                checks.add(list.check(number));
            }
        }
        if (list.findings.containsKey(0)) {
            checks.add(list.check(0));
        }
        return List.copyOf(checks);
    }

    private VerifiedCheck check(int number) {
        Finding expected = ReportWords.CATALOGUE.finding("check." + number + ".expected", Severity.INFO, "");
        Text title = text("check." + number + ".title");
        List<Finding> about = findings.getOrDefault(number, List.of());
        if (!about.isEmpty()) {
            List<Text> found = about.stream().map(Finding::message).toList();
            return VerifiedCheck.of(number, title, expected.message(), found, outcome(about), expected.basis());
        }
        Optional<Text> reason = notExamined(number);
        if (reason.isPresent()) {
            return VerifiedCheck.of(
                    number,
                    title,
                    expected.message(),
                    List.of(reason.get()),
                    VerifiedCheck.Outcome.NOT_EXAMINED,
                    expected.basis());
        }
        String open = ON_STANDING_SIGNATURES.contains(number)
                ? names(report.signatures().stream()
                        .filter(signature -> !signature.passed())
                        .toList())
                : "";
        Text met = open.isEmpty() ? met(number) : text("check.open", open);
        return VerifiedCheck.of(
                number,
                title,
                expected.message(),
                List.of(met),
                open.isEmpty() ? VerifiedCheck.Outcome.MET : VerifiedCheck.Outcome.UNDECIDED,
                expected.basis());
    }

    private static VerifiedCheck.Outcome outcome(List<Finding> about) {
        boolean warned = false;
        boolean undecided = false;
        for (Finding finding : about) {
            if (finding.severity() == Severity.FAIL && finding.conclusive()) {
                return VerifiedCheck.Outcome.NOT_MET;
            }
            undecided |= finding.severity() == Severity.FAIL;
            warned |= finding.severity() == Severity.WARN;
        }
        return undecided
                ? VerifiedCheck.Outcome.UNDECIDED
                : warned ? VerifiedCheck.Outcome.WARNED : VerifiedCheck.Outcome.MET;
    }

    private Optional<Text> notExamined(int number) {
        boolean onMinutes = ON_MINUTES.contains(number) || number > LAST_ON_SIGNATURES;
        if (onMinutes && !composed) {
            return Optional.of(text("check.notComposed"));
        } else if (number >= 12 && report.signedMinutes().isEmpty()) {
            return Optional.of(text("check.noFacts"));
        } else if (number >= 3
                && number <= LAST_ON_SIGNATURES
                && report.signatures().isEmpty()) {
            return Optional.of(text("check.none"));
        }
        return Optional.empty();
    }

    private Text met(int number) {
        String key = "check." + number + ".met";
        return switch (number) {
            case 1 -> text(key, report.files().stream().map(VerifiedFile::name).collect(Collectors.joining(", ")));
            case 2 ->
                text(
                        key,
                        report.files().size(),
                        report.files().stream()
                                .mapToInt(VerifiedFile::covered)
                                .min()
                                .orElse(0));
            case 3 -> text(key, report.signatures().size());
            case 4 -> both(key, this::signers);
            case 5 ->
                both(
                        key,
                        language -> each(signature -> signature.signer() + ": "
                                + SignatureWord.of(signature).in(language)));
            case 6 ->
                text(
                        key,
                        each(signature -> signature
                                .certificate()
                                .map(VerifiedCertificate::issuer)
                                .orElse("–")));
            case 7 -> both(key, language -> each(signature -> certificate(signature, new ReportWords(language))));
            case 8 -> both(key, language -> eachStamp(stamp -> new ReportWords(language).shortTime(stamp.time())));
            case 9 -> text(key, eachStamp(VerifiedTimestamp::authority));
            case 10 -> text(key, each(VerifiedSignature::algorithm));
            case 11 ->
                text(key, each(signature -> signature.level().isEmpty() ? signature.format() : signature.level()));
            default -> text(key);
        };
    }

    private String signers(Locale language) {
        return report.signatures().stream()
                .map(signature -> signature.signer()
                        + signature
                                .role()
                                .map(SignatoryRole::label)
                                .map(label -> " (" + label.in(language) + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }

    private static String certificate(VerifiedSignature signature, ReportWords words) {
        return signature
                .certificate()
                .map(known -> known.revocation()
                        .map(answer -> words.say(
                                "check.asOf",
                                signature.signer(),
                                words.day(known.notAfter()),
                                words.shortTime(answer.asOf())))
                        .orElseGet(() -> words.say("check.noAsOf", signature.signer(), words.day(known.notAfter()))))
                .orElse(signature.signer());
    }

    private String each(Function<VerifiedSignature, String> what) {
        return report.signatures().stream().map(what).distinct().collect(Collectors.joining("; "));
    }

    private String eachStamp(Function<VerifiedTimestamp, String> what) {
        return report.signatures().stream()
                .flatMap(signature -> signature.timestamps().stream())
                .map(what)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String names(List<VerifiedSignature> signatures) {
        return signatures.stream().map(VerifiedSignature::signer).distinct().collect(Collectors.joining(", "));
    }

    private static Text both(String key, Function<Locale, String> argument) {
        return new Text(
                ReportWords.CATALOGUE.text(key, argument.apply(Locale.ITALIAN)).italian(),
                ReportWords.CATALOGUE.text(key, argument.apply(Locale.ENGLISH)).english());
    }

    private static Text text(String key, Object... arguments) {
        return ReportWords.CATALOGUE.text(key, arguments);
    }

    private static Map<String, Integer> checks() {
        Properties numbers = new Properties();
        try (InputStream in = CheckList.class.getResourceAsStream("checks.properties")) {
            numbers.load(Objects.requireNonNull(in, "checks.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Integer> checks = new HashMap<>();
        numbers.forEach((number, codes) -> {
            for (String code : String.valueOf(codes).split(" ", -1)) {
                checks.put(code, Integer.valueOf(String.valueOf(number)));
            }
        });
        return Map.copyOf(checks);
    }
}
