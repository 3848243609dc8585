// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.pkcs11;

import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.PKCS11Module;
import org.xipki.pkcs11.wrapper.Slot;
import org.xipki.pkcs11.wrapper.StaticLogger;
import org.xipki.pkcs11.wrapper.Token;

/**
 * A driver in this process. A process has one of each, however often it is asked for, because PKCS#11 keeps its state,
 * and its logins, for the process. It stays until the process ends.
 */
public final class Cryptoki {
    private static final Logger LOG = LoggerFactory.getLogger(Cryptoki.class);
    private static final Map<Path, Cryptoki> LOADED = new HashMap<>();

    private final Path library;
    private final PKCS11Module module;
    private final RefusedPins refusedPins = new RefusedPins();
    private final Set<Long> slotsInUse = new HashSet<>();

    private Cryptoki(Path library, PKCS11Module module) {
        this.library = library;
        this.module = module;
    }

    /**
     * The driver of a library file.
     *
     * @throws MinutesException with code {@code DRIVER_MISSING} or {@code DRIVER_UNUSABLE}
     */
    public static Cryptoki load(Path library) {
        Path real = DriverFile.require(library);
        synchronized (LOADED) {
            @Nullable Cryptoki known = LOADED.get(real);
            if (known == null) {
                known = new Cryptoki(real, initialized(real));
                LOADED.put(real, known);
            }
            return known;
        }
    }

    private static PKCS11Module initialized(Path library) {
        StaticLogger.setLogger(new Silence());
        try {
            PKCS11Module module = PKCS11Module.getInstance(library.toString());
            try {
                module.initialize();
            } catch (PKCS11Exception e) {
                if (e.getErrorCode() != PKCS11Constants.CKR_CRYPTOKI_ALREADY_INITIALIZED) {
                    throw e;
                }
                LOG.debug("somebody else in this process uses the driver {} too", library);
            }
            return module;
        } catch (IOException | PKCS11Exception | LinkageError e) {
            throw new MinutesException(
                    "DRIVER_UNUSABLE",
                    "the PKCS#11 driver " + library + " does not start (" + e.getMessage()
                            + "): reinstall the card maker's software, and see that the temporary folder of this JVM"
                            + " allows libraries",
                    e);
        }
    }

    /** The tokens that are there now. */
    public synchronized List<TokenFacts> tokens() {
        List<TokenFacts> tokens = new ArrayList<>();
        for (Token device : devices()) {
            try {
                tokens.add(facts(device));
            } catch (PKCS11Exception e) {
                // taken out, or of a kind that this driver does not know, between the two questions
                LOG.debug("the token in slot {} gives no facts: {}", device.getTokenID(), e.getErrorName());
            }
        }
        return List.copyOf(tokens);
    }

    /**
     * A session with a token, not yet logged in.
     *
     * @throws SigningRefusedException if it is gone, or in use in this process already
     */
    public synchronized CardSession open(TokenFacts token) {
        if (slotsInUse.contains(token.slot())) {
            throw new SigningRefusedException("TOKEN_IN_USE", CardSession.inUse(token), null);
        }
        try {
            for (Token device : devices()) {
                if (device.getTokenID() == token.slot()
                        && facts(device).serialNumber().equals(token.serialNumber())) {
                    CardSession session = new CardSession(this, device, token, device.openSession(false));
                    slotsInUse.add(token.slot());
                    return session;
                }
            }
        } catch (PKCS11Exception e) {
            throw gone(token, e);
        }
        throw gone(token, null);
    }

    private static SigningRefusedException gone(TokenFacts token, @Nullable PKCS11Exception e) {
        return new SigningRefusedException(
                "TOKEN_REMOVED", "the token " + token + " was removed: insert it and look for it again", e);
    }

    synchronized void released(TokenFacts token) {
        slotsInUse.remove(token.slot());
    }

    RefusedPins refusedPins() {
        return refusedPins;
    }

    private List<Token> devices() {
        try {
            List<Token> devices = new ArrayList<>();
            for (Slot slot : module.getSlotList(true)) {
                devices.add(slot.getToken());
            }
            return devices;
        } catch (PKCS11Exception e) {
            throw new SigningRefusedException(
                    "DRIVER_FAILED",
                    "the PKCS#11 driver " + library + " does not list its readers (" + e.getErrorName()
                            + "): see that the smart card service runs and the reader is connected",
                    e);
        }
    }

    private static TokenFacts facts(Token device) throws PKCS11Exception {
        return TokenFacts.of(device.getTokenID(), device.getTokenInfo());
    }

    @Override
    public String toString() {
        return library.toString();
    }
}
