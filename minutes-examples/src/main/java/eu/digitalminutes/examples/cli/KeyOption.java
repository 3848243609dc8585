// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A key on the command line, {@code ROLE=FILE.p12[:PASSWORD]}; without a password it is asked for. */
final class KeyOption {
    private KeyOption() {}

    static Signatory signatory(String text) throws IOException {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("--key wants ROLE=FILE.p12[:PASSWORD], not " + text);
        }
        String word = text.substring(0, equals);
        SignatoryRole role = SignatoryRole.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the role \"" + word + "\" is not known; use president or secretary"));
        return Signatory.of(role, key(text.substring(equals + 1)));
    }

    static SigningKey key(String text) throws IOException {
        int colon = text.lastIndexOf(':');
        boolean whole = colon < 0 || Files.exists(Path.of(text));
        Path file = Path.of(whole ? text : text.substring(0, colon));
        char[] password = whole ? ask(file) : text.substring(colon + 1).toCharArray();
        try {
            return SigningKey.pkcs12(file, password);
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private static char[] ask(Path file) {
        // The launcher says whether somebody sits there: since JDK 22 there is a console even without a terminal.
        Console console = Boolean.getBoolean("minutes.interactive") ? System.console() : null;
        if (console == null) {
            throw new IllegalArgumentException(
                    "the password of " + file + " is missing: give it as --key ROLE=" + file + ":PASSWORD");
        }
        char[] password = console.readPassword("PIN / password (%s): ", file.getFileName());
        if (password == null) {
            throw new SigningRefusedException("PIN_WRONG", "no password was given for " + file, null);
        }
        return password;
    }
}
