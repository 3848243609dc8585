// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import eu.digitalminutes.signature.testkit.LoopbackHttp.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** A request in the words of one of the two versions. */
final class CscRequest {
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";

    private final boolean second;
    private final Call call;
    private final Set<CscFault> faults;
    private final JsonNode body;

    CscRequest(boolean second, Call call, Set<CscFault> faults) {
        this.second = second;
        this.call = call;
        this.faults = faults;
        try {
            this.body = CscServer.JSON.readTree(call.body());
        } catch (IOException e) {
            throw new IllegalArgumentException("The client did not send JSON", e);
        }
    }

    boolean second() {
        return second;
    }

    boolean has(CscFault fault) {
        return faults.contains(fault);
    }

    JsonNode body() {
        return body;
    }

    String bearer() {
        String header = call.authorization();
        return header != null && header.startsWith("Bearer ") ? header.substring(7) : "";
    }

    String echo() {
        return "\u0007\n" + new String(call.body(), StandardCharsets.UTF_8) + " " + bearer();
    }

    /** The digests, in plain base64 and of the right length; empty if there are none. */
    List<String> digests() {
        List<String> digests = new ArrayList<>();
        for (JsonNode digest : body.path(second ? "hashes" : "hash")) {
            try {
                if (Base64.getDecoder().decode(digest.asText()).length != 32) {
                    throw CscError.invalid("Invalid digest value length");
                }
            } catch (IllegalArgumentException e) {
                throw CscError.invalid("Invalid Base64 hash string parameter");
            }
            digests.add(digest.asText());
        }
        if (!digests.isEmpty() && second) {
            requireSha256("hashAlgorithmOID");
        }
        return digests;
    }

    void requireSha256(String field) {
        if (!body.path(field).asText("").equals(SHA256)) {
            throw CscError.invalid("Invalid parameter " + field);
        }
    }

    /** What the signer gave under a name. */
    String means(String name) {
        if (!second) {
            return body.path(name).asText("");
        }
        for (JsonNode object : body.path("authData")) {
            if (object.path("id").asText("").equals(name)) {
                return object.path("value").asText("");
            }
        }
        return "";
    }
}
