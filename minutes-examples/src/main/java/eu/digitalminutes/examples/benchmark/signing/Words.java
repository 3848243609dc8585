// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.signing;

import java.util.Map;

/** How operations are called in tables and charts. */
final class Words {
    private static final Map<String, String> FORMS = Map.of(
            "xades-e", "ASiC-E, XAdES",
            "cades-e", "ASiC-E, CAdES",
            "p7m", "p7m",
            "p7s", "p7s",
            "xades", "XAdES beside the file");
    private static final Map<String, String> ACTS = Map.of(
            "sign-two", "sign by two",
            "sign-one", "sign by one",
            "add", "add the second signature",
            "extend", "extend to T",
            "validate", "validate both");
    private static final Map<String, String> PASSES = Map.of(
            "sha256", "SHA-256, one pass",
            "copy", "copy, 64 KiB blocks",
            "copy-synced", "the same copy, synced to the disk",
            "fingerprint", "fingerprint",
            "fingerprint-tree", "fingerprint with tree");

    private Words() {}

    static String of(String operation) {
        int space = operation.indexOf(' ');
        return space < 0
                ? PASSES.getOrDefault(operation, operation)
                : FORMS.get(operation.substring(0, space)) + ": " + ACTS.get(operation.substring(space + 1));
    }
}
