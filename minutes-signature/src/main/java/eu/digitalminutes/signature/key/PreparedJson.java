// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.key;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.Fingerprint;
import eu.digitalminutes.core.minutes.ContainedFile;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.signature.profile.Commitment;
import eu.digitalminutes.signature.profile.SignatureForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The JSON form of a prepared signature. */
final class PreparedJson {
    private static final int VERSION = 1;
    private static final int MAX_BYTES = 16 << 20;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(10)
                        .maxStringLength(MAX_BYTES)
                        .build());
    }

    private PreparedJson() {}

    static byte[] write(PreparedSignature prepared) {
        PreparedSignature.Parts parts = prepared.parts();
        ObjectNode json = JSON.createObjectNode();
        json.put("formatVersion", VERSION);
        json.put("form", parts.form().code());
        json.put("place", parts.place());
        json.put("claimedRole", parts.claimedRole());
        json.put("signingTime", parts.signingTime().toString());
        json.put("city", parts.city());
        parts.commitments().forEach(json.withArray("commitments")::addPOJO);
        ArrayNode files = json.putArray("files");
        for (ContainedFile file : parts.files()) {
            files.addObject()
                    .put("name", file.name())
                    .put("mediaType", file.mediaType())
                    .put("bytes", file.fingerprint().bytes())
                    .put("sha256", file.fingerprint().digest().toString());
        }
        ArrayNode certificates = json.putArray("certificates");
        parts.certificates().forEach(certificate -> certificates.add(encoded(certificate)));
        ArrayNode stamps = json.putArray("contentTimestamps");
        parts.contentTimestamps().forEach(stamps::add);
        ObjectNode companions = json.putObject("companions");
        parts.companions().forEach(companions::put);
        json.put("dataToSign", parts.dataToSign());
        json.put("digestToSign", prepared.digestToSign().toString());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be written", e);
        }
    }

    static PreparedSignature read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw malformed("it has more than " + MAX_BYTES + " bytes", null);
        }
        JsonNode json;
        try {
            json = JSON.readTree(bytes);
        } catch (IOException e) {
            throw malformed("it is no JSON", e);
        }
        if (json == null || !json.isObject() || json.path("formatVersion").asInt() != VERSION) {
            throw malformed("its formatVersion is not " + VERSION, null);
        }
        return PreparedSignature.of(new PreparedSignature.Parts(
                SignatureForm.of(text(json, "form")).orElseThrow(() -> malformed("its form is unknown", null)),
                text(json, "place"),
                list(json, "files", PreparedJson::file),
                certificates(json),
                text(json, "claimedRole"),
                parsed("signingTime", () -> Instant.parse(text(json, "signingTime"))),
                text(json, "city"),
                list(json, "commitments", one -> parsed("commitments", () -> Commitment.valueOf(one.asText()))),
                list(json, "contentTimestamps", one -> bytes(one, "contentTimestamps")),
                companions(json),
                bytes(json.path("dataToSign"), "dataToSign")));
    }

    private static ContainedFile file(JsonNode json) {
        return parsed(
                "files",
                () -> new ContainedFile(
                        text(json, "name"),
                        text(json, "mediaType"),
                        new Fingerprint(
                                Digest.of(HexFormat.of().parseHex(text(json, "sha256"))),
                                json.path("bytes").asLong(-1))));
    }

    private static List<X509Certificate> certificates(JsonNode json) {
        List<X509Certificate> certificates = list(json, "certificates", one -> {
            try {
                return (X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(bytes(one, "certificates")));
            } catch (CertificateException e) {
                throw malformed("certificates holds something else", e);
            }
        });
        if (certificates.isEmpty()) {
            throw malformed("certificates is empty", null);
        }
        return certificates;
    }

    private static Map<String, byte[]> companions(JsonNode json) {
        Map<String, byte[]> companions = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> one : json.path("companions").properties()) {
            companions.put(one.getKey(), bytes(one.getValue(), "companions"));
        }
        return companions;
    }

    private static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> each) {
        List<T> list = new ArrayList<>();
        json.path(name).forEach(one -> list.add(each.apply(one)));
        return list;
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw malformed(name + " is missing", null);
        }
        return value.asText();
    }

    private static byte[] bytes(JsonNode value, String name) {
        if (!value.isTextual()) {
            throw malformed(name + " is missing", null);
        }
        return parsed(name, () -> Base64.getDecoder().decode(value.asText()));
    }

    private static <T> T parsed(String name, java.util.function.Supplier<T> parser) {
        try {
            return parser.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw malformed(name + " cannot be understood", e);
        }
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    private static MinutesException malformed(String problem, @org.jspecify.annotations.Nullable Exception cause) {
        return new MinutesException(
                "PREPARED_MALFORMED", "this is no prepared signature: " + problem + "; prepare it anew", cause);
    }
}
