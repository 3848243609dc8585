// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.outcome.SigningRefusedException;

/** Where secrets are typed that are not on the command line. */
final class Console {
    private Console() {}

    /**
     * Asks for a secret.
     *
     * @param example how to give it where nobody can be asked; empty if it cannot be given so
     */
    static char[] secret(String what, String device, String example) {
        // The launcher says whether somebody sits there: since JDK 22 there is a console even without a terminal.
        java.io.Console console = Boolean.getBoolean("minutes.interactive") ? System.console() : null;
        if (console == null) {
            throw new IllegalArgumentException("the " + what + " of " + device + " is missing: "
                    + (example.isEmpty() ? "it is asked for on a terminal" : "give it as --key ROLE=" + example));
        }
        char[] secret = console.readPassword("%s (%s): ", what, device);
        if (secret == null) {
            throw new SigningRefusedException("PIN_WRONG", "no " + what + " was given for " + device, null);
        }
        return secret;
    }
}
