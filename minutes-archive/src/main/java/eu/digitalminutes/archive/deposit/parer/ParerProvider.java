// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.parer;

import eu.digitalminutes.archive.deposit.DepositAnswer;
import eu.digitalminutes.archive.deposit.DepositPackage;
import eu.digitalminutes.archive.deposit.PreservationProvider;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * ParER, the archive pole of Emilia-Romagna, by its synchronous service (<i>VersamentoSync</i>). Immutable.
 *
 * <p>Takes packages by {@link eu.digitalminutes.archive.sacer.SacerProfile}. The user is the one that the index names; the
 * password is asked for at each request and wiped after it. Files are streamed, in constant memory. A unit that is stored
 * already is recognised by the report that the service then sends; the report's digests of the index and of every file
 * are held against the package.
 *
 * @see <a href="https://poloarchivistico.regione.emilia-romagna.it/">ParER, specifiche tecniche dei servizi di
 *     versamento</a>
 */
public final class ParerProvider implements PreservationProvider {
    /** What the service takes as it is shipped: the largest file, and the largest request. */
    public static final long USUAL_LIMIT = 1_000_000_000;

    private final URI base;
    private final Supplier<char[]> password;
    private final HttpClient client;
    private final Duration silence;
    private final long maxFile;
    private final long maxRequest;
    private final @Nullable PingRoute large;

    private ParerProvider(
            URI base,
            Supplier<char[]> password,
            HttpClient client,
            Duration silence,
            long maxFile,
            long maxRequest,
            @Nullable PingRoute large) {
        this.base = base;
        this.password = password;
        this.client = client;
        this.silence = silence;
        this.maxFile = maxFile;
        this.maxRequest = maxRequest;
        this.large = large;
    }

    /**
     * The service at an address, with its usual limits.
     *
     * @param base the address without the name of a service, such as {@code https://example.org/sacerws/}; without
     *     encryption on this machine only
     * @param password gives the password of the index's user; the array is wiped after use
     * @return the provider
     * @throws IllegalArgumentException if the address is not absolute, holds a user, or is not encrypted
     */
    public static ParerProvider at(URI base, Supplier<char[]> password) {
        return new ParerProvider(
                Addresses.requireSafe(base),
                Objects.requireNonNull(password, "password"),
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(30))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build(),
                Duration.ofMinutes(15),
                USUAL_LIMIT,
                USUAL_LIMIT,
                null);
    }

    /**
     * The same provider with the limits of another installation.
     *
     * @param file the most bytes of a file
     * @param request the most bytes of a request
     * @return a new provider
     */
    public ParerProvider limits(long file, long request) {
        return new ParerProvider(base, password, client, silence, file, request, large);
    }

    /**
     * The same provider with another patience: how long the line may stand still, and how long the service may check a
     * unit before it answers.
     *
     * @param value 15 minutes if nothing is said
     * @return a new provider
     */
    public ParerProvider silence(Duration value) {
        return new ParerProvider(
                base, password, client, Objects.requireNonNull(value, "value"), maxFile, maxRequest, large);
    }

    /**
     * The same provider through the application's own client: proxy, certificates, trust.
     *
     * @param value the client; it should follow no redirect
     * @return a new provider
     */
    public ParerProvider through(HttpClient value) {
        return new ParerProvider(
                base, password, Objects.requireNonNull(value, "value"), silence, maxFile, maxRequest, large);
    }

    /**
     * The same provider with a way for packages above the limits.
     *
     * @param value the way
     * @return a new provider
     */
    public ParerProvider large(PingRoute value) {
        return new ParerProvider(
                base, password, client, silence, maxFile, maxRequest, Objects.requireNonNull(value, "value"));
    }

    @Override
    public String name() {
        return "parer " + base;
    }

    /**
     * {@inheritDoc}
     *
     * @throws MinutesException with code {@code DEPOSIT_NOT_SACER}, if it is no package for ParER,
     *     {@code DEPOSIT_INVALID}, if its index does not follow the schema, {@code DEPOSIT_TOO_LARGE}, if it is above the
     *     limits and there is no other way
     */
    @Override
    public DepositAnswer submit(DepositPackage content, Task task) throws IOException {
        Unit unit = Unit.of(content);
        if (!isLarge(unit)) {
            return sacer().submit(unit, task);
        }
        if (large == null) {
            throw new MinutesException(
                    "DEPOSIT_TOO_LARGE",
                    content.path() + " has files of " + unit.largest() + " and in all " + unit.total()
                            + " bytes; this service takes " + maxFile + " and " + maxRequest
                            + ": agree on the PING route or on higher limits");
        }
        return ping(large).submit(unit, task);
    }

    @Override
    public DepositAnswer poll(DepositPackage content, String ticket, Task task) throws IOException {
        if (large == null) {
            throw new MinutesException(
                    "DEPOSIT_TOO_LARGE",
                    content.path() + " went by the PING route, which is no longer set up: set it up again");
        }
        return ping(large).poll(Unit.of(content), ticket, task);
    }

    @Override
    public DepositAnswer simulate(DepositPackage content, Task task) throws IOException {
        return sacer().simulate(Unit.of(content), task);
    }

    private boolean isLarge(Unit unit) {
        return unit.largest() > maxFile || unit.total() > maxRequest;
    }

    private SacerCalls sacer() {
        return new SacerCalls(base, password, new HttpCall(client, silence));
    }

    private PingCalls ping(PingRoute route) {
        return new PingCalls(route, new HttpCall(client, silence), sacer());
    }
}
