// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.outcome;

import org.jspecify.annotations.Nullable;

/** The signer's device refused to sign: wrong PIN, locked, removed. Ask the signer; do not repeat by yourself. */
public final class SigningRefusedException extends MinutesException {
    private static final long serialVersionUID = 1L;

    /**
     * A stop with a reason.
     *
     * @param code the stable name of the reason, in upper case
     * @param message what happened, where, and what to do
     * @param cause the failure behind it, if any
     */
    public SigningRefusedException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
