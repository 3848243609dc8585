// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

/** An error as the API answers it. */
final class CscError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    CscError(int status, String error, String description) {
        super(description);
        this.status = status;
        this.error = error;
    }

    static CscError invalid(String description) {
        return new CscError(400, "invalid_request", description);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }
}
