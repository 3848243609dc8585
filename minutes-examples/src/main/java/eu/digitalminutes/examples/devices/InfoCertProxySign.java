// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.devices;

import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.core.outcome.CancelledException;
import eu.digitalminutes.core.outcome.ServiceUnavailableException;
import eu.digitalminutes.core.outcome.SigningRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * The remote signature service ProxySign of InfoCert. What is public of it signs whole documents and no digests: it makes
 * <b>no {@link eu.digitalminutes.signature.key.SigningKey}</b>, because nobody sends it a recording of hours. It serves
 * to sign the written act (PAdES) before the act goes into the composition; the container still needs two signatures
 * over all files, with keys of another kind. Ask InfoCert for the address of its Cloud Signature Consortium service, and
 * use {@link eu.digitalminutes.signature.remote.RemoteSigning} for those.
 *
 * <p>Paths and form fields are those that public clients use. From the vendor's manual, check with your contract: the
 * forms of errors, and how large a document may be.
 */
public final class InfoCertProxySign {
    private static final int LARGEST = 50 << 20;

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * The service of a contract.
     *
     * @param base its address, with a slash at the end
     */
    public InfoCertProxySign(URI base) {
        this.base = base;
    }

    /**
     * Has a one-time password sent to the signer; it is good for seconds.
     *
     * @param alias the signer's name at the service, of letters, digits, dots, hyphens and underscores
     */
    public void requestOtp(String alias) {
        answer(request("remote/request-otp/", alias).GET().build(), 1 << 16);
    }

    /**
     * Signs a PDF file with PAdES.
     *
     * @param act the written act
     * @param alias the signer's name at the service
     * @param pin the PIN of the signature certificate
     * @param otp the one-time password
     * @param target where the signed act goes; appears whole or not at all
     * @throws IOException if a file cannot be read or written
     */
    public void sign(Path act, String alias, String pin, String otp, Path target) throws IOException {
        if (Files.size(act) > LARGEST) {
            throw new IllegalArgumentException(act + " is larger than " + LARGEST + " bytes");
        }
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        part(form, boundary, "name=\"pin\"", pin.getBytes(StandardCharsets.UTF_8));
        part(form, boundary, "name=\"otp\"", otp.getBytes(StandardCharsets.UTF_8));
        part(form, boundary, "name=\"contentToSign-1\"; filename=\"1\"", Files.readAllBytes(act));
        form.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        byte[] signed = answer(
                request("remote/sign/pades/", alias)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()))
                        .build(),
                LARGEST);
        if (!new String(signed, 0, Math.min(5, signed.length), StandardCharsets.US_ASCII).equals("%PDF-")) {
            throw new SigningRefusedException("DEVICE_REFUSED", base + " gave back no PDF file", null);
        }
        PendingFile.write(target, signed);
    }

    private HttpRequest.Builder request(String path, String alias) {
        if (!alias.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("not a signer's name: " + alias);
        }
        return HttpRequest.newBuilder(base.resolve(path + alias)).timeout(Duration.ofSeconds(30));
    }

    private static void part(ByteArrayOutputStream form, String boundary, String name, byte[] content) {
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n";
        form.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] answer(HttpRequest request, int most) {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                if (response.statusCode() != 200) {
                    throw new SigningRefusedException(
                            "DEVICE_REFUSED",
                            base + " refused: HTTP " + response.statusCode() + "; ask the signer",
                            null);
                }
                return in.readNBytes(most);
            }
        } catch (IOException e) {
            throw new ServiceUnavailableException("DEVICE_GONE", base + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("remote signing");
        }
    }
}
