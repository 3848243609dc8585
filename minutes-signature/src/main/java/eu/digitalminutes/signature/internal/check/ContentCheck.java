// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.report.SignedReference;
import eu.digitalminutes.signature.report.VerifiedSignature;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Check 2: every file is there, unchanged, and under every signature; nothing else is. */
final class ContentCheck {
    private ContentCheck() {}

    static List<Finding> of(Layer facts, boolean composed) {
        List<Finding> findings = new ArrayList<>();
        if (facts.declaration() == Layer.Declaration.NONE
                || (composed && facts.declaration() == Layer.Declaration.MISPLACED)) {
            findings.add(CATALOGUE.finding("MIMETYPE_WRONG", Severity.FAIL, "mimetype"));
        } else if (facts.declaration() == Layer.Declaration.MISPLACED) {
            findings.add(CATALOGUE.finding("MIMETYPE_NOT_FIRST", Severity.INFO, "mimetype"));
        }
        Set<String> altered = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        for (VerifiedSignature signature : facts.signatures()) {
            for (SignedReference reference : signature.references()) {
                boolean there = facts.files().containsKey(reference.file());
                if (there && !reference.intact()) {
                    altered.add(reference.file());
                } else if (!there
                        && facts.elsewhere().contains(reference.file())
                        && reference.found()
                        && !reference.intact()) {
                    findings.add(CATALOGUE.finding(
                            "DIGEST_NOT_THE_SIGNED_ONE", Severity.FAIL, reference.file(), reference.file()));
                } else if (!there
                        && !facts.elsewhere().contains(reference.file())
                        && !reference.file().isEmpty()
                        && !reference.file().startsWith("#")) {
                    missing.add(reference.file());
                }
            }
        }
        facts.files().forEach((file, fingerprint) -> {
            if (altered.contains(file)) {
                findings.add(CATALOGUE.finding(
                        "FILE_ALTERED",
                        Severity.FAIL,
                        file,
                        file,
                        fingerprint.digest().hex()));
            }
        });
        missing.forEach(file -> findings.add(CATALOGUE.finding("FILE_MISSING", Severity.FAIL, file, file)));
        for (String file : facts.damaged()) {
            findings.add(CATALOGUE.finding("FILE_DAMAGED", Severity.FAIL, file, file));
        }
        for (String file : facts.strangers()) {
            findings.add(CATALOGUE.finding("FILE_NOT_SIGNED", Severity.FAIL, file, file));
        }
        findings.addAll(unsigned(facts));
        return findings;
    }

    private static List<Finding> unsigned(Layer facts) {
        List<Finding> findings = new ArrayList<>();
        if (facts.signatures().isEmpty()) {
            facts.files().keySet().stream()
                    .filter(file ->
                            !facts.timestamps().isEmpty() && !facts.stamped().contains(file))
                    .forEach(file -> findings.add(CATALOGUE.finding("FILE_NOT_STAMPED", Severity.FAIL, file, file)));
            return findings;
        }
        Set<String> signers = new LinkedHashSet<>();
        facts.signatures().forEach(signature -> signers.add(signature.signer()));
        for (String file : facts.files().keySet()) {
            Set<String> without = new LinkedHashSet<>(signers);
            facts.signatures().stream()
                    .filter(signature -> signature.references().stream()
                            .anyMatch(reference -> reference.file().equals(file)))
                    .forEach(signature -> without.remove(signature.signer()));
            if (without.size() == signers.size() && isCountersigned(facts, file)) {
                findings.add(CATALOGUE.finding("FILE_ONLY_COUNTERSIGNED", Severity.WARN, file, file));
            } else if (without.size() == signers.size()) {
                findings.add(CATALOGUE.finding("FILE_NOT_SIGNED", Severity.FAIL, file, file));
            } else if (!without.isEmpty()) {
                findings.add(CATALOGUE.finding(
                        "FILE_NOT_SIGNED_BY_ALL", Severity.FAIL, file, file, String.join(", ", without)));
            }
        }
        return findings;
    }

    /** A countersignature in XML may be over files of its own. */
    private static boolean isCountersigned(Layer facts, String file) {
        return facts.signatures().stream()
                .flatMap(signature -> signature.countersignedBy().stream())
                .flatMap(counter -> counter.references().stream())
                .anyMatch(reference -> reference.file().equals(file) && reference.intact());
    }
}
