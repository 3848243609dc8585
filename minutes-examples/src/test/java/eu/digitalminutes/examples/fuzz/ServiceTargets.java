// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.fuzz;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.digitalminutes.signature.MinutesVerifier;
import eu.digitalminutes.signature.TrustedListKeeper;
import eu.digitalminutes.signature.remote.RemoteSigning;
import eu.digitalminutes.signature.testkit.TestSigner;
import eu.digitalminutes.signature.trust.ListOfTrustedLists;
import eu.digitalminutes.signature.trust.TrustAnchors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** What comes from services: answers about keys, and trusted lists that somebody put into a folder. */
final class ServiceTargets implements AutoCloseable {
    private static final String INFO = "{\"specs\":\"1.0.4.0\",\"name\":\"x\",\"methods\":[\"credentials/info\"]}";

    private final Works works;
    private final HttpServer server;
    private final RemoteSigning service;
    private volatile byte[] answer = new byte[0];

    ServiceTargets(Works works) throws IOException {
        this.works = works;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/info", exchange -> send(exchange, INFO.getBytes(StandardCharsets.UTF_8)));
        server.createContext("/credentials/info", exchange -> send(exchange, answer));
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        service = RemoteSigning.connect(base, () -> "token");
    }

    List<Target> all() throws IOException {
        return List.of(
                Target.ofBytes("credential", credentials(), this::credential),
                Target.ofFiles("lists", lists(), this::lists));
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private List<Seed> credentials() throws IOException {
        String certificate;
        try {
            certificate = Base64.getEncoder()
                    .encodeToString(works.services
                            .pki()
                            .identity(TestSigner.PRESIDENT)
                            .certificate()
                            .getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
        String key = "{\"description\":\"x\",\"key\":{\"status\":\"enabled\",\"algo\":[\"1.2.840.113549.1.1.11\"],"
                + "\"len\":2048},\"cert\":{\"status\":\"valid\",\"certificates\":[\"" + certificate + "\"]},";
        return List.of(
                Seed.of(
                        "first.json",
                        key + "\"authMode\":\"explicit\",\"SCAL\":\"2\",\"PIN\":{\"presence\":\"true\"},"
                                + "\"OTP\":{\"presence\":\"true\",\"type\":\"online\"},\"multisign\":5}"),
                Seed.of(
                        "second.json",
                        key + "\"auth\":{\"mode\":\"explicit\",\"expression\":\"PIN AND OTP\",\"objects\":["
                                + "{\"type\":\"Password\",\"id\":\"PIN\"},{\"type\":\"Password\",\"id\":\"OTP\","
                                + "\"generator\":\"totp\"}]},\"multisign\":1}"));
    }

    private void credential(Seed damaged) {
        answer = damaged.bytes();
        service.credential("x");
    }

    private List<Seed> lists() throws IOException {
        Path folder = works.folder.resolve("trust");
        List<Seed> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                seeds.add(new Seed(folder.relativize(file).toString(), Files.readAllBytes(file)));
            }
        }
        return seeds;
    }

    /** One file of the folder is damaged, and afterwards as it was. */
    private void lists(Seed damaged) throws IOException {
        Path folder = works.folder.resolve("trust");
        Path file = folder.resolve(damaged.name());
        byte[] sound = Files.readAllBytes(file);
        try {
            Files.write(file, damaged.bytes());
            ListOfTrustedLists publisher = ListOfTrustedLists.at(
                    works.services.lotl(),
                    List.of(works.services.pki().lotlSigner().certificate()));
            TrustedListKeeper.of(folder, publisher).state();
            TrustedListKeeper.of(works.folder.resolve("kept"), publisher).importFrom(folder);
            MinutesVerifier.trusting(TrustAnchors.offlineLists(works.lotl));
        } finally {
            Files.write(file, sound);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
