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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Check 12: each signer is the person whom the meeting recorded in the role. */
final class RoleCheck {
    private RoleCheck() {}

    static List<Finding> of(ContainerFacts facts) {
        List<Finding> findings = new ArrayList<>();
        for (SignatoryRole role : SignatoryRole.values()) {
            for (VerifiedSignature signature : SignerCheck.by(role, facts)) {
                facts.understood()
                        .flatMap(minutes -> expected(minutes, role))
                        .ifPresent(seat -> person(signature, role, seat.person(), findings));
            }
        }
        return findings;
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
        boolean sameName = SignerCheck.plain(signature.signer()).equals(SignerCheck.plain(expected.fullName()));
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
}
