// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.trust;

import java.net.PasswordAuthentication;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service that gives time stamps (<i>marca temporale</i>) over HTTP. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3161">RFC 3161; Regulation (EU) 910/2014, art. 41 and 42</a>
 */
public final class TimestampAuthority {
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*))+");

    private final URI address;
    private final Duration timeout;
    private final @Nullable PasswordAuthentication login;
    private final @Nullable String policy;
    private final @Nullable RequestBudget budget;

    private TimestampAuthority(
            URI address,
            Duration timeout,
            @Nullable PasswordAuthentication login,
            @Nullable String policy,
            @Nullable RequestBudget budget) {
        this.address = address;
        this.timeout = timeout;
        this.login = login;
        this.policy = policy;
        this.budget = budget;
    }

    /**
     * The service at an address, given half a minute for each answer.
     *
     * @param address an {@code http} or {@code https} address, without user and password
     * @return the service; nothing is asked of it yet
     * @throws IllegalArgumentException if the address is of another kind
     */
    public static TimestampAuthority at(URI address) {
        String scheme = Objects.requireNonNull(address, "address").getScheme();
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the address of the time-stamping authority " + address.getHost()
                    + " holds a user or a password: leave them out and give them with withLogin(user, password)");
        }
        if ((!"http".equals(scheme) && !"https".equals(scheme)) || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "a time-stamping authority has an http or https address, not " + address);
        }
        return new TimestampAuthority(address, Duration.ofSeconds(30), null, null, null);
    }

    /**
     * The same service with another patience.
     *
     * @param value how long to wait for an answer
     * @return a new value
     * @throws IllegalArgumentException if that is no time at all
     */
    public TimestampAuthority withTimeout(Duration value) {
        if (Objects.requireNonNull(value, "timeout").isNegative() || value.isZero()) {
            throw new IllegalArgumentException("a time-stamping authority is given some time to answer, not " + value);
        }
        return new TimestampAuthority(address, value, login, policy, budget);
    }

    /**
     * The same service, asked with a login (HTTP Basic). The login goes with every request, to this host and port only,
     * and stands in no message and no log. Over plain {@code http} the network can read it.
     *
     * @param user the name of the account; without a colon
     * @param password its password; copied, and kept in memory as long as this value
     * @return a new value
     * @throws IllegalArgumentException if the user is empty or has a colon
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
     */
    public TimestampAuthority withLogin(String user, char[] password) {
        if (Objects.requireNonNull(user, "user").isEmpty() || user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the user of a time-stamping authority is not empty and has no colon");
        }
        PasswordAuthentication given = new PasswordAuthentication(user, Objects.requireNonNull(password, "password"));
        return new TimestampAuthority(address, timeout, given, policy, budget);
    }

    /**
     * The same service, asked for stamps under one of its policies. A stamp under another policy is not accepted.
     *
     * @param oid the policy's object identifier, such as {@code 0.4.0.2023.1.1}
     * @return a new value
     * @throws IllegalArgumentException if it is no object identifier
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3161">RFC 3161, 2.4.1 (reqPolicy)</a>
     */
    public TimestampAuthority withPolicy(String oid) {
        if (!OID.matcher(Objects.requireNonNull(oid, "oid")).matches()) {
            throw new IllegalArgumentException(
                    "the policy of a time-stamping authority is an object identifier such as 0.4.0.2023.1.1, not "
                            + oid);
        }
        return new TimestampAuthority(address, timeout, login, oid, budget);
    }

    /**
     * The same service, asked at most so often: public ones block who asks more. When the budget is used up, the service
     * is left out until it is free again. {@link TimestampAuthorities} keeps the count.
     *
     * @param requests how many requests, answered or not; at least one
     * @param window in which time
     * @return a new value
     * @throws IllegalArgumentException if either is not positive
     */
    public TimestampAuthority withBudget(int requests, Duration window) {
        return new TimestampAuthority(address, timeout, login, policy, new RequestBudget(requests, window));
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

    /**
     * The login that it asks for.
     *
     * @return a copy of the login, or empty
     */
    public Optional<PasswordAuthentication> login() {
        return Optional.ofNullable(login)
                .map(known -> new PasswordAuthentication(known.getUserName(), known.getPassword()));
    }

    /**
     * The policy under which it shall stamp.
     *
     * @return the object identifier, or empty for the service's own choice
     */
    public Optional<String> policy() {
        return Optional.ofNullable(policy);
    }

    Optional<RequestBudget> budget() {
        return Optional.ofNullable(budget);
    }

    /** The address alone: no login is ever shown. */
    @Override
    public String toString() {
        return address.toString();
    }
}
