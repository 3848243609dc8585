// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An HTTP server on a free port of the loopback address that counts the requests of each service. */
final class LoopbackHttp implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, AtomicInteger> requests = new TreeMap<>();

    LoopbackHttp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "pki-server");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
    }

    /** What answers the requests of one service. */
    interface Service {
        Answer answer(Call call) throws GeneralSecurityException, IOException, InterruptedException;
    }

    /** A request: the last segment of its path, its body, and its login if it has one. */
    record Call(String name, byte[] body, @Nullable String authorization) {}

    /** A response, with headers besides its type. */
    record Answer(int status, String type, byte[] body, Map<String, String> headers) {
        /** The connection is closed without a word. */
        static final Answer NONE = new Answer(0, "text/plain", new byte[0]);

        static final Answer UNAUTHORIZED = new Answer(401, "text/plain", new byte[0]);
        static final Answer NOT_FOUND = new Answer(404, "text/plain", new byte[0]);
        static final Answer UNAVAILABLE = new Answer(503, "text/plain", new byte[0]);

        Answer(int status, String type, byte[] body) {
            this(status, type, body, Map.of());
        }
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Adds a service below {@code /name}; all are added before the start. */
    void serve(String name, Service service) {
        AtomicInteger count = new AtomicInteger();
        requests.put(name, count);
        server.createContext("/" + name, exchange -> {
            count.incrementAndGet();
            try (exchange) {
                handle(exchange, service);
            }
        });
    }

    void start() {
        server.start();
    }

    int requests(String service) {
        AtomicInteger count = requests.get(service);
        if (count == null) {
            throw new IllegalArgumentException("No service " + service + ", only " + requests.keySet());
        }
        return count.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void handle(HttpExchange exchange, Service service) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Call call = new Call(
                path.substring(path.lastIndexOf('/') + 1),
                exchange.getRequestBody().readAllBytes(),
                exchange.getRequestHeaders().getFirst("Authorization"));
        Answer answer;
        try {
            answer = service.answer(call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            answer = new Answer(500, "text/plain", e.toString().getBytes(StandardCharsets.UTF_8));
        }
        if (answer.status() == 0) {
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        if (answer.status() == 401) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"prova\"");
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }
}
