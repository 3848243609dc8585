// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.check;

import static eu.digitalminutes.signature.internal.check.LegalChecks.CATALOGUE;

import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.minutes.Minutes;
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

/** Checks 4 and 12: President and Secretary both signed, and are the persons whom the meeting recorded as such. */
final class SignerCheck {
    private SignerCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        Map<String, SignatoryRole> roleByCode = new HashMap<>();
        for (SignatoryRole role : SignatoryRole.values()) {
            List<VerifiedSignature> signatures = facts.signatures().stream()
                    .filter(signature -> signature.role().equals(Optional.of(role)))
                    .toList();
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
                facts.understood()
                        .flatMap(minutes -> expected(minutes, role))
                        .ifPresent(seat -> person(signature, role, seat.person(), findings));
            }
        }
        return findings;
    }

    private static String identity(VerifiedSignature signature) {
        return signature.signerCode().isEmpty() ? plain(signature.signer()) : signature.signerCode();
    }

    private static Optional<Seat> expected(Minutes minutes, SignatoryRole role) {
        return role == SignatoryRole.PRESIDENT
                ? minutes.meeting().president()
                : minutes.meeting().secretary();
    }

    private static void person(
            VerifiedSignature signature, SignatoryRole role, Person expected, List<Finding> findings) {
        boolean comparable =
                !signature.signerCode().isEmpty() && !expected.taxCode().isEmpty();
        boolean sameCode = signature.signerCode().equals(expected.taxCode());
        boolean sameName = plain(signature.signer()).equals(plain(expected.fullName()));
        if (comparable ? !sameCode : !sameName) {
            findings.add(CATALOGUE.finding(
                    "SIGNER_NOT_IN_ROLE",
                    Severity.FAIL,
                    role.code(),
                    signature.signer(),
                    role.label().italian(),
                    expected.fullName(),
                    role.label().english()));
        } else if (!comparable) {
            findings.add(CATALOGUE.finding("SIGNER_MATCHED_BY_NAME", Severity.WARN, role.code(), signature.signer()));
        }
    }

    /** Names are compared without case, accents and order of their words. */
    private static String plain(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>(List.of(letters.strip().split("\\W+")));
        words.sort(null);
        return String.join(" ", words);
    }
}
