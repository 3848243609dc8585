// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** One request to a method of the API. */
final class ServiceCall {
    private static final JsonFactory JSON = new JsonFactory();

    /** What a request does at the service. */
    enum Effect {
        /** Reads: may be repeated. */
        READS,
        /** Sends a message to the signer: not repeated, harmless if it was lost. */
        NOTIFIES,
        /** Spends a consent, or makes a signature: never repeated. */
        SPENDS
    }

    private final String method;
    private final byte[] body;
    private final Effect effect;
    private final List<String> secrets;

    private ServiceCall(String method, byte[] body, Effect effect, List<String> secrets) {
        this.method = method;
        this.body = body;
        this.effect = effect;
        this.secrets = secrets;
    }

    /** Writes the fields of a request. */
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    static ServiceCall of(String method, Effect effect, List<String> secrets, Fields fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a request is written in memory", e);
        }
        return new ServiceCall(method, out.toByteArray(), effect, secrets);
    }

    static ServiceCall reading(String method, Fields fields) {
        return of(method, Effect.READS, List.of(), fields);
    }

    /** The method's name, which is its path below the base. */
    String method() {
        return method;
    }

    /** The JSON that is sent; not a copy. */
    byte[] body() {
        return body;
    }

    /** Whether it may be repeated. */
    Effect effect() {
        return effect;
    }

    /** What must not be shown when the service repeats it. */
    List<String> secrets() {
        return secrets;
    }

    /** Writes over what was sent. */
    void forget() {
        Arrays.fill(body, (byte) ' ');
    }
}
