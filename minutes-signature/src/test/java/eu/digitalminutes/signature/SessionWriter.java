// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SigningProfile;
import java.io.IOException;
import java.nio.file.Path;

/** A program that signs every document of a session as President, until it is done or somebody kills it. */
final class SessionWriter {
    private SessionWriter() {}

    /** The folder of the session, the key's file, its password. Prints a line when it begins to sign, and at the end. */
    public static void main(String[] arguments) throws IOException {
        SigningSession session =
                SigningSession.open(Path.of(arguments[0]), new MinutesSigner(SigningProfile.withoutTimestamp()));
        try (SigningKey key = SigningKey.pkcs12(Path.of(arguments[1]), arguments[2].toCharArray())) {
            System.out.println("signing");
            session.sign(Signatory.president(key));
            System.out.println("done");
        }
    }
}
