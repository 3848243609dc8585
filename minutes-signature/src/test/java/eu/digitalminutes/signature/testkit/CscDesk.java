// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What happens behind the methods of a {@link CscServer}: tokens, one-time passwords, authorizations. */
final class CscDesk {
    private final Map<String, CscCredential> credentials = new LinkedHashMap<>();
    private final Map<String, String> otps = new LinkedHashMap<>();
    private final Set<String> sent = new HashSet<>();
    private final Map<String, Grant> grants = new LinkedHashMap<>();
    private int serial;
    private int signatures;
    private String accessToken = "token-0";

    /** What a signer agreed to; no digests mean any. */
    private record Grant(String credential, int number, List<String> digests, boolean expired) {}

    synchronized CscCredential add(CscCredential credential) {
        credentials.put(credential.id(), credential);
        otps.put(credential.id(), newOtp());
        return credential;
    }

    synchronized String accessToken() {
        return accessToken;
    }

    synchronized void renewAccessToken() {
        accessToken = "token-" + ++serial;
    }

    synchronized int signatures() {
        return signatures;
    }

    synchronized String otp(CscCredential credential) {
        return String.valueOf(otps.get(credential.id()));
    }

    private String newOtp() {
        return "otp" + (100_000 + ++serial);
    }

    synchronized String credentialToken(Map<String, String> parameters) {
        if (!"credential".equals(parameters.get("scope"))) {
            throw new IllegalArgumentException("A token of scope credential is asked for with " + parameters);
        }
        String digests = parameters.containsKey("hash") ? parameters.get("hash") : parameters.get("hashes");
        List<String> plain = Arrays.stream(String.valueOf(digests).split(","))
                .map(digest -> Base64.getEncoder()
                        .encodeToString(Base64.getUrlDecoder().decode(digest)))
                .toList();
        String token = "credential-token-" + ++serial;
        int number = Integer.parseInt(String.valueOf(parameters.get("numSignatures")));
        grants.put(token, new Grant(String.valueOf(parameters.get("credentialID")), number, plain, false));
        return token;
    }

    synchronized ObjectNode answer(String method, CscRequest request, int pageSize) throws GeneralSecurityException {
        boolean byCredentialToken =
                request.second() && method.equals("signatures/signHash") && grants.containsKey(request.bearer());
        if (!request.bearer().equals(accessToken) && !byCredentialToken) {
            throw new CscError(401, "invalid_token", "The access token expired");
        }
        return switch (method) {
            case "credentials/list" -> list(request, pageSize);
            case "credentials/info" -> CscCredentialInfo.of(credential(request), request.second());
            case "credentials/sendOTP" -> sendOtp(request);
            case "credentials/getChallenge" -> challenge(request);
            case "credentials/authorize" -> authorize(request);
            case "signatures/signHash" -> signHash(request);
            default -> throw new IllegalArgumentException(method);
        };
    }

    private CscCredential credential(CscRequest request) {
        CscCredential found =
                credentials.get(request.body().path("credentialID").asText(""));
        if (found == null) {
            throw CscError.invalid("Invalid parameter credentialID");
        }
        return found;
    }

    private ObjectNode list(CscRequest request, int pageSize) {
        int from = request.body().path("pageToken").asInt(0);
        int most = Math.min(pageSize, request.body().path("maxResults").asInt(pageSize));
        List<String> ids = new ArrayList<>(credentials.keySet());
        int to = Math.min(ids.size(), from + most);
        ObjectNode answer = CscServer.JSON.createObjectNode();
        ArrayNode page = answer.putArray("credentialIDs");
        ids.subList(Math.min(from, to), to).forEach(page::add);
        if (to < ids.size() || request.has(CscFault.ENDLESS_PAGES)) {
            answer.put("nextPageToken", Integer.toString(Math.max(to, from + 1)));
        }
        return answer;
    }

    private ObjectNode sendOtp(CscRequest request) {
        CscCredential credential = credential(request);
        if (credential.otp() != CscCredential.Otp.ONLINE) {
            throw CscError.invalid("This credential has no online OTP");
        }
        otps.put(credential.id(), newOtp());
        sent.add(credential.id());
        return CscServer.JSON.createObjectNode();
    }

    private ObjectNode challenge(CscRequest request) {
        credential(request);
        ObjectNode answer = CscServer.JSON.createObjectNode();
        return answer.put(
                "challenge", "Codice " + request.body().path("authObjectID").asText("") + " di oggi");
    }

    private ObjectNode authorize(CscRequest request) {
        CscCredential credential = credential(request);
        int number = request.body().path("numSignatures").asInt(0);
        List<String> digests = request.digests();
        if (!credential.enabled()) {
            throw CscError.invalid("The credential identified by credentialID is disabled");
        }
        if (number < 1 || number > credential.multisign()) {
            throw CscError.invalid("Numbers of signatures is too high");
        }
        if (credential.scal() == 2 && digests.size() != number) {
            throw CscError.invalid("Missing hashes for SCAL 2");
        }
        if (credential.mode() == CscCredential.Mode.OAUTH2) {
            throw CscError.invalid("This credential is authorized by OAuth 2");
        }
        if (credential.mode() == CscCredential.Mode.EXPLICIT) {
            checkPin(credential, request);
            checkOtp(credential, request);
        }
        List<String> bound = credential.scal() == 2 ? digests : List.of();
        if (request.has(CscFault.OTHER_DIGESTS)) {
            bound = List.of(Base64.getEncoder().encodeToString(new byte[32]));
        }
        String sad = "SAD-" + ++serial;
        grants.put(sad, new Grant(credential.id(), number, bound, request.has(CscFault.SAD_EXPIRED)));
        return CscServer.JSON.createObjectNode().put("SAD", sad).put("expiresIn", TimeUnit.MINUTES.toSeconds(5));
    }

    private static void checkPin(CscCredential credential, CscRequest request) {
        if (credential.pin().isEmpty()) {
            return;
        }
        if (credential.locked()) {
            throw CscError.invalid("Credential locked");
        }
        boolean right = credential.pin().equals(request.means("PIN"));
        credential.countPin(right);
        if (!right) {
            throw wrong(request, "invalid_pin", "The PIN is invalid");
        }
    }

    private void checkOtp(CscCredential credential, CscRequest request) {
        if (credential.otp() == CscCredential.Otp.NONE) {
            return;
        }
        String right = String.valueOf(otps.get(credential.id()));
        boolean there = credential.otp() != CscCredential.Otp.ONLINE || sent.remove(credential.id());
        boolean good = there && right.equals(request.means("OTP"));
        otps.put(credential.id(), newOtp());
        if (!good || request.has(CscFault.OTP_EXPIRED)) {
            throw wrong(request, "invalid_otp", good ? "The OTP is expired" : "The OTP is invalid");
        }
    }

    /** The second version does not say which of the two was wrong. */
    private static CscError wrong(CscRequest request, String error, String description) {
        return request.second()
                ? new CscError(400, "invalid_authentication_data", "The authentication data is invalid")
                : new CscError(400, error, description);
    }

    private ObjectNode signHash(CscRequest request) throws GeneralSecurityException {
        CscCredential credential = credential(request);
        List<String> digests = request.digests();
        String algorithm = request.body().path("signAlgo").asText("");
        if (!credential.algorithms().contains(algorithm)) {
            throw CscError.invalid("Invalid parameter signAlgo");
        }
        if (!request.second()) {
            request.requireSha256("hashAlgo");
        }
        String key = request.second() && grants.containsKey(request.bearer())
                ? request.bearer()
                : request.body().path("SAD").asText("");
        Grant grant = grants.remove(key);
        if (grant == null || !grant.credential().equals(credential.id())) {
            throw CscError.invalid("Invalid parameter SAD");
        }
        if (grant.expired()) {
            throw CscError.invalid("SAD expired");
        }
        if (digests.isEmpty() || digests.size() > grant.number()) {
            throw CscError.invalid(digests.isEmpty() ? "Empty hash array" : "Too many hashes for this SAD");
        }
        if (!grant.digests().isEmpty() && !grant.digests().containsAll(digests)) {
            throw CscError.invalid("Hash is not authorized by the SAD");
        }
        signatures += digests.size();
        ObjectNode answer = CscServer.JSON.createObjectNode();
        CscValues.of(credential.identity(), digests, request).forEach(answer.putArray("signatures")::add);
        return answer;
    }
}
