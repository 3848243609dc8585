// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.signature.testkit.LoopbackHttp.Answer;
import eu.digitalminutes.signature.testkit.LoopbackHttp.Call;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A remote signature service (<i>firma remota</i>) on the loopback address that speaks the API of the Cloud Signature
 * Consortium, 1.0.4 and 2.0 at once, with faults that can be switched while it runs.
 *
 * <p>It holds the client to the API: tokens, one-time passwords that are good once, SADs for a number of signatures
 * and, at level 2, for their digests. It listens on a free port, on daemon threads, until it is closed.
 */
public final class CscServer implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> METHODS = List.of(
            "info",
            "credentials/list",
            "credentials/info",
            "credentials/sendOTP",
            "credentials/getChallenge",
            "credentials/authorize",
            "signatures/signHash");

    private final LoopbackHttp http;
    private final CscDesk desk = new CscDesk();
    private final Set<String> concealed = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<CscFault>> faults = new ConcurrentHashMap<>();
    private final Set<String> healing = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Duration delay = Duration.ofSeconds(30);
    private volatile String retryAfter = "0";
    private volatile String specs = "";
    private volatile int pageSize = 100;

    private CscServer(LoopbackHttp http) {
        this.http = http;
        for (String method : METHODS) {
            for (int version = 1; version <= 2; version++) {
                boolean second = version == 2;
                http.serve("csc/v" + version + "/" + method, call -> answer(method, second, call));
            }
        }
        http.serve("elsewhere", call -> new Answer(200, "application/json", call.body()));
        http.start();
    }

    /**
     * Starts a service without keys.
     *
     * @throws IOException if no port can be opened
     */
    public static CscServer start() throws IOException {
        return new CscServer(new LoopbackHttp());
    }

    /** The base address of version 1.0.4. */
    public URI v1() {
        return http.base().resolve("csc/v1");
    }

    /** The base address of version 2.0. */
    public URI v2() {
        return http.base().resolve("csc/v2");
    }

    /** Gives the service one more key, under the name of the identity. */
    public CscCredential add(TestIdentity identity) {
        return desk.add(new CscCredential("cred-" + identity.name(), identity));
    }

    /** The access token of scope {@code service} that is good now. */
    public String accessToken() {
        return desk.accessToken();
    }

    /** Lets the access token expire; {@link #accessToken()} gives another from now on. */
    public void expireAccessToken() {
        desk.renewAccessToken();
    }

    /**
     * Does what the service's page does after the signer agreed: an access token of scope {@code credential}.
     *
     * @param parameters those of the OAuth 2 authorization request
     */
    public String credentialToken(Map<String, String> parameters) {
        return desk.credentialToken(parameters);
    }

    /** The one-time password that is right now, as the signer reads it; good once. */
    public String otp(CscCredential credential) {
        return desk.otp(credential);
    }

    /** How many signatures the service has made. */
    public int signatures() {
        return desk.signatures();
    }

    /**
     * How many requests a method has had in both versions, answered or not.
     *
     * @param method its name, such as {@code credentials/info}; {@code elsewhere} for where redirections lead
     */
    public int requests(String method) {
        return method.equals("elsewhere")
                ? http.requests(method)
                : http.requests("csc/v1/" + method) + http.requests("csc/v2/" + method);
    }

    /** Gives a method exactly these faults from now on; none makes it sound again. */
    public void faults(String method, CscFault... values) {
        healing.remove(method);
        faults.put(method, Set.of(values));
    }

    /** Gives a method these faults for its next request only. */
    public void faultOnce(String method, CscFault... values) {
        faults.put(method, Set.of(values));
        healing.add(method);
    }

    /** Sets how long SLOW methods wait; 30 seconds at first. Waiting ends when the server is closed. */
    public void delay(Duration wait) {
        delay = Objects.requireNonNull(wait, "wait");
    }

    /** Sets the header of answers of DOWN and BUSY; {@code 0} at first, an empty one leaves it out. */
    public void retryAfter(String value) {
        retryAfter = Objects.requireNonNull(value, "value");
    }

    /** Announces another version than the one spoken. */
    public void specs(String value) {
        specs = Objects.requireNonNull(value, "value");
    }

    /** Leaves a method out of what is announced, and answers it with HTTP 501. */
    public void conceal(String method) {
        concealed.add(method);
    }

    /** Sets how many keys a page of the list has; 100 at first. */
    public void pageSize(int keys) {
        pageSize = keys;
    }

    /** Stops at once; requests in work get no answer. */
    @Override
    public void close() {
        closed.countDown();
        http.close();
    }

    private Answer answer(String method, boolean second, Call call) throws InterruptedException {
        Set<CscFault> found = faults.getOrDefault(method, Set.of());
        if (healing.remove(method)) {
            faults.remove(method);
        }
        if (found.contains(CscFault.SLOW)) {
            closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (found.contains(CscFault.BUSY) || found.contains(CscFault.DOWN)) {
            Map<String, String> headers = retryAfter.isEmpty() ? Map.of() : Map.of("Retry-After", retryAfter);
            int status = found.contains(CscFault.BUSY) ? 429 : 503;
            return new Answer(status, "text/plain", "occupato".getBytes(StandardCharsets.UTF_8), headers);
        }
        if (found.contains(CscFault.BROKEN)) {
            return new Answer(500, "text/html", "<h1>Errore</h1>".getBytes(StandardCharsets.UTF_8));
        }
        if (found.contains(CscFault.REDIRECT)) {
            String elsewhere = http.base().resolve("elsewhere").toString();
            return new Answer(307, "text/plain", new byte[0], Map.of("Location", elsewhere));
        }
        if (found.contains(CscFault.HUGE)) {
            return new Answer(200, "application/json", new byte[3 << 20]);
        }
        if (found.contains(CscFault.HALF_JSON)) {
            return new Answer(200, "application/json", "{\"SAD\":\"segreto".getBytes(StandardCharsets.UTF_8));
        }
        if (found.contains(CscFault.LATER)) {
            return new Answer(202, "application/json", "{\"handle\":\"h\"}".getBytes(StandardCharsets.UTF_8));
        }
        return answer(method, new CscRequest(second, call, found));
    }

    private Answer answer(String method, CscRequest request) {
        try {
            if (request.has(CscFault.ECHO)) {
                throw new CscError(400, "invalid_request", request.echo());
            }
            if (concealed.contains(method)) {
                throw new CscError(501, "not_implemented", method);
            }
            if (method.equals("info")) {
                return json(200, info(request.second()));
            }
            ObjectNode answer = desk.answer(method, request, pageSize);
            if (request.has(CscFault.HANGS_UP)) {
                return Answer.NONE;
            }
            return answer.isEmpty() ? new Answer(204, "application/json", new byte[0]) : json(200, answer);
        } catch (CscError e) {
            ObjectNode error = JSON.createObjectNode();
            error.put("error", e.error());
            error.put("error_description", e.getMessage());
            return json(e.status(), error);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The service could not sign", e);
        }
    }

    private ObjectNode info(boolean second) {
        ObjectNode info = JSON.createObjectNode();
        info.put("specs", !specs.isEmpty() ? specs : second ? "2.0.0.2" : "1.0.4.0");
        info.put("name", "Firma remota di prova");
        info.put("region", "IT");
        info.put("lang", "it-IT");
        info.putArray("authType").add("oauth2code");
        List<String> announced = new ArrayList<>(METHODS);
        if (!second) {
            announced.remove("credentials/getChallenge");
        }
        announced.removeAll(concealed);
        announced.forEach(info.withArray("methods")::add);
        return info;
    }

    private static Answer json(int status, JsonNode body) {
        try {
            return new Answer(status, "application/json", JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON in memory is written", e);
        }
    }
}
