// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit.parer;

import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.MinutesException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.task.Task;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request whose body may be large: told of, stoppable, and given up when the line or the answer stands still. */
final class HttpCall {
    /** The longest answer that is read. */
    static final int MAX_ANSWER = 16 << 20;

    private static final long TICK_MILLIS = 50;

    private final HttpClient client;
    private final Duration silence;

    HttpCall(HttpClient client, Duration silence) {
        this.client = client;
        this.silence = silence;
    }

    /** Sends a form; the answer is that of a status 200. */
    byte[] post(URI uri, MultipartBody body, Task.Stage stage) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", body.contentType())
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(body::open), body.length()))
                .build();
        HttpResponse<byte[]> answer = await(uri, send(request), body, stage);
        stage.complete();
        return successful(uri, answer);
    }

    /** Sends a small text of XML; a fault of SOAP, which comes with status 500, is an answer. */
    byte[] soap(URI uri, byte[] envelope, Task.Stage stage) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(BodyPublishers.ofByteArray(envelope))
                .build();
        return successful(uri, await(uri, send(request), new MultipartBody(), stage));
    }

    private CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
        return client.sendAsync(
                request,
                info -> new BoundedBody(
                        MAX_ANSWER,
                        info.headers().firstValueAsLong("content-length").orElse(0)));
    }

    private HttpResponse<byte[]> await(
            URI uri, CompletableFuture<HttpResponse<byte[]>> future, MultipartBody body, Task.Stage stage)
            throws IOException {
        long told = 0;
        long moved = System.nanoTime();
        try {
            while (true) {
                try {
                    return future.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    long sent = body.sent();
                    stage.advance(sent - told);
                    if (sent != told) {
                        told = sent;
                        moved = System.nanoTime();
                    } else if (System.nanoTime() - moved > silence.toNanos()) {
                        throw new ServiceUnavailableException(
                                "DEPOSIT_TIMEOUT",
                                where(uri) + " was silent for " + silence.toSeconds() + " s after " + sent + " of "
                                        + body.length()
                                        + " bytes; run the deposit again, what was taken is recognised",
                                e);
                    }
                }
            }
        } catch (ExecutionException e) {
            throw failed(uri, body, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("deposit at " + where(uri));
        } finally {
            future.cancel(true);
        }
    }

    private static RuntimeException failed(URI uri, MultipartBody body, ExecutionException e) throws IOException {
        Exception ours = body.failure().orElse(null);
        if (ours instanceof IOException io) {
            throw io;
        } else if (ours instanceof MinutesException stop) {
            return stop;
        }
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new ServiceUnavailableException(
                "DEPOSIT_UNREACHABLE",
                where(uri) + " cannot be reached, or broke off (" + cause.getMessage()
                        + "); run the deposit again, what was taken is recognised",
                cause);
    }

    private static byte[] successful(URI uri, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 200) {
            return answer.body();
        }
        if (status >= 500 || status == 429 || status == 408) {
            throw new ServiceUnavailableException(
                    "DEPOSIT_PROVIDER_FAILED",
                    where(uri) + " answered " + status + "; run the deposit again later",
                    null);
        }
        throw new MinutesException(
                "DEPOSIT_PROTOCOL",
                where(uri) + " answered " + status
                        + " where this protocol knows 200 only: see whether the address is right");
    }

    /** The address without what might be secret. */
    private static String where(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getPath();
    }
}
