// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.report;

import eu.digitalminutes.core.outcome.Text;

/** What a validator's code means in the words of the law, for who has never seen such a code. */
final class SignatureWord {
    private SignatureWord() {}

    static Text of(VerifiedSignature signature) {
        return ReportWords.CATALOGUE.text("word." + key(signature));
    }

    static Text of(VerifiedTimestamp stamp) {
        if (stamp.indication().endsWith("FAILED")) {
            return ReportWords.CATALOGUE.text("stamp.FAILED");
        }
        String kind = stamp.qualification();
        return ReportWords.CATALOGUE.text("stamp." + (kind.equals("QTSA") || kind.equals("TSA") ? kind : "NA"));
    }

    private static String key(VerifiedSignature signature) {
        if (signature.passed()) {
            return passed(signature.qualification());
        }
        String reason = signature.subIndication();
        if (signature.indication().equals("TOTAL_FAILED")) {
            return switch (reason) {
                case "HASH_FAILURE", "SIG_CRYPTO_FAILURE", "FORMAT_FAILURE" -> reason;
                default -> "TOTAL_FAILED";
            };
        }
        return open(signature, reason);
    }

    private static String passed(String kind) {
        if (kind.equals("QESIG") || kind.equals("QESEAL")) {
            return kind;
        } else if (kind.contains("SEAL")) {
            return "SEAL";
        }
        return kind.endsWith("_QC") ? "ADESIG_QC" : "NOT_QUALIFIED";
    }

    private static String open(VerifiedSignature signature, String reason) {
        VerifiedRevocation revocation = signature
                .certificate()
                .flatMap(VerifiedCertificate::revocation)
                .filter(known -> known.revokedAt().isPresent())
                .orElse(null);
        if (revocation != null && revocation.reason().equals("certificateHold")) {
            return "SUSPENDED";
        } else if (reason.startsWith("REVOKED")) {
            boolean before = revocation != null
                    && signature
                            .bestSignatureTime()
                            .filter(proven ->
                                    revocation.revokedAt().orElse(proven).isBefore(proven))
                            .isPresent();
            return before ? "REVOKED_AT_SIGNING" : "REVOKED_NO_PROOF";
        } else if (reason.startsWith("OUT_OF_BOUNDS")) {
            return "OUT_OF_VALIDITY";
        } else if (reason.startsWith("NO_CERTIFICATE_CHAIN_FOUND")) {
            return "ISSUER_UNKNOWN";
        } else if (reason.startsWith("CRYPTO_CONSTRAINTS")) {
            return "ALGORITHM";
        }
        return reason.equals("TRY_LATER") || reason.equals("CERTIFICATE_CHAIN_GENERAL_FAILURE")
                ? "REVOCATION_UNKNOWN"
                : "INDETERMINATE";
    }
}
