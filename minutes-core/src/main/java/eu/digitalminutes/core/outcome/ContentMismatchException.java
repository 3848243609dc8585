// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.outcome;

import org.jspecify.annotations.Nullable;

/** The bytes are not those that were named before: the recording changed, or the wrong file was given. Stop and look. */
public final class ContentMismatchException extends MinutesException {
    private static final long serialVersionUID = 1L;

    /**
     * A stop with a reason.
     *
     * @param code the stable name of the reason, in upper case
     * @param message what happened, where, and what to do
     * @param cause the failure behind it, if any
     */
    public ContentMismatchException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
