// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.parer;

import eu.digitalminutes.archive.deposit.drop.DropPoint;
import java.net.URI;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The way for packages that are too large for the synchronous service: announced at PING, brought by a channel, checked
 * later (<i>versamento asincrono tramite PING</i>). Immutable.
 *
 * <p>The package must be one ZIP file. It is brought as {@code KEY/KEY.zip}, where the key is register, year and number.
 */
public final class PingRoute {
    private final URI base;
    private final String environment;
    private final String submitter;
    private final String user;
    private final Supplier<char[]> password;
    private final DropPoint channel;
    private final String kind;

    private PingRoute(
            URI base,
            String environment,
            String submitter,
            String user,
            Supplier<char[]> password,
            DropPoint channel,
            String kind) {
        this.base = base;
        this.environment = environment;
        this.submitter = submitter;
        this.user = user;
        this.password = password;
        this.channel = channel;
        this.kind = kind;
    }

    /**
     * PING at an address, for objects of kind {@code UDGrandiDimensioni}.
     *
     * @param base the address without the name of a service; without encryption on this machine only
     * @param environment the provider's environment (<i>nmAmbiente</i>)
     * @param submitter who deposits (<i>nmVersatore</i>)
     * @param user who logs in
     * @param password gives the password; the array is wiped after use
     * @param channel brings the file to where the provider takes it from
     * @return the way
     * @throws IllegalArgumentException if the address is not absolute, holds a user, or is not encrypted
     */
    public static PingRoute at(
            URI base, String environment, String submitter, String user, Supplier<char[]> password, DropPoint channel) {
        return new PingRoute(
                Addresses.requireSafe(base),
                Objects.requireNonNull(environment, "environment"),
                Objects.requireNonNull(submitter, "submitter"),
                Objects.requireNonNull(user, "user"),
                Objects.requireNonNull(password, "password"),
                Objects.requireNonNull(channel, "channel"),
                "UDGrandiDimensioni");
    }

    /**
     * The same way for objects of another kind (<i>nmTipoObject</i>).
     *
     * @param value as the provider has it
     * @return a new way
     */
    public PingRoute kind(String value) {
        return new PingRoute(
                base, environment, submitter, user, password, channel, Objects.requireNonNull(value, "value"));
    }

    URI base() {
        return base;
    }

    String environment() {
        return environment;
    }

    String submitter() {
        return submitter;
    }

    String user() {
        return user;
    }

    Supplier<char[]> password() {
        return password;
    }

    DropPoint channel() {
        return channel;
    }

    String kind() {
        return kind;
    }
}
