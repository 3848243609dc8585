// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.pkcs11;

import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.TokenInfo;

/**
 * What a token says of itself before anybody logs in.
 *
 * @see <a href="https://docs.oasis-open.org/pkcs11/pkcs11-spec/v3.1/os/pkcs11-spec-v3.1-os.html">PKCS #11 v3.1, 3.2
 *     (CK_TOKEN_INFO)</a>
 */
public record TokenFacts(
        long slot,
        String label,
        String manufacturer,
        String serialNumber,
        boolean pinSet,
        boolean fewTries,
        boolean lastTry,
        boolean locked,
        boolean pinPad) {

    static TokenFacts of(long slot, TokenInfo info) {
        return new TokenFacts(
                slot,
                info.getLabel().strip(),
                info.getManufacturerID().strip(),
                info.getSerialNumber().strip(),
                info.isTokenInitialized() && info.hasFlagBit(PKCS11Constants.CKF_USER_PIN_INITIALIZED),
                info.hasFlagBit(PKCS11Constants.CKF_USER_PIN_COUNT_LOW),
                info.hasFlagBit(PKCS11Constants.CKF_USER_PIN_FINAL_TRY),
                info.hasFlagBit(PKCS11Constants.CKF_USER_PIN_LOCKED),
                info.isProtectedAuthenticationPath());
    }

    /** The token for people: its label, its maker and its serial number. */
    @Override
    public String toString() {
        return "\"" + label + "\" (" + manufacturer + ", serial " + serialNumber + ")";
    }
}
