// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.signature.key.SigningKey;
import eu.digitalminutes.signature.remote.Consent;
import eu.digitalminutes.signature.remote.ConsentRequest;
import eu.digitalminutes.signature.remote.RemoteSigning;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A key of a remote signature service on the command line: {@code URL#CREDENTIAL[:PIN]}. PIN and one-time password are
 * asked for; the access token is read from a file, or from the environment, where other users do not see it.
 */
final class RemoteKey {
    private static final String TOKEN = "MINUTES_CSC_TOKEN";

    private RemoteKey() {}

    static SigningKey of(String text, @Nullable Path tokenFile) throws IOException {
        int hash = text.lastIndexOf('#');
        if (hash < 0) {
            throw new IllegalArgumentException(
                    "a remote key is given as csc:URL#CREDENTIAL, where CREDENTIAL is its name"
                            + " in the service; not csc:" + text);
        }
        String token = token(tokenFile);
        String rest = text.substring(hash + 1);
        int colon = rest.lastIndexOf(':');
        String credential = colon < 0 ? rest : rest.substring(0, colon);
        String pin = colon < 0 ? null : rest.substring(colon + 1);
        return RemoteSigning.connect(URI.create(text.substring(0, hash)), () -> token)
                .key(credential, request -> consent(request, credential, pin));
    }

    private static Consent consent(ConsentRequest request, String credential, @Nullable String pin) {
        char[] known = pin == null ? new char[0] : pin.toCharArray();
        char[] first = !request.asksPin()
                ? new char[0]
                : pin == null ? Console.secret("PIN", credential, "csc:URL#" + credential + ":PIN") : known;
        if (!request.asksOtp()) {
            return Consent.pin(first);
        }
        char[] second = Console.secret("one-time password", credential, "");
        return request.asksPin() ? Consent.pinAndOtp(first, second) : Consent.otp(second);
    }

    private static String token(@Nullable Path file) throws IOException {
        String token = file == null ? System.getenv(TOKEN) : Files.readString(file, StandardCharsets.US_ASCII);
        if (token == null || token.isBlank()) {
            throw new IllegalArgumentException(
                    "the access token of the signature service is missing: give a file with it"
                            + " as --csc-token FILE, or set " + TOKEN);
        }
        return token.strip();
    }
}
