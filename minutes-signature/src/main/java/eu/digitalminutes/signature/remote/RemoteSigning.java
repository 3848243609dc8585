// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

import com.fasterxml.jackson.databind.JsonNode;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.signature.key.BatchSigningKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A remote signature service (<i>servizio di firma remota</i>) that speaks the API of the Cloud Signature Consortium.
 * Only methods that the service announces are used.
 *
 * <p>Every method here makes one or a few HTTP requests on the caller's thread. Requests that only read are repeated at
 * most twice, within seconds, where the service is busy (HTTP 429 and 503), and once with a fresh access token. Safe to
 * use from several threads.
 *
 * @see <a href="https://cloudsignatureconsortium.org/resources/download-api-specifications/">Cloud Signature
 *     Consortium: API specifications 1.0.4.0 and 2.0.0.2</a>
 */
public final class RemoteSigning {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_PAGES = 50;
    private static final int MOST_CREDENTIALS = 500;

    private final ServiceHttp http;
    private final AccessTokens tokens;
    private final String name;
    private final ApiVersion version;
    private final Set<String> methods;

    private RemoteSigning(ServiceHttp http, AccessTokens tokens, JsonNode info, ApiVersion version) {
        this.http = http;
        this.tokens = tokens;
        this.version = version;
        this.name = Wording.clean(info.path("name").asText(""), List.of());
        Set<String> announced = new LinkedHashSet<>();
        info.path("methods").forEach(method -> announced.add(Wording.clean(method.asText(), List.of())));
        this.methods = Collections.unmodifiableSet(announced);
    }

    /**
     * Asks a service what it is and can do. Each answer is waited for half a minute.
     *
     * @param base the address under which the methods lie, such as {@code https://firma.example/csc/v1}: https, or http
     *     on this machine
     * @param tokens the caller's access tokens; not asked yet
     * @return the service
     * @throws IllegalArgumentException if the address is of another kind
     * @throws ServiceUnavailableException with code {@code REMOTE_UNAVAILABLE} if it does not answer
     * @throws MinutesException with code {@code REMOTE_ANSWER_UNUSABLE} if something else answers,
     *     {@code API_VERSION_UNSUPPORTED} if the version is neither 1 nor 2
     */
    public static RemoteSigning connect(URI base, AccessTokens tokens) {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
        return connect(base, tokens, client, PATIENCE);
    }

    /**
     * Asks a service what it is and can do, through a client of the caller's: for a proxy, or a TLS certificate of the
     * municipality's.
     *
     * @param base as in {@link #connect(URI, AccessTokens)}
     * @param tokens the caller's access tokens; not asked yet
     * @param client a client that follows no redirects
     * @param patience how long each answer is waited for
     * @return the service
     * @throws IllegalArgumentException if the address is of another kind, or the client follows redirects
     * @throws ServiceUnavailableException as in {@link #connect(URI, AccessTokens)}
     * @throws MinutesException as in {@link #connect(URI, AccessTokens)}
     */
    public static RemoteSigning connect(URI base, AccessTokens tokens, HttpClient client, Duration patience) {
        ServiceHttp http = new ServiceHttp(
                Objects.requireNonNull(base, "base"),
                Objects.requireNonNull(client, "client"),
                Objects.requireNonNull(patience, "patience"));
        Objects.requireNonNull(tokens, "tokens");
        ServiceCall call = ServiceCall.reading("info", json -> {});
        try {
            JsonNode info = http.ask(call);
            return new RemoteSigning(
                    http, tokens, info, version(http, info.path("specs").asText("")));
        } catch (Refusal refused) {
            throw refusal(http, call, refused);
        }
    }

    private static ApiVersion version(ServiceHttp http, String specs) {
        if (specs.startsWith("1.")) {
            return ApiVersion.V1;
        }
        if (specs.startsWith("2.")) {
            return ApiVersion.V2;
        }
        throw new MinutesException(
                "API_VERSION_UNSUPPORTED",
                "the signature service " + http.where() + " speaks version \"" + Wording.clean(specs, List.of())
                        + "\" of the API; 1.0.4 or 2 is needed");
    }

    /**
     * What the service calls itself.
     *
     * @return its name for people; empty if it has none
     */
    public String name() {
        return name;
    }

    /**
     * The generation of the API that it speaks.
     *
     * @return as it announced
     */
    public ApiVersion version() {
        return version;
    }

    /**
     * The methods that it announced.
     *
     * @return their names, such as {@code signatures/signHash}, in its order
     */
    public Set<String> methods() {
        return methods;
    }

    /**
     * The keys of the user for whom the access token was given. One request for each page of the list, then one for
     * each key.
     *
     * @return their descriptions, in the service's order
     * @throws ServiceUnavailableException with code {@code REMOTE_UNAVAILABLE} if the service does not answer
     * @throws MinutesException with code {@code METHOD_NOT_OFFERED} if the service lists no keys,
     *     {@code ACCESS_TOKEN_REFUSED}, {@code REMOTE_REFUSED} or {@code REMOTE_ANSWER_UNUSABLE}
     */
    public List<RemoteCredential> credentials() {
        Set<String> ids = new LinkedHashSet<>();
        Set<String> pages = new LinkedHashSet<>();
        String page = "";
        do {
            String token = page;
            ServiceCall call = ServiceCall.reading("credentials/list", json -> {
                json.writeNumberField("maxResults", 50);
                if (!token.isEmpty()) {
                    json.writeStringField("pageToken", token);
                }
            });
            JsonNode answer = read(call);
            answer.path("credentialIDs").forEach(id -> ids.add(id.asText()));
            page = answer.path("nextPageToken").asText("");
            if (!pages.add(page) || pages.size() > MOST_PAGES || ids.size() > MOST_CREDENTIALS) {
                throw http.unusable(call, "its list of keys has no end");
            }
        } while (!page.isEmpty());
        List<RemoteCredential> credentials = new ArrayList<>();
        for (String id : ids) {
            credentials.add(credential(id));
        }
        return List.copyOf(credentials);
    }

    /**
     * One key, described as it is now. One request.
     *
     * @param id the service's name for it
     * @return its description
     * @throws ServiceUnavailableException with code {@code REMOTE_UNAVAILABLE} if the service does not answer
     * @throws MinutesException with code {@code METHOD_NOT_OFFERED}, {@code ACCESS_TOKEN_REFUSED},
     *     {@code REMOTE_REFUSED} (it knows no such key, say) or {@code REMOTE_ANSWER_UNUSABLE}
     */
    public RemoteCredential credential(String id) {
        Objects.requireNonNull(id, "id");
        ServiceCall call = ServiceCall.reading("credentials/info", json -> {
            json.writeStringField("credentialID", id);
            json.writeStringField("certificates", "chain");
            json.writeBooleanField("certInfo", true);
            json.writeBooleanField("authInfo", true);
        });
        JsonNode answer = read(call);
        try {
            return new CredentialReader(methods).read(id, answer);
        } catch (CertificateException e) {
            throw http.unusable(call, String.valueOf(e.getMessage()));
        }
    }

    /**
     * A key to sign with. Its description is read now, and once more before each consent, so that a key that was
     * disabled or a certificate that was suspended meanwhile costs nobody a PIN.
     *
     * <p>The key asks the consent, authorizes and signs; nothing of that is ever repeated by itself. A batch takes one
     * consent for as many signatures as the key allows ({@link RemoteCredential#multisign()}), then another. Each value
     * is verified with the certificate before it is given back. After the service refused a PIN, a one-time password or
     * anything else of an authorization, the key refuses all further work without asking the service: make a new key
     * when the signer wants to try again. Errors of {@link BatchSigningKey#signAll}:
     *
     * <ul>
     *   <li>{@link eu.digitalminutes.core.outcome.SigningRefusedException}: {@code PIN_WRONG}, {@code OTP_WRONG},
     *       {@code AUTHENTICATION_WRONG} (a service of version 2 does not say which), {@code ACCESS_TOKEN_REFUSED},
     *       {@code REMOTE_REFUSED}, {@code CONSENT_INCOMPLETE}, {@code CONSENT_USED}, {@code KEY_ENDED}, and the codes of
     *       {@link BatchSigningKey#ofDigests}
     *   <li>{@link ServiceUnavailableException}: {@code REMOTE_UNAVAILABLE}, nothing was signed;
     *       {@code REMOTE_OUTCOME_UNKNOWN}, the answer was lost
     *   <li>{@link MinutesException}: {@code CREDENTIAL_DISABLED}, {@code CERTIFICATE_MISSING}, {@code CERTIFICATE_NOT_VALID},
     *       {@code CREDENTIAL_CHANGED}, {@code ALGORITHM_UNSUPPORTED}, {@code AUTHORIZATION_UNSUPPORTED},
     *       {@code METHOD_NOT_OFFERED}, {@code REMOTE_ANSWER_UNUSABLE}: all but the last before anyone is asked
     * </ul>
     *
     * @param credentialId the service's name for the key
     * @param consent asks its owner; never called for a key of {@link AuthorizationMode#IMPLICIT}
     * @return the key; used by one thread after the other
     * @throws ServiceUnavailableException with code {@code REMOTE_UNAVAILABLE} if the service does not answer
     * @throws MinutesException if the key cannot sign, with the codes above
     */
    public BatchSigningKey key(String credentialId, SignerConsent consent) {
        Objects.requireNonNull(consent, "consent");
        RemoteCredential credential = credential(credentialId);
        credential.requireUsable();
        requireOffered("signatures/signHash");
        if (credential.authorizationMode() != AuthorizationMode.OAUTH2) {
            requireOffered("credentials/authorize");
        }
        if (credential.asked().delivery() == RemoteCredential.OtpDelivery.CHALLENGE) {
            requireOffered("credentials/getChallenge");
        }
        return new RemoteKey(this, http, tokens, credential, consent);
    }

    private JsonNode read(ServiceCall call) {
        requireOffered(call.method());
        try {
            return http.ask(call, tokens);
        } catch (Refusal refused) {
            throw refusal(http, call, refused);
        }
    }

    private void requireOffered(String method) {
        if (!methods.contains(method)) {
            throw new MinutesException(
                    "METHOD_NOT_OFFERED", "the signature service " + http.where() + " does not offer " + method);
        }
    }

    private static MinutesException refusal(ServiceHttp http, ServiceCall call, Refusal refused) {
        return new MinutesException(
                refused.status() == 401 ? "ACCESS_TOKEN_REFUSED" : "REMOTE_REFUSED",
                "the signature service " + http.where() + " refused " + call.method() + ": " + refused.getMessage()
                        + (refused.status() == 401 ? "; log in again" : ""));
    }

    /** The name and the address. */
    @Override
    public String toString() {
        return name + " (" + http.where() + ")";
    }
}
