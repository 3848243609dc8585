// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.devices;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.signature.key.DigestSigner;
import eu.digitalminutes.signature.testkit.TestIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A provider on this machine with one key: takes a request as text, gives an answer as text, keeps what it saw. */
final class FakeProvider implements AutoCloseable {
    final List<String> requests = new ArrayList<>();
    private final HttpServer server;
    private final TestIdentity identity;

    FakeProvider(TestIdentity identity, UnaryOperator<String> answers) throws IOException {
        this.identity = identity;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, answers);
            }
        });
        server.start();
    }

    private void answer(HttpExchange exchange, UnaryOperator<String> answers) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n" + body;
        requests.add(request);
        String answer = answers.apply(request);
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(
                answer.startsWith("!") ? 403 : answer.contains("faultstring") ? 500 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The value over the digest in an element, in base64. */
    String signature(String request, String element) {
        boolean rsa = identity.privateKey().getAlgorithm().equals("RSA");
        byte[] digest = Base64.getDecoder().decode(element(request, element));
        try {
            Signature signature = Signature.getInstance(rsa ? "NONEwithRSA" : "NONEwithECDSA");
            signature.initSign(identity.privateKey());
            signature.update(rsa ? DigestSigner.digestInfo(Digest.of(digest)) : digest);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String element(String request, String name) {
        Matcher found = Pattern.compile("<" + name + ">(.*?)</" + name + ">", Pattern.DOTALL)
                .matcher(request);
        return found.find() ? found.group(1) : "";
    }

    static String envelope(String content) {
        return "<?xml version=\"1.0\"?><S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
                + content + "</S:Body></S:Envelope>";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
