// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

import eu.digitalminutes.core.outcome.MinutesException;
import java.util.List;

/** The object identifiers of the signatures that the SDK embeds, and which of them a key offers. */
final class KeyAlgorithm {
    static final String SHA256 = "2.16.840.1.101.3.4.2.1";

    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String RSA_SHA256 = "1.2.840.113549.1.1.11";
    private static final String RSA_PSS = "1.2.840.113549.1.1.10";
    private static final String EC = "1.2.840.10045.2.1";
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";

    private KeyAlgorithm() {}

    /** The best for PKCS#1 v1.5 or ECDSA with SHA-256: the one that names the hash, else the bare one. */
    static String choose(RemoteCredential credential) {
        String kind = credential.certificateChain().get(0).getPublicKey().getAlgorithm();
        List<String> wanted = switch (kind) {
            case "RSA" -> List.of(RSA_SHA256, RSA);
            case "EC" -> List.of(ECDSA_SHA256, EC);
            default -> List.of();
        };
        return wanted.stream()
                .filter(credential.algorithms()::contains)
                .findFirst()
                .orElseThrow(() -> new MinutesException(
                        "ALGORITHM_UNSUPPORTED",
                        credential + " cannot sign with " + kind + " and SHA-256"
                                + (credential.algorithms().contains(RSA_PSS)
                                        ? ": it offers RSA-PSS, and PKCS#1 v1.5 is needed"
                                        : "; it offers " + credential.algorithms())));
    }
}
