// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.signing;

import eu.digitalminutes.core.meeting.Person;
import eu.digitalminutes.core.meeting.Seat;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.internal.dss.StandingSignature;
import eu.digitalminutes.signature.internal.dss.Subject;
import eu.digitalminutes.signature.key.Signatory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may sign minutes, looked at before a PIN is spent: the roles, two persons, the persons whom the meeting names. */
public final class Signers {
    private Signers() {}

    /**
     * Fails unless all roles are there.
     *
     * @throws MinutesException with code {@code SIGNATORY_MISSING}
     */
    public static void requireRoles(List<Signatory> signatories, Set<SignatoryRole> required) {
        Set<SignatoryRole> missing = new HashSet<>(required);
        signatories.forEach(signatory -> signatory.role().ifPresent(missing::remove));
        if (!missing.isEmpty()) {
            throw new MinutesException(
                    "SIGNATORY_MISSING",
                    "the profile wants a signature of "
                            + missing.stream().map(SignatoryRole::code).sorted().collect(Collectors.joining(", "))
                            + ": add that key, or a profile that leaves the role for later");
        }
    }

    /**
     * Fails if one person signs twice, by certificate or by the tax code in two of them.
     *
     * @throws MinutesException with code {@code SAME_SIGNATORY}
     */
    public static void requireDistinct(List<Signatory> signatories) {
        for (int i = 0; i < signatories.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (isSame(signatories.get(i).certificate(), signatories.get(j).certificate())) {
                    throw new MinutesException(
                            "SAME_SIGNATORY",
                            Subject.of(signatories.get(i).certificate()).name()
                                    + " was given for two roles: President and Secretary must be two persons");
                }
            }
        }
    }

    /**
     * Fails if a role or person has signed already.
     *
     * @throws MinutesException with code {@code ROLE_HAS_SIGNED} or {@code SAME_SIGNATORY}
     */
    public static void requireNew(
            List<StandingSignature> standing, Optional<SignatoryRole> role, X509Certificate certificate) {
        for (StandingSignature signature : standing) {
            if (role.isPresent() && signature.role().equals(role)) {
                throw new MinutesException(
                        "ROLE_HAS_SIGNED", "the " + role.get().code() + " has signed already: " + signature.signer());
            }
            if (isSame(signature.certificate(), certificate)) {
                throw new MinutesException(
                        "SAME_SIGNATORY",
                        signature.signer() + " has signed already in another role: President and Secretary must be"
                                + " two persons");
            }
        }
    }

    /**
     * Fails if the certificate is of another person than the one whom the meeting has in the role; where either has no
     * tax code, the comparison is left to verification.
     *
     * @throws MinutesException with code {@code SIGNER_NOT_IN_ROLE}
     */
    public static void requireInRole(Minutes minutes, SignatoryRole role, X509Certificate certificate) {
        Optional<Seat> seat = role == SignatoryRole.PRESIDENT
                ? minutes.meeting().president()
                : minutes.meeting().secretary();
        String code = Subject.of(certificate).taxCode();
        if (seat.isPresent() && !code.isEmpty()) {
            Person expected = seat.get().person();
            if (!expected.taxCode().isEmpty() && !expected.taxCode().equals(code)) {
                throw new MinutesException(
                        "SIGNER_NOT_IN_ROLE",
                        "the minutes name " + expected.fullName() + " as " + role.code() + ", the certificate is of "
                                + Subject.of(certificate).name()
                                + ": take the right card, or correct who presided and who drew up the minutes");
            }
        }
    }

    private static boolean isSame(X509Certificate one, X509Certificate other) {
        String code = Subject.of(one).taxCode();
        return one.equals(other)
                || (!code.isEmpty() && code.equals(Subject.of(other).taxCode()));
    }
}
