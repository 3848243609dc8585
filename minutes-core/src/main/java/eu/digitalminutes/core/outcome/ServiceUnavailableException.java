// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.outcome;

import org.jspecify.annotations.Nullable;

/** A service that the work needs did not answer (time-stamping authority, remote signature). Try again later. */
public final class ServiceUnavailableException extends MinutesException {
    private static final long serialVersionUID = 1L;

    /**
     * A stop with a reason.
     *
     * @param code the stable name of the reason, in upper case
     * @param message what happened, where, and what to do
     * @param cause the failure behind it, if any
     */
    public ServiceUnavailableException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
