// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.signature.internal.http.BoundedBody;
import eu.digitalminutes.signature.remote.ServiceCall.Effect;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends requests and takes answers, within bounds; repeats only what reads. */
final class ServiceHttp {
    /** Longer than anything that the API answers. */
    private static final int MOST_BYTES = 1 << 20;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int MOST_REPEATS = 2;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(30).build())
            .build());

    private final URI base;
    private final HttpClient client;
    private final Duration patience;

    ServiceHttp(URI base, HttpClient client, Duration patience) {
        this.base = checked(base);
        this.client = client;
        this.patience = patience;
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "the HTTP client follows redirects: a service could send the signer's PIN elsewhere");
        }
    }

    private static URI checked(URI base) {
        String host = base.getHost();
        boolean plain = "http".equals(base.getScheme()) && host != null && HERE.contains(host);
        if (host == null || !("https".equals(base.getScheme()) || plain)) {
            throw new IllegalArgumentException("a remote signature service has an https address");
        }
        if (base.getRawUserInfo() != null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the address of a remote signature service has no login, query or fragment");
        }
        String address = base.toString();
        return URI.create(address.endsWith("/") ? address : address + "/");
    }

    /** Where the service is, for messages. */
    String where() {
        return base.toString();
    }

    /** Sends without a token. */
    JsonNode ask(ServiceCall call) throws Refusal {
        return answered(call, "");
    }

    /** Sends with the caller's token; what reads is sent once more with a fresh token if this one is refused. */
    JsonNode ask(ServiceCall call, AccessTokens tokens) throws Refusal {
        String token = tokens.token();
        try {
            return answered(call, token);
        } catch (Refusal refused) {
            if (refused.status() != 401 || call.effect() != Effect.READS) {
                throw refused;
            }
            String fresh = tokens.renewedToken();
            if (fresh.equals(token)) {
                throw refused;
            }
            return answered(call, fresh);
        }
    }

    /** Sends with a given token, once. */
    JsonNode ask(ServiceCall call, String token) throws Refusal {
        return answered(call, token);
    }

    private JsonNode answered(ServiceCall call, String token) throws Refusal {
        HttpRequest request = request(call, token);
        for (int repeats = 0; ; repeats++) {
            HttpResponse<byte[]> response = response(call, request);
            int status = response.statusCode();
            if (status != 429 && status != 503) {
                return content(call, response, token);
            }
            Duration pause = RetryAfter.of(response.headers());
            if (call.effect() != Effect.READS || repeats == MOST_REPEATS || pause.compareTo(LONGEST_PAUSE) > 0) {
                throw new ServiceUnavailableException(
                        "REMOTE_UNAVAILABLE",
                        "the signature service " + where() + " is busy (HTTP " + status + "): no signature was made by "
                                + call.method() + "; try again in " + pause.toSeconds() + " seconds",
                        null);
            }
            sleep(pause);
        }
    }

    private HttpRequest request(ServiceCall call, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(call.method()))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(call.body()));
        if (!token.isEmpty()) {
            try {
                request.header("Authorization", "Bearer " + token);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("an access token has characters that a header cannot hold");
            }
        }
        return request.build();
    }

    private HttpResponse<byte[]> response(ServiceCall call, HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new BoundedBody(MOST_BYTES));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw silent(call, null);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancelledException("remote signing");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BoundedBody.TooLarge) {
                throw unusable(call, "it is longer than " + MOST_BYTES + " bytes");
            }
            if (e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException) {
                throw new ServiceUnavailableException(
                        "REMOTE_UNAVAILABLE",
                        "the signature service " + where() + " cannot be reached: no signature was made by "
                                + call.method() + "; try again later",
                        e.getCause());
            }
            throw silent(call, e.getCause());
        }
    }

    private ServiceUnavailableException silent(ServiceCall call, @Nullable Throwable cause) {
        return call.effect() == Effect.SPENDS
                ? unknown(call, "gave no answer within " + patience.toSeconds() + " seconds or broke it off", cause)
                : new ServiceUnavailableException(
                        "REMOTE_UNAVAILABLE",
                        "the signature service " + where() + " did not answer " + call.method() + " within "
                                + patience.toSeconds() + " seconds; no signature was made, try again later",
                        cause);
    }

    private ServiceUnavailableException unknown(ServiceCall call, String what, @Nullable Throwable cause) {
        return new ServiceUnavailableException(
                "REMOTE_OUTCOME_UNKNOWN",
                "the signature service " + where() + " " + what + ": whether " + call.method()
                        + " was done there is unknown, no signature came back; ask the signer before trying again",
                cause);
    }

    private JsonNode content(ServiceCall call, HttpResponse<byte[]> response, String token) throws Refusal {
        int status = response.statusCode();
        if (status == 204) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (status == 200) {
            return parsed(call, response.body());
        }
        if (status >= 400 && status < 500) {
            throw refusal(call, response, token);
        }
        if (status >= 500) {
            throw call.effect() == Effect.SPENDS
                    ? unknown(call, "failed (HTTP " + status + ")", null)
                    : new ServiceUnavailableException(
                            "REMOTE_UNAVAILABLE",
                            "the signature service " + where() + " failed at " + call.method() + " (HTTP " + status
                                    + "); try again later",
                            null);
        }
        if (status >= 300) {
            throw unusable(call, "it redirects elsewhere (HTTP " + status + "), which is not followed");
        }
        throw unusable(call, "HTTP " + status + " announces a result for later, which is not supported");
    }

    private JsonNode parsed(ServiceCall call, byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            if (answer.isObject()) {
                return answer;
            }
        } catch (IOException e) {
            throw unusable(call, "it is not JSON"); // the parser's words may quote a token
        }
        throw unusable(call, "it is not a JSON object");
    }

    private static Refusal refusal(ServiceCall call, HttpResponse<byte[]> response, String token) {
        List<String> secrets = new ArrayList<>(call.secrets());
        secrets.add(token);
        JsonNode words = JsonNodeFactory.instance.objectNode();
        try {
            words = JSON.readTree(response.body());
        } catch (IOException e) {
            return new Refusal(response.statusCode(), "", "without an explanation");
        }
        return new Refusal(
                response.statusCode(),
                Wording.clean(words.path("error").asText(""), secrets),
                Wording.clean(words.path("error_description").asText(""), secrets));
    }

    /** An answer that cannot be used. */
    MinutesException unusable(ServiceCall call, String why) {
        return new MinutesException(
                "REMOTE_ANSWER_UNUSABLE",
                "the answer of the signature service " + where() + " to " + call.method() + " cannot be used: " + why
                        + "; is the address right?");
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("remote signing");
        }
    }
}
