// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.trust;

import java.net.URI;
import java.util.Objects;

/**
 * Why a new copy of a trusted list was not taken at the last refresh; the copy at hand goes on to serve.
 *
 * @param address where it was asked for
 * @param fault the kind of failure
 * @param message what happened, for people, in English
 */
public record RefreshFailure(URI address, Fault fault, String message) {
    /** Whose failure it is. */
    public enum Fault {
        /** Nobody answered, or not with a list. */
        UNREACHABLE,
        /** What came is not signed by who may sign it, or is no list: it may be an attack. */
        BAD,
        /** What came is older than the copy at hand: it may be an attack. */
        OLDER
    }

    /**
     * A failure.
     *
     * @param address where it was asked for
     * @param fault the kind of failure
     * @param message what happened, for people, in English
     */
    public RefreshFailure {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(message, "message");
    }
}
