// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Describes a key in the words of either version. */
final class CscCredentialInfo {
    private CscCredentialInfo() {}

    static ObjectNode of(CscCredential credential, boolean second) throws CertificateEncodingException {
        ObjectNode info = CscServer.JSON.createObjectNode();
        info.put("description", "Firma di prova di " + credential.identity().name());
        ObjectNode key = info.putObject("key");
        key.put("status", credential.enabled() ? "enabled" : "disabled");
        credential.algorithms().forEach(key.putArray("algo")::add);
        key.put("len", 2048);
        ObjectNode certificate = info.putObject("cert");
        certificate.put("status", credential.certificateStatus());
        ArrayNode chain = certificate.putArray("certificates");
        for (X509Certificate one :
                credential.certified() ? credential.identity().chain() : List.<X509Certificate>of()) {
            chain.add(Base64.getEncoder().encodeToString(one.getEncoded()));
        }
        info.put("SCAL", Integer.toString(credential.scal()));
        info.put("multisign", credential.multisign());
        if (second) {
            second(credential, info);
        } else {
            first(credential, info);
        }
        return info;
    }

    private static void first(CscCredential credential, ObjectNode info) {
        String mode = credential.mode().name().toLowerCase(Locale.ROOT);
        info.put("authMode", credential.mode() == CscCredential.Mode.OAUTH2 ? "oauth2code" : mode);
        info.putObject("PIN").put("presence", credential.pin().isEmpty() ? "false" : "true");
        ObjectNode otp = info.putObject("OTP");
        otp.put("presence", credential.otp() == CscCredential.Otp.NONE ? "false" : "true");
        otp.put("type", credential.otp() == CscCredential.Otp.ONLINE ? "online" : "offline");
    }

    private static void second(CscCredential credential, ObjectNode info) {
        ObjectNode auth = info.putObject("auth");
        if (credential.mode() == CscCredential.Mode.OAUTH2) {
            auth.put("mode", "oauth2code");
            return;
        }
        auth.put("mode", "explicit");
        ArrayNode objects = auth.putArray("objects");
        if (credential.mode() == CscCredential.Mode.IMPLICIT) {
            return;
        }
        if (!credential.pin().isEmpty()) {
            objects.addObject().put("type", "Password").put("id", "PIN").put("label", "PIN");
        }
        switch (credential.otp()) {
            case NONE -> {}
            case OFFLINE ->
                objects.addObject().put("type", "Password").put("id", "OTP").put("generator", "totp");
            case ONLINE -> objects.addObject().put("type", "Password").put("id", "OTP");
            case CHALLENGE ->
                objects.addObject().put("type", "ChallengeResponse").put("id", "OTP");
            case OUT_OF_BAND -> objects.addObject().put("type", "PasswordOOB").put("id", "SMS");
        }
    }
}
