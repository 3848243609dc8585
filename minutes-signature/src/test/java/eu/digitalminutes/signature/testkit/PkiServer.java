// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import eu.digitalminutes.signature.testkit.LoopbackHttp.Answer;
import eu.digitalminutes.signature.testkit.LoopbackHttp.Call;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The services of a {@link TestPki} on the loopback address: issuers' certificates, CRL, OCSP, time stamps and trusted
 * lists, with faults that can be switched while it runs.
 *
 * <p>It listens on a free port, on daemon threads, until it is closed. Nothing is written to disk.
 */
public final class PkiServer implements AutoCloseable {

    private static final Duration STALE = Duration.ofDays(60);

    private final LoopbackHttp http;
    private final TestPki pki;
    private final OcspResponder responder;
    private final TimestampUnit timestampUnit;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, byte[]> lists = new ConcurrentHashMap<>();
    private volatile Set<TsaFault> tsaFaults = Set.of();
    private volatile Set<RevocationFault> ocspFaults = Set.of();
    private volatile Set<RevocationFault> crlFaults = Set.of();
    private volatile Duration delay = Duration.ofSeconds(30);
    private volatile Duration clockOff = Duration.ofHours(-1);
    private volatile @Nullable String authorization;
    private volatile Set<String> tsaPolicies = Set.of();

    private PkiServer(LoopbackHttp http, TestPki pki) {
        this.http = http;
        this.pki = pki;
        this.responder = new OcspResponder(pki);
        this.timestampUnit =
                new TimestampUnit(pki.timestampUnit(), pki.responder(pki.timestampAuthority()), pki.clock());
        http.serve("aia", this::issuerCertificate);
        http.serve("crl", this::crl);
        http.serve("ocsp", this::ocsp);
        http.serve("tsa", this::timestamp);
        http.serve("lists", this::list);
        http.start();
    }

    /**
     * Makes a PKI by the system's clock and starts its services.
     *
     * @throws IOException if no port can be opened
     */
    public static PkiServer start() throws IOException {
        return start(Clock.systemUTC());
    }

    /**
     * Makes a PKI by the given clock and starts its services, which go by that clock too.
     *
     * @throws IOException if no port can be opened
     */
    public static PkiServer start(Clock clock) throws IOException {
        LoopbackHttp http = new LoopbackHttp();
        return new PkiServer(http, TestPki.create(http.base(), clock));
    }

    /**
     * Starts one more server of a PKI that has one: the second time-stamping address for a test of fail-over, say. The
     * addresses in the certificates stay those of the first.
     *
     * @throws IOException if no port can be opened
     */
    public static PkiServer serving(TestPki pki) throws IOException {
        return new PkiServer(new LoopbackHttp(), pki);
    }

    /** The PKI behind the services. */
    public TestPki pki() {
        return pki;
    }

    /** The address of the time-stamping authority (RFC 3161 over HTTP POST). */
    public URI tsa() {
        return http.base().resolve("tsa");
    }

    /** The address of the OCSP responder (HTTP POST) for what {@code authority} issued. */
    public URI ocsp(TestIdentity authority) {
        return http.base().resolve("ocsp/" + authority.name());
    }

    /** The address of the CRL of {@code authority}. */
    public URI crl(TestIdentity authority) {
        return http.base().resolve("crl/" + authority.name());
    }

    /** Where {@link #publish} puts the list of trusted lists. */
    public URI lotl() {
        return http.base().resolve("lists/lotl.xml");
    }

    /** Where {@link #publish} puts the Italian list. */
    public URI italianList() {
        return http.base().resolve("lists/it-tl.xml");
    }

    /** Where {@link #publish} puts the earlier list of lists, if there is one. */
    public URI pivot() {
        return http.base().resolve("lists/pivot.xml");
    }

    /** Serves these lists from now on at {@link #lotl()} and {@link #italianList()}; before, both are HTTP 404. */
    public void publish(TrustedLists published) {
        lists.put("lotl.xml", published.lotl());
        lists.put("it-tl.xml", published.italian());
        lists.put("pivot.xml", published.pivot());
    }

    /**
     * How many requests a service has had, answered or not.
     *
     * @param service {@code aia}, {@code crl}, {@code ocsp}, {@code tsa} or {@code lists}
     */
    public int requests(String service) {
        return http.requests(service);
    }

    /** Gives the time-stamping authority exactly these faults; none makes it sound again. */
    public void tsaFaults(TsaFault... faults) {
        tsaFaults = Set.of(faults);
    }

    /** Gives the OCSP responders exactly these faults; none makes them sound again. */
    public void ocspFaults(RevocationFault... faults) {
        ocspFaults = Set.of(faults);
    }

    /** Gives the CRL service exactly these faults; none makes it sound again. */
    public void crlFaults(RevocationFault... faults) {
        crlFaults = Set.of(faults);
    }

    /** Sets how long SLOW services wait; 30 seconds at first. Waiting ends when the server is closed. */
    public void delay(Duration wait) {
        delay = Objects.requireNonNull(wait, "wait");
    }

    /** Sets how far the time of a TSA with {@link TsaFault#CLOCK_OFF} is off; one hour behind at first. */
    public void clockOffBy(Duration offset) {
        clockOff = Objects.requireNonNull(offset, "offset");
    }

    /** Makes the time-stamping authority ask for this HTTP Basic login from now on, else it answers HTTP 401. */
    public void tsaLogin(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Makes the time-stamping authority answer everybody again. */
    public void tsaOpen() {
        authorization = null;
    }

    /** Makes the time-stamping authority refuse requests under other policies than these; none makes it take any. */
    public void tsaPolicies(String... oids) {
        tsaPolicies = Set.of(oids);
    }

    /** Stops at once; requests in work get no answer. */
    @Override
    public void close() {
        closed.countDown();
        http.close();
    }

    private Answer issuerCertificate(Call call) throws GeneralSecurityException {
        TestIdentity authority = pki.authority(call.name()).orElse(null);
        return authority == null
                ? Answer.NOT_FOUND
                : new Answer(
                        200, "application/pkix-cert", authority.certificate().getEncoded());
    }

    private Answer crl(Call call) throws InterruptedException {
        Set<RevocationFault> faults = crlFaults;
        TestIdentity authority = pki.authority(call.name()).orElse(null);
        if (faults.contains(RevocationFault.DOWN)) {
            return Answer.UNAVAILABLE;
        }
        if (authority == null || faults.contains(RevocationFault.UNKNOWN)) {
            return Answer.NOT_FOUND;
        }
        pause(faults.contains(RevocationFault.SLOW));
        Instant now = pki.clock().instant();
        Instant thisUpdate = faults.contains(RevocationFault.STALE) ? now.minus(STALE) : now;
        TestIdentity signer = faults.contains(RevocationFault.WRONG_SIGNER) ? pki.unlistedAuthority() : authority;
        byte[] crl = CrlMaker.make(authority, pki.issuedBy(authority), thisUpdate, signer);
        return new Answer(200, "application/pkix-crl", crl);
    }

    private Answer ocsp(Call call) throws IOException, InterruptedException {
        Set<RevocationFault> faults = ocspFaults;
        TestIdentity authority = pki.authority(call.name()).orElse(null);
        if (faults.contains(RevocationFault.DOWN)) {
            return Answer.UNAVAILABLE;
        }
        if (authority == null) {
            return Answer.NOT_FOUND;
        }
        pause(faults.contains(RevocationFault.SLOW));
        byte[] response = responder.answer(authority, call.body(), faults);
        return new Answer(200, "application/ocsp-response", response);
    }

    private Answer timestamp(Call call) throws IOException, InterruptedException {
        Set<TsaFault> faults = tsaFaults;
        if (faults.contains(TsaFault.DOWN)) {
            return Answer.UNAVAILABLE;
        }
        if (authorization != null && !authorization.equals(call.authorization())) {
            return Answer.UNAUTHORIZED;
        }
        pause(faults.contains(TsaFault.SLOW));
        String type = faults.contains(TsaFault.GARBAGE) ? "text/html" : "application/timestamp-reply";
        return new Answer(200, type, timestampUnit.answer(call.body(), tsaPolicies, faults, clockOff));
    }

    private Answer list(Call call) {
        byte[] list = lists.get(call.name());
        return list == null ? Answer.NOT_FOUND : new Answer(200, "application/vnd.etsi.tsl+xml", list);
    }

    private void pause(boolean slow) throws InterruptedException {
        if (slow) {
            closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
