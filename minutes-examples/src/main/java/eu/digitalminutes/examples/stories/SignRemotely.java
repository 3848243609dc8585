// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.stories;

import eu.digitalminutes.core.exchange.MinutesJson;
import eu.digitalminutes.core.minutes.Composition;
import eu.digitalminutes.core.minutes.Minutes;
import eu.digitalminutes.core.minutes.SignedMinutes;
import eu.digitalminutes.signature.MinutesSigner;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.profile.SigningProfile;
import eu.digitalminutes.signature.remote.Consent;
import eu.digitalminutes.signature.remote.ConsentRequest;
import eu.digitalminutes.signature.remote.RemoteSigning;
import eu.digitalminutes.signature.remote.SignerConsent;
import eu.digitalminutes.signature.trust.TimestampAuthority;
import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** President and secretary sign with keys that are in a remote signature service. */
public final class SignRemotely {
    private SignRemotely() {}

    /**
     * Signs the minutes in a folder, and asks for PINs and one-time passwords on the terminal.
     *
     * @param arguments the folder with {@code minutes.json} and {@code recording.mp4}; the address of a time-stamping
     *     authority; the address of the signature service; its access token; the names that the signers' keys have there
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Console console = System.console();
        if (console == null) {
            throw new IllegalStateException("PINs are asked for on a terminal");
        }
        RemoteSigning service = RemoteSigning.connect(URI.create(arguments[2]), () -> arguments[3]);
        System.out.println(run(
                Path.of(arguments[0]),
                URI.create(arguments[1]),
                service,
                List.of(arguments[4], arguments[5]),
                request -> ask(console, request)));
    }

    private static Consent ask(Console console, ConsentRequest request) {
        console.printf("%s signs the minutes of the session.%n", request.credential());
        char[] pin = request.asksPin() ? console.readPassword("PIN: ") : new char[0];
        char[] otp = request.asksOtp() ? console.readPassword("One-time password: ") : new char[0];
        return Consent.pinAndOtp(pin, otp);
    }

    static Path run(Path folder, URI tsa, RemoteSigning service, List<String> keys, SignerConsent consent)
            throws IOException {
        Minutes minutes = MinutesJson.read(folder.resolve("minutes.json"));
        Composition composition =
                Composition.of(minutes).withRecording("recording-1.mp4", folder.resolve("recording.mp4"));
        try (SigningKey president = service.key(keys.get(0), consent);
                SigningKey secretary = service.key(keys.get(1), consent)) {
            SignedMinutes signed = new MinutesSigner(SigningProfile.italianCouncil(TimestampAuthority.at(tsa)))
                    .sign(
                            composition,
                            folder.resolve("minutes.asice"),
                            List.of(Signatory.president(president), Signatory.secretary(secretary)));
            return signed.container();
        }
    }
}
