// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import eu.digitalminutes.signature.key.BatchSigningKey;
import eu.digitalminutes.signature.remote.ConsentRequest.Course;
import eu.digitalminutes.signature.remote.RemoteCredential.Asked;
import eu.digitalminutes.signature.remote.RemoteCredential.OtpDelivery;
import eu.digitalminutes.signature.remote.ServiceCall.Effect;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A key in a remote signature service: asks the signer, authorizes, signs, each once. */
final class RemoteKey implements BatchSigningKey {
    private final RemoteSigning service;
    private final ServiceHttp http;
    private final AccessTokens tokens;
    private final RemoteCredential credential;
    private final SignerConsent consent;
    private String ended = "";

    RemoteKey(
            RemoteSigning service,
            ServiceHttp http,
            AccessTokens tokens,
            RemoteCredential credential,
            SignerConsent consent) {
        this.service = service;
        this.http = http;
        this.tokens = tokens;
        this.credential = credential;
        this.consent = consent;
    }

    @Override
    public List<X509Certificate> certificateChain() {
        return credential.certificateChain();
    }

    @Override
    public byte[] sign(byte[] data) {
        return signAll(List.of(data)).get(0);
    }

    @Override
    public synchronized List<byte[]> signAll(List<byte[]> data) {
        List<byte[]> values = new ArrayList<>();
        for (int from = 0; from < data.size(); from += credential.multisign()) {
            Course course = new Course(from, data.size());
            List<byte[]> part = data.subList(from, Math.min(data.size(), from + credential.multisign()));
            values.addAll(BatchSigningKey.ofDigests(credential.certificateChain(), digests -> signed(digests, course))
                    .signAll(part));
        }
        return List.copyOf(values);
    }

    @Override
    public synchronized void close() {
        ended = "it was closed";
    }

    private List<byte[]> signed(List<Digest> digests, Course course) {
        if (!ended.isEmpty()) {
            throw new SigningRefusedException(
                    "KEY_ENDED",
                    credential + " is not asked again: " + ended
                            + "; make a new key when the signer wants to try again",
                    null);
        }
        RemoteCredential now = service.credential(credential.id());
        requireSame(now);
        if (now.authorizationMode() == AuthorizationMode.IMPLICIT) {
            return signHash(digests, authorize(now, digests, Consent.pin(new char[0])));
        }
        Optional<String> challenge = announceOtp(now);
        Consent given = consent.give(new ConsentRequest(now, service.version(), digests, course, challenge));
        try {
            requireComplete(now, given);
            return now.authorizationMode() == AuthorizationMode.OAUTH2
                    ? signHashWithToken(digests, given.token())
                    : signHash(digests, authorize(now, digests, given));
        } finally {
            given.forget();
        }
    }

    private void requireSame(RemoteCredential now) {
        now.requireUsable();
        if (!now.certificateChain().get(0).equals(credential.certificateChain().get(0))
                || now.authorizationMode() != credential.authorizationMode()
                || now.multisign() < credential.multisign()) {
            throw new MinutesException(
                    "CREDENTIAL_CHANGED",
                    credential + " is not what it was when the key was made (certificate, authorization or number of"
                            + " signatures): make a new key");
        }
    }

    private static void requireComplete(RemoteCredential now, Consent given) {
        if (given.used()) {
            throw new SigningRefusedException(
                    "CONSENT_USED", "a consent serves once: ask the owner of " + now + " anew; nothing was sent", null);
        }
        boolean token = now.authorizationMode() == AuthorizationMode.OAUTH2;
        if ((now.asksPin() && given.pin().length == 0)
                || (now.asksOtp() && given.otp().length == 0)
                || (token && given.token().isEmpty())) {
            throw new SigningRefusedException(
                    "CONSENT_INCOMPLETE",
                    now + " needs " + (token ? "an access token" : now.asksPin() ? "a PIN" : "")
                            + (now.asksPin() && now.asksOtp() ? " and " : "")
                            + (now.asksOtp() ? "a one-time password" : "")
                            + " that the consent does not have; nothing was sent",
                    null);
        }
    }

    /** Has the one-time password sent, where it is the service that sends it. */
    private Optional<String> announceOtp(RemoteCredential now) {
        OtpDelivery delivery = now.asked().delivery();
        if (delivery == OtpDelivery.SEND) {
            asked(ServiceCall.of(
                    "credentials/sendOTP",
                    Effect.NOTIFIES,
                    List.of(),
                    json -> json.writeStringField("credentialID", now.id())));
        }
        if (delivery != OtpDelivery.CHALLENGE) {
            return Optional.empty();
        }
        JsonNode answer = asked(ServiceCall.of("credentials/getChallenge", Effect.NOTIFIES, List.of(), json -> {
            json.writeStringField("credentialID", now.id());
            json.writeStringField("authObjectID", now.asked().otpName());
        }));
        return Optional.of(Wording.clean(answer.path("challenge").asText(""), List.of()))
                .filter(words -> !words.isEmpty());
    }

    /** The signature activation data for these digests. */
    private String authorize(RemoteCredential now, List<Digest> digests, Consent given) {
        List<String> secrets = List.of(new String(given.pin()), new String(given.otp()));
        ServiceCall call = ServiceCall.of("credentials/authorize", Effect.SPENDS, secrets, json -> {
            json.writeStringField("credentialID", now.id());
            json.writeNumberField("numSignatures", digests.size());
            writeDigests(json, digests);
            if (service.version() == ApiVersion.V2) {
                json.writeStringField("hashAlgorithmOID", KeyAlgorithm.SHA256);
            }
            writeConsent(json, now.asked(), given);
        });
        try {
            JsonNode answer = asked(call);
            String sad = answer.path("SAD").asText("");
            if (sad.isEmpty()) {
                throw http.unusable(call, "it has no SAD");
            }
            return sad;
        } finally {
            call.forget();
        }
    }

    private void writeConsent(JsonGenerator json, Asked asked, Consent given) throws IOException {
        boolean otp = asked.delivery() != OtpDelivery.NOT_ASKED;
        boolean pin = !asked.pinName().isEmpty();
        if (service.version() == ApiVersion.V1) {
            if (pin) {
                json.writeFieldName("PIN");
                json.writeString(given.pin(), 0, given.pin().length);
            }
            if (otp) {
                json.writeFieldName("OTP");
                json.writeString(given.otp(), 0, given.otp().length);
            }
        } else if (pin || otp) {
            json.writeArrayFieldStart("authData");
            if (pin) {
                writeMeans(json, asked.pinName(), given.pin());
            }
            if (otp) {
                writeMeans(json, asked.otpName(), given.otp());
            }
            json.writeEndArray();
        }
    }

    private static void writeMeans(JsonGenerator json, String name, char[] value) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", name);
        json.writeFieldName("value");
        json.writeString(value, 0, value.length);
        json.writeEndObject();
    }

    private List<byte[]> signHash(List<Digest> digests, String sad) {
        ServiceCall call = signHashCall(digests, sad);
        return values(call, asked(call));
    }

    /** With the token of scope credential: in its place version 1 wants it as SAD, version 2 as bearer. */
    private List<byte[]> signHashWithToken(List<Digest> digests, String token) {
        if (service.version() == ApiVersion.V1) {
            return signHash(digests, token);
        }
        ServiceCall call = signHashCall(digests, "");
        try {
            return values(call, http.ask(call, token));
        } catch (Refusal refused) {
            throw refused(call, refused);
        }
    }

    private ServiceCall signHashCall(List<Digest> digests, String sad) {
        return ServiceCall.of("signatures/signHash", Effect.SPENDS, List.of(sad), json -> {
            json.writeStringField("credentialID", credential.id());
            if (!sad.isEmpty()) {
                json.writeStringField("SAD", sad);
            }
            writeDigests(json, digests);
            json.writeStringField(
                    service.version() == ApiVersion.V1 ? "hashAlgo" : "hashAlgorithmOID", KeyAlgorithm.SHA256);
            json.writeStringField("signAlgo", KeyAlgorithm.choose(credential));
        });
    }

    /** In plain base64: the web form of it is for OAuth 2 parameters only. */
    private void writeDigests(JsonGenerator json, List<Digest> digests) throws IOException {
        json.writeArrayFieldStart(service.version() == ApiVersion.V1 ? "hash" : "hashes");
        for (Digest digest : digests) {
            json.writeString(digest.base64());
        }
        json.writeEndArray();
    }

    private List<byte[]> values(ServiceCall call, JsonNode answer) {
        if (answer.hasNonNull("responseID")) {
            throw http.unusable(call, "it announces a result for later, which is not supported");
        }
        List<byte[]> values = new ArrayList<>();
        for (JsonNode value : answer.path("signatures")) {
            try {
                values.add(Base64.getMimeDecoder().decode(value.asText()));
            } catch (IllegalArgumentException e) {
                throw http.unusable(call, "a value in it is not base64");
            }
        }
        return values;
    }

    private JsonNode asked(ServiceCall call) {
        try {
            return http.ask(call, tokens);
        } catch (Refusal refused) {
            throw refused(call, refused);
        }
    }

    private SigningRefusedException refused(ServiceCall call, Refusal refused) {
        String code = refused.status() == 401
                ? "ACCESS_TOKEN_REFUSED"
                : switch (refused.error()) {
                    case "invalid_pin" -> "PIN_WRONG";
                    case "invalid_otp" -> "OTP_WRONG";
                    case "invalid_authentication_data" -> "AUTHENTICATION_WRONG";
                    default -> "REMOTE_REFUSED";
                };
        ended = "the service had refused " + call.method() + " (" + code + ")";
        return new SigningRefusedException(
                code,
                "the signature service " + http.where() + " refused " + call.method() + " with " + credential + ": "
                        + refused.getMessage() + "; no signature came back, ask the signer",
                null);
    }

    /** The identifier and the person; no secrets. */
    @Override
    public String toString() {
        return credential.toString();
    }
}
