// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.lists;

import eu.digitalminutes.signature.internal.http.BoundedBody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lists from where they are published.
 *
 * @param client the host's, with its proxy and its trust in servers
 * @param patience how long each list is waited for
 */
public record HttpLists(HttpClient client, Duration patience) implements ListSource {
    @Override
    public byte[] list(String address) throws IOException {
        HttpRequest request;
        try {
            request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(patience)
                    .header("Accept", "application/vnd.etsi.tsl+xml, application/xml")
                    .build();
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no address to ask", e);
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new BoundedBody(ListFolder.MAX_LIST_BYTES));
        try {
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new IOException("the answer is HTTP " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer within " + patience.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new IOException(
                    cause instanceof BoundedBody.TooLarge
                            ? "it is longer than " + ListFolder.MAX_LIST_BYTES + " bytes"
                            : String.valueOf(cause),
                    e);
        }
    }
}
