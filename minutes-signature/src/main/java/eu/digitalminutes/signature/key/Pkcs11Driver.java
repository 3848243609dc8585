// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.signature.internal.pkcs11.CardKey;
import eu.digitalminutes.signature.internal.pkcs11.CardSession;
import eu.digitalminutes.signature.internal.pkcs11.Cryptoki;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The PKCS#11 driver (<i>libreria PKCS#11, middleware</i>) of a card's maker. Safe for several threads.
 *
 * <p>It stays loaded until the process ends, and a process has one of each library: asking for it again costs nothing.
 *
 * @see <a href="https://docs.oasis-open.org/pkcs11/pkcs11-spec/v3.1/os/pkcs11-spec-v3.1-os.html">PKCS #11 v3.1</a>
 */
public final class Pkcs11Driver {
    private final Cryptoki driver;

    private Pkcs11Driver(Cryptoki driver) {
        this.driver = driver;
    }

    /**
     * Loads a driver. No PIN is asked for.
     *
     * @param library the library file that the card maker's software installs, by its full path
     * @return the driver
     * @throws MinutesException with code {@code DRIVER_MISSING} if there is no such file; {@code DRIVER_UNUSABLE} if it is
     *     no PKCS#11 driver, is made for another processor, or does not start
     */
    public static Pkcs11Driver load(Path library) {
        return new Pkcs11Driver(Cryptoki.load(Objects.requireNonNull(library, "library")));
    }

    /**
     * The tokens that are in the readers now. Nobody is logged in, and no try of a PIN is spent.
     *
     * @return one description for each; empty if there is none
     * @throws SigningRefusedException with code {@code DRIVER_FAILED} if the driver cannot look
     */
    public List<Pkcs11Token> tokens() {
        return driver.tokens().stream().map(Pkcs11Token::new).toList();
    }

    /**
     * Logs in on the token of a label and gives its keys. Mostly {@link SigningKey#pkcs11} is what you want; this is for
     * choosing among several keys.
     *
     * <p>The keys share one login: closing one of them logs out and closes all. A wrong PIN is tried once. A PIN that
     * this token refused is not sent to it again in this process, and a token that is locked, or has one try left, is not
     * asked at all.
     *
     * @param tokenLabel the label of the token
     * @param pins asked for the PIN
     * @return the keys that have a certificate on the token, at least one; those made for signing (nonRepudiation) first
     * @throws SigningRefusedException with code {@code TOKEN_ABSENT} or {@code TOKEN_AMBIGUOUS}, and those of
     *     {@link #open(Pkcs11Token, PinSource)}; nobody is logged in then
     * @throws MinutesException with code {@code KEY_MISSING} or {@code KEY_WITHOUT_CERTIFICATE}; nobody is logged in then
     */
    public List<SigningKey> open(String tokenLabel, PinSource pins) {
        Objects.requireNonNull(tokenLabel, "tokenLabel");
        List<Pkcs11Token> present = tokens();
        List<Pkcs11Token> found = present.stream()
                .filter(token -> token.label().equals(tokenLabel))
                .toList();
        if (found.isEmpty()) {
            throw new SigningRefusedException(
                    "TOKEN_ABSENT",
                    "no token \"" + tokenLabel + "\" is there for the driver " + driver + "; "
                            + (present.isEmpty()
                                    ? "there is none at all: insert the card, see that its reader is connected"
                                    : "there are: " + listed(present)
                                            + ": insert the card, or give one of these labels"),
                    null);
        }
        if (found.size() > 1) {
            throw new SigningRefusedException(
                    "TOKEN_AMBIGUOUS",
                    "several tokens are called \"" + tokenLabel + "\": " + listed(found)
                            + "; remove the others, or open one of tokens() by its serial number",
                    null);
        }
        return open(found.get(0), pins);
    }

    /**
     * Logs in on a token and gives its keys, as {@link #open(String, PinSource)} does.
     *
     * @param token one of {@link #tokens()}
     * @param pins asked for the PIN
     * @return the keys that have a certificate on the token, at least one; those made for signing (nonRepudiation) first
     * @throws SigningRefusedException with code {@code TOKEN_REMOVED}, {@code TOKEN_IN_USE}, {@code PIN_WRONG},
     *     {@code PIN_LOCKED}, {@code PIN_LAST_TRY}, {@code PIN_NOT_SET}, {@code PIN_REFUSED_BEFORE}; nobody is logged in
     *     then
     * @throws MinutesException with code {@code KEY_MISSING} or {@code KEY_WITHOUT_CERTIFICATE}; nobody is logged in then
     */
    public List<SigningKey> open(Pkcs11Token token, PinSource pins) {
        PinGuard guard = new PinGuard(Objects.requireNonNull(pins, "pins"));
        CardSession session = driver.open(token.facts());
        try {
            session.login(guard.supplier(session, PinSource.Purpose.LOGIN));
            List<SigningKey> forSigning = new ArrayList<>();
            List<SigningKey> others = new ArrayList<>();
            for (CardKey key : session.keys()) {
                Pkcs11Key one = new Pkcs11Key(session, key, guard);
                (one.isForSigning() ? forSigning : others).add(one);
            }
            forSigning.addAll(others);
            return List.copyOf(forSigning);
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
        }
    }

    private static String listed(List<Pkcs11Token> tokens) {
        return tokens.stream().map(Pkcs11Token::toString).collect(Collectors.joining(", "));
    }
}
