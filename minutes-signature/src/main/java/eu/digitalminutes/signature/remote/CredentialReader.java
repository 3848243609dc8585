// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

import com.fasterxml.jackson.databind.JsonNode;
import eu.digitalminutes.signature.remote.RemoteCredential.Asked;
import eu.digitalminutes.signature.remote.RemoteCredential.Authorization;
import eu.digitalminutes.signature.remote.RemoteCredential.KeyFacts;
import eu.digitalminutes.signature.remote.RemoteCredential.OtpDelivery;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what {@code credentials/info} answers, in the words of either version. */
final class CredentialReader {
    private static final int MOST_CERTIFICATES = 10;
    private static final int MOST_SIGNATURES = 1000;

    private final Set<String> methods;

    /**
     * A reader.
     *
     * @param methods what the service announces
     */
    CredentialReader(Set<String> methods) {
        this.methods = methods;
    }

    /**
     * A credential of an answer.
     *
     * @throws CertificateException if there are too many certificates, or one that cannot be read
     */
    RemoteCredential read(String id, JsonNode answer) throws CertificateException {
        JsonNode key = answer.path("key");
        Set<String> algorithms = new LinkedHashSet<>();
        key.path("algo").forEach(algorithm -> algorithms.add(Wording.clean(algorithm.asText(), List.of())));
        return new RemoteCredential(
                id,
                Wording.clean(answer.path("description").asText(""), List.of()),
                new KeyFacts(
                        key.path("status").asText("").equals("enabled"),
                        Collections.unmodifiableSet(algorithms),
                        Math.min(
                                MOST_SIGNATURES,
                                Math.max(1, answer.path("multisign").asInt(1)))),
                status(answer.path("cert").path("status").asText("")),
                chain(answer.path("cert").path("certificates")),
                authorization(answer));
    }

    private static CertificateStatus status(String word) {
        return switch (word) {
            case "valid" -> CertificateStatus.VALID;
            case "expired" -> CertificateStatus.EXPIRED;
            case "revoked" -> CertificateStatus.REVOKED;
            case "suspended" -> CertificateStatus.SUSPENDED;
            default -> CertificateStatus.UNKNOWN;
        };
    }

    private static List<X509Certificate> chain(JsonNode certificates) throws CertificateException {
        if (certificates.size() > MOST_CERTIFICATES) {
            throw new CertificateException("it names " + certificates.size() + " certificates");
        }
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (JsonNode certificate : certificates) {
            try {
                byte[] der = Base64.getMimeDecoder().decode(certificate.asText());
                chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
            } catch (CertificateException | IllegalArgumentException e) {
                throw new CertificateException("a certificate in it cannot be read", e);
            }
        }
        return chain;
    }

    private Authorization authorization(JsonNode answer) {
        JsonNode auth = answer.path("auth");
        boolean first = auth.isMissingNode();
        String mode =
                first ? answer.path("authMode").asText("") : auth.path("mode").asText("");
        boolean binds = answer.path("SCAL").asText("1").equals("2");
        if (mode.startsWith("oauth2")) {
            return new Authorization(AuthorizationMode.OAUTH2, binds, Asked.NOTHING, "");
        }
        if (mode.equals("implicit")) {
            return new Authorization(AuthorizationMode.IMPLICIT, binds, Asked.NOTHING, "");
        }
        if (!mode.equals("explicit")) {
            return new Authorization(
                    AuthorizationMode.EXPLICIT,
                    binds,
                    Asked.NOTHING,
                    "the mode \"" + Wording.clean(mode, List.of()) + "\"");
        }
        Authorization explicit = first
                ? new Authorization(AuthorizationMode.EXPLICIT, binds, ofFirst(answer), "")
                : ofSecond(auth, binds);
        boolean asksNothing = explicit.asked().pinName().isEmpty()
                && explicit.asked().delivery() == OtpDelivery.NOT_ASKED
                && explicit.unsupported().isEmpty();
        return asksNothing ? new Authorization(AuthorizationMode.IMPLICIT, binds, Asked.NOTHING, "") : explicit;
    }

    private Asked ofFirst(JsonNode answer) {
        boolean pin = answer.path("PIN").path("presence").asText("").equals("true");
        JsonNode otp = answer.path("OTP");
        boolean online = !otp.path("type").asText("").equals("offline") && methods.contains("credentials/sendOTP");
        OtpDelivery delivery = !otp.path("presence").asText("").equals("true")
                ? OtpDelivery.NOT_ASKED
                : online ? OtpDelivery.SEND : OtpDelivery.BY_ITSELF;
        return new Asked(pin ? "PIN" : "", "OTP", delivery);
    }

    private Authorization ofSecond(JsonNode auth, boolean binds) {
        String pin = "";
        String otp = "OTP";
        OtpDelivery delivery = OtpDelivery.NOT_ASKED;
        String unsupported =
                auth.path("expression").asText("").toUpperCase(Locale.ROOT).contains("XOR")
                        ? "a choice of means (XOR)"
                        : "";
        for (JsonNode object : auth.path("objects")) {
            String id = object.path("id").asText("");
            String type = object.path("type").asText("");
            boolean oneTime =
                    object.has("generator") || id.toUpperCase(Locale.ROOT).contains("OTP");
            if (type.equals("ChallengeResponse") || (type.equals("Password") && oneTime)) {
                unsupported = delivery == OtpDelivery.NOT_ASKED ? unsupported : "two one-time passwords";
                otp = id;
                delivery = delivery(type, object.has("generator"));
            } else if (type.equals("Password")) {
                unsupported = pin.isEmpty() ? unsupported : "two PINs";
                pin = id;
            } else {
                unsupported = "means of the type \"" + Wording.clean(type, List.of()) + "\"";
            }
        }
        return new Authorization(AuthorizationMode.EXPLICIT, binds, new Asked(pin, otp, delivery), unsupported);
    }

    private OtpDelivery delivery(String type, boolean generated) {
        if (type.equals("ChallengeResponse")) {
            return OtpDelivery.CHALLENGE;
        }
        return !generated && methods.contains("credentials/sendOTP") ? OtpDelivery.SEND : OtpDelivery.BY_ITSELF;
    }
}
