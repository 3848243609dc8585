// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.pkcs11;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.Token;

/**
 * One login on one token. Safe for several threads, one of which works at a time. A refused PIN and a removed token end
 * it: from then on it refuses without asking the device.
 */
public final class CardSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CardSession.class);
    private static final String LOGIN = "login";
    private static final String SIGNATURE = "signature";

    private final Cryptoki driver;
    private final Token device;
    private final TokenFacts token;
    private final Session session;
    private @Nullable SigningRefusedException ended;
    private long[] mechanisms = {};
    private boolean closed;

    CardSession(Cryptoki driver, Token device, TokenFacts token, Session session) {
        this.driver = driver;
        this.device = device;
        this.token = token;
        this.session = session;
    }

    /** What the token says of itself now; the device is asked, no PIN is spent. */
    public synchronized TokenFacts token() {
        requireOpen();
        try {
            return facts();
        } catch (PKCS11Exception e) {
            throw refusal(e, SIGNATURE, null);
        }
    }

    /**
     * Logs in, once. The PIN is asked for only if the token has no keypad of its own, and wiped.
     *
     * @throws SigningRefusedException if the PIN is wrong or locked; the session is then at its end
     */
    public synchronized void login(Supplier<char[]> pins) {
        requireOpen();
        authenticate(PKCS11Constants.CKU_USER, LOGIN, token.pinPad() ? new char[0] : pins.get());
    }

    /** The keys that have a certificate; asked before the first signature. */
    public synchronized List<CardKey> keys() {
        requireOpen();
        try {
            mechanisms = device.getMechanismList();
            return new CardObjects(session, token).keys();
        } catch (PKCS11Exception e) {
            throw refusal(e, LOGIN, null);
        }
    }

    /**
     * Signs with SHA-256.
     *
     * @param pins asked only if the key wants the PIN for each signature and the token has no keypad; what it gives is
     *     wiped
     * @return the value as {@code SigningKey} promises it
     */
    public synchronized byte[] sign(CardKey key, byte[] data, Supplier<char[]> pins) {
        requireOpen();
        SignatureMechanism mechanism = SignatureMechanism.offered(key, mechanisms, token);
        // before the device begins to sign: a dialog that is cancelled must leave nothing half begun
        char[] pin = key.asksPinEachTime() && !token.pinPad() ? pins.get() : new char[0];
        try {
            session.signInit(new Mechanism(mechanism.code()), key.handle());
            if (key.asksPinEachTime()) {
                authenticate(PKCS11Constants.CKU_CONTEXT_SPECIFIC, SIGNATURE, pin);
            }
            return mechanism.value(session.sign(mechanism.input(data)));
        } catch (PKCS11Exception e) {
            throw refusal(e, SIGNATURE, null);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private void authenticate(long user, String purpose, char[] pin) {
        try {
            if (!token.pinPad()) {
                driver.refusedPins().requireNew(token, purpose, pin);
            }
            session.login(user, token.pinPad() ? null : pin);
            driver.refusedPins().forget(token, purpose);
        } catch (SigningRefusedException e) {
            end(e);
            throw e;
        } catch (PKCS11Exception e) {
            throw refusal(e, purpose, pin);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /** What an error of the device means; ends the session where going on could lock the card, or cannot succeed. */
    private SigningRefusedException refusal(PKCS11Exception e, String purpose, char @Nullable [] pin) {
        long code = e.getErrorCode();
        if (code == PKCS11Constants.CKR_PIN_INCORRECT
                || code == PKCS11Constants.CKR_PIN_INVALID
                || code == PKCS11Constants.CKR_PIN_LEN_RANGE) {
            if (pin != null && !token.pinPad()) {
                driver.refusedPins().remember(token, purpose, pin);
            }
            return end(new SigningRefusedException(
                    "PIN_WRONG",
                    "the token " + token + " refused the PIN" + triesLeft()
                            + "; it was tried once and is not tried again: ask the signer",
                    e));
        }
        if (code == PKCS11Constants.CKR_PIN_LOCKED) {
            return end(new SigningRefusedException(
                    "PIN_LOCKED",
                    "the PIN of the token " + token
                            + " is locked: unlock it with the PUK, in the card maker's software",
                    e));
        }
        if (code == PKCS11Constants.CKR_USER_ALREADY_LOGGED_IN) {
            return end(new SigningRefusedException("TOKEN_IN_USE", inUse(token), e));
        }
        if (code == PKCS11Constants.CKR_DEVICE_REMOVED
                || code == PKCS11Constants.CKR_TOKEN_NOT_PRESENT
                || code == PKCS11Constants.CKR_TOKEN_NOT_RECOGNIZED
                || code == PKCS11Constants.CKR_SLOT_ID_INVALID
                || code == PKCS11Constants.CKR_OBJECT_HANDLE_INVALID
                || code == PKCS11Constants.CKR_KEY_HANDLE_INVALID) {
            return end(new SigningRefusedException(
                    "TOKEN_REMOVED",
                    "the token " + token + " was removed (" + e.getErrorName() + "): insert it and open it again",
                    e));
        }
        if (code == PKCS11Constants.CKR_SESSION_HANDLE_INVALID
                || code == PKCS11Constants.CKR_SESSION_CLOSED
                || code == PKCS11Constants.CKR_USER_NOT_LOGGED_IN
                || code == PKCS11Constants.CKR_CRYPTOKI_NOT_INITIALIZED) {
            return end(new SigningRefusedException(
                    "SESSION_LOST",
                    "the session with the token " + token + " was ended from outside (" + e.getErrorName()
                            + "): open it again",
                    e));
        }
        return new SigningRefusedException(
                "KEY_REFUSED",
                "the token " + token + " answered " + e.getErrorName()
                        + " and did nothing: try again, then ask the card's maker what that means",
                e);
    }

    static String inUse(TokenFacts token) {
        return "the token " + token
                + " is logged in already in this program: sign with the key that is open, or close it first";
    }

    private String triesLeft() {
        try {
            TokenFacts now = facts();
            return now.locked()
                    ? ", which is locked now"
                    : now.lastTry() ? ", and one try is left" : now.fewTries() ? ", and fewer tries are left" : "";
        } catch (PKCS11Exception e) {
            return "";
        }
    }

    private TokenFacts facts() throws PKCS11Exception {
        return TokenFacts.of(token.slot(), device.getTokenInfo());
    }

    private SigningRefusedException end(SigningRefusedException reason) {
        if (ended == null) {
            ended = reason;
            release();
        }
        return reason;
    }

    private void requireOpen() {
        if (ended != null) {
            throw new SigningRefusedException(
                    ended.code(),
                    ended.getMessage() + " (this key stays closed; the device was not asked again)",
                    ended);
        }
        if (closed) {
            throw new MinutesException("KEY_CLOSED", "the key of the token " + token + " was closed: open a new one");
        }
    }

    /** Logs out. Harmless when repeated, and when the token is gone. */
    @Override
    public synchronized void close() {
        if (!closed && ended == null) {
            release();
        }
        closed = true;
    }

    private void release() {
        try {
            session.logout();
        } catch (PKCS11Exception e) {
            LOG.debug("no logout from the token {}: {}", token, e.getErrorName());
        }
        try {
            session.closeSession();
        } catch (PKCS11Exception e) {
            LOG.debug("the session with the token {} was gone: {}", token, e.getErrorName());
        }
        driver.released(token);
    }
}
