// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.verify;

import java.util.List;
import java.util.Locale;

/** The names of signed files tell the names of what they are over: each signature adds one more ending. */
final class SignedName {
    private static final List<String> ENDINGS =
            List.of(".p7m", ".p7s", ".p7e", ".pkcs7", ".xml", ".tsd", ".tsr", ".tst", ".m7m", ".ers", ".er");

    private SignedName() {}

    /** The name of what is inside, or beside. */
    static String inner(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : ENDINGS) {
            if (lower.endsWith(ending) && name.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name + ".content";
    }
}
