// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.trust;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * A service that gives time stamps (<i>marca temporale</i>) over HTTP.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3161">RFC 3161; Regulation (EU) 910/2014, art. 41 and 42</a>
 */
public final class TimestampAuthority {
    private final URI address;
    private final Duration timeout;

    private TimestampAuthority(URI address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
    }

    /**
     * The service at an address, given half a minute for each answer.
     *
     * @param address an {@code http} or {@code https} address
     * @return the service; nothing is asked of it yet
     * @throws IllegalArgumentException if the address is of another kind
     */
    public static TimestampAuthority at(URI address) {
        String scheme = Objects.requireNonNull(address, "address").getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException(
                    "a time-stamping authority has an http or https address, not " + address);
        }
        return new TimestampAuthority(address, Duration.ofSeconds(30));
    }

    /**
     * The same service with another patience.
     *
     * @param value how long to wait for an answer
     * @return a new value
     */
    public TimestampAuthority withTimeout(Duration value) {
        return new TimestampAuthority(address, Objects.requireNonNull(value, "timeout"));
    }

    /**
     * Where the service is.
     *
     * @return its address
     */
    public URI address() {
        return address;
    }

    /**
     * How long an answer is waited for.
     *
     * @return the patience
     */
    public Duration timeout() {
        return timeout;
    }
}
