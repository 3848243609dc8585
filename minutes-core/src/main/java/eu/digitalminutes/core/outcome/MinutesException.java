// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.outcome;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The work stopped: what was asked for does not exist, and nothing that existed was changed.
 *
 * <p>The message says what went wrong, with which file or certificate, what was expected, what was found and what to
 * do. A subclass exists only where a caller would act differently. Verdicts are not exceptions: see {@link Report}.
 */
public class MinutesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The stable name of what stopped the work. */
    private final String code;

    /**
     * A stop with a reason.
     *
     * @param code the stable name of the reason, in upper case
     * @param message what happened, where, and what to do
     */
    public MinutesException(String code, String message) {
        this(code, message, null);
    }

    /**
     * A stop that another failure caused.
     *
     * @param code the stable name of the reason, in upper case
     * @param message what happened, where, and what to do
     * @param cause the failure behind it, if any
     */
    public MinutesException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /**
     * The stable name of the reason, for software.
     *
     * @return upper case letters and underscores
     */
    public String code() {
        return code;
    }
}
