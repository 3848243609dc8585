// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

/** The service answered with an error; its words are cleaned. Never leaves the package. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    Refusal(int status, String error, String description) {
        super("HTTP " + status + (error.isEmpty() ? "" : ", " + error)
                + (description.isEmpty() ? "" : " (" + description + ")"));
        this.status = status;
        this.error = error;
    }

    int status() {
        return status;
    }

    /** The service's own code; empty if it gave none. */
    String error() {
        return error;
    }
}
