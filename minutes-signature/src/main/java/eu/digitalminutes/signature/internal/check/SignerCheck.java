// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.Finding;
import eu.digitalminutes.core.outcome.Severity;
import eu.digitalminutes.signature.report.VerifiedSignature;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Check 4: each of those who must sign has signed, and they are not one person. */
final class SignerCheck {
    private SignerCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        Map<String, SignatoryRole> roleByCode = new HashMap<>();
        for (SignatoryRole role : SignatoryRole.values()) {
            List<VerifiedSignature> signatures = by(role, facts);
            if (signatures.isEmpty() && facts.profile().requiredRoles().contains(role)) {
                findings.add(CATALOGUE.finding(
                        "SIGNER_MISSING",
                        Severity.FAIL,
                        role.code(),
                        role.label().italian(),
                        role.label().english()));
            }
            for (VerifiedSignature signature : signatures) {
                SignatoryRole other = roleByCode.putIfAbsent(identity(signature), role);
                if (other != null && other != role) {
                    findings.add(
                            CATALOGUE.finding("SAME_SIGNER", Severity.FAIL, signature.signer(), signature.signer()));
                }
            }
        }
        return findings;
    }

    /** The signatures that were given in a role. */
    static List<VerifiedSignature> by(SignatoryRole role, ContainerFacts facts) {
        return facts.signatures().stream()
                .filter(signature -> signature.role().equals(Optional.of(role)))
                .toList();
    }

    private static String identity(VerifiedSignature signature) {
        return signature.signerCode().isEmpty() ? plain(signature.signer()) : signature.signerCode();
    }

    /** Names are compared without case, accents and order of their words. */
    static String plain(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>(List.of(letters.strip().split("\\W+")));
        words.sort(null);
        return String.join(" ", words);
    }
}
