// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import eu.digitalminutes.core.minutes.SignatoryRole;
import eu.digitalminutes.signature.key.PinSource;
import eu.digitalminutes.signature.key.Pkcs11Driver;
import eu.digitalminutes.signature.key.Signatory;
import eu.digitalminutes.signature.key.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A key on the command line: {@code ROLE=FILE.p12[:PASSWORD]}, a card as {@code ROLE=pkcs11:DRIVER.so#LABEL[:PIN]}, a
 * remote one as {@code ROLE=csc:URL#CREDENTIAL[:PIN]}; without a password it is asked for.
 */
final class KeyOption {
    private static final String CARD = "pkcs11:";
    private static final String REMOTE = "csc:";

    private KeyOption() {}

    /**
     * Who signs minutes.
     *
     * @param cscToken the file with the access token of a remote signature service
     */
    static Signatory signatory(String text, @Nullable Path cscToken) throws IOException {
        String word = role(text);
        SignatoryRole role = SignatoryRole.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the role \"" + word + "\" is not known; use president or secretary"));
        return Signatory.of(role, key(text.substring(word.length() + 1), cscToken));
    }

    /** Who signs any other file, in a role of any name. */
    static Signatory signatoryOfFile(String text, @Nullable Path cscToken) throws IOException {
        String word = role(text);
        return Signatory.claiming(word, key(text.substring(word.length() + 1), cscToken));
    }

    private static String role(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException(
                    "--key wants ROLE=FILE.p12[:PASSWORD], ROLE=pkcs11:DRIVER.so#LABEL[:PIN] or"
                            + " ROLE=csc:URL#CREDENTIAL[:PIN], not " + text);
        }
        return text.substring(0, equals);
    }

    static SigningKey key(String text) throws IOException {
        return key(text, null);
    }

    private static SigningKey key(String text, @Nullable Path cscToken) throws IOException {
        if (text.startsWith(CARD)) {
            return card(text.substring(CARD.length()));
        }
        if (text.startsWith(REMOTE)) {
            return RemoteKey.of(text.substring(REMOTE.length()), cscToken);
        }
        int colon = text.lastIndexOf(':');
        boolean whole = colon < 0 || Files.exists(Path.of(text));
        Path file = Path.of(whole ? text : text.substring(0, colon));
        char[] password = whole
                ? Console.secret("password", String.valueOf(file.getFileName()), file + ":PASSWORD")
                : text.substring(colon + 1).toCharArray();
        try {
            return SigningKey.pkcs12(file, password);
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private static SigningKey card(String text) {
        int hash = text.indexOf('#');
        if (hash < 0) {
            throw new IllegalArgumentException(
                    "a card is given as pkcs11:DRIVER.so#LABEL, where LABEL is that of the token; not pkcs11:" + text);
        }
        String label = text.substring(hash + 1);
        int colon = label.lastIndexOf(':');
        String token = colon < 0 ? label : label.substring(0, colon);
        PinSource pins = colon < 0
                ? (device, purpose) -> Console.secret("PIN", device.label(), CARD + text + ":PIN")
                : PinSource.fixed(label.substring(colon + 1).toCharArray());
        return SigningKey.pkcs11(Pkcs11Driver.load(Path.of(text.substring(0, hash))), token, pins);
    }
}
